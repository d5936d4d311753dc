import { describe, expect, it } from "vitest";
import { repairable, withSecondTry } from "../../src/rewrite/second-try.js";
import type { Edit, Verdict } from "../../src/schema/edit.js";

const finding = { rule: "quantities", token: "40%", explanation: "Not there.", severity: "block" as const };
const verdict = (
  id: string,
  status: Verdict["status"],
  text: string | null = id,
  op: Edit["op"] = "replace",
): Verdict => ({
  edit: { id, op, text, after: null, evidence: [], keywords: [], why: "" },
  status,
  findings: status === "held-back" ? [finding] : [],
});

describe("what is worth a second try", () => {
  it("is a held-back replacement, each line once, and no line that has a change already", () => {
    const held = verdict("w1.h1", "held-back");
    const list = [
      held,
      verdict("w1.h1", "held-back", "again"),
      verdict("w1.h2", "applied"),
      verdict("w1.h2", "held-back"),
      verdict("w1.h3", "held-back", null, "drop"),
      verdict("w1.h4", "held-back", null, "move"),
    ];
    expect(repairable(list)).toEqual([held]);
  });
});

describe("the verdicts after a second try", () => {
  const held = verdict("w1.h1", "held-back", "first");
  const fine = verdict("w1.h2", "applied");

  it("have the new text where it passed, with the first beside it", () => {
    const better = verdict("w1.h1", "flagged", "second");
    expect(withSecondTry([held, fine], [held], [better])).toEqual([
      { ...better, earlier: { text: "first", findings: [finding] } },
      fine,
    ]);
  });

  it.each([
    ["is held back again", verdict("w1.h1", "held-back", "second")],
    ["is of a line nobody asked for", verdict("w1.h2", "applied", "second")],
    ["drops the line", verdict("w1.h1", "applied", null, "drop")],
  ])("stay where what came back %s", (_, came) => {
    expect(withSecondTry([held, fine], [held], [came])).toEqual([held, fine]);
  });
});
