import { describe, expect, it } from "vitest";
import { measureOf, paragraphsOf } from "../../src/read/pdf-paragraphs.js";
import { rowsFrom } from "../../src/read/pdf-rows.js";
import type { Chunk } from "../../src/read/pdf-words.js";
import { chunk } from "./pdf-glyphs.js";

const wide = "a long line of running text that reaches the right margin of its column, or";
const read = (chunks: Chunk[]) => {
  const rows = rowsFrom(chunks, 1, []);
  return paragraphsOf(
    rows,
    measureOf(rows, () => false),
  ).map(({ text }) => text);
};

/** Two full rows of text, each in a font of its own. */
function bitmaps(first: string, second: string): Chunk[] {
  const inFont = (font: string, y: number) => {
    const row = chunk(wide, 40, y);
    return { ...row, words: row.words.map((word) => ({ ...word, font })) };
  };
  return [inFont(first, 124), inFont(second, 136)];
}

/** A row that begins with bold words. */
function labelled(label: string, text: string): Chunk {
  const row = chunk(`${label} ${text}`, 40, 136);
  return { ...row, words: row.words.map((word, at) => ({ ...word, bold: at < label.split(" ").length })) };
}

describe("rows are joined", () => {
  it.each([
    ["a wrapped paragraph", [chunk(wide, 40, 100), chunk("ends here.", 40, 112)], [`${wide} ends here.`]],
    [
      "a hanging list item",
      [chunk(`• ${wide}`, 40, 100), chunk("ends here.", 48, 112), chunk("• Next item", 40, 124)],
      [`${wide} ends here.`, "Next item"],
    ],
    ["a broken word", [chunk(`${wide} infor-`, 40, 100), chunk("mation", 40, 112)], [`${wide} information`]],
    [
      "a word with a hyphen of its own",
      [chunk(`${wide} cross-`, 40, 100), chunk("functional", 40, 112)],
      [`${wide} cross-functional`],
    ],
  ])("as %s", (_, chunks, expected) => {
    expect(read(chunks)).toEqual(expected);
  });
});

describe("rows are kept apart", () => {
  const ends = chunk("goes on in small letters.", 40, 112);
  it.each([
    ["where the first is short", [chunk("Short line", 40, 124), chunk("Another line", 40, 136)]],
    ["where the next is bold", [chunk(wide, 40, 124), chunk("New Entry", 40, 136, { bold: true })]],
    ["where the next is larger", [chunk(wide, 40, 124), chunk("New Section", 40, 138, { size: 13 })]],
    ["where blank space is between them", [chunk(wide, 40, 124), chunk("Next paragraph", 40, 148)]],
    ["where the next has a list mark", [chunk(wide, 40, 124), chunk("– Item", 40, 136)]],
    ["where the next is of another bitmap font", bitmaps("Type3 g1", "Type3 g2")],
    ["where the next begins with a bold label", [chunk(wide, 40, 124), labelled("Keywords:", "Go, SQL")]],
    ["where the next begins further right", [chunk(wide, 40, 124), chunk("Far away", 300, 136)]],
  ])("%s", (_, chunks) => {
    expect(read([chunk(wide, 40, 100), ends, ...chunks])).toHaveLength(3);
  });
});

describe("an address cut in the name of its domain", () => {
  it("is one word again", () => {
    expect(read([chunk("ann.baker@milltow", 40, 100), chunk("n.example.com", 40, 112)])).toEqual([
      "ann.baker@milltown.example.com",
    ]);
  });

  it("is not glued to what follows where it is whole", () => {
    const lines = read([chunk("ann@example.com", 40, 100), chunk("example.org", 40, 112)]);
    expect(lines.join("\n")).not.toContain("comexample");
  });
});
