import { describe, expect, it } from "vitest";
import { measureOf, paragraphsOf } from "../../src/read/pdf-paragraphs.js";
import { rowsFrom } from "../../src/read/pdf-rows.js";
import { chunk } from "./pdf-glyphs.js";

const read = (chunks: ReturnType<typeof chunk>[]) => {
  const rows = rowsFrom(chunks, 1, []);
  return paragraphsOf(
    rows,
    measureOf(rows, () => false),
  ).map(({ text }) => text);
};

describe("a cell of a narrow column", () => {
  const beside = [chunk("Rigging", 200, 100), chunk("First aid", 320, 100)];

  it.each([
    ["Cranes (tower,", "mobile)", "Cranes (tower, mobile)\tRigging\tFirst aid"],
    ["Scaffolds &", "ladders", "Scaffolds & ladders\tRigging\tFirst aid"],
  ])("%s goes on below", (first, rest, whole) => {
    expect(read([chunk(first, 40, 100), ...beside, chunk(rest, 40, 112)])).toEqual([whole]);
  });

  it("that ends in a comma in a row with a date is the start of a title", () => {
    const titled = [chunk("Diploma,", 40, 100), chunk("Welding, School of", 90, 100), chunk("2013", 320, 100)];
    expect(read([...titled, chunk("Brook.", 40, 112)])[0]).not.toMatch(/^Diploma, Brook/);
  });

  it("that is complete does not take the row below", () => {
    expect(read([chunk("Cranes", 40, 100), ...beside, chunk("Welding", 40, 112)])).toHaveLength(2);
  });
});
