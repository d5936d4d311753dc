import { expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { documentOf, linesOf, words } from "./resume-words.js";

function read(section: string) {
  return understandResume(documentOf(linesOf(`# Mia Example\nmia@example.com\n\n## ${section}`)), words).resume;
}

it("reads name, issuer and date of certificates", () => {
  const { certificates } = read(
    "Certifications\n- Scrum Master - Scrum Alliance (2021)\n- Basic Life Support | Red Cross | March 2022\n- First Aid",
  );
  expect(certificates).toEqual([
    { name: "Scrum Master", issuer: "Scrum Alliance", date: "2021" },
    { name: "Basic Life Support", issuer: "Red Cross", date: "2022-03" },
    { name: "First Aid" },
  ]);
});

it("leaves a date inside a sentence where it is", () => {
  const { awards } = read('Awards\n- Won "Campaign of the Year" in 2023');
  expect(awards).toEqual([{ title: 'Won "Campaign of the Year" in 2023', date: "2023" }]);
});

it("keeps the columns' names of a table apart from its rows", () => {
  const lines = linesOf("# Mia Example\nmia@example.com\n\n## Certifications\nName\tYear\nPMP\t2019").map((one) =>
    one.text.includes("\t") ? { ...one, style: "table" as const } : one,
  );
  const { resume } = understandResume(documentOf(lines), words);
  expect(resume.certificates).toEqual([{ name: "PMP", date: "2019" }]);
  expect(resume.meta).toEqual({ notes: ["Name Year"] });
});

it("reads interests and references", () => {
  expect(read("Interests\nMusic: piano, guitar").interests).toEqual([{ name: "Music", keywords: ["piano", "guitar"] }]);
  expect(read("References\nAvailable upon request").references).toEqual([{ reference: "Available upon request" }]);
});

it("reads an issuer on its own line, with and without a label", () => {
  const plain =
    "Certificates\nAdvanced Life Support\nResuscitation Council\nMentorship in Practice\nUniversity of Salford";
  expect(read(plain).certificates).toEqual([
    { name: "Advanced Life Support", issuer: "Resuscitation Council" },
    { name: "Mentorship in Practice", issuer: "University of Salford" },
  ]);
  expect(read("Certificates\n### Cloud Administrator\nIssued by Acme\nApr 2022").certificates).toEqual([
    { name: "Cloud Administrator", issuer: "Acme", date: "2022-04" },
  ]);
});

it("takes a label before a date for no entry", () => {
  const { awards } = read("Awards\n### Best Map\nFor a map of empty lots.\n\n**Awarded on:**\nNov 01, 2019");
  expect(awards).toEqual([{ title: "Best Map", date: "2019-11-01", summary: "For a map of empty lots." }]);
});

it("reads a list under an interest as its keywords", () => {
  expect(read("Interests\n### Climbing\n- Bouldering\n- Alpine routes\n### Chess").interests).toEqual([
    { name: "Climbing", keywords: ["Bouldering", "Alpine routes"] },
    { name: "Chess" },
  ]);
});

it.each([
  ["below", "Mia finds the one line that matters.\n\nAnn Sample"],
  ["above", "Ann Sample\n\nMia finds the one line that matters."],
  ["behind a dash", "Mia finds the one line that matters. - Ann Sample"],
])("reads a quoted reference with its name %s", (_, lines) => {
  expect(read(`References\n${lines}`).references).toEqual([
    { name: "Ann Sample", reference: "Mia finds the one line that matters." },
  ]);
});

it("keeps a sentence and a repeated issuer with the name above them", () => {
  expect(read("Awards\nBake-off, first prize\tNov 2019\nFor a loaf of forty kilos.\nTown Medal\t2017").awards).toEqual([
    { title: "Bake-off, first prize", date: "2019-11", summary: "For a loaf of forty kilos." },
    { title: "Town Medal", date: "2017" },
  ]);
  expect(read("Certificates\nHACCP Level 3 Award\nHACCP\nForklift Licence").certificates).toEqual([
    { name: "HACCP Level 3 Award", issuer: "HACCP" },
    { name: "Forklift Licence" },
  ]);
});

it("reads an interest with its kinds behind a gap", () => {
  expect(read("Interests\nMusic\tpiano, guitar").interests).toEqual([{ name: "Music", keywords: ["piano", "guitar"] }]);
});
