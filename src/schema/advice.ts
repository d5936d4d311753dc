import { z } from "zod";
import { EngineInfo, Usage } from "./result.js";
import { Warning } from "./source.js";

/** What to do about a match, as `analyze --advice --json` prints it; requirements are named by their id in the report. */
export const AdviceDocument = z.object({
  strategy: z.array(z.string()).describe("steps in the order of their use"),
  strengths: z.array(
    z.object({
      requirement: z.string(),
      evidence: z.array(z.object({ id: z.string(), line: z.number().int().nullable(), text: z.string() })),
      text: z.string(),
    }),
  ),
  gaps: z.array(
    z.object({
      requirement: z.string(),
      missing: z.array(z.string()).describe("terms no line shows; empty where the demand names none"),
      question: z.string().describe("what only the person can answer, and an honest yes to which closes the gap"),
    }),
  ),
  engine: EngineInfo,
  usage: Usage,
  warnings: z.array(Warning),
});
export type AdviceDocument = z.infer<typeof AdviceDocument>;
