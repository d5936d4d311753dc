import { describe, expect, it } from "vitest";
import { titleScore, titleShare } from "../../src/match/titles.js";
import type { Posting } from "../../src/schema/posting.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { data } from "../doubles.js";
import { parsedFrom } from "../fixtures/parsed-resume.js";

const { lexicon, match: words } = await loadKnowledge(data);
const empty = { company: null, location: null, yearsExperience: null, education: null, language: "en" };
const lists = { requirements: [], responsibilities: [], keywords: [], warnings: [] };

function score(
  title: string | null,
  positions: string[],
  more: { seniority?: Posting["seniority"]; label?: string } = {},
) {
  const basics = more.label === undefined ? {} : { label: more.label };
  const parsed = parsedFrom({ basics: { name: "Ann", ...basics }, work: positions.map((position) => ({ position })) });
  const posting = { ...empty, ...lists, title, seniority: more.seniority ?? null };
  return titleScore(posting, parsed, lexicon, words);
}

describe("titles", () => {
  it.each([
    ["Welder", ["Welder"], 1],
    ["Welder", ["Cook", "Welder"], 0.85],
    ["Welder", ["Cook", "Cook", "Cook", "Cook", "Cook", "Welder"], 0.6],
    ["Welder", ["Cook"], 0],
    ["Senior Welder", ["Welder II"], 1],
    ["Welder", [], 0],
    [null, ["Welder"], null],
    ["The Senior", ["Welder"], null],
  ])("%j after %j count %j", (title, positions, expected) => expect(score(title, positions)).toBe(expected));

  it("under the name count in full", () => expect(score("Welder", ["Cook"], { label: "Welder" })).toBe(1));

  it("of another level lose up to a fifth", () => {
    const held = (position: string) => score("Welder", [position], { seniority: "senior" });
    expect([held("Senior Welder"), held("Lead Welder"), held("Welder"), held("Welder Intern")]).toEqual([
      1,
      0.9,
      0.9,
      expect.closeTo(0.64),
    ]);
  });

  it("share terms beside words", () =>
    expect(titleShare("Backend Developer", "Back-End Engineer", lexicon, words)).toBeGreaterThan(0.4));

  it("that are missing share nothing", () => {
    expect([titleShare(null, "Welder", lexicon, words), titleShare("Welder", undefined, lexicon, words)]).toEqual([
      0, 0,
    ]);
  });
});
