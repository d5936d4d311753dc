import { describe, expect, it } from "vitest";
import { markShapes } from "../../src/read/pdf-mark-shapes.js";

const dot = (x: number, y: number) => ({ x0: x, y0: y, x1: x + 3, y1: y + 3 });

describe("drawn list marks", () => {
  it("are small shapes under each other, also where lines stand close", () => {
    expect(markShapes([dot(40, 100), dot(40, 108.5), dot(40, 117)])).toHaveLength(3);
  });

  it("are not the dots of ratings, which stand side by side", () => {
    const ratings = [100, 120, 140].flatMap((y) => [0, 1, 2, 3, 4].map((i) => dot(400 + i * 6, y)));
    expect(markShapes(ratings)).toEqual([]);
  });

  it("are not a shape that stands alone", () => {
    expect(markShapes([dot(40, 100)])).toEqual([]);
  });
});
