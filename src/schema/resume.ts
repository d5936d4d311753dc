import { z } from "zod";
import { sectionKinds } from "./resume-fields.js";
import { Warning } from "./source.js";

const text = z.string().optional();
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "an ISO date: 2016, 2016-09 or 2016-09-30")
  .optional();
const texts = z.array(z.string()).optional();

const Profile = z.looseObject({ network: text, username: text, url: text });
const Location = z.looseObject({ address: text, postalCode: text, city: text, countryCode: text, region: text });

/** Who the resume is about; every contact link is in `url` or `profiles`. */
export const Basics = z.looseObject({
  name: text,
  label: text,
  image: text,
  email: text,
  phone: text,
  emails: texts.describe("further addresses"),
  phones: texts.describe("further numbers"),
  url: text,
  summary: text,
  location: Location.optional(),
  profiles: z.array(Profile).optional(),
});
/** A paid job. A missing `endDate` beside a `startDate` means that it goes on. */
export const Work = z.looseObject({
  name: text.describe("employer"),
  position: text,
  location: text,
  description: text,
  url: text,
  startDate: date,
  endDate: date,
  summary: text,
  highlights: texts,
});
/** Unpaid work, dated like a job. */
export const Volunteer = z.looseObject({
  organization: text,
  position: text,
  url: text,
  startDate: date,
  endDate: date,
  summary: text,
  highlights: texts,
});
/** `highlights` goes beyond JSON Resume: thesis, honours and other lines under a degree. */
export const Education = z.looseObject({
  institution: text,
  url: text,
  area: text,
  studyType: text,
  startDate: date,
  endDate: date,
  score: text,
  courses: texts,
  location: text,
  highlights: texts,
});
/** A project; its `description` is the text beside or under its name. */
export const Project = z.looseObject({
  name: text,
  description: text,
  highlights: texts,
  keywords: texts,
  startDate: date,
  endDate: date,
  url: text,
  roles: texts,
  entity: text,
  type: text,
});
/** A skill group; a group without a printed name has `name` "" and its items in `keywords`. */
export const Skill = z.looseObject({ name: text, level: text, keywords: texts });
/** An award or achievement. */
export const Award = z.looseObject({ title: text, date, awarder: text, summary: text });
/** A certificate, licence or course. */
export const Certificate = z.looseObject({ name: text, date, url: text, issuer: text });
/** A publication, as cited. */
export const Publication = z.looseObject({ name: text, publisher: text, releaseDate: date, url: text, summary: text });
/** A human language with its fluency as printed. */
export const Language = z.looseObject({ language: text, fluency: text });
/** An interest, or a named group of them. */
export const Interest = z.looseObject({ name: text, keywords: texts });
/** A referee with what is printed under the name, or one statement about references. */
export const Reference = z.looseObject({ name: text, reference: text });
/** A section that JSON Resume has no place for, its lines as printed. */
export const OtherSection = z.object({ name: z.string(), items: z.array(z.string()) });

/** JSON Resume 1.0.0, plus `sections` for whatever else the document has. */
export const Resume = z.looseObject({
  $schema: text,
  basics: Basics.optional(),
  work: z.array(Work).optional(),
  volunteer: z.array(Volunteer).optional(),
  education: z.array(Education).optional(),
  projects: z.array(Project).optional(),
  skills: z.array(Skill).optional(),
  languages: z.array(Language).optional(),
  certificates: z.array(Certificate).optional(),
  awards: z.array(Award).optional(),
  publications: z.array(Publication).optional(),
  interests: z.array(Interest).optional(),
  references: z.array(Reference).optional(),
  sections: z.array(OtherSection).optional(),
  meta: z
    .looseObject({
      notes: texts.describe("lines that belong to the page: page numbers, Curriculum Vitae, column names"),
    })
    .optional(),
});
export type Resume = z.infer<typeof Resume>;

/** What a section is; `other` is kept as it is. */
export const SectionKind = z.enum(sectionKinds);
export type SectionKind = z.infer<typeof SectionKind>;

/** A heading as printed and the resume paths printed under it, in order ("work[0]", "skills[2]", "basics.summary", "sections[0]"). */
export const Section = z.object({
  line: z.number().int().nullable().describe("the heading's line; null for text before the first heading"),
  heading: z.string(),
  kind: SectionKind,
  entries: z.array(z.string()),
});
export type Section = z.infer<typeof Section>;

/** A piece of text that may be edited, by its stable id: summary, w1.summary, w1.h3, p2.h1, v1.h1, e1.h1, k2, x1.h4. */
export const EditableLine = z.object({
  lines: z
    .array(z.number().int())
    .describe("source lines it was read from; empty for a summary the resume does not have"),
  text: z.string().describe("as printed; a skill group as `Name: a, b, c`"),
  path: z
    .string()
    .describe("where it stands in the resume: work[0].highlights[2], basics.summary, skills[1], sections[0].items[3]"),
});
export type EditableLine = z.infer<typeof EditableLine>;

/** A resume with the source lines of each of its values. */
export const ParsedResume = z.object({
  resume: Resume,
  ids: z.record(z.string(), EditableLine),
  provenance: z
    .record(z.string(), z.array(z.number().int()))
    .describe("resume path → source line numbers, for every string value"),
  sections: z.array(Section),
  language: z.string().describe("ISO 639-1 of most of the text"),
  warnings: z.array(Warning),
});
export type ParsedResume = z.infer<typeof ParsedResume>;
