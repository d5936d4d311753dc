import fc from "fast-check";
import type { Resume } from "../../src/schema/resume.js";

const titles = [
  "Senior Software Engineer",
  "Accountant",
  "Head of Marketing",
  "Staff Nurse",
  "Product Owner",
  "Research Assistant",
  "Co-Founder & CTO",
  "Warehouse Supervisor",
  "Electrician",
  "VP of Operations",
  "Graphic Designer",
  "English Teacher",
  "Barista",
  "Portrait Sculptor",
  "Data Wrangler",
  "Software Engineer II",
  "Intern",
  "Freelance Translator",
];
const employers = [
  "Acme Inc.",
  "Northwind Traders",
  "Blue Fjord GmbH",
  "Initech",
  "University of Graz",
  "St. Mary's Hospital",
  "Kestrel & Sons",
  "The Corner Bakery",
  "City of Springfield",
  "Zeta Labs",
  "Umbra",
  "Mayflower",
  "Studio North",
  "Harris & Daughters",
  "Green Energy Partners, LLC",
  "U.S. Postal Museum",
  "ABC Logistics",
];
const places = ["Austin, TX", "Berlin, Germany", "London, UK", "Portland, OR", "Madrid, Spain"];
const schools = [
  "University of Graz",
  "Lakeside College",
  "Technical University of Munich",
  "Harbor State University",
  "University of California, Davis",
  "MIT",
  "École Normale",
];
const degrees: [string, string][] = [
  ["Bachelor of Science", "Computer Science"],
  ["Master of Arts", "History"],
  ["Ph.D.", "Physics"],
  ["Bachelor of Business Administration", "Accounting"],
  ["B.A.", "English Literature"],
  ["MBA", "Finance"],
  ["Diploma", "Nursing"],
  ["B.Sc.", "Mechanical Engineering"],
];
const deeds = [
  "Cut the monthly close from nine days to four",
  "Trained eleven colleagues in safe lifting",
  "Wrote the handbook that new staff read on their first day",
  "Moved 14 services to Kubernetes without downtime, together with two teams",
  "Planned the menu: 80 guests a day, three courses",
  "Raised $2.4M from regional donors",
  "Led a team of five (two of them apprentices)",
  "Reduced waste by 30% within one year.",
];
const skillNames = ["Python", "SQL", "Excel", "Welding", "Negotiation", "Spring Boot", "C++", "Bookkeeping", "Node.js"];
const groupNames = ["Tools", "Programming", "Methods", "Office"];
const tongues: [string, string][] = [
  ["English", "Native"],
  ["German", "C1"],
  ["Spanish", "Fluent"],
];
const papers: [string, string | undefined, string | undefined][] = [
  ["AWS Certified Solutions Architect", "Amazon Web Services", "2022"],
  ["Certified Public Accountant (CPA)", undefined, "2019-05"],
  ["First Aid", "Northern Health Institute", undefined],
  ["Scrum Master", undefined, undefined],
];
const works: [string, string, string | undefined][] = [
  ["Ledger", "Adds the numbers of a whole village.", "2021"],
  ["Tide Tables", "Computes tides for two sailing clubs.", undefined],
  ["Garden App", "Tells when to water which bed.", "2019"],
];
const people = ["Mia Example", "José García López", "Anna-Lena Schmidt", "Robert O'Neill", "Wei Zhang"];

const month = fc
  .tuple(fc.integer({ min: 2001, max: 2024 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);
const span = fc
  .tuple(month, month, fc.boolean())
  .filter(([a, b]) => a < b)
  .map(([startDate, endDate, goesOn]) => (goesOn ? { startDate } : { startDate, endDate }));
const years = fc
  .tuple(fc.integer({ min: 1990, max: 2010 }), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ startDate: String(start), endDate: String(start + length) }));

const job = fc
  .tuple(
    fc.constantFrom(...titles),
    fc.constantFrom(...employers),
    fc.option(fc.constantFrom(...places), { nil: undefined }),
    fc.oneof(span, years),
    fc.uniqueArray(fc.constantFrom(...deeds), { minLength: 1, maxLength: 4 }),
  )
  .map(([position, name, location, dates, highlights]) => ({
    name,
    position,
    ...(location === undefined ? {} : { location }),
    ...dates,
    highlights,
  }));
const study = fc
  .tuple(fc.constantFrom(...schools), fc.constantFrom(...degrees), years)
  .map(([institution, [studyType, area], dates]) => ({ institution, area, studyType, ...dates }));
const skills = fc.oneof(
  fc
    .uniqueArray(fc.constantFrom(...skillNames), { minLength: 2, maxLength: 6 })
    .map((keywords) => [{ name: "", keywords }]),
  fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...groupNames), { minLength: 1, maxLength: 3 }),
      fc.shuffledSubarray(skillNames),
    )
    .filter(([names, all]) => all.length >= names.length * 2)
    .map(([names, all]) =>
      names.map((name, at) => ({ name, keywords: all.filter((_, index) => index % names.length === at) })),
    ),
);

/** Resumes of invented people, as any trade could have them. */
export const madeResume: fc.Arbitrary<Resume> = fc
  .record({
    name: fc.constantFrom(...people),
    summary: fc.option(fc.constant("Ten years of steady work in small teams, always with an eye for detail."), {
      nil: undefined,
    }),
    work: fc.uniqueArray(job, { minLength: 1, maxLength: 4, selector: ({ name, position }) => `${name} ${position}` }),
    education: fc.uniqueArray(study, {
      minLength: 1,
      maxLength: 3,
      selector: ({ institution, studyType }) => `${institution} ${studyType}`,
    }),
    skills,
    projects: fc.shuffledSubarray(works),
    languages: fc.shuffledSubarray(tongues),
    certificates: fc.shuffledSubarray(papers),
  })
  .map(({ name, summary, work, education, skills, projects, languages, certificates }) => ({
    basics: { name, email: "mia@example.com", phone: "(512) 555-0142", ...(summary === undefined ? {} : { summary }) },
    work,
    education,
    skills,
    ...filled("projects", projects, ([name, description, endDate]) => ({ name, description, ...given({ endDate }) })),
    ...filled("languages", languages, ([language, fluency]) => ({ language, fluency })),
    ...filled("certificates", certificates, ([name, issuer, date]) => ({ name, ...given({ issuer, date }) })),
  }));

function filled<From, To>(key: string, list: readonly From[], made: (item: From) => To): Record<string, To[]> {
  return list.length === 0 ? {} : { [key]: list.map(made) };
}

function given(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** How a text file may print a job: its lines above the highlights. */
export type JobLayout = (job: { title: string; employer: string; place: string; dates: string }) => string;

const joinedBy = (separator: string, parts: string[]) => parts.filter((part) => part !== "").join(separator);
const right = (left: string, text: string) => (text === "" ? left : `${left.padEnd(72)}  ${text}`);

/** The usual orders of a job's heading lines in plain text. */
export const jobLayouts: Record<string, JobLayout> = {
  "one line with pipes": ({ title, employer, place, dates }) => joinedBy(" | ", [title, employer, place, dates]),
  "title over employer, place and dates": ({ title, employer, place, dates }) =>
    `${title}\n${joinedBy(" | ", [employer, place])}\n${dates}`,
  "employer and place over title and dates": ({ title, employer, place, dates }) =>
    `${right(employer, place)}\n${right(title, dates)}`,
  "title and dates over employer and place": ({ title, employer, place, dates }) =>
    `${right(title, dates)}\n${joinedBy(", ", [employer, place])}`,
  "title at employer, dates in brackets": ({ title, employer, dates }) => `${title} at ${employer} (${dates})`,
  "dates before title and employer": ({ title, employer, dates }) => `${dates}: ${title}, ${employer}`,
  "employer with dates over title": ({ title, employer, dates }) => `${right(employer, dates)}\n${title}`,
};
