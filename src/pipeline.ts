import type { Clock, NamedBytes, OnEvent, Reader } from "./ports.js";
import type { Engine, RewriteTask } from "./rewrite/engine.js";
import { addUsage } from "./rewrite/price.js";
import type { Fact } from "./schema/edit.js";
import type { MatchReport } from "./schema/match.js";
import type { RewriteResult, Stage, Timing } from "./schema/result.js";
import type { ParsedResume } from "./schema/resume.js";
import type { SourceDocument } from "./schema/source.js";
import type { Posting } from "./schema/posting.js";
import type { Knowledge } from "./understand/knowledge.js";

/** One resume and one posting, as bytes. */
export interface Job {
  resume: NamedBytes;
  posting: NamedBytes;
}

/** What the sentence needs from outside. */
export interface PipelineWorld {
  reader: Reader;
  engine: Engine;
  /** Used where the engine's provider fails; absent without --fallback. */
  fallback?: Engine;
  knowledge: Knowledge;
  clock: Clock;
  onEvent: OnEvent;
  signal: AbortSignal;
}
