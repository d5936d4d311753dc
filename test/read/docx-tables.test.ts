import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/read/docx.js";
import { docxOf, p, table } from "./docx-file.js";

async function linesOf(body: string): Promise<string[]> {
  const { lines } = await readDocx(docxOf(body), "cv.docx");
  return lines.map(
    ({ text, style, region }) => `${region === "sidebar" ? "| " : ""}${style === "table" ? "T " : ""}${text}`,
  );
}

describe("tables as layout", () => {
  it.each<[string, string, string[]]>([
    [
      "short cells side by side are one line with tabs",
      table([
        [p("Skill"), p("Level")],
        [p("Excel"), p("expert")],
      ]),
      ["T Skill\tLevel", "T Excel\texpert"],
    ],
    ["empty cells leave no tab behind", table([[p("Clerk"), p(""), p("2019")]]), ["T Clerk\t2019"]],
    ["a cell alone in its row keeps its own style", table([[p("Clerk at Acme")]]), ["Clerk at Acme"]],
    [
      "cells with the same few rows are joined row by row",
      table([[p("Clerk") + p("Acme"), p("2019 – 2021") + p("Paris")]]),
      ["T Clerk\t2019 – 2021", "T Acme\tParis"],
    ],
    [
      "a date left of an entry belongs to its first line",
      table([[p("2019 – 2021"), p("Clerk") + p("Acme") + p("• Filed papers")]]),
      ["T 2019 – 2021\tClerk", "Acme", "Filed papers"],
    ],
    [
      "a date and place right of an entry belong to its first lines",
      table([[p("Clerk") + p("Acme") + p("• Filed papers") + p("• Led a team"), p("03.2019") + p("Paris")]]),
      ["T Clerk\t03.2019", "T Acme\tParis", "Filed papers", "Led a team"],
    ],
    [
      "a label left of a section stands above it",
      table([[p("EDUCATION"), p("B.A. History, Example University")]]),
      ["EDUCATION", "B.A. History, Example University"],
    ],
    [
      "a paragraph of prose is no cell of a line",
      table([
        [
          p("Profile"),
          p(
            `Clerk with ten years of work in offices of all sizes. ${"Likes order in all things and people. ".repeat(3)}`,
          ),
        ],
      ]),
      [
        "Profile",
        `Clerk with ten years of work in offices of all sizes. ${"Likes order in all things and people. ".repeat(3)}`.trim(),
      ],
    ],
    [
      "tall cells are columns, the narrow one a sidebar, over all their rows",
      table(
        [
          [p("Contact") + p("jo@example.com") + p("Paris"), p("Work") + p("Clerk") + p("Acme") + p("• Filed")],
          [p("Skills") + p("Excel") + p("Order"), p("Education") + p("B.A.") + p("Example University") + p("• Thesis")],
        ],
        [2000, 7000],
      ),
      [
        ...["Contact", "jo@example.com", "Paris", "Skills", "Excel", "Order"].map((text) => `| ${text}`),
        ...["Work", "Clerk", "Acme", "Filed", "Education", "B.A.", "Example University", "Thesis"],
      ],
    ],
    [
      "a table in a cell is read in its place",
      table([[p("Before") + table([[p("Clerk"), p("2019")]]) + p("After")]]),
      ["Before", "T Clerk\t2019", "After"],
    ],
    [
      "lists in cells stay lists",
      table([[p("• Excel") + p("• Word"), p("• French") + p("• Greek")]]),
      ["Excel", "Word", "French", "Greek"],
    ],
  ])("%s", async (_, body, expected) => {
    expect(await linesOf(body)).toEqual(expected);
  });

  it("gives a joined line the paragraphs of all its cells", async () => {
    const { lines } = await readDocx(docxOf(p("Head") + table([[p("Clerk"), p("2019")]])), "cv.docx");
    expect(lines[1]?.ref).toMatchObject({ paragraphs: [1, 2] });
    expect(lines[1]).toMatchObject({ style: "table", boldLead: "", bold: false });
  });

  it("counts empty rows as blank lines", async () => {
    const { lines } = await readDocx(docxOf(table([[p("Clerk")], [p("")], ["<w:p/>"], [p("Cook")]])), "cv.docx");
    expect(lines.map(({ gap }) => gap)).toEqual([0, 2]);
  });

  it("tells that a first cell is bold", async () => {
    const { lines } = await readDocx(docxOf(table([[p("Languages:", "", "<w:b/>"), p("French, Greek")]])), "cv.docx");
    expect(lines[0]).toMatchObject({ boldLead: "Languages:", bold: false });
  });

  it("reads cells and rows inside content controls and leaves out deleted rows", async () => {
    const control = (content: string) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell("gone")}</w:tr>`;
    const body = `<w:tbl>${control(`<w:tr>${control(cell("Clerk"))}${cell("2019")}</w:tr>`)}${gone}</w:tbl>`;
    expect(await linesOf(body)).toEqual(["T Clerk\t2019"]);
  });
});
