import { beforeAll, describe, expect, it } from "vitest";
import type { Rewritten } from "../../src/pipeline.js";
import { offlineEngine } from "../../src/rewrite/offline.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import { hasCorpus } from "../doubles.js";
import { knowledge } from "./postings.js";
import { allPairs, rewritten, verifyWords } from "./rewriting.js";

/** Measured on the pairs: 6 of a hundred supported keywords come into sight, 22 lines are reworded. */
const leastGain = 0.05;
const leastLines = 20;

/** What a reader sees first: the summary, the skills, the first three highlights of the latest two jobs. */
function seenFirst({ ids }: ParsedResume): string {
  const isFirst = (path: string): boolean =>
    path === "basics.summary" || /^skills\[\d+\]$/.test(path) || /^work\[[01]\]\.highlights\[[0-2]\]$/.test(path);
  return Object.values(ids)
    .filter(({ path }) => isFirst(path))
    .map(({ text }) => text)
    .join("\n");
}

/** The share of the keywords the resume supports that a reader sees first; null where it supports none. */
function coverage({ match }: Rewritten, parsed: ParsedResume): number | null {
  const supported = match.keywords.filter(({ inResume }) => inResume > 0).map(({ canonical }) => canonical);
  if (supported.length === 0) return null;
  const text = seenFirst(parsed);
  const named = new Set(knowledge.lexicon.find(text).map(({ canonical }) => canonical));
  return supported.filter((term) => named.has(term)).length / supported.length;
}

describe.skipIf(!hasCorpus)("the offline engine on real resumes", () => {
  let all: { resume: string; done: Rewritten }[] = [];
  beforeAll(async () => {
    const engine = offlineEngine(verifyWords);
    all = await Promise.all(
      allPairs.map(async ({ resume, posting }) => ({ resume, done: await rewritten(resume, posting, engine) })),
    );
  }, 120_000);
  const texts = () =>
    all.flatMap(({ done }) =>
      done.result.changes.flatMap(({ op, before, after, id }) =>
        op === "replace" && !id.startsWith("k") ? [{ id, before: before ?? "", after: after ?? "" }] : [],
      ),
    );

  it("brings supported keywords into sight and hides none", () => {
    const gains = all.flatMap(({ done }) => {
      const [before, after] = [coverage(done, done.before), coverage(done, done.after)];
      return before === null || after === null ? [] : [after - before];
    });
    expect(gains.filter((gain) => gain < 0)).toEqual([]);
    expect(gains.reduce((sum, gain) => sum + gain, 0) / all.length).toBeGreaterThanOrEqual(leastGain);
  });

  it("rewords lines, and no match gets worse", () => {
    expect(texts().length).toBeGreaterThanOrEqual(leastLines);
    expect(all.filter(({ done }) => done.result.match.after < done.result.match.before)).toEqual([]);
  });

  it.each<[string, (after: string, before: string) => boolean]>([
    ["a doubled space, a space before a mark or a doubled stop", (after) => / {2}| [,.;]|\.\.$/.test(after)],
    ["a small letter where a line begins", (after) => /^\p{Ll}/u.test(after)],
    [
      "a small letter behind a full stop",
      (after) => /(?<!\b(?:vs|incl|approx|etc|e\.g|i\.e))[.!?] \p{Ll}/u.test(after),
    ],
    ["an article before an article", (after) => /\b(?:an? (?:an?|the)|the (?:an?|the))\b/i.test(after)],
    ["a word twice in a row", (after) => /(?<![\p{L}\p{N}])(\p{L}{2,}) \1(?![\p{L}\p{N}])/iu.test(after)],
    ["the first person", (after) => /\b(?:I|my|myself)\b/.test(after)],
    ["a line of one word", (after) => after.trim().split(/\s+/).length < 2],
  ])("writes no %s where there was none", (_fault, has) => {
    expect(
      texts().filter(({ before, after }) => has(after, before) && !(before !== "" && has(before, before))),
    ).toEqual([]);
  });

  it("keeps the way a line ends, and adds one sentence to a summary, or two to a short one", () => {
    const stop = (text: string): boolean => /[.!?]$/.test(text.trim());
    const count = (text: string): number => text.split(/[.!?]\s+(?=\p{Lu})/u).length;
    const lines = texts().filter(({ before, id }) => before !== "" && id !== "summary");
    expect(lines.filter(({ before, after }) => stop(before) !== stop(after) || count(after) !== count(before))).toEqual(
      [],
    );
    const summaries = texts().filter(({ id }) => id === "summary");
    expect(summaries.length).toBeGreaterThan(0);
    for (const { before, after } of summaries) {
      const more = before === "" ? 3 : count(before) >= 3 ? 1 : 2;
      expect(count(after), after).toBeLessThanOrEqual((before === "" ? 0 : count(before)) + more);
      expect(stop(after), after).toBe(true);
    }
  });

  it("asks five questions at most, none twice", () => {
    for (const { done } of all) {
      const asked = done.result.questions.map(({ question }) => question);
      expect(asked.length).toBeLessThanOrEqual(5);
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  it("only reorders resumes in other languages", () => {
    const others = all.filter(({ done }) => done.before.language !== "en");
    expect(others.length).toBeGreaterThan(0);
    const words = (text: string): string[] => text.split(/[\s,:]+/).sort();
    for (const { done } of others)
      for (const { op, before, after } of done.result.changes)
        if (op === "replace") expect(words(after ?? "")).toEqual(words(before ?? ""));
  });
});
