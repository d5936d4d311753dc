import { expect, it } from "vitest";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, shippedLexicon, taskOf } from "./task.js";

const lexicon = await shippedLexicon();
const words = await loadVerifyWords(data);

/**
 * One test a row: what the resume says, what the new text says, and whether the rule named blocks it. `head` is the job
 * the line belongs to.
 */
export function ruleTable(
  rule: string,
  rows: readonly (readonly ["hold" | "pass", string, string])[],
  head: readonly string[] = ["w1", "Clerk", "Fernbrook Ltd", "Leeds", "2019-01", "2023-12"],
): void {
  it.each(rows)(`${rule}: %s “%s” → “%s”`, (expected, before, after) => {
    const task = taskOf([head, ["w1.h1", before]], lexicon);
    const [verdict] = verifyEdits(task, [replaced("w1.h1", after)], words);
    const rules = (verdict?.findings ?? []).filter((one) => one.severity === "block").map((one) => one.rule);
    if (expected === "hold") expect(rules).toContain(rule);
    else expect(rules).toEqual([]);
  });
}
