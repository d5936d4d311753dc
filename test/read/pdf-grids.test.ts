import { describe, expect, it } from "vitest";
import { readPdf } from "../../src/read/pdf.js";
import { gridsOf, inGrid } from "../../src/read/pdf-grids.js";
import { madePdf } from "./pdf-made.js";

const across = (y: number) => ({ x0: 50, y0: y, x1: 350, y1: y + 0.5 });
const down = (x: number) => ({ x0: x, y0: 100, x1: x + 0.5, y1: 160 });

describe("rules on a page", () => {
  it("that touch in rows and columns are a table", () => {
    const [grid] = gridsOf([...[100, 130, 160].map(across), ...[50, 200, 350].map(down)]);
    expect(grid).toEqual({ x0: 50, y0: 100, x1: 350.5, y1: 160.5 });
    expect(inGrid({ x0: 60, x1: 300, y: 120 }, grid === undefined ? [] : [grid])).toBe(true);
    expect(inGrid({ x0: 60, x1: 300, y: 180 }, grid === undefined ? [] : [grid])).toBe(false);
  });

  it.each([
    ["under headings", [100, 160, 220, 280, 340, 400].map(across)],
    ["of a frame", [across(100), across(160), across(161), down(50), down(350), down(351)]],
  ])("%s are none", (_, rules) => {
    expect(gridsOf(rules)).toEqual([]);
  });
});

it("makes the rows of a drawn table, its labels too, lines of a table", async () => {
  const rules = [200, 220, 240, 260].map((y) => `60 ${792 - y} 400 0.5 re f`);
  const sides = [60, 260, 460].map((x) => `${x} 532 0.5 60 re f`);
  const cell = (text: string, x: number, y: number, state = "") => ({ text, x, y, state });
  const rows = ["Employer", "Brook and Sons", "Harbour Works"].flatMap((text, i) => [
    cell(text, 66, 214 + i * 20, i === 0 ? [...rules, ...sides].join("\n") : ""),
    cell(["Years", "2015 – 2019", "2019 – 2021"][i] ?? "", 266, 214 + i * 20),
  ]);
  const document = await readPdf(madePdf([[cell("A line above the table", 60, 150), ...rows]]), "made.pdf");
  expect(document.traits).toContain("tables");
  expect(document.lines.map(({ style, text }) => [style, text])).toEqual([
    ["body", "A line above the table"],
    ["table", "Employer\tYears"],
    ["table", "Brook and Sons\t2015 – 2019"],
    ["table", "Harbour Works\t2019 – 2021"],
  ]);
});
