import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { documentOf, linesOf, words } from "./resume-words.js";

const sample = `# Mia Example
mia@example.com | 555-555-0100

## Profile
Engineer who keeps payment systems of small banks running and likes to explain them.

## Work Experience
### Senior Engineer | Acme Inc.\t2020 - Present
- Ran the billing system
  - Cut its cost
### Engineer | Initech\t2016 - 2019
Looked after three servers in the cellar of a bank and moved them to a data centre.

## Projects
Ledger – A tool that adds numbers
- Adds numbers

## Skills
Languages: Go, SQL

## Volunteer Work
### Tutor | Example School\t2015 - 2016
- Taught sums

## Hobby Horses
Riding the rail
`;

describe("ids", () => {
  const { ids } = understandResume(documentOf(linesOf(sample)), words);

  it("name every editable text and nothing else", () => {
    expect(Object.keys(ids).sort()).toEqual(
      ["summary", "w1.h1", "w1.h2", "w2.summary", "p1.summary", "p1.h1", "k1", "v1.h1", "x1.h1"].sort(),
    );
  });

  it("carry the text as printed with its lines", () => {
    expect(ids["w1.h2"]).toEqual({ text: "Cut its cost", lines: [8], path: "work[0].highlights[1]" });
    expect(ids.k1).toEqual({ text: "Languages: Go, SQL", lines: [15], path: "skills[0]" });
  });

  it("hold an empty summary where the resume has none", () => {
    const bare = understandResume(documentOf(linesOf("# Mia Example\nmia@example.com\n\n## Skills\nGo")), words);
    expect(bare.ids.summary).toEqual({ text: "", lines: [], path: "basics.summary" });
  });
});

it("lists the headings as printed with the paths under them", () => {
  const { sections } = understandResume(documentOf(linesOf(sample)), words);
  expect(sections.map(({ heading, kind, entries }) => [heading, kind, entries])).toEqual([
    ["", "basics", ["basics"]],
    ["Profile", "summary", ["basics.summary"]],
    ["Work Experience", "work", ["work[0]", "work[1]"]],
    ["Projects", "projects", ["projects[0]"]],
    ["Skills", "skills", ["skills[0]"]],
    ["Volunteer Work", "volunteer", ["volunteer[0]"]],
    ["Hobby Horses", "other", ["sections[0]"]],
  ]);
});

it("keeps a line it does not understand and says so", () => {
  const text = "# Mia Example\nmia@example.com\nZzyzx\n\n## Skills\nGo";
  const { resume, warnings } = understandResume(documentOf(linesOf(text)), words);
  expect(resume.sections).toEqual([{ name: "", items: ["Zzyzx"] }]);
  expect(warnings).toContainEqual(expect.objectContaining({ code: "unplaced", line: 3 }));
});

const word = fc.constantFrom("billing", "ledger", "pipeline", "archive", "warehouse", "clinic", "report", "schedule");
const sentence = fc.array(word, { minLength: 3, maxLength: 7 }).map((list) => `Improved the ${list.join(" ")}`);
const job = fc.record({
  title: fc.constantFrom("Senior Engineer", "Data Analyst", "Nurse Manager", "Accountant", "Store Manager"),
  employer: fc.constantFrom("Acme Inc.", "Initech", "Mercy Hospital", "Globex Corporation", "Hooli"),
  place: fc.constantFrom("Austin, TX", "Berlin, Germany", "Remote"),
  year: fc.integer({ min: 1990, max: 2020 }),
  highlights: fc.array(sentence, { minLength: 1, maxLength: 4 }),
});
const layouts = [
  ({ title, employer, place, year }: Job) => `${title} | ${employer} | ${place}\t${year} - ${year + 2}`,
  ({ title, employer, place, year }: Job) => `${employer}\t${place}\n${title}\tMay ${year} – June ${year + 2}`,
  ({ title, employer, place, year }: Job) => `${title}\n${employer}, ${place}\n${year} - ${year + 2}`,
  ({ title, employer, year }: Job) => `### ${title}, ${employer} (${year} - ${year + 2})`,
];
type Job = typeof job extends fc.Arbitrary<infer T> ? T : never;

it("understands any resume written in a usual layout", () => {
  fc.assert(
    fc.property(
      fc.array(job, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...layouts),
      fc.constantFrom("Work Experience", "EMPLOYMENT HISTORY", "Berufserfahrung"),
      (jobs, layout, heading) => {
        const body = jobs
          .map((one) => `${layout(one)}\n${one.highlights.map((text) => `- ${text}`).join("\n")}`)
          .join("\n\n");
        const { resume } = understandResume(
          documentOf(linesOf(`# Mia Example\nmia@example.com\n\n## ${heading}\n${body}`)),
          words,
        );
        const read = (resume.work ?? []).map(({ position, name, startDate, endDate, highlights }) => ({
          title: position,
          employer: name,
          from: startDate?.slice(0, 4),
          to: endDate?.slice(0, 4),
          highlights,
        }));
        expect(read).toEqual(
          jobs.map(({ title, employer, year, highlights }) => ({
            title,
            employer,
            from: `${year}`,
            to: `${year + 2}`,
            highlights,
          })),
        );
      },
    ),
    { numRuns: 200 },
  );
});

it("places every line of any text", () => {
  const text = fc.array(
    fc.oneof(
      sentence,
      word,
      fc.constantFrom("## Skills", "## Experience", "2019 - 2020", "- item", "", "A | B | C", "x: y"),
    ),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(text, (rows) => {
      const lines = linesOf(rows.join("\n"));
      const { provenance, sections } = understandResume(documentOf(lines), words);
      const placed = new Set([...Object.values(provenance).flat(), ...sections.map(({ line }) => line)]);
      expect(lines.filter(({ n }) => !placed.has(n))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
