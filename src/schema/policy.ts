import { z } from "zod";

/** One value, or a list of which any will do. */
const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1)).optional();

/** What a change must be for a rule; all that is given must hold. */
export const PolicyCondition = z
  .strictObject({
    place: oneOrMore(
      z.enum(["summary", "skills", "highlight", "text", "work", "volunteer", "projects", "education", "other"]),
    ).describe("where the line stands; a highlight of a job is both `highlight` and `work`"),
    op: oneOrMore(z.enum(["replace", "drop", "move"])).describe("what is done to the line"),
    entry: oneOrMore(z.string().min(1)).describe("id (w1) or words of the job's title or employer"),
    changes: oneOrMore(z.enum(["numbers", "tools", "wording"])).describe(
      "what a rewording or a dropped line alters: numbers; tools and skills by name; else the wording",
    ),
    flagged: z.boolean().optional().describe("whether the check has a remark"),
    keyword: oneOrMore(z.string().min(1)).describe("a keyword of the posting that the change serves or names"),
    longerBy: z.number().min(0).optional().describe("more than so many percent longer than before, in words"),
  })
  .refine(
    (when) => Object.values(when).some((value) => value !== undefined),
    "a rule needs a condition; see `default`",
  );
export type PolicyCondition = z.infer<typeof PolicyCondition>;

/** What becomes of a change. `ask` leaves it to the person of --review. */
export const PolicyAction = z.enum(["accept", "reject", "ask"]);
export type PolicyAction = z.infer<typeof PolicyAction>;

/** Rules about changes that passed the check; the first that fits decides, else `default`. */
export const Policy = z.strictObject({
  rules: z
    .array(z.strictObject({ name: z.string().min(1).optional(), when: PolicyCondition, do: PolicyAction }))
    .default([]),
  default: PolicyAction.default("accept"),
});
export type Policy = z.infer<typeof Policy>;
