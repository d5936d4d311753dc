import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseResumeWords, resumeWordFiles } from "../../src/understand/words.js";
import { root } from "../doubles.js";

const files = resumeWordFiles.map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));
const replaced = (ending: string, text: string) =>
  files.map((file) => (file.name.endsWith(ending) ? { ...file, text } : file));

it("reads the shipped lists", () => {
  const words = parseResumeWords(files);
  expect(words.headings.get("berufserfahrung")).toBe("work");
  expect(words.marks.title.hits("Softwareentwickler").length).toBe(1);
});

it.each([
  ["headings.tsv", "heading\tkind\tlanguage\nSkills\tskils\ten\n", "headings.tsv, line 2"],
  ["dates.tsv", "word\tkind\tvalue\nmay\tmonth\t13\n", "dates.tsv, line 2"],
  ["titles.tsv", "# words\nword\tkind\nengineer\n", "titles.tsv, line 3"],
])("names file and line of a fault in %s", (name, text, where) => {
  expect(() => parseResumeWords(replaced(name, text))).toThrow(where);
});

it("says which list is missing", () => {
  expect(() => parseResumeWords(files.slice(1))).toThrow("headings.tsv is missing");
});
