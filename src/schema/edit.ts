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

/** What became of a change: applied, flagged (applied with a remark), held back by a rule, rejected by a person or policy. */
export const ChangeStatus = z.enum(["applied", "held-back", "flagged", "rejected"]);
export type ChangeStatus = z.infer<typeof ChangeStatus>;

/** What a person or a policy decided about a change after its verdict; an override applies what a rule held back. */
export const Decision = z.object({
  by: z.enum(["person", "policy"]),
  action: z.enum(["accept", "reject", "edit", "override"]),
  rule: z.string().optional().describe("of a policy: the rule that decided"),
});
export type Decision = z.infer<typeof Decision>;

/** The gate's answer for one edit; what is held back or rejected leaves the original text in place, byte for byte. */
export const Verdict = z.object({
  edit: Edit,
  status: ChangeStatus,
  findings: z.array(Finding),
  earlier: z
    .object({ text: z.string().nullable(), findings: z.array(Finding) })
    .optional()
    .describe("the engine's first proposal for this line, which was held back before it tried again"),
  decision: Decision.optional(),
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
