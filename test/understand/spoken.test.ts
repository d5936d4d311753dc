import { expect, it } from "vitest";
import type { Sourced } from "../../src/understand/draft.js";
import { readLanguages } from "../../src/understand/spoken.js";
import { linesOf, words } from "./resume-words.js";

it.each([
  ["- English (Native)\n- French (Basic)", ["English Native", "French Basic"]],
  ["English: native, Spanish: fluent", ["English native", "Spanish fluent"]],
  ["Deutsch\tMuttersprache", ["Deutsch Muttersprache"]],
  ["Anglais\nNiveau scolaire", ["Anglais Niveau scolaire"]],
  ["Fluent in Spanish", ["Spanish Fluent"]],
  ["Nahuatl Clásico\tFluent\nSumerian B\tBasic", ["Nahuatl Clásico Fluent", "Sumerian B Basic"]],
])("reads %j", (text, expected) => {
  const { entries } = readLanguages(linesOf(text), words);
  expect(
    entries.map(({ value }) => `${(value.language as Sourced).text} ${(value.fluency as Sourced | undefined)?.text}`),
  ).toEqual(expected);
});
