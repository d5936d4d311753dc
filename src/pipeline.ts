import { UserError } from "./errors.js";
import { matchWithFacts } from "./match/fact-evidence.js";
import type { Clock, NamedBytes, OnEvent, Reader } from "./ports.js";
import { applyEdits } from "./rewrite/apply.js";
import { changesOf } from "./rewrite/changes.js";
import { editedSource } from "./rewrite/edited-source.js";
import type { Advice, Engine, RewriteTask } from "./rewrite/engine.js";
import { addUsage, noUsage } from "./rewrite/price.js";
import type { Reviewer } from "./rewrite/reviewer.js";
import { repairable, withSecondTry } from "./rewrite/second-try.js";
import type { Edit, Fact, Verdict } from "./schema/edit.js";
import type { MatchReport } from "./schema/match.js";
import type { Posting } from "./schema/posting.js";
import type { EngineInfo, RewriteResult, Stage, Timing, Usage } from "./schema/result.js";
import type { ParsedResume } from "./schema/resume.js";
import type { SourceDocument, Warning } from "./schema/source.js";
import type { Knowledge } from "./understand/knowledge.js";
import { understandPosting } from "./understand/posting.js";
import { understandResume } from "./understand/resume.js";
import { verifyEdits } from "./verify/verify.js";
import type { VerifyWords } from "./verify/words.js";

/** What the sentence needs from outside. */
export interface PipelineWorld {
  reader: Reader;
  engine: Engine;
  /** Takes over where the engine's provider fails; absent without --fallback. */
  fallback?: Engine;
  knowledge: Knowledge;
  verifyWords: VerifyWords;
  clock: Clock;
  onEvent: OnEvent;
  signal: AbortSignal;
  /** When reading began, on the clock's milliseconds, where the caller began it before; the time since then counts as reading. */
  begunAt?: number;
  /** Called when the posting is understood and before the engine is asked for edits; may throw to stop the run. */
  onUnderstood?: (posting: Posting) => Promise<void>;
  /** Decides about the changes after verification; without it every change that passed is applied. */
  review?: Reviewer;
  /** The confirmed facts that count for a resume, and warnings about those that do not; beside the ones of the input. */
  factsFor?: (parsed: ParsedResume) => { facts: Fact[]; warnings: Warning[] };
}

/** What a rewrite of one resume for one posting starts from. */
export interface RewriteInput {
  resume: NamedBytes;
  posting: NamedBytes;
  tier: "preview" | "complete";
  facts: Fact[];
}

/** A finished rewrite: the result, and the values its documents are written from. */
export interface Rewritten {
  result: RewriteResult;
  source: SourceDocument;
  before: ParsedResume;
  after: ParsedResume;
  match: MatchReport;
}

/** Both documents, read and understood, and how they match. */
export interface Understood {
  source: SourceDocument;
  parsed: ParsedResume;
  postingSource: SourceDocument;
  posting: Posting;
  match: MatchReport;
  /** The confirmed facts that count for this resume. */
  facts: Fact[];
  usage: Usage;
}

/**
 * read → understand → match → rewrite → verify: one resume for one posting, every change with its verdict.
 * Nothing is written here; `result.outputs` is empty and `timing.write` zero until the caller has done it.
 */
export async function rewriteResume(input: RewriteInput, world: PipelineWorld): Promise<Rewritten> {
  const watch = stopwatch(world);
  const engines = withFallback(world);
  const understood = await understandBoth(input, world, watch.stage, engines.run);
  const task: RewriteTask = {
    ...understood,
    tier: input.tier,
    lexicon: world.knowledge.lexicon,
    today: world.clock.now().toISOString().slice(0, 10),
  };
  await world.onUnderstood?.(task.posting);
  const proposal = await watch.stage("rewrite", () =>
    engines.run((engine) => engine.propose(task, world.onEvent, world.signal)),
  );
  const judge = (edits: readonly Edit[], facts: readonly Fact[]): Verdict[] =>
    verifyEdits(facts.length === 0 ? task : { ...task, facts: [...task.facts, ...facts] }, edits, world.verifyWords);
  const first = await watch.stage("verify", async () => judge(proposal.edits, []));
  const tried = await secondTry(task, first, world, engines, watch.stage, (edits) => judge(edits, []));
  const open = { task, verdicts: tried.verdicts, questions: proposal.questions };
  const { verdicts, facts, questions } = (await world.review?.({ ...open, judge })) ?? { ...open, facts: [] };
  const kept = verdicts.filter(({ status }) => status === "applied" || status === "flagged").map(({ edit }) => edit);
  const after = applyEdits(task.parsed, kept);
  const edited = editedSource(task.source, task.parsed, after, kept);
  const matchAfter = matchOf(edited.source, edited.parsed, task.posting, world);
  const result: RewriteResult = {
    schema: "resumelaw/rewrite@1",
    tier: input.tier,
    engine: engines.named(proposal.engine),
    posting: task.posting,
    resume: after.resume,
    match: {
      before: task.match.score,
      after: matchAfter.score,
      ceiling: Math.max(task.match.ceiling, matchAfter.score),
    },
    strategy: proposal.strategy,
    changes: changesOf({ ...task, facts: [...task.facts, ...facts] }, [...verdicts]),
    questions: [...questions],
    usage: [understood.usage, proposal.usage, tried.usage].reduce(addUsage),
    credits: { charged: 0, balance: null },
    outputs: [],
    timing: watch.timing(),
    warnings: [...engines.warnings, ...task.match.warnings, ...proposal.warnings, ...tried.warnings],
  };
  return { result, source: task.source, before: task.parsed, after, match: task.match };
}

/**
 * The verdicts after the engine's second try at what was held back, where it has one and there is something to try.
 *
 * A second try that fails loses nothing: the first proposal is paid for and stands, and a warning says what failed.
 */
async function secondTry(
  task: RewriteTask,
  first: Verdict[],
  world: PipelineWorld,
  engines: ReturnType<typeof withFallback>,
  stage: StageRunner,
  judge: (edits: readonly Edit[]) => Verdict[],
): Promise<{ verdicts: Verdict[]; usage: Usage; warnings: Warning[] }> {
  const asked = task.tier === "complete" ? repairable(first) : [];
  const repair = engines.current().repair;
  if (asked.length === 0 || repair === undefined) return { verdicts: first, usage: noUsage, warnings: [] };
  try {
    const proposal = await stage("rewrite", () => repair(task, asked, world.onEvent, world.signal));
    const second = await stage("verify", async () => judge(proposal.edits));
    return { verdicts: withSecondTry(first, asked, second), usage: proposal.usage, warnings: proposal.warnings };
  } catch (error) {
    if (!(error instanceof UserError) || error.kind !== "provider") throw error;
    const message = `The second try at ${asked.length} held-back lines failed: ${error.message} Their originals stay.`;
    return { verdicts: first, usage: noUsage, warnings: [{ code: "no-second-try", message, line: null }] };
  }
}

/**
 * read → understand → match → advise: how a resume matches a posting, and what to do about it.
 *
 * The posting is understood by code alone, so that the match is the one a run without advice prints.
 */
export async function adviseResume(
  input: Omit<RewriteInput, "tier">,
  world: Omit<PipelineWorld, "verifyWords" | "onUnderstood">,
): Promise<Understood & { advice: Advice }> {
  const engines = withFallback(world);
  const understood = await understandBoth(input, world, stopwatch(world).stage);
  const task: RewriteTask = {
    ...understood,
    tier: "preview",
    lexicon: world.knowledge.lexicon,
    today: world.clock.now().toISOString().slice(0, 10),
  };
  world.signal.throwIfAborted();
  world.onEvent({ type: "stage", stage: "advise" });
  const advice = await engines.run((engine) => engine.advise(task, world.onEvent, world.signal));
  const warnings = [...engines.warnings, ...advice.warnings];
  return { ...understood, advice: { ...advice, engine: engines.named(advice.engine), warnings } };
}

/** Both documents, read side by side, understood and matched; the code alone understands the posting where no engine is given. */
export async function understandBoth(
  input: Pick<RewriteInput, "resume" | "posting"> & Partial<Pick<RewriteInput, "facts">>,
  world: Pick<PipelineWorld, "reader" | "knowledge" | "clock" | "onEvent" | "signal" | "factsFor">,
  stage: StageRunner,
  run?: EngineRunner,
): Promise<Understood> {
  const { knowledge, reader, signal } = world;
  const [source, postingSource] = await stage("read", () =>
    Promise.all([reader.resume(input.resume, signal), reader.posting(input.posting, signal)]),
  );
  const { parsed, posting, usage } = await stage("understand", async () => {
    const parsed = understandResume(source, knowledge.resume);
    const understood = understandPosting(postingSource, knowledge.lexicon, knowledge.posting);
    const better = await run?.((engine) => engine.posting(postingSource, understood, world.onEvent, signal));
    return { parsed, posting: better?.posting ?? understood, usage: better?.usage ?? noUsage };
  });
  const kept = world.factsFor?.(parsed) ?? { facts: [], warnings: [] };
  const facts = [...(input.facts ?? []), ...kept.facts];
  const report = await stage("match", async () => matchOf(source, parsed, posting, world, facts));
  const read = [source, parsed, postingSource, posting, kept].flatMap(({ warnings }) => warnings);
  const match = { ...report, warnings: [...read, ...report.warnings] };
  return { source, parsed, postingSource, posting, match, facts, usage };
}

/** The match as of the clock's month, in which a job that goes on has lasted until now. */
function matchOf(
  source: SourceDocument,
  parsed: ParsedResume,
  posting: Posting,
  world: Pick<PipelineWorld, "knowledge" | "clock">,
  facts: readonly Fact[] = [],
): MatchReport {
  return matchWithFacts(source, parsed, posting, world.knowledge.lexicon, {
    asOf: world.clock.now().toISOString().slice(0, 7),
    words: world.knowledge.match,
    facts,
  });
}

/** Does one stage of the sentence, reporting that it begins. */
export type StageRunner = <T>(stage: Stage, act: () => Promise<T>) => Promise<T>;

/** Does something with the engine of the run. */
export type EngineRunner = <T>(act: (engine: Engine) => Promise<T>) => Promise<T>;

/** Milliseconds by stage, taken while the stages run; reading counts from `begunAt`. No stage begins after the signal. */
export function stopwatch(world: Pick<PipelineWorld, "clock" | "onEvent" | "signal" | "begunAt">): {
  stage: StageRunner;
  timing: () => Timing;
} {
  const begun = world.begunAt ?? world.clock.ms();
  const spent: Omit<Timing, "total"> = { read: 0, understand: 0, match: 0, rewrite: 0, verify: 0, write: 0 };
  return {
    stage: async (stage, act) => {
      world.signal.throwIfAborted();
      world.onEvent({ type: "stage", stage });
      const at = stage === "read" ? begun : world.clock.ms();
      try {
        return await act();
      } finally {
        spent[stage] += world.clock.ms() - at;
      }
    },
    timing: () => ({ ...spent, total: world.clock.ms() - begun }),
  };
}

/** Runs the engine, and from the first failure of its provider on the fallback, where there is one. */
function withFallback(world: Pick<PipelineWorld, "engine" | "fallback">): {
  run: EngineRunner;
  /** The engine that did the last part of the run. */
  current: () => Engine;
  /** The engine as a result names it, with the one it stood in for. */
  named: (engine: EngineInfo) => EngineInfo;
  warnings: Warning[];
} {
  let engine = world.engine;
  const warnings: Warning[] = [];
  return {
    run: async (act) => {
      try {
        return await act(engine);
      } catch (error) {
        if (!world.fallback || engine === world.fallback || !(error instanceof UserError) || error.kind !== "provider")
          throw error;
        warnings.push({ code: "fallback", message: `${error.message} The offline engine took over.`, line: null });
        engine = world.fallback;
        return act(engine);
      }
    },
    current: () => engine,
    named: (info) => (engine === world.engine ? info : { ...info, fallbackFrom: "openai" }),
    warnings,
  };
}
