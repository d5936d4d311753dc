import { expect, it } from "vitest";
import { splitSections } from "../../src/understand/sections.js";
import { line } from "../doubles.js";
import { linesOf, words } from "./resume-words.js";

const titles = (lines: ReturnType<typeof linesOf>) =>
  splitSections(lines, words)
    .sections.slice(1)
    .map(({ title, kind }) => `${title}: ${kind}`);

it("finds headings without styles: capitals under a blank line, known or not", () => {
  const text =
    "MIA EXAMPLE\nmia@example.com\n\nSUMMARY\nI build.\n\nWORK EXPERIENCE\nEngineer | Acme | 2019\n- One\n\nPUPPETRY\nPunch\n\nEDUCATION\nBSc";
  expect(titles(linesOf(text))).toEqual([
    "SUMMARY: summary",
    "WORK EXPERIENCE: work",
    "PUPPETRY: other",
    "EDUCATION: education",
  ]);
});

it("takes skill groups and job titles below the section's level for no sections", () => {
  const text =
    "# Mia Example\n\n## Skills\n### Languages\nGo\n### Databases\nMySQL\n\n## Experience\n### Project Manager\nAcme | 2019\n\n## Education\nBSc";
  expect(titles(linesOf(text))).toEqual(["Skills: skills", "Experience: work", "Education: education"]);
});

it("takes known headings of a lower level for sections where the file mixes levels", () => {
  const text =
    "# Skills\nGo\n\n# Education\nBSc\n\n## Interests\nChess\n\n## Languages\nEnglish\n\n## Publications\nA book";
  expect(titles(linesOf(text))).toEqual([
    "Skills: skills",
    "Education: education",
    "Interests: interests",
    "Languages: languages",
    "Publications: publications",
  ]);
});

it("leaves a named line of skills in its section", () => {
  const text = "# Mia Example\n\n## Skills\nLanguages: English, German\nTools: Git\n\n## Education\nBSc";
  expect(titles(linesOf(text))).toEqual(["Skills: skills", "Education: education"]);
});

it("finds bold headings and passes over bold titles of jobs", () => {
  const bold = (n: number, text: string) => line(n, text, { bold: true, gap: 1 });
  const lines = [
    line(1, "Mia Example"),
    bold(2, "Experience"),
    bold(3, "Senior Engineer"),
    line(4, "Acme\t2019 - 2020"),
    line(5, "One", { style: "list", level: 1 }),
    bold(6, "Education"),
    line(7, "BSc, State University"),
  ];
  expect(titles(lines)).toEqual(["Experience: work", "Education: education"]);
});

it("begins the person anew where the name stands behind a sidebar", () => {
  const lines = [
    line(1, "SKILLS", { size: 12, bold: true }),
    line(2, "Go", { size: 10 }),
    line(3, "LANGUAGES", { size: 12, bold: true }),
    line(4, "English", { size: 10 }),
    line(5, "Mia Example", { size: 24 }),
    line(6, "mia@example.com", { size: 10 }),
    line(7, "EXPERIENCE", { size: 12, bold: true }),
    line(8, "Engineer", { size: 10 }),
  ];
  expect(splitSections(lines, words).sections.map(({ kind }) => kind)).toEqual([
    "basics",
    "skills",
    "languages",
    "basics",
    "work",
  ]);
});

it.each([
  [
    "the parts of a job",
    "# Work\n**Engineer**\nAcme | 2019\n\n**Highlights**\n- One",
    "# Education\nBSc",
    ["Work: work"],
  ],
  ["the courses of a degree", "# Work\nEngineer", "# Education\nBSc\n### Courses\n- Optics", ["Work: work"]],
  ["a school's name", "# Work\nEngineer", "# Education\n# Riverside University\nBSc", ["Work: work"]],
  ["a bare degree", "# Work\nEngineer", "# Education\n# Bachelor of Science\n## Physics", ["Work: work"]],
])("takes %s for no section", (_, first, second, expected) => {
  const text = `Mia Example\n\n${first}\n\n${second}\n\n# Awards\nA prize`;
  expect(titles(linesOf(text))).toEqual([...expected, "Education: education", "Awards: awards"]);
});

it("takes languages that nobody speaks for skills, and an unknown heading over short items where nothing else names them", () => {
  const text = (items: string) => `# Mia Example\n\n## Work\nEngineer\n\n## ${items}\n\n## Education\nBSc`;
  expect(titles(linesOf(text("Languages\n- Go\n- Java")))[1]).toBe("Languages: skills");
  expect(titles(linesOf(text("Languages\n- English\n- Irish")))[1]).toBe("Languages: languages");
  expect(titles(linesOf(text("Bedside\n- Triage\n- Wound care")))[1]).toBe("Bedside: skills");
  expect(titles(linesOf(text("Skills\n- Rigging\n\n## Bedside\n- Triage\n- Wound care")))[2]).toBe("Bedside: other");
});

it("says how likely a heading is one that only its look tells; what the file calls a heading is sure", () => {
  const text = "MIA EXAMPLE\nmia@example.com\n\nSUMMARY\nI build.\n\nPUPPETRY\nPunch and Judy shows.\n\nEDUCATION\nBSc";
  const [warning, ...others] = splitSections(linesOf(text), words).warnings;
  expect(others).toEqual([]);
  expect(warning).toMatchObject({ code: "doubtful-heading", line: 5, confidence: 0.75 });
  const styled = "# Mia Example\n\n## Work\nEngineer\n\n## Puppetry\nPunch and Judy.\n\n## Education\nBSc";
  expect(splitSections(linesOf(styled), words, true).warnings).toEqual([]);
});

it("begins a section at a bold heading in a column of its own below a wide gap", () => {
  const text = "# Mia Example\n\n## Education\nBSc Physics\n\n\nSkills\tRigging, Splicing\n\n## Awards\nA prize";
  const lines = linesOf(text).map((one) => (one.text.startsWith("Skills") ? { ...one, boldLead: "Skills" } : one));
  expect(titles(lines)).toEqual(["Education: education", "Skills: skills", "Awards: awards"]);
});

it("keeps a bold name of skills under the heading Skills as their group", () => {
  const lines = linesOf("# Mia Example\n\n## Skills\nMethods\n- Excel\n- Kanban\n\n## Education\nBSc").map((one) =>
    one.text === "Methods" ? { ...one, bold: true } : one,
  );
  expect(titles(lines)).toEqual(["Skills: skills", "Education: education"]);
});
