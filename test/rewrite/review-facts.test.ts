import { beforeAll, describe, expect, it } from "vitest";
import type { RewriteTask } from "../../src/rewrite/engine.js";
import { judgedWithFacts, licensedBy } from "../../src/rewrite/review-facts.js";
import type { ReviewTask } from "../../src/rewrite/reviewer.js";
import type { Edit, Fact } from "../../src/schema/edit.js";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords, type VerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, shippedLexicon, taskOf } from "../verify/task.js";

const rows = [
  ["w1", "Engineer", "Northlight Stores", "Bergen", "2020-01", ""],
  ["w1.h1", "Set up the servers of the test environment by hand."],
  ["w1.h2", "Wrote SQL reports for the finance team."],
  ["w2", "Analyst", "Quillon Press", "Bergen", "2016-01", "2019-12"],
  ["w2.h1", "Set up the servers of the archive."],
  ["summary", "Engineer who looks after servers."],
];
const claim = (id: string): Edit => replaced(id, "Set up the servers with Terraform.");
const fact = (entry: string | null, id = "f1", text = "Set up servers with Terraform"): Fact => ({
  id,
  text,
  entry,
  at: "2026-11-23T10:00:00Z",
  origin: "test",
});

let words: VerifyWords;
let task: RewriteTask;
beforeAll(async () => {
  [words, task] = [await loadVerifyWords(data), taskOf(rows, await shippedLexicon())];
});
const reviewOf = (edits: Edit[], known: Fact[] = []): ReviewTask => {
  const own = { ...task, facts: known };
  const judge: ReviewTask["judge"] = (list, facts) =>
    verifyEdits({ ...own, facts: [...own.facts, ...facts] }, list, words);
  return { task: own, verdicts: judge(edits, []), questions: [], judge };
};

describe("a confirmed fact", () => {
  it.each([
    ["w1", "w1.h1", "applied", ["w1.h1", "f1"]],
    ["w1", "w2.h1", "held-back", ["w2.h1"]],
    ["w2", "w1.h1", "held-back", ["w1.h1"]],
    [null, "w1.h1", "held-back", ["w1.h1"]],
  ])("of %s proves in %s: %s", (entry, id, status, evidence) => {
    const verdict = judgedWithFacts(claim(id), [fact(entry)], reviewOf([]));
    expect(verdict).toMatchObject({ status, edit: { evidence } });
  });

  it("of one job is refused by the gate itself where a line of another cites it", () => {
    const { judge } = reviewOf([]);
    const cited = { ...claim("w2.h1"), evidence: ["w2.h1", "f1"] };
    const [verdict] = judge([cited], [fact("w1")]);
    expect(verdict).toMatchObject({ status: "held-back", findings: [{ rule: "evidence" }] });
  });

  it("of no job in particular proves the summary", () => {
    const edit = replaced("summary", "Engineer who looks after servers with Terraform.");
    expect(judgedWithFacts(edit, [fact(null)], reviewOf([])).status).not.toBe("held-back");
  });

  it("is cited only where it is needed, and the known ones count too", () => {
    const plain = replaced("w1.h2", "Wrote SQL reports for finance.");
    expect(judgedWithFacts(plain, [fact("w1")], reviewOf([])).edit.evidence).toEqual(["w1.h2"]);
    expect(judgedWithFacts(claim("w1.h1"), [], reviewOf([], [fact("w1", "f7")])).edit.evidence).toEqual([
      "w1.h1",
      "f7",
    ]);
    const both = [fact("w1", "f1", "Holds a driving licence"), fact("w1", "f2")];
    expect(judgedWithFacts(claim("w1.h1"), both, reviewOf([])).edit.evidence).toEqual(["w1.h1", "f2"]);
  });

  it("licenses the held-back changes it proves, and none of a line that is changed already", () => {
    const edits = [claim("w1.h1"), claim("w2.h1"), replaced("w1.h2", "Wrote SQL reports for finance.")];
    const review = reviewOf(edits);
    expect(licensedBy([fact("w1")], review.verdicts, review).map(({ at }) => at)).toEqual([0]);
    const overridden = review.verdicts.map((one, at) => (at === 0 ? { ...one, status: "flagged" as const } : one));
    expect(licensedBy([fact("w1")], overridden, review)).toEqual([]);
  });
});
