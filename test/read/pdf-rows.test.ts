import { describe, expect, it } from "vitest";
import { rowsFrom } from "../../src/read/pdf-rows.js";
import { chunkFrom } from "../../src/read/pdf-words.js";
import { chunk, word } from "./pdf-glyphs.js";

describe("list marks", () => {
  it.each(["•", "●", "○", "◦", "▪", "■", "–", "-", "*", "‣", "➢", "✓", "o", "·", ">"])("%s is taken off", (mark) => {
    const [row] = rowsFrom([chunkFrom([word(mark, 40, 100), word("Item", 55, 100)])], 1, []);
    expect(row).toMatchObject({ text: "Item", marked: true, x0: 55 });
  });

  it("is taken off where it touches the text", () => {
    expect(rowsFrom([chunk("•Item", 40, 100)], 1, [])[0]).toMatchObject({ text: "Item", marked: true });
  });

  it("may be a drawn disc", () => {
    const dot = { x0: 34, y0: 95, x1: 37, y1: 98 };
    expect(rowsFrom([chunk("Item", 45, 100)], 1, [dot])[0]).toMatchObject({ text: "Item", marked: true });
  });

  it("may be a number where numbers count", () => {
    const rows = rowsFrom(
      [chunk("1. First item", 40, 100), chunk("2. Second item", 40, 115), chunk("7. alone", 40, 130)],
      1,
      [],
    );
    expect(rows.map(({ text, marked }) => [text, marked])).toEqual([
      ["First item", true],
      ["Second item", true],
      ["7. alone", false],
    ]);
  });

  it("may be a pictograph that begins several rows, not the different ones of a contact block", () => {
    const row = (icon: string, text: string, y: number) =>
      chunkFrom([word(icon, 40, y, { icon: true }), word(text, 55, y)]);
    const rows = rowsFrom([row("a", "One", 100), row("a", "Two", 115), row("b", "Three", 130)], 1, []);
    expect(rows.map(({ marked }) => marked)).toEqual([true, true, false]);
  });
});

describe("cells", () => {
  it("are parted by a tab where the gap is wide", () => {
    expect(rowsFrom([chunk("Engineer", 40, 100), chunk("2019 – 2021", 400, 100)], 1, [])[0]).toMatchObject({
      text: "Engineer\t2019 – 2021",
      cells: 2,
      textX: 400,
    });
  });

  it("are parted by a tab where a pictograph stood", () => {
    const row = chunkFrom([
      word("me@example.com", 40, 100),
      word("x", 115, 100, { icon: true }),
      word("555", 124, 100),
    ]);
    expect(rowsFrom([row], 1, [])[0]?.text).toBe("me@example.com\t555");
  });

  it("at the right margin beside list items go behind the entry's first row", () => {
    const rows = rowsFrom(
      [
        chunk("Employer", 40, 100),
        chunk("Berlin", 470, 100),
        chunk("• A highlight that is long", 40, 113),
        chunk("2019", 480, 113),
        chunk("• Another highlight", 40, 126),
      ],
      1,
      [],
    );
    expect(rows.map(({ text }) => text)).toEqual([
      "Employer\tBerlin",
      "2019",
      "A highlight that is long",
      "Another highlight",
    ]);
  });
});
