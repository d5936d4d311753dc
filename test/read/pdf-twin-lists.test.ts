import { describe, expect, it } from "vitest";
import { flowsOf } from "../../src/read/pdf-columns.js";
import type { Chunk } from "../../src/read/pdf-words.js";
import { chunk } from "./pdf-glyphs.js";

const read = (chunks: Chunk[]) =>
  flowsOf(chunks, []).flatMap(({ chunks: flow }) =>
    [...flow].sort((a, b) => a.y - b.y || a.x0 - b.x0).map(({ words }) => words.map(({ text }) => text).join(" ")),
  );

describe("lists side by side", () => {
  it("are read one after the other, each with the rest of its items", () => {
    expect(
      read([
        chunk("Baker at the mill", 40, 100, { bold: true }),
        chunk("May 2019", 430, 100),
        chunk("• Bakes bread and rolls for the", 50, 115),
        chunk("• Plans the shifts of nine", 260, 115),
        chunk("whole town", 59, 127),
        chunk("people", 269, 127),
        chunk("• Cleans", 50, 139),
        chunk("Cook at the inn", 40, 170, { bold: true }),
      ]),
    ).toEqual([
      "Baker at the mill",
      "May 2019",
      "• Bakes bread and rolls for the",
      "whole town",
      "• Cleans",
      "• Plans the shifts of nine",
      "people",
      "Cook at the inn",
    ]);
  });

  it("keep their titles", () => {
    const pairs = [
      ["Bread", "Cakes"],
      ["• Rye", "• Plum"],
      ["• Wheat", "• Apple"],
    ];
    const chunks = pairs.flatMap(([left = "", right = ""], i) => [
      chunk(left, i === 0 ? 40 : 60, 100 + i * 15),
      chunk(right, i === 0 ? 240 : 260, 100 + i * 15),
    ]);
    expect(read(chunks)).toEqual(["Bread", "• Rye", "• Wheat", "Cakes", "• Plum", "• Apple"]);
  });

  it("end where other text begins, also flush with the items", () => {
    const rows = [chunk("• Rye", 60, 100), chunk("• Plum", 260, 100), chunk("Awards", 60, 128, { size: 13 })];
    expect(read([...rows, chunk("Best baker", 60, 145)])).toEqual(["• Rye", "• Plum", "Awards", "Best baker"]);
  });

  it("are not contacts set apart by dots", () => {
    const row = [chunk("5 Mill Lane", 40, 100), chunk("• 555 0123", 150, 100), chunk("• ann@example.com", 260, 100)];
    const next = [chunk("Baker", 40, 130), chunk("of bread", 40, 145)];
    expect(read([...row, ...next])).toEqual(["5 Mill Lane", "• 555 0123", "• ann@example.com", "Baker", "of bread"]);
  });
});
