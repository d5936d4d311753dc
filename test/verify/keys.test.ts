import { expect, it } from "vitest";
import { keyBook } from "../../src/verify/keys.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const keys = keyBook(await loadVerifyWords(data));

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
