import { z } from "zod";

/** A semantic version without build data: 1.2.0 or 1.2.0-beta.1. */
const Version = z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/, "a version has three numbers, for example 1.0.0");

/** Whom a prompt is for: the free preview, the complete (premium) result, or both. */
export const PromptTier = z.enum(["free", "premium", "any"]);
export type PromptTier = z.infer<typeof PromptTier>;

/** The careers a variant can be written for; everything between is served by the general prompt. */
export const PromptLevel = z.enum(["junior", "senior"]);
export type PromptLevel = z.infer<typeof PromptLevel>;

const slug = z.string().regex(/^[a-z][a-z0-9_-]*$/, "a name has small letters, digits, - and _ only");

/** The front matter of a prompt file. */
export const PromptMeta = z.strictObject({
  service: slug.describe("what it is sent for: resume_rewrite, resume_repair, resume_analysis, posting_requirements"),
  tier: PromptTier,
  title: z.string().min(1),
  version: Version,
  industry: slug.nullable().default(null).describe("only for postings of this industry"),
  level: PromptLevel.nullable().default(null).describe("only for postings of this level"),
  cues: z.array(z.string().min(2)).default([]).describe("words by which a posting of the industry is known"),
  variables: z.array(z.string().regex(/^[a-z][a-zA-Z0-9]*$/, "a variable is one word: resume, doNotClaim")),
});
export type PromptMeta = z.infer<typeof PromptMeta>;

/** One prompt file, checked: a part the file does not have is taken from the more general prompt. */
export interface PromptFile extends PromptMeta {
  path: string;
  origin: "bundled" | "user";
  system: string | null;
  user: string | null;
}

/** A prompt ready to be filled: a variant with the more general texts in their places. */
export interface Prompt {
  service: string;
  title: string;
  /** Names and versions of all files it is made of: "resume_rewrite/premium@1.0.0 senior@1.0.0". */
  version: string;
  system: string;
  user: string;
  /** The files it is made of, the most general first. */
  paths: string[];
}
