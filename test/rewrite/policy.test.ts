import { beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.js";
import type { RewriteTask } from "../../src/rewrite/engine.js";
import { needsNobody, underPolicy } from "../../src/rewrite/policy.js";
import type { Edit, Verdict } from "../../src/schema/edit.js";
import { Policy } from "../../src/schema/policy.js";
import { loadVerifyWords, type VerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, shippedLexicon, taskOf } from "../verify/task.js";

const rows = [
  ["w1", "Senior Nurse", "Ridge Hospital", "Leeds", "2020-01", ""],
  ["w1.h1", "Led a ward of 28 beds with Epic in three shifts."],
  ["w1.h2", "Trained new nurses in wound care."],
  ["w2", "Nurse", "Harbour Clinic", "Leeds", "2016-01", "2019-12"],
  ["w2.h1", "Kept the stock of 50,000 items in Excel."],
  ["p1", "Ward book", "", "", "2018", ""],
  ["p1.h1", "Wrote a short guide for relatives."],
  ["k1", "Tools: Epic, Excel"],
  ["summary", "Nurse with care for detail."],
];
const move: Edit = { id: "w1.h2", op: "move", text: null, after: null, evidence: [], keywords: [], why: "" };
const drop: Edit = { ...move, id: "w1.h1", op: "drop" };

let words: VerifyWords;
let task: RewriteTask;
beforeAll(async () => {
  [words, task] = [await loadVerifyWords(data), taskOf(rows, await shippedLexicon())];
});
const ruled = (policy: unknown, edit: Edit, status: Verdict["status"] = "applied"): Verdict =>
  underPolicy(Policy.parse(policy), [{ edit, status, findings: [] }], task, words).verdicts[0] ?? {
    edit,
    status,
    findings: [],
  };

const summary = replaced("summary", "Nurse who cares for detail.");
const reworded = replaced("w1.h1", "Ran a ward of 28 beds with Epic in three shifts.");

describe("a rule of a policy", () => {
  it.each<[object, Edit, boolean]>([
    [{ place: "summary" }, summary, true],
    [{ place: "summary" }, reworded, false],
    [{ place: ["skills", "summary"] }, replaced("k1", "Tools: Excel, Epic"), true],
    [{ place: "highlight" }, reworded, true],
    [{ place: "work" }, reworded, true],
    [{ place: "projects" }, replaced("p1.h1", "Wrote a guide for relatives."), true],
    [{ place: "work" }, replaced("p1.h1", "Wrote a guide for relatives."), false],
    [{ op: "move" }, move, true],
    [{ op: ["drop", "replace"] }, move, false],
    [{ entry: "w1" }, reworded, true],
    [{ entry: "ridge hospital" }, reworded, true],
    [{ entry: "Harbour" }, reworded, false],
    [{ changes: "numbers" }, reworded, false],
    [{ changes: "wording" }, reworded, true],
    [{ changes: "numbers" }, replaced("w1.h1", "Led a ward with Epic in three shifts."), true],
    [{ changes: "wording" }, replaced("w1.h1", "Led a ward with Epic in three shifts."), false],
    [{ changes: "numbers" }, replaced("w1.h1", "Led a ward of twenty-eight beds with Epic in 3 shifts."), false],
    [{ changes: "numbers" }, replaced("w2.h1", "Kept the stock of 50K items in Excel."), false],
    [{ changes: "tools" }, replaced("w2.h1", "Kept the stock of 50,000 items."), true],
    [{ changes: ["numbers", "tools"] }, replaced("w2.h1", "Kept the stock of 50,000 items."), true],
    [{ changes: "numbers" }, drop, true],
    [{ changes: ["numbers", "tools", "wording"] }, move, false],
    [{ keyword: "epic" }, reworded, true],
    [{ keyword: "Triage" }, { ...reworded, keywords: ["triage"] }, true],
    [{ keyword: "Triage" }, reworded, false],
    [{ longerBy: 20 }, replaced("w1.h2", "Trained new nurses in wound care on the ward, day and night."), true],
    [{ longerBy: 20 }, reworded, false],
    [{ place: "work", changes: "wording" }, reworded, true],
    [{ place: "work", op: "drop" }, reworded, false],
  ])("%j", (when, edit, fits) => {
    const { status, decision } = ruled({ rules: [{ when, do: "reject" }] }, edit);
    expect([status, decision]).toEqual(
      fits
        ? ["rejected", { by: "policy", action: "reject", rule: "rule 1" }]
        : ["applied", { by: "policy", action: "accept", rule: "default" }],
    );
  });

  it("tells flagged changes from others", () => {
    const rules = { rules: [{ name: "remarks", when: { flagged: true }, do: "reject" }] };
    expect(ruled(rules, reworded, "flagged")).toMatchObject({ status: "rejected", decision: { rule: "remarks" } });
    expect(ruled(rules, reworded).status).toBe("applied");
    expect(ruled({ rules: [{ when: { flagged: false }, do: "reject" }] }, reworded, "flagged").status).toBe("flagged");
  });

  it("decides first come, first served, and the default the rest", () => {
    const policy = {
      rules: [
        { when: { entry: "w1" }, do: "accept" },
        { when: { place: "work" }, do: "reject" },
      ],
      default: "reject",
    };
    expect(ruled(policy, reworded).decision).toMatchObject({ action: "accept", rule: "rule 1" });
    expect(ruled(policy, replaced("w2.h1", "Kept stock of 50,000 items in Excel.")).decision?.rule).toBe("rule 2");
    expect(ruled(policy, summary)).toMatchObject({ status: "rejected", decision: { rule: "default" } });
  });

  it("never lets through what is held back", () => {
    const policy = { rules: [{ when: { place: "work" }, do: "accept" }], default: "accept" };
    const verdict = ruled(policy, reworded, "held-back");
    expect(verdict.status).toBe("held-back");
    expect(verdict.decision).toBeUndefined();
  });

  it("leaves to the person what it asks about and what is held back", () => {
    const verdicts = [summary, reworded, move].map((edit, at) => ({
      edit,
      status: at === 1 ? ("held-back" as const) : ("applied" as const),
      findings: [],
    }));
    const policy = Policy.parse({ rules: [{ when: { place: "summary" }, do: "ask" }] });
    expect(underPolicy(policy, verdicts, task, words).asked).toEqual([0, 1]);
  });
});

describe("a policy without a person", () => {
  it.each([
    [{ rules: [{ when: { op: "move" }, do: "ask" }] }, /p\.yaml: rule 1 says "ask"/],
    [{ default: "ask" }, /p\.yaml: its default says "ask"/],
  ])("may not ask: %j", (policy, message) => {
    expect(() => needsNobody(Policy.parse(policy), "p.yaml")).toThrow(message);
    expect(() => needsNobody(Policy.parse({}), "p.yaml")).not.toThrow(UserError);
  });
});
