import { z } from "zod";

/** A proposed change of one editable line. `move` carries no text; `after` is the id it follows, null for first. */
export const Edit = z.object({
  id: z.string(),
  op: z.enum(["replace", "drop", "move"]),
  text: z.string().nullable(),
  after: z.string().nullable(),
  evidence: z.array(z.string()).describe("ids of the lines (or confirmed facts) the new text rests on"),
  keywords: z.array(z.string()),
  why: z.string(),
});
export type Edit = z.infer<typeof Edit>;

/** A fact that only the user can confirm, asked for one requirement. */
export const Question = z.object({ requirement: z.string(), question: z.string() });
export type Question = z.infer<typeof Question>;

/** What a rule of verification found, in words a job seeker understands. */
export const Finding = z.object({
  rule: z.string(),
  token: z.string().describe("the words of the new text it is about"),
  explanation: z.string(),
  severity: z.enum(["block", "flag"]),
});
export type Finding = z.infer<typeof Finding>;

/** The gate's answer for one edit; a held-back edit leaves the original text in place, byte for byte. */
export const Verdict = z.object({
  edit: Edit,
  status: z.enum(["applied", "held-back", "flagged"]),
  findings: z.array(Finding),
});
export type Verdict = z.infer<typeof Verdict>;

/** Something the user has confirmed; it counts as evidence under its id (f1, f2, …). */
export const Fact = z.object({
  id: z.string(),
  text: z.string(),
  entry: z.string().nullable().describe("the job or project it belongs to (w1, p2), null for the whole resume"),
  at: z.string().describe("ISO date-time"),
  origin: z.string(),
});
export type Fact = z.infer<typeof Fact>;
