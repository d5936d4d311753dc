import { describe, expect, it } from "vitest";
import { flowsOf } from "../../src/read/pdf-columns.js";
import { flowLines } from "../../src/read/pdf-flow-lines.js";
import { chunk } from "./pdf-glyphs.js";

const linesOf = (chunks: ReturnType<typeof chunk>[]) =>
  flowsOf(chunks, []).flatMap((flow) => flowLines(flow, 1, []).rows.map(({ text }) => text));

/** An entry whose dates stand in a narrow column on its right, on baselines of their own. */
const entry = (name: string, top: number, notes: string[]) => [
  chunk(name, 40, top, { bold: true }),
  chunk("did the first thing that was to be done there", 40, top + 13),
  chunk("did the second thing that was to be done there", 40, top + 26),
  chunk("did the third thing that was to be done there", 40, top + 39),
  ...notes.map((text, i) => chunk(text, 500 - text.length * 2.5, top - 5 + i * 17)),
];

describe("notes beside their text", () => {
  it("puts dates of a centred right column behind the entry they stand beside", () => {
    const lines = linesOf([
      ...entry("Baker", 100, ["June 2016", "—", "May 2019", "3 years"]),
      ...entry("Cook", 200, ["May 2012", "—", "May 2016"]),
    ]);
    expect(lines[0]).toBe("Baker\tJune 2016 — May 2019");
    expect(lines[1]).toBe("3 years");
    expect(lines[5]).toBe("Cook\tMay 2012 — May 2016");
    expect(lines).toHaveLength(9);
  });

  it("takes a dash before the end of a span for no list mark", () => {
    const lines = linesOf([
      ...entry("Baker", 100, ["June 2016", "— today"]),
      ...entry("Cook", 200, ["May 2012", "—", "May 2016"]),
    ]);
    expect(lines[0]).toBe("Baker\tJune 2016 — today");
  });

  it("keeps small dates on the line of a larger name that stands a little lower", () => {
    const lines = linesOf(
      [0, 1, 2].flatMap((i) => [
        chunk(`Baker at the house number ${i}`, 40, 100 + i * 60, { size: 11, bold: true }),
        chunk("first thing that was done there", 40, 115 + i * 60),
        chunk(`20${i}0 - 20${i}5`, 500, 97.5 + i * 60, { size: 8 }),
      ]),
    );
    expect(lines[0]).toBe("Baker at the house number 0\t2000 - 2005");
    expect(lines).toHaveLength(6);
  });
});
