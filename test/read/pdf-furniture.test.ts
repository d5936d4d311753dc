import { describe, expect, it } from "vitest";
import { withoutFurniture } from "../../src/read/pdf-furniture.js";
import { chunk } from "./pdf-glyphs.js";

const page = (number: number, ...chunks: ReturnType<typeof chunk>[]) => ({ page: number, height: 800, chunks });
const texts = (chunks: { words: { text: string }[] }[]) =>
  chunks.map(({ words }) => words.map(({ text }) => text).join(" "));

describe("page numbers are dropped", () => {
  it.each(["1", "- 1 -", "1/2", "Page 1 of 2", "Seite 1 von 2", "p. 1", "1 | 2"])("as %s", (text) => {
    const { pages, dropped } = withoutFurniture([page(1, chunk("Body text", 40, 300), chunk(text, 300, 770)), page(2)]);
    expect(texts(pages.flatMap(({ chunks }) => chunks))).toEqual(["Body text"]);
    expect(texts(dropped)).toEqual([text]);
  });

  it.each(["2019", "Σελίδα του έργου 1 και άλλα", "Version 1", "5 years"])("but not %s", (text) => {
    const { pages } = withoutFurniture([page(1, chunk("Body text", 40, 300), chunk(text, 300, 770))]);
    expect(texts(pages.flatMap(({ chunks }) => chunks))).toContain(text);
  });

  it("also beside other text", () => {
    const { pages, dropped } = withoutFurniture([page(1, chunk("me@example.com", 40, 770), chunk("1", 400, 771))]);
    expect(texts(pages.flatMap(({ chunks }) => chunks))).toEqual(["me@example.com"]);
    expect(texts(dropped)).toEqual(["1"]);
  });
});

it("running headers are kept once", () => {
  const header = (number: number) => chunk(`Ada Example, Resume ${number}`, 40, 30);
  const { pages, kept, dropped } = withoutFurniture([
    page(1, header(1), chunk("First page", 40, 300)),
    page(2, header(2), chunk("Second page", 40, 300)),
  ]);
  expect(texts(pages.flatMap(({ chunks }) => chunks))).toEqual(["First page", "Second page"]);
  expect(kept.map(({ region, chunks }) => [region, ...texts(chunks)])).toEqual([["header", "Ada Example, Resume 1"]]);
  expect(texts(dropped)).toEqual(["Ada Example, Resume 2"]);
});

it.each([
  ["Ada Example – page 2", true],
  ["Resume of Ada Example | 2 of 3", true],
  ["Ada Example – page 3", false],
  ["Led the move to version 2 of 3", false],
])("“%s” on top of the second page alone is a running header: %s", (text, isHeader) => {
  const { pages, kept } = withoutFurniture([
    page(1, chunk("First page", 40, 300)),
    page(2, chunk(text, 40, 30), chunk("Second page", 40, 300)),
  ]);
  expect(kept.flatMap(({ chunks }) => texts(chunks))).toEqual(isHeader ? [text] : []);
  expect(texts(pages.flatMap(({ chunks }) => chunks)).includes(text)).toBe(!isHeader);
});
