import { expect, it } from "vitest";
import { keyBook } from "../../src/verify/keys.js";
import { wordsOf } from "../../src/verify/tokens.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const words = await loadVerifyWords(data);
const keys = keyBook(words);

it.each([
  ["referred", "refer"],
  ["deferring", "defer"],
  ["supplies", "supply"],
  ["colour", "color"],
  ["migrated", "migration"],
])("%s and %s are one word", (one, other) => {
  expect(keys.stem(one)).toBe(keys.stem(other));
});

it.each([
  ["passed", "referred"],
  ["spotted", "identified"],
  ["bought", "purchased"],
])("%s may be said as %s", (one, other) => {
  expect(keys.of(one).filter((key) => keys.of(other).includes(key))).not.toEqual([]);
});

it.each([
  ["table", "tablet"],
  ["sold", "solder"],
  ["reporting", "reputation"],
])("%s and %s have nothing in common", (one, other) => {
  expect(keys.of(one).filter((key) => keys.of(other).includes(key))).toEqual([]);
});

it("takes a fixed phrase in all its forms as one, with the groups of all", () => {
  const synonyms = new Map([
    ["pocket map", [1]],
    ["pocket maps", [2]],
    ["pocket map of towns", [3]],
  ]);
  const book = keyBook({ ...words, synonyms });
  expect(book.phraseAt(wordsOf("Sold pocket maps"), 1)).toEqual({ stems: ["pocket", "map"], groups: ["~1", "~2"] });
  expect(book.phraseAt(wordsOf("Sold pocket maps of towns"), 1)?.groups).toEqual(["~3"]);
  expect(book.phraseAt(wordsOf("Sold maps"), 1)).toBeNull();
});
