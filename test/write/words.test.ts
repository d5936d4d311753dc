import { expect, it } from "vitest";
import { UserError } from "../../src/errors.js";
import { parseWords } from "../../src/write/words.js";
import { words } from "../fixtures/parsed-resume.js";

it.each([
  ["summary", "en", "Summary"],
  ["summary", "de", "Profil"],
  ["present", "zh", "至今"],
  ["summary", "xx", "Summary"],
])("has %s in %s: %s", (key, language, text) => {
  expect(words(key, language)).toBe(text);
});

it.each(["en\tsummary", "en\tsummary\tSummary\tmore", "en summary Summary"])("names the line of %j", (row) => {
  expect(() => parseWords(`# words\nlanguage\tkey\ttext\n${row}\n`)).toThrow(/line 3/);
});

it("says which word is missing", () => {
  expect(() => parseWords("en\tsummary\tSummary")("present", "en")).toThrow(UserError);
});
