import { z } from "zod";
import { Question, Verdict } from "./edit.js";
import { Posting } from "./posting.js";
import { Resume } from "./resume.js";
import { Warning } from "./source.js";

/** What a run asked of a model; all zero for the offline engine. `costUsd` is null where the model's price is unknown. */
export const Usage = z.object({
  requests: z.number().int(),
  inputTokens: z.number().int(),
  cachedTokens: z.number().int(),
  outputTokens: z.number().int(),
  reasoningTokens: z.number().int(),
  costUsd: z.number().nullable(),
});
export type Usage = z.infer<typeof Usage>;

/** One proposed change with its proof and its verdict. */
export const Change = z.object({
  id: z.string(),
  op: z.enum(["replace", "drop", "move"]),
  before: z.string(),
  after: z
    .string()
    .nullable()
    .describe("the new text, for `move` the id it now follows; null for drop and for a move to the front"),
  evidence: z.array(
    z.object({
      id: z.string(),
      line: z.number().int().nullable(),
      text: z.string(),
      fact: z
        .object({ at: z.string(), origin: z.string() })
        .optional()
        .describe("of a confirmed fact: when and how it was confirmed"),
    }),
  ),
  keywords: z.array(z.string()),
  why: z.string(),
  ...Verdict.pick({ status: true, findings: true, earlier: true, decision: true }).shape,
});
export type Change = z.infer<typeof Change>;

/** The stages of the sentence read → understand → match → rewrite → verify → write. */
export const Stage = z.enum(["read", "understand", "match", "rewrite", "verify", "write"]);
export type Stage = z.infer<typeof Stage>;

/** Milliseconds spent in each stage. */
export const Timing = z.object({
  read: z.number(),
  understand: z.number(),
  match: z.number(),
  rewrite: z.number(),
  verify: z.number(),
  write: z.number(),
  total: z.number(),
});
export type Timing = z.infer<typeof Timing>;

/** Which engine made a result. */
export const EngineInfo = z.object({
  name: z.enum(["offline", "openai"]),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  fallbackFrom: z.literal("openai").optional(),
});
export type EngineInfo = z.infer<typeof EngineInfo>;

/** The whole of a rewrite: printed by `rewrite --json` and kept beside the output as NAME.trace.json. */
export const RewriteResult = z.object({
  schema: z.literal("resumelaw/rewrite@1"),
  tier: z.enum(["preview", "complete"]),
  engine: EngineInfo,
  posting: Posting,
  resume: Resume.describe("after the applied changes"),
  match: z.object({ before: z.number(), after: z.number(), ceiling: z.number() }),
  strategy: z.array(z.string()).describe("what to do with this resume for this posting, most useful first"),
  changes: z.array(Change),
  questions: z.array(Question),
  usage: Usage,
  credits: z.object({ charged: z.number().int(), balance: z.number().int().nullable() }),
  outputs: z.array(z.string()),
  timing: Timing,
  warnings: z.array(Warning),
});
export type RewriteResult = z.infer<typeof RewriteResult>;
