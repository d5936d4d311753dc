import { describe, expect, it } from "vitest";
import { flowsOf, hasColumns } from "../../src/read/pdf-columns.js";
import type { Chunk } from "../../src/read/pdf-words.js";
import { chunk } from "./pdf-glyphs.js";

const read = (chunks: Chunk[]) =>
  flowsOf(chunks, []).map(({ chunks: flow }) =>
    [...flow].sort((a, b) => a.y - b.y || a.x0 - b.x0).map(({ words }) => words.map(({ text }) => text).join(" ")),
  );

/** Lines of running text in a column, `step` apart. */
const column = (name: string, x: number, top: number, count: number, step = 13) =>
  Array.from({ length: count }, (_, i) => chunk(`${name} line ${i + 1} of running text here`, x, top + i * step));

describe("reading order", () => {
  it("reads a sidebar as a whole, before the wider column on its right", () => {
    const side = Array.from({ length: 12 }, (_, i) => chunk(`side ${i}`, 40, 100 + i * 17));
    const main = column("main", 200, 103, 18);
    const flows = flowsOf([...side, ...main], []);
    expect(flows.map(({ chunks, side: isSide }) => [chunks.length, isSide])).toEqual([
      [12, true],
      [18, false],
    ]);
    expect(hasColumns(flows)).toBe(true);
  });

  it("reads a header over both columns first", () => {
    const header = chunk("A name and a line of contacts that run over the whole page of two columns here", 40, 60);
    const left = Array.from({ length: 8 }, (_, i) => chunk(`left ${i}`, 40, 100 + i * 17));
    const [first, ...rest] = read([...left, ...column("right", 200, 104, 9), header]);
    expect(first).toEqual([header.words.map(({ text }) => text).join(" ")]);
    expect(rest.map((flow) => flow.length)).toEqual([8, 9]);
  });

  it("keeps titles that are set large at the right margin over their text", () => {
    const part = (title: string, y: number) => [
      chunk(title, 500 - title.length * 9, y, { size: 18 }),
      chunk("Brook and Sons", 40, y + 20),
      chunk("2019 – 2021", 430, y + 20),
      chunk("Site Manager", 40, y + 33),
      chunk("Harbour Works", 40, y + 60),
      chunk("2015 – 2019", 430, y + 60),
      chunk("Foreman", 40, y + 73),
    ];
    const flows = read([...part("Work", 100), ...part("Education", 220)]);
    expect(flows).toHaveLength(1);
  });

  it("does not cut a row whose first piece runs over a gap that the rows below have", () => {
    const address = [
      chunk("12 Elm Street", 40, 60),
      chunk("555 0100", 260, 60),
      chunk("Springfield, Some Long County", 40, 75),
      chunk("ana@example.com", 260, 75),
    ];
    const below = [100, 150, 200].flatMap((y, i) => [
      chunk(`Part ${i}`, 40, y),
      ...column(`part ${i}`, 120, y + 15, 2),
    ]);
    const flows = read([...address, ...below]);
    const flow = flows.find((texts) => texts.includes("ana@example.com"));
    expect(flow).toContain("Springfield, Some Long County");
  });

  it("keeps dates at the right margin with their rows", () => {
    const rows = [0, 1, 2].flatMap((i) => [
      chunk(`Engineer at Company ${i} with a long name`, 40, 100 + i * 60),
      chunk(`20${i}0 - 20${i}5`, 500, 100 + i * 60),
      chunk("first thing that was done there", 50, 115 + i * 60),
      chunk("second thing that was done there", 50, 130 + i * 60),
    ]);
    expect(read(rows)).toHaveLength(1);
  });

  it("keeps dates in a left column with their rows, and knows the edge of the text", () => {
    const rows = [0, 1, 2].flatMap((i) => [
      chunk(`201${i} - 201${i + 1}`, 40, 100 + i * 60),
      chunk(`Engineer at Company ${i} with a long name`, 140, 100 + i * 60),
      chunk("first thing that was done there and some more", 140, 115 + i * 60),
      chunk("second thing that was done there and some more", 140, 130 + i * 60),
    ]);
    const flows = flowsOf(rows, []);
    expect(flows).toHaveLength(1);
    expect(flows[0]?.labels[0]?.x).toBe(140);
  });

  it("does not split labels in a row, as chips are", () => {
    const chips = [0, 1, 2, 3].flatMap((i) => [
      chunk("Chip", 40, 100 + i * 20),
      chunk("Other chip", 90 + i * 17, 100 + i * 20),
      chunk("Third", 190 + i * 9, 100 + i * 20),
    ]);
    expect(read(chips)).toHaveLength(1);
  });

  it("reads columns whose headings stand on one line, though their rows meet", () => {
    const left = ["One employer", "Some years", "A highlight"].map((text, i) => chunk(text, 40, 120 + i * 15));
    const right = ["First skill", "Second skill", "Third skill"].map((text, i) => chunk(text, 330, 120 + i * 15));
    const heads = [
      chunk("WORK", 40, 100, { bold: true, size: 12 }),
      chunk("SKILLS", 330, 100, { bold: true, size: 12 }),
    ];
    expect(read([...left, ...right, ...heads]).map((flow) => flow[0])).toEqual(["WORK", "SKILLS"]);
  });
});

describe("running text over columns", () => {
  it("keeps its short last row with it", () => {
    const over = chunk(
      "A baker of bread and rolls who has run the shop by the mill for nine years and made the",
      40,
      60,
    );
    const last = chunk("town proud", 40, 73);
    const left = Array.from({ length: 8 }, (_, i) => chunk(`left ${i}`, 40, 110 + i * 17));
    const flows = read([over, last, ...left, ...column("right", 200, 114, 9)]);
    expect(flows[0]?.at(-1)).toBe("town proud");
    expect(flows.map((flow) => flow.length)).toEqual([2, 8, 9]);
  });
});
