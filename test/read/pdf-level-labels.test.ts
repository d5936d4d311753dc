import { describe, expect, it } from "vitest";
import { levelLabels } from "../../src/read/pdf-level-labels.js";
import { chunk } from "./pdf-glyphs.js";

/** A date whose text ends at 120. */
const date = (text: string, y: number) => chunk(text, 120 - chunk(text, 0, 0).x1, y);
const entry = (y: number) => [chunk("Site Manager", 140, y), chunk("Brook & Sons", 140, y + 12)];
const tops = [100, 180, 310];

describe("dates on the left of entries", () => {
  it("are put on the baseline of the first row where all stand the same step below it", () => {
    const dates = tops.map((y, i) => date(`Mar 201${i} – Jun 201${i + 1}`, y + 7));
    const { chunks, moved } = levelLabels([...dates, ...tops.flatMap(entry)]);
    expect(chunks.slice(0, 3).map(({ y }) => y)).toEqual(tops);
    expect([...moved.values()].every(({ y }) => tops.includes(y))).toBe(true);
  });

  it("stay where their steps differ, as in an independent column", () => {
    const dates = tops.map((y, i) => date(`Mar 201${i}`, y + ([3, -4, 6][i] ?? 0)));
    expect(levelLabels([...dates, ...tops.flatMap(entry)]).moved.size).toBe(0);
  });

  it("stay where two columns of plain text have the same leading", () => {
    const rows = [0, 1, 2, 3, 4].flatMap((i) => [
      date("Plain text", 100 + i * 12),
      chunk("Other text", 140, 105 + i * 12),
    ]);
    expect(levelLabels(rows).moved.size).toBe(0);
  });
});
