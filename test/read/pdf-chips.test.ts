import { describe, expect, it } from "vitest";
import { withChips } from "../../src/read/pdf-chips.js";
import { measureOf, paragraphsOf } from "../../src/read/pdf-paragraphs.js";
import { rowsFrom } from "../../src/read/pdf-rows.js";
import { chunksOf, type Word } from "../../src/read/pdf-words.js";
import { word } from "./pdf-glyphs.js";

const box = (from: Word, to: Word, pad = 2) => ({
  x0: from.x0 - pad,
  y0: from.y - 11,
  x1: to.x1 + pad,
  y1: from.y + 4,
});

const read = (words: Word[], boxes: ReturnType<typeof box>[]) => {
  const rows = rowsFrom(chunksOf(withChips(words, boxes)), 1, []);
  return paragraphsOf(
    rows,
    measureOf(rows, () => false),
  ).map(({ text }) => text);
};

describe("tags", () => {
  const [power, bi, excel, sql] = [
    word("Power", 40, 100),
    word("BI", 68, 100),
    word("Excel", 83, 100),
    word("SQL", 40, 118),
  ];

  it("are parted where each lies in a box of its own, and go on in the next row", () => {
    expect(read([power, bi, excel, sql], [box(power, bi), box(excel, excel), box(sql, sql)])).toEqual([
      "Power BI\tExcel\tSQL",
    ]);
  });

  it("are told from a text whose ground is painted piece by piece", () => {
    expect(read([power, bi, excel], [box(power, bi, 2.5), box(excel, excel, 2.5)])).toEqual(["Power BI Excel"]);
  });

  it("are told from the lines of one box", () => {
    const card = { x0: 36, y0: 88, x1: 120, y1: 122 };
    expect(read([power, bi, sql], [card, card])).toEqual(["Power BI", "SQL"]);
  });
});
