import { expect, it } from "vitest";
import { keyBook } from "../../src/verify/keys.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const rows = (await data.text("templates/lexicon/verify/synonyms-trades.tsv"))
  .split("\n")
  .filter((row) => row !== "" && !row.startsWith("# ") && row !== "words");
const keys = keyBook(await loadVerifyWords(data));
const shares = (a: string, b: string): boolean => {
  const groups = keys.of(b).filter((key) => key.startsWith("~"));
  return keys.of(a).some((key) => groups.includes(key));
};

it("writes no group of trade words twice and none of a single word", () => {
  const sorted = rows.map((row) => row.split("|").sort());
  expect(sorted.filter((group) => new Set(group).size < 2)).toEqual([]);
  expect(new Set(sorted.map((group) => group.join("|"))).size).toBe(rows.length);
});

it.each([
  ["veterinarian", "vet"],
  ["suture", "stitch"],
  ["excavator", "digger"],
  ["intoxicated", "drunk"],
  ["nappy", "diaper"],
])("lets %s stand for %s", (a, b) => expect(shares(a, b)).toBe(true));

it.each([
  ["families", "care"],
  ["coached", "busy"],
  ["deployed", "missing"],
  ["arrested", "detained"],
  ["ewes", "cows"],
])("lets %s not stand for %s", (a, b) => expect(shares(a, b)).toBe(false));
