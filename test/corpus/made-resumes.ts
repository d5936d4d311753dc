import fc from "fast-check";
import type { Resume } from "../../src/schema/resume.js";
import {
  deeds,
  degrees,
  employers,
  groupNames,
  papers,
  people,
  phones,
  places,
  schools,
  skillNames,
  summaries,
  titles,
  tongues,
  works,
} from "./made-words.js";

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
      fc.shuffledSubarray(skillNames, { minLength: 6 }),
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
    phone: fc.constantFrom(...phones),
    summary: fc.option(fc.constantFrom(...summaries), { nil: undefined }),
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
  .map(({ name, phone, summary, work, education, skills, projects, languages, certificates }) => ({
    basics: { name, email: "mia@example.com", phone, ...(summary === undefined ? {} : { summary }) },
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
