import { expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { line } from "../doubles.js";
import { documentOf, linesOf, words } from "./resume-words.js";

function projects(text: string): string[] {
  const { resume } = understandResume(
    documentOf(linesOf(`# Mia Example\nmia@example.com\n\n## Projects\n${text}`)),
    words,
  );
  return (resume.projects ?? []).map(
    ({ name, description, endDate, url, highlights }) =>
      `${name ?? "-"} / ${description ?? "-"} / ${endDate ?? "-"} / ${url ?? "-"} / ${highlights?.length ?? 0}`,
  );
}

it.each([
  [
    "a list",
    "- Ledger: adds numbers\n- Abacus – slides beads",
    ["Ledger / adds numbers / - / - / 0", "Abacus / slides beads / - / - / 0"],
  ],
  [
    "lines numbered by hand",
    "1. Ledger - adds numbers\n2. Abacus - slides beads",
    ["Ledger / adds numbers / - / - / 0", "Abacus / slides beads / - / - / 0"],
  ],
  [
    "one line of its name and a sentence",
    "Ledger: A small program that adds the numbers of a bank.",
    ["Ledger / A small program that adds the numbers of a bank. / - / - / 0"],
  ],
  [
    "headings",
    "### Ledger\t2019\nAdds the numbers of a whole bank.\n- One\n### Abacus\n- Two\n- Three",
    ["Ledger / Adds the numbers of a whole bank. / 2019 / - / 1", "Abacus / - / - / - / 2"],
  ],
  [
    "an address under the name",
    "### Ledger\nhttps://ledger.example.com\n- One",
    ["Ledger / - / - / https://ledger.example.com / 1"],
  ],
  [
    "plain names over lists",
    "Ledger (Personal Project)\n- One\n- Two\n\nAbacus\n- Three",
    ["Ledger (Personal Project) / - / - / - / 2", "Abacus / - / - / - / 1"],
  ],
  [
    "a year inside the text",
    "- Winner: First place in 2019 Bay Hackathon",
    ["Winner / First place in 2019 Bay Hackathon / 2019 / - / 0"],
  ],
])("reads %s", (_, text, expected) => {
  expect(projects(text)).toEqual(expected);
});

it("begins a project at each bold line after a gap, where the lines between look like names", () => {
  const rows: [string, object][] = [
    ["Mia Example", { style: "heading", level: 1 }],
    ["Projects", { style: "heading", level: 2 }],
    ["Ledger", { bold: true, gap: 1 }],
    ["Project Lead", {}],
    ["Numbers for a bank", { gap: 0.5 }],
    ["Abacus", { bold: true, gap: 1 }],
    ["Developer", {}],
    ["Beads for a school", { gap: 0.5 }],
  ];
  const { resume } = understandResume(documentOf(rows.map(([text, fields], at) => line(at + 1, text, fields))), words);
  expect(resume.projects?.map(({ name }) => name)).toEqual(["Ledger", "Abacus"]);
});

it("begins a project without dates at a bold line like the bold names beside dates", () => {
  const rows: [string, object][] = [
    ["Mia Example", { style: "heading", level: 1 }],
    ["Projects", { style: "heading", level: 2 }],
    ["Garden App\t2019", { boldLead: "Garden App", gap: 1 }],
    ["Tells when to water which bed.", {}],
    ["Tide Tables", { bold: true, gap: 1 }],
    ["Computes tides for small harbours.", {}],
  ];
  const { resume } = understandResume(documentOf(rows.map(([text, fields], at) => line(at + 1, text, fields))), words);
  expect(resume.projects?.map(({ name }) => name)).toEqual(["Garden App", "Tide Tables"]);
});
