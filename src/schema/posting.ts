import { z } from "zod";
import { Warning } from "./source.js";

/** One demand of a posting; `quote` is a substring of the posting. */
export const Requirement = z.object({
  id: z.string().describe("r1, r2, …"),
  text: z.string(),
  kind: z.enum(["must", "nice"]),
  terms: z.array(z.string()).describe("canonical skills and terms it names"),
  alternatives: z.array(z.array(z.string())).describe("groups of terms of which one is enough: Java or Kotlin"),
  quote: z.string(),
  line: z.number().int().nullable().describe("line of the posting"),
});
export type Requirement = z.infer<typeof Requirement>;

/** A job posting, understood. */
export const Posting = z.object({
  title: z.string().nullable(),
  company: z.string().nullable(),
  location: z.string().nullable(),
  seniority: z.enum(["intern", "junior", "mid", "senior", "lead", "executive"]).nullable(),
  yearsExperience: z.number().nullable().describe("the smallest number of years that is demanded"),
  education: z.string().nullable().describe("the degree demanded, as printed"),
  requirements: z.array(Requirement),
  responsibilities: z.array(z.string()),
  keywords: z.array(z.object({ term: z.string(), canonical: z.string(), weight: z.number() })),
  language: z.string(),
  warnings: z.array(Warning),
});
export type Posting = z.infer<typeof Posting>;
