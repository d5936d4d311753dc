import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inReadingOrder } from "../../src/read/docx-order.js";

const box = (name: string, left: number, top: number, width: number, height: number) => ({
  name,
  place: { left, top, width, height },
});

describe("inReadingOrder", () => {
  it.each<[string, ReturnType<typeof box>[], string]>([
    ["boxes in a row from left to right", [box("b", 200, 0, 90, 20), box("a", 0, 3, 90, 20)], "ab"],
    ["boxes in a column from top to bottom", [box("b", 0, 90, 90, 20), box("a", 4, 0, 90, 20)], "ab"],
    [
      "columns one after the other",
      [box("d", 200, 60, 300, 90), box("b", 0, 200, 150, 50), box("c", 200, 0, 300, 50), box("a", 0, 0, 150, 90)],
      "abcd",
    ],
    [
      "a band across the page before the columns below it",
      [box("c", 200, 60, 300, 90), box("b", 0, 60, 150, 90), box("a", 0, 0, 500, 50)],
      "abc",
    ],
    [
      "a band across the page after the columns above it",
      [box("c", 0, 200, 500, 50), box("b", 200, 0, 300, 90), box("a", 0, 0, 150, 90)],
      "abc",
    ],
    ["boxes that overlap a little", [box("b", 98, 0, 100, 20), box("a", 0, 0, 100, 20)], "ab"],
    ["boxes on top of each other by their top edge", [box("b", 10, 10, 100, 100), box("a", 0, 0, 100, 100)], "ab"],
  ])("puts %s", (_, boxes, expected) => {
    expect(
      inReadingOrder(boxes)
        .map(({ name }) => name)
        .join(""),
    ).toBe(expected);
  });

  it("keeps every box exactly once, wherever they lie", () => {
    const coordinate = fc.integer({ min: -50, max: 800 });
    const size = fc.integer({ min: 0, max: 400 });
    const boxes = fc.uniqueArray(fc.tuple(coordinate, coordinate, size, size), { maxLength: 25, selector: String });
    fc.assert(
      fc.property(boxes, (places) => {
        const made = places.map((place) => box(place.join(), ...place));
        const names = inReadingOrder(made).map(({ name }) => name);
        expect([...names].sort()).toEqual(made.map(({ name }) => name).sort());
      }),
    );
  });
});
