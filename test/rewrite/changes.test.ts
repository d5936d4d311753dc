import { expect, it } from "vitest";
import { changesOf } from "../../src/rewrite/changes.js";
import type { Edit, Fact, Verdict } from "../../src/schema/edit.js";
import { printed } from "../fixtures/printed-resume.js";

const fact: Fact = {
  id: "f1",
  text: "I led the ward alone.",
  entry: "w1",
  at: "2026-01-01T00:00:00Z",
  origin: "review",
};
const task = { ...printed, facts: [fact] };
const verdict = (edit: Partial<Edit>, status: Verdict["status"] = "applied"): Verdict => ({
  edit: {
    id: "w1.h1",
    op: "replace",
    text: null,
    after: null,
    evidence: [],
    keywords: ["triage"],
    why: "because",
    ...edit,
  },
  status,
  findings: [],
});

it("shows each change with its text before and after and the lines behind it", () => {
  const [change] = changesOf(task, [verdict({ text: "New.", evidence: ["w1.h1", "w1.h2", "f1", "w1.h1", "zz"] })]);
  expect(change).toMatchObject({
    before: "Lead a ward of 28 beds & 14 nurses.",
    after: "New.",
    keywords: ["triage"],
    why: "because",
  });
  expect(change?.evidence).toEqual([
    { id: "w1.h1", line: 9, text: "Lead a ward of 28 beds & 14 nurses." },
    { id: "w1.h2", line: 10, text: "Cut falls by 30 % (see the ward report)." },
    { id: "f1", line: null, text: "I led the ward alone.", fact: { at: fact.at, origin: fact.origin } },
  ]);
});

it.each([
  [{ op: "drop" } as const, null],
  [{ op: "move", after: "w1.h2" } as const, "w1.h2"],
  [{ op: "move", after: null } as const, null],
])("says what comes after %j", (edit, after) => {
  expect(changesOf(task, [verdict(edit, "held-back")])[0]).toMatchObject({ after, status: "held-back" });
});

it("shows an invented id without text or evidence", () => {
  expect(changesOf(task, [verdict({ id: "w77.h1", text: "x" }, "held-back")])[0]).toMatchObject({
    before: "",
    evidence: [],
  });
});
