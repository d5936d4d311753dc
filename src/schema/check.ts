import { z } from "zod";
import { Finding } from "./edit.js";
import { Change } from "./result.js";
import { Warning } from "./source.js";

/** What the gate says of a document that any tool rewrote: printed by `verify --json`. */
export const CheckResult = z.object({
  schema: z.literal("resumelaw/verify@1"),
  ok: z.boolean().describe("nothing in it lacks its proof"),
  changes: z.array(Change).describe("each line that the original does not print so, with its verdict"),
  findings: z.array(
    Finding.extend({
      id: z
        .string()
        .nullable()
        .describe("the editable line of the original it is about; null for names, dates and the like"),
      line: z.number().int().nullable().describe("line of the rewritten document"),
      text: z.string().describe("what the rewritten document says there"),
    }),
  ),
  dropped: z.array(z.object({ id: z.string(), text: z.string() })).describe("lines of the original that are gone"),
  warnings: z.array(Warning),
});
export type CheckResult = z.infer<typeof CheckResult>;
