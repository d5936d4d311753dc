import { describe, expect, it } from "vitest";
import { askedLevels, heldLevels, isLevel } from "../../src/match/spoken-levels.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { data } from "../doubles.js";

const { lexicon, match: words } = await loadKnowledge(data);

describe("the levels of languages asked for in", () => {
  it.each([
    ["Fluent Spanish and English (C1)", { Spanish: 5, English: 5 }],
    ["English at B2 level or higher", { English: 4 }],
    ["Sehr gute Englischkenntnisse, Deutsch mindestens B2", { English: 5, German: 4 }],
    ["Good English and fluent German", { English: 4, German: 5 }],
    ["Native French; English", { French: 6, English: 6 }],
    ["Polish", {}],
    ["Python", {}],
  ])("%j", (text, expected) => expect(Object.fromEntries(askedLevels(text, lexicon, words))).toEqual(expected));
});

it("the levels a resume gives are read from its words for them", () => {
  const languages = [
    { language: "English", fluency: "C1" },
    { language: "German", fluency: "conversational" },
    { language: "Polish" },
    { language: "Irish", fluency: "Native speaker" },
  ];
  expect(Object.fromEntries(heldLevels({ languages }, lexicon, words))).toEqual({ English: 5, German: 3, Irish: 6 });
});

it("a level alone is known from a term that holds one", () => {
  expect(["C1", "fluent", "B2B sales", "Basic Life Support"].map((term) => isLevel(term, words))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
