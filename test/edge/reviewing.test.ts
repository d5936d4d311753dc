import { beforeAll, describe, expect, it } from "vitest";
import { type Dialogue, reviewAtTerminal } from "../../src/edge/reviewing.js";
import { UserError } from "../../src/errors.js";
import type { RewriteTask } from "../../src/rewrite/engine.js";
import type { Review, ReviewTask } from "../../src/rewrite/reviewer.js";
import type { Edit, Fact, Question } from "../../src/schema/edit.js";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords, type VerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, shippedLexicon, taskOf } from "../verify/task.js";

const rows = [
  ["w1", "Engineer", "Northlight Stores", "Bergen", "2020-01", ""],
  ["w1.h1", "Set up the servers of the test environment by hand."],
  ["w1.h2", "Wrote SQL reports for the finance team."],
  ["w1.h3", "Trained two new colleagues."],
  ["summary", "Engineer who looks after servers."],
];
const plain = replaced("w1.h2", "Wrote SQL reports for finance.");
const held = replaced("w1.h1", "Set up the servers with Terraform.");
const twice = replaced("w1.h2", "Wrote SQL and Python reports for finance.");
const nowhere = replaced("w9.h1", "Set up the servers.");
const move: Edit = { ...plain, id: "w1.h3", op: "move", text: null, after: null };
const question: Question = { requirement: "Terraform", question: "Have you used Terraform?" };

let words: VerifyWords;
let task: RewriteTask;
beforeAll(async () => {
  [words, task] = [await loadVerifyWords(data), taskOf(rows, await shippedLexicon())];
});

/** A review with the person's answers in their order; what was shown comes back with it. */
async function reviewed(
  edits: Edit[],
  answers: string[],
  questions: Question[] = [],
): Promise<Review & { shown: string; kept: Fact[] }> {
  const judge: ReviewTask["judge"] = (list, facts) => verifyEdits({ ...task, facts: [...facts] }, list, words);
  const review: ReviewTask = { task, verdicts: judge(edits, []), questions, judge };
  const shown: string[] = [];
  const kept: Fact[] = [];
  const left = [...answers];
  const person: Dialogue = {
    layout: { width: 100, color: (_style, text) => text },
    show: (text) => shown.push(text),
    ask: async (message) => {
      shown.push(message);
      const answer = left.shift();
      if (answer === undefined) throw new Error(`nobody answers “${message}”`);
      return answer;
    },
    keepFact: async (text, entry) => {
      if (text === "no") throw new UserError("usage", "A fact needs some words.", "");
      const fact = { id: `f${kept.length + 1}`, text, entry, at: "2026-11-23T10:00:00Z", origin: "test" };
      kept.push(fact);
      return fact;
    },
  };
  const places = review.verdicts.map((_, at) => at);
  const result = await reviewAtTerminal(review, review.verdicts, places, person);
  expect(left).toEqual([]);
  return { ...result, shown: shown.join("\n"), kept };
}
const statuses = ({ verdicts }: Review): string[] =>
  verdicts.map(({ edit, status, decision }) => `${edit.id} ${status} ${decision?.action ?? "-"}`);

describe("a review", () => {
  it.each<[string, Edit[], string[], string[], RegExp]>([
    ["takes words for keys", [plain], ["yes"], ["w1.h2 applied accept"], /1 of 1/],
    ["explains the keys", [plain], ["?", "no"], ["w1.h2 rejected reject"], /y +accept the change/],
    ["says what it does not understand", [plain], ["maybe", "n"], ["w1.h2 rejected reject"], /“maybe” is none/],
    ["asks again after an empty answer", [plain], ["", "y"], ["w1.h2 applied accept"], /“” is none/],
    ["does not edit a move", [move], ["e", "y"], ["w1.h3 applied accept"], /Only a reworded line/],
    [
      "keeps a text that was not changed",
      [plain],
      ["e", plain.text ?? "", "y"],
      ["w1.h2 applied accept"],
      /stays as it was/,
    ],
    ["does not take an emptied text", [plain], ["e", " ", "n"], ["w1.h2 rejected reject"], /stays as it was/],
    [
      "does not put two texts on one line",
      [plain, twice],
      ["y", "y", "n"],
      ["w1.h2 applied accept", "w1.h2 rejected reject"],
      /Another change of this line/,
    ],
    ["does not override what cannot be applied", [nowhere], ["y", "q"], ["w9.h1 held-back -"], /cannot be applied/],
    ["wants a held-back change decided alone", [held], ["a", "n"], ["w1.h1 rejected reject"], /decided alone/],
    ["takes anything but a yes for a no", [held], ["y", "sure", "n"], ["w1.h1 rejected reject"], /you vouch for it/],
    ["goes back", [plain, move], ["y", "b", "n", "y"], ["w1.h2 rejected reject", "w1.h3 applied accept"], /2 of 2/],
  ])("%s", async (_what, edits, answers, expected, shown) => {
    const review = await reviewed(edits, answers);
    expect(statuses(review)).toEqual(expected);
    expect(review.shown).toMatch(shown);
  });

  it("ends at once where there is nothing to decide", async () => {
    expect(await reviewed([], [])).toMatchObject({ verdicts: [], facts: [], questions: [] });
  });
});

describe("a question", () => {
  const sentence = "Set up servers with Terraform";
  it.each<[string, string[], string[], number]>([
    ["answered with no is closed", ["n"], [], 0],
    ["skipped stays open", ["s"], [], 1],
    ["left with all others stays open", ["q"], [], 1],
    ["without a sentence stays open", ["y", ""], [], 1],
    ["with no more than a word stays open", ["y", "no", "0"], [], 1],
    ["is asked again where the answer is none", ["what", "s"], [], 1],
    ["confirmed in no job proves no job", ["y", sentence, "0"], ["null"], 0],
    ["wants a number of the list", ["y", sentence, "7", "0"], ["null"], 0],
  ])("%s", async (_what, answers, entries, open) => {
    const { facts, questions, kept, verdicts } = await reviewed([held], ["n", ...answers], [question]);
    expect(facts.map(({ entry }) => String(entry))).toEqual(entries);
    expect(facts).toEqual(kept);
    expect(questions).toHaveLength(open);
    expect(verdicts[0]?.status).toBe("rejected");
  });

  it("confirmed for a job shows what it proves once more, for the person to decide", async () => {
    for (const [answer, status] of [
      ["y", "applied accept"],
      ["n", "rejected reject"],
    ]) {
      const review = await reviewed([held], ["n", "y", sentence, "1", answer ?? ""], [question]);
      expect(statuses(review)).toEqual([`w1.h1 ${status}`]);
      expect(review.shown).toMatch(/proves 1 change[\s\S]*from {2}f1, confirmed 2026-11-23/);
    }
  });

  it("that proves what was used all the same already changes nothing", async () => {
    const review = await reviewed([held], ["y", "y", "y", sentence, "1"], [question]);
    expect(statuses(review)).toEqual(["w1.h1 flagged override"]);
  });
});
