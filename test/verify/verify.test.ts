import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/schema/edit.js";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, shippedLexicon, taskOf } from "./task.js";

const folder = "test/verify/cases";
const lexicon = await shippedLexicon();
const words = await loadVerifyWords(data);

interface Case {
  profession: string;
  expect: "hold" | "pass";
  kind: string;
  edit: Edit;
}

const cellsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("# "))
    .map((row) => row.split("\t"));

async function casesOf(profession: string): Promise<Case[]> {
  const rows = cellsOf(await data.text(`${folder}/${profession}.cases.tsv`)).slice(1);
  return rows.map(([expected = "", kind = "", id = "", cited = "", text = ""]) => {
    const evidence = cited === "-" ? [id] : cited.split(" ");
    const plain = text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    return { profession, expect: expected === "hold" ? "hold" : "pass", kind, edit: replaced(id, plain, evidence) };
  });
}

const professions = (await data.list(folder))
  .filter((path) => path.endsWith(".resume.tsv"))
  .map((path) => path.slice(folder.length + 1, -".resume.tsv".length));
const tasks = new Map(
  await Promise.all(
    professions.map(
      async (name) => [name, taskOf(cellsOf(await data.text(`${folder}/${name}.resume.tsv`)), lexicon)] as const,
    ),
  ),
);
const cases = (await Promise.all(professions.map(casesOf))).flat();

function statusOf(one: Case): { held: boolean; rules: string } {
  const task = tasks.get(one.profession);
  if (task === undefined) throw new Error(`no resume for ${one.profession}`);
  const [verdict] = verifyEdits(task, [one.edit], words);
  return {
    held: verdict?.status === "held-back",
    rules: (verdict?.findings ?? []).map((finding) => `${finding.rule}(${finding.token})`).join(" "),
  };
}

describe("hand-made cases", () => {
  const told = (list: readonly Case[]): string[] =>
    list.map((one) => `${one.profession} ${one.kind} ${one.edit.id}: ${one.edit.text} → ${statusOf(one).rules}`);

  it("holds back every fault", () => {
    const faults = cases.filter((one) => one.expect === "hold");
    const missed = faults.filter((one) => !statusOf(one).held);
    console.info(
      `catch rate ${faults.length - missed.length}/${faults.length}${told(missed)
        .map((line) => `\n  ${line}`)
        .join("")}`,
    );
    expect(told(missed)).toEqual([]);
  });

  it("lets at least 97 of 100 fair changes pass", () => {
    const fair = cases.filter((one) => one.expect === "pass");
    const blocked = fair.filter((one) => statusOf(one).held);
    console.info(
      `false blocks ${blocked.length}/${fair.length}${told(blocked)
        .map((line) => `\n  ${line}`)
        .join("")}`,
    );
    expect(blocked.length / fair.length).toBeLessThanOrEqual(0.03);
  });

  it("covers kinds and professions enough", () => {
    expect(new Set(cases.map((one) => one.kind)).size).toBeGreaterThanOrEqual(25);
    expect(professions.length).toBeGreaterThanOrEqual(8);
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });
});
