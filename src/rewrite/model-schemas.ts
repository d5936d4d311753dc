import { z } from "zod";

/** Limits a model to these words by the schema it is sent; an answer with another word is still read and judged by the caller. */
const oneOf = (words: string[]) => z.string().meta({ enum: words });

/** What a model answers to `posting_requirements`. */
export const PostingAnswer = z.object({
  title: z.string().nullable(),
  company: z.string().nullable(),
  location: z.string().nullable(),
  seniority: oneOf(["intern", "junior", "mid", "senior", "lead", "executive"]).nullable(),
  yearsExperience: z.number().nullable(),
  language: z.string().nullable(),
  requirements: z.array(
    z.object({
      quote: z.string(),
      text: z.string().nullable(),
      kind: oneOf(["must", "nice"]).nullable(),
      terms: z.array(z.string()),
    }),
  ),
  responsibilities: z.array(z.string()),
});
export type PostingAnswer = z.infer<typeof PostingAnswer>;

/** What a model answers to `resume_edits`. */
export const EditsAnswer = z.object({
  edits: z.array(
    z.object({
      id: z.string(),
      op: oneOf(["replace", "drop", "move"]),
      text: z.string().nullable(),
      after: z.string().nullable(),
      evidence: z.array(z.string()),
      keywords: z.array(z.string()),
      why: z.string().nullable(),
    }),
  ),
  questions: z.array(z.object({ requirement: z.string(), question: z.string() })),
  strategy: z.array(z.string()),
});
export type EditsAnswer = z.infer<typeof EditsAnswer>;

/** What a model answers to `resume_advice`. */
export const AdviceAnswer = z.object({
  strategy: z.array(z.string()),
  strengths: z.array(z.object({ requirement: z.string(), evidence: z.array(z.string()), text: z.string().nullable() })),
  gaps: z.array(z.object({ requirement: z.string(), question: z.string() })),
});
export type AdviceAnswer = z.infer<typeof AdviceAnswer>;
