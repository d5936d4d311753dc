import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginReview,
  confirmed,
  obstacleTo,
  openCount,
  outcomeOf,
  pressed,
  type ReviewKey,
  type ReviewState,
  rewritten,
} from "../../src/rewrite/review-state.js";
import type { Edit, Verdict } from "../../src/schema/edit.js";
import { parsed } from "./model-task.js";

const finding = { rule: "quantities", token: "40%", explanation: "Not there.", severity: "block" as const };
const verdict = (id: string, status: Verdict["status"] = "applied", fields: Partial<Edit> = {}): Verdict => ({
  edit: { id, op: "replace", text: `new ${id}`, after: null, evidence: [id], keywords: [], why: "", ...fields },
  status,
  findings: status === "held-back" ? [finding] : [],
});
const four = [verdict("w1.h1"), verdict("w1.h2", "held-back"), verdict("w1.h3", "flagged"), verdict("w2.h1")];
const all = [0, 1, 2, 3];
const steps: Record<string, (state: ReviewState) => ReviewState> = {
  yes: (state) => confirmed(state, true),
  no: (state) => confirmed(state, false),
  own: (state) => rewritten(state, verdict(state.items[state.at]?.verdict.edit.id ?? "", "applied", { text: "own" })),
  ownHeld: (state) => rewritten(state, verdict(state.items[state.at]?.verdict.edit.id ?? "", "held-back")),
};
const after = (keys: string): ReviewState =>
  keys
    .split(" ")
    .filter(Boolean)
    .reduce((state, key) => (steps[key] ?? ((one) => pressed(one, key as ReviewKey)))(state), beginReview(four, all));

describe("a review", () => {
  it("shows what passed first, then what is held back, and only the places asked for", () => {
    expect(beginReview(four, all).items.map(({ at }) => at)).toEqual([0, 2, 3, 1]);
    expect(beginReview(four, [1, 3]).items.map(({ at }) => at)).toEqual([3, 1]);
    expect(beginReview(four, []).ended).toBe(true);
  });

  it.each([
    ["", ["rejected -", "held-back -", "rejected -", "rejected -"], 0],
    ["accept", ["applied accept", "held-back -", "rejected -", "rejected -"], 1],
    ["reject accept", ["rejected reject", "held-back -", "flagged accept", "rejected -"], 2],
    ["all", ["applied accept", "held-back -", "flagged accept", "rejected -"], 2],
    ["accept accept accept accept", ["applied accept", "held-back -", "flagged accept", "applied accept"], 3],
    ["all accept accept yes", ["applied accept", "flagged override", "flagged accept", "applied accept"], 4],
    ["all accept accept no reject", ["applied accept", "rejected reject", "flagged accept", "applied accept"], 4],
    ["all accept all", ["applied accept", "held-back -", "flagged accept", "applied accept"], 3],
    ["all accept own accept", ["applied accept", "applied edit", "flagged accept", "applied accept"], 4],
    ["own accept", ["applied edit", "held-back -", "rejected -", "rejected -"], 1],
    ["own reject", ["rejected reject", "held-back -", "rejected -", "rejected -"], 1],
    ["ownHeld accept", ["rejected -", "held-back -", "rejected -", "rejected -"], 0],
    ["ownHeld accept yes", ["flagged override", "held-back -", "rejected -", "rejected -"], 1],
    ["ownHeld all", ["rejected -", "held-back -", "flagged accept", "rejected -"], 0],
    ["accept back", ["rejected -", "held-back -", "rejected -", "rejected -"], 0],
    ["accept back reject", ["rejected reject", "held-back -", "rejected -", "rejected -"], 1],
    ["accept quit accept", ["applied accept", "held-back -", "rejected -", "rejected -"], 1],
    ["back", ["rejected -", "held-back -", "rejected -", "rejected -"], 0],
  ])("after %j", (keys, expected, at) => {
    const state = after(keys);
    const shown = outcomeOf(four, state).map(({ status, decision }) => `${status} ${decision?.action ?? "-"}`);
    expect(shown).toEqual(expected);
    expect(state.at).toBe(at);
  });

  it("keeps the findings of an override, and rejects with the engine's text, not the person's", () => {
    const kept = outcomeOf(four, after("all accept accept yes"))[1];
    expect(kept).toMatchObject({ status: "flagged", findings: [finding], decision: { by: "person" } });
    expect(outcomeOf(four, after("own reject"))[0]?.edit.text).toBe("new w1.h1");
  });

  it("applies nothing that is held back without a yes, whatever is pressed", () => {
    const keys = fc.constantFrom("accept", "reject", "all", "back", "quit", "no", "own", "ownHeld");
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 30 }), (list) => {
        const state = after(list.join(" "));
        const outcome = outcomeOf(four, state);
        expect(outcome.map(({ edit }) => edit.id)).toEqual(four.map(({ edit }) => edit.id));
        for (const one of outcome.filter(({ status }) => status === "applied" || status === "flagged"))
          expect(one.findings.every(({ severity }) => severity === "flag")).toBe(true);
        expect(state.ended || state.items[state.at] !== undefined).toBe(true);
        expect(openCount(state)).toBe(state.items.filter(({ choice }) => choice === null).length);
      }),
    );
  });
});

describe("what cannot stand beside the accepted changes", () => {
  const state = beginReview([], []);
  it.each([
    ["a line of the resume", verdict("w1.h1"), [], null],
    ["a second text for a line", verdict("w1.h1"), [verdict("w1.h1").edit], /accepted already/],
    ["a move of a reworded line", verdict("w1.h1", "applied", { op: "move" }), [verdict("w1.h1").edit], null],
    ["a line that is not there", verdict("w9.h1"), [], /does not have/],
    [
      "a line that another change drops",
      verdict("w1.h1"),
      [verdict("w1.h1", "applied", { op: "drop" }).edit],
      /already/,
    ],
  ] as const)("%s", (_what, one, settled, expected) => {
    const found = obstacleTo(one, state, parsed, settled);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatch(expected);
  });

  it("counts what was accepted in the review itself", () => {
    const twice = [verdict("w1.h1"), verdict("w1.h1", "held-back")];
    const once = pressed(beginReview(twice, [0, 1]), "accept");
    expect(obstacleTo(twice[1] ?? verdict(""), once, parsed, [])).toMatch(/accepted already/);
  });
});
