import type { OnEvent } from "../ports.js";
import type { Edit, Fact, Question, Verdict } from "../schema/edit.js";
import type { Lexicon } from "../schema/lexicon.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import type { EngineInfo, Usage } from "../schema/result.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument, Warning } from "../schema/source.js";

/** Everything an engine may know, and everything a verdict may rest on. */
export interface RewriteTask {
  tier: "preview" | "complete";
  source: SourceDocument;
  parsed: ParsedResume;
  postingSource: SourceDocument;
  posting: Posting;
  match: MatchReport;
  lexicon: Lexicon;
  facts: Fact[];
  /** ISO date on which an open job still runs; without it open jobs count to the newest date of the resume. */
  today?: string;
}

/** What an engine proposes; nothing of it is trusted before verification. */
export interface Proposal {
  edits: Edit[];
  strategy: string[];
  questions: Question[];
  usage: Usage;
  engine: EngineInfo;
  warnings: Warning[];
}

/** What of the resume answers a demand of the posting. */
export interface Strength {
  /** Id of the requirement: r1. */
  requirement: string;
  /** Ids of the lines or entries that show it; empty where it stands in a place without id (a certificate). */
  evidence: string[];
  text: string;
}

/** What to do about a match; `questions` name the requirement they are about by its id. */
export interface Advice {
  /** Steps in the order of their use. */
  strategy: string[];
  strengths: Strength[];
  /** One for each gap, which only the person can answer. */
  questions: Question[];
  usage: Usage;
  engine: EngineInfo;
  warnings: Warning[];
}

/** Proposes edits and gives advice; cannot write a document. Two implement it: offline and openai. */
export interface Engine {
  name: "offline" | "openai";
  /** The posting as this engine understands it, starting from what the code understood. */
  posting(
    source: SourceDocument,
    understood: Posting,
    onEvent: OnEvent,
    signal: AbortSignal,
  ): Promise<{ posting: Posting; usage: Usage }>;
  propose(task: RewriteTask, onEvent: OnEvent, signal: AbortSignal): Promise<Proposal>;
  /** A second try at edits that were held back, each with its findings; one round, asked afresh. Without it the originals stay. */
  repair?(task: RewriteTask, held: readonly Verdict[], onEvent: OnEvent, signal: AbortSignal): Promise<Proposal>;
  /** What to do about the match, without changing a line. */
  advise(task: RewriteTask, onEvent: OnEvent, signal: AbortSignal): Promise<Advice>;
}
