import fc from "fast-check";
import { expect, it } from "vitest";
import { clipped, columnsOf, hanging, padded, scoreBar, wrapped } from "../../src/write/terminal.js";

it.each([
  ["abc", 3],
  ["日本", 4],
  ["e\u0301", 1],
  ["한글 a", 6],
  ["🙂", 2],
  ["→ ✓ – “", 7],
  ["", 0],
])("takes %j for %i columns wide", (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

it("wraps any text into its columns and keeps every character but spaces", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 8, max: 60 }), (text, columns) => {
      const lines = wrapped(text, columns);
      expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
      expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});

it("hangs further lines below the first word", () => {
  expect(hanging("  − ", "one two three four", { width: 14 })).toEqual(["  − one two", "    three four"]);
});

it.each([
  ["日本語テキスト", 6, "日本…"],
  ["short", 5, "short"],
  ["a word more", 7, "a word…"],
])("clips %j to %i columns", (text, columns, expected) => {
  expect(clipped(text, columns)).toBe(expected);
  expect(columnsOf(padded(clipped(text, columns), columns))).toBe(columns);
});

it("draws a bar of the same length for any score", () => {
  const score = fc.integer({ min: -5, max: 110 });
  fc.assert(
    fc.property(score, score, score, (before, after, ceiling) => {
      expect(columnsOf(scoreBar({ before, after, ceiling }, 20, { width: 80, color: (_, text) => text }))).toBe(20);
    }),
  );
});
