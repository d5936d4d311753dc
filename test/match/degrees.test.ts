import { describe, expect, it } from "vitest";
import { degreeLinesOf, degreeRank, highestDegree } from "../../src/match/degrees.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { data } from "../doubles.js";
import { printedFrom } from "../fixtures/parsed-resume.js";

const { lexicon, match: words } = await loadKnowledge(data);

describe("the rank of", () => {
  it.each([
    ["High school diploma", 1],
    ["GED", 1],
    ["Associate degree", 2],
    ["Bachelor of Science in Nursing", 3],
    ["MBA", 4],
    ["PhD", 5],
    ["Nursing", null],
    ["nonesuch", null],
  ])("%s is %j", (term, rank) => expect(degreeRank(term, lexicon, words)).toBe(rank));
});

describe("the highest degree of", () => {
  it.each([
    [[{ studyType: "B.Sc.", area: "Physics" }], 3],
    [[{ studyType: "Master", area: "Informatique" }], 4],
    [[{ studyType: "Licence" }], 3],
    [[{ studyType: "MBA" }, { studyType: "Bachelor of Arts" }], 4],
    [[{ institution: "Elm University" }], 2],
    [[{ institution: "École polytechnique" }], 2],
    [[{ institution: "Elm Driving School" }], 0],
    [[], 0],
  ])("%j is %i", (education, rank) => expect(highestDegree({ education }, lexicon, words)).toBe(rank));
});

it("the lines of degrees stand by rank", () => {
  const { parsed } = printedFrom(
    {
      education: [
        { institution: "Elm", studyType: "PhD" },
        { institution: "Oak", studyType: "Bachelor of Arts" },
      ],
    },
    ["PhD, Elm", "Bachelor of Arts, Oak"],
  );
  expect([...degreeLinesOf(parsed, lexicon, words)]).toEqual([
    [5, [1]],
    [3, [2]],
  ]);
});
