import { z } from "zod";
import { Warning } from "./source.js";

/** A source line cited as proof. */
export const Citation = z.object({ line: z.number().int(), text: z.string() });
export type Citation = z.infer<typeof Citation>;

/** A demand of the posting beside what the resume shows for it. */
export const RequirementMatch = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum(["must", "nice"]),
  status: z.enum(["met", "partly", "missing"]),
  postingLine: z.number().int().nullable(),
  evidence: z.array(Citation),
  missingTerms: z.array(z.string()),
  facts: z
    .array(z.string())
    .optional()
    .describe("ids of confirmed facts that show what the resume does not say; such a demand is at most partly met"),
  toConfirm: z
    .boolean()
    .optional()
    .describe("true where no resume shows it (travel, shifts, right to work): to be asked, and left out of the score"),
});
export type RequirementMatch = z.infer<typeof RequirementMatch>;

/** What an applicant tracking system may stumble over. */
export const AtsFinding = z.object({
  code: z.string(),
  severity: z.enum(["info", "warning", "error"]),
  message: z.string(),
  lines: z.array(z.number().int()),
});
export type AtsFinding = z.infer<typeof AtsFinding>;

/** How well a resume fits a posting; byte-identical for the same input. */
export const MatchReport = z.object({
  score: z.number().int().min(0).max(100),
  ceiling: z
    .number()
    .int()
    .min(0)
    .max(100)
    .describe("the most the score can reach by rewording alone, inventing nothing"),
  parts: z.array(z.object({ name: z.string(), weight: z.number(), score: z.number() })),
  requirements: z.array(RequirementMatch),
  keywords: z.array(
    z.object({
      term: z.string(),
      canonical: z.string(),
      weight: z.number(),
      inResume: z.number().int().describe("times"),
      inPosting: z.number().int(),
      lines: z.array(z.number().int()),
      shownBy: z
        .array(z.string())
        .optional()
        .describe("what the resume names instead that shows it: PostgreSQL for relational databases"),
      facts: z.array(z.string()).optional().describe("ids of confirmed facts that name it where the resume does not"),
    }),
  ),
  ats: z.array(AtsFinding),
  warnings: z.array(Warning),
});
export type MatchReport = z.infer<typeof MatchReport>;
