import { describe, expect, it } from "vitest";
import { demandParts } from "../../src/match/demand-parts.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { data } from "../doubles.js";

const { lexicon, match: words } = await loadKnowledge(data);
const partsOf = (text: string) => {
  const terms = [...new Set(lexicon.find(text).map(({ canonical }) => canonical))];
  return demandParts({ id: "r1", text, kind: "must", terms, alternatives: [], quote: text, line: 1 }, lexicon, words);
};

describe("what no resume shows", () => {
  it.each([
    "Willingness to travel up to 25%",
    "You must be authorized to work in Canada",
    "Must pass a background check and drug test",
    "Able to work nights, weekends and bank holidays",
    "Ability to lift 40 lbs and stand for long periods",
    "At least 21 years of age",
    "Reisebereitschaft",
  ])("is all that is asked for in %j", (text) => expect(partsOf(text).isCondition).toBe(true));

  it.each([
    "3 years of experience with Kubernetes",
    "Experience planning shifts for a ward",
    "Experience coordinating international travel",
    "Forklift licence, able to work weekends",
    "Strong communication skills",
  ])("is not all that is asked for in %j", (text) => expect(partsOf(text).isCondition).toBe(false));
});

it("a wish within a demand is told from what is required", () => {
  expect([...partsOf("Bachelor's degree required, Master's degree preferred").wishTerms]).toEqual(["Master's degree"]);
  expect([...partsOf("Python and SQL preferred").wishTerms]).toEqual([]);
});
