import { expect, it } from "vitest";
import { outlineOf, outlineText } from "../../src/write/outline.js";
import { parsedFrom, words } from "../fixtures/parsed-resume.js";

it.each([
  ["Graduated with honours, GPA: 3.7/4.0", 1],
  ["Graduated with honours", 1],
  ["Ranked 13.7/4.05 in a joke", 1],
])("prints a grade once, beside '%s'", (highlight, times) => {
  const education = [{ institution: "Harbour College", studyType: "BSc", score: "3.7/4.0", highlights: [highlight] }];
  const text = outlineText(outlineOf(parsedFrom({ education }), null, words));
  expect(text.split(/\s/).filter((word) => word === "3.7/4.0")).toHaveLength(times);
});
