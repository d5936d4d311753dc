import { describe, expect, it } from "vitest";
import { flowsOf } from "../../src/read/pdf-columns.js";
import { flowLines, flowParagraphs } from "../../src/read/pdf-flow-lines.js";
import type { Chunk } from "../../src/read/pdf-words.js";
import { chunk } from "./pdf-glyphs.js";

const linesOf = (chunks: Chunk[]) =>
  flowsOf(chunks, []).flatMap((flow) =>
    flowParagraphs(flowLines(flow, 1, []), () => false).map(({ text, rows }) =>
      rows[0]?.heading === true ? `# ${text}` : text,
    ),
  );

/** A label that ends at the left column's right edge. */
const label = (text: string, y: number, facts: { size?: number; bold?: boolean } = {}) =>
  chunk(text, 180 - text.length * (facts.size ?? 10) * 0.5, y, facts);

describe("labels in a left column", () => {
  it("stand before their text, their own wrapped rows included", () => {
    const job = (top: number, title: string) => [
      label("Dates", top),
      chunk("May 2015 - June 2019", 200, top),
      label("Occupation held", top + 14),
      chunk(title, 200, top + 14),
      label("Main work and", top + 28),
      chunk("Baked bread for the whole town and its inns.", 200, top + 28),
      label("duties", top + 40),
      chunk("Sold rolls and cakes.", 200, top + 40),
    ];
    const name = label("Work experience", 76, { size: 12, bold: true });
    expect(linesOf([name, ...job(100, "Baker"), ...job(180, "Cook")])).toEqual([
      "Work experience",
      ...["Baker", "Cook"].flatMap((title) => [
        "Dates\tMay 2015 - June 2019",
        `Occupation held\t${title}`,
        "Main work and duties\tBaked bread for the whole town and its inns.",
        "Sold rolls and cakes.",
      ]),
    ]);
  });

  it("are section names in larger print, on two rows too", () => {
    const text = (top: number) =>
      [0, 1, 2, 3].map((i) => chunk(`Row ${i} of the text that stands over there.`, 200, top + i * 13));
    const chunks = [
      label("Profile", 100, { size: 14 }),
      ...text(100),
      label("Work", 200, { size: 14 }),
      label("experience", 216, { size: 14 }),
      ...text(200),
      label("Skills", 300, { size: 14 }),
      ...text(300),
    ];
    expect(linesOf(chunks).filter((line) => line.startsWith("#"))).toEqual([
      "# Profile",
      "# Work experience",
      "# Skills",
    ]);
  });
});
