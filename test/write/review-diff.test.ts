import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines, wordDiff } from "../../src/write/review-diff.js";
import { columnsOf } from "../../src/write/terminal.js";

const marked = (words: { text: string; changed: boolean }[]): string =>
  words.map(({ text, changed }) => (changed ? `<${text}>` : text)).join(" ");

describe("the words two texts do not share", () => {
  it.each([
    ["Was responsible for the ward", "Ran the ward", "<Was> <responsible> <for> the ward", "<Ran> the ward"],
    ["a b c", "a b c", "a b c", "a b c"],
    ["", "new text", "", "<new> <text>"],
    ["old text", "", "<old> <text>", ""],
    ["one two three", "three one two", "one two <three>", "<three> one two"],
    ["cut 40 %", "cut 40 x", "cut 40 <%>", "cut 40 <x>"],
  ])("%j and %j", (before, after, old, young) => {
    const diff = wordDiff(before, after);
    expect([marked(diff.before), marked(diff.after)]).toEqual([old, young]);
  });

  const text = fc
    .array(fc.constantFrom("a", "b", "c", "long-word", "看護師"), { maxLength: 12 })
    .map((list) => list.join(" "));
  it("are every word of both, and what is not marked is the same in both", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = wordDiff(before, after);
        const same = (words: { text: string; changed: boolean }[]): string[] =>
          words.filter(({ changed }) => !changed).map((word) => word.text);
        expect(diff.before.map((word) => word.text).join(" ")).toBe(before);
        expect(diff.after.map((word) => word.text).join(" ")).toBe(after);
        expect(same(diff.before)).toEqual(same(diff.after));
      }),
    );
  });

  it("fit the columns, marks included, and lose nothing", () => {
    const marks = { open: "[-", close: "-]", paint: (one: string) => one };
    const layout = { width: 24, color: (_style: string, one: string) => one };
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines("  − ", wordDiff(before, after).before, layout, marks);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(24);
        const shown = lines
          .map((line) => line.slice(4))
          .join(" ")
          .replace(/\[-|-\]/g, "");
        expect(shown.replace(/\s/g, "")).toBe(before.replace(/\s/g, ""));
      }),
    );
  });
});
