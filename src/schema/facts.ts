import { z } from "zod";

/** What a job, project or other entry is, so that it is found again in a later version of the resume. */
export const EntryName = z.strictObject({
  kind: z.enum(["work", "volunteer", "education", "projects"]),
  name: z.string().describe("employer, organisation, institution or project"),
  title: z.string().describe("position or degree; empty where there is none"),
  start: z.string().describe("start date as the resume gives it; empty where there is none"),
});
export type EntryName = z.infer<typeof EntryName>;

/** A fact the user has confirmed, as it is kept between runs. */
export const KeptFact = z.strictObject({
  id: z.string().regex(/^f[1-9]\d*$/, "an id such as f3"),
  text: z.string().min(1),
  owner: z.string().nullable().describe("hash of the person's name and e-mail; null for every resume"),
  entry: EntryName.nullable().describe("the job it belongs to; null for the whole resume"),
  at: z.string().describe("ISO date-time"),
  origin: z.string().describe("how it was confirmed"),
});
export type KeptFact = z.infer<typeof KeptFact>;

/** The facts file; `last` is the number of the newest id ever given, so that none is given twice. */
export const FactsFile = z.strictObject({
  schema: z.literal("resumelaw/facts@1"),
  last: z.number().int().nonnegative(),
  facts: z.array(KeptFact),
});
export type FactsFile = z.infer<typeof FactsFile>;
