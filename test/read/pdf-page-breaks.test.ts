import { describe, expect, it } from "vitest";
import { readPdf } from "../../src/read/pdf.js";
import { type Drawn, madePdf } from "./pdf-made.js";

const texts = async (...pages: Drawn[][]) =>
  (await readPdf(madePdf(pages), "made.pdf")).lines.map(({ text, style }) => [style, text]);

const long = "Planned the rollout of new scanners in nine depots together with the local";
const item = (text: string, y: number): Drawn[] => [
  { text: "•", x: 60, y },
  { text, x: 72, y },
];
const above = [{ text: "Brook and Sons", x: 60, y: 640 }, ...item("Trained all drivers of the night shift.", 660)];

describe("an item at the end of a page", () => {
  it("goes on at the top of the next where its sentence is open", async () => {
    const lines = await texts(
      [...above, ...item(long, 680)],
      [{ text: "teams and the union.", x: 72, y: 60 }, ...item("Next.", 80)],
    );
    expect(lines.slice(-2)).toEqual([
      ["list", `${long} teams and the union.`],
      ["list", "Next."],
    ]);
  });

  it.each<[string, string, Drawn[]]>([
    ["it is finished", `${long}.`, [{ text: "freelance work since 2019", x: 72, y: 60 }]],
    ["the next page begins with an item", long, item("teams of nine", 60)],
    ["the next page begins with a capital", long, [{ text: "Teams and the union", x: 72, y: 60 }]],
    ["the next page begins at another edge", long, [{ text: "teams and the union", x: 260, y: 60 }]],
  ])("ends there where %s", async (_, last, next) => {
    const lines = await texts([...above, ...item(last, 680)], [...next, ...item("Next.", 80)]);
    expect(lines.map(([, text]) => text)).toContain(last);
  });
});
