import { basename } from "node:path";
import type { RewriteFlags } from "../commands/rewrite.js";
import { type Rewritten, rewriteResume, stopwatch, understandBoth } from "../pipeline.js";
import { addUsage, noUsage, priceOf } from "../rewrite/price.js";
import type { Posting } from "../schema/posting.js";
import type { RewriteResult } from "../schema/result.js";
import { loadKnowledge } from "../understand/knowledge.js";
import { loadVerifyWords } from "../verify/words.js";
import { documentsOf } from "../write/documents.js";
import { outputStem } from "../write/names.js";
import { type OutputPlan, type OutputWish, outputPlan, outputTarget, parseFormats } from "../write/outputs.js";
import type { RunPlan } from "../write/plan.js";
import { traceOf } from "../write/trace.js";
import { engineChoice, modelNames, openEngine, openPrices, openPrompts } from "./engines.js";
import { loadFacts } from "./facts-file.js";
import { beginReading } from "./inputs.js";
import { refuseExisting } from "./refuse-existing.js";
import type { World } from "./world.js";

/** The flags of a rewrite whose posting is named. */
type Wish = RewriteFlags & { job: string };

/** Rewrites the resume of a command line, writes its documents and trace, and returns the result. */
export async function rewriteFiles(world: World, resume: string, flags: Wish): Promise<RewriteResult> {
  const tier = flags.preview ? "preview" : "complete";
  const wish = outputWish(flags);
  const planFor = (posting: Posting): OutputPlan => outputPlan(wish, outputStem(inputs.resume.name, posting), ["docx"]);
  const begunAt = world.clock.ms();
  const reviewed = flags.review || flags.policy !== undefined;
  const review = reviewed ? await (await import("./review-opening.js")).openReview(world, flags) : undefined;
  const factsFor = await loadFacts(world.home);
  const { inputs, reader } = await beginReading(world, resume, flags.job);
  const [knowledge, verifyWords] = await Promise.all([loadKnowledge(world.data), loadVerifyWords(world.data)]);
  const { engine, fallback, notes } = await openEngine(
    world,
    { lexicon: knowledge.lexicon, verify: verifyWords },
    { tier, cache: flags.cache, fallback: Boolean(flags.fallback) },
  );
  for (const note of notes) world.ui.note(note);
  const shown = world.ui.progress();
  const reviewing = review?.({ words: verifyWords, posting: flags.job, stop: shown.stop });
  try {
    const rewritten = await rewriteResume(
      { ...inputs, tier, facts: [] },
      {
        reader,
        engine,
        knowledge,
        verifyWords,
        clock: world.clock,
        onEvent: shown.onEvent,
        signal: world.signal,
        begunAt,
        factsFor,
        ...(fallback ? { fallback } : {}),
        ...(reviewing ? { review: reviewing.reviewer } : {}),
        onUnderstood: async (posting) => {
          if (tier === "preview" || flags.force) return;
          await refuseExisting(world.files, pathsOf(planFor(posting)), "--out");
        },
      },
    );
    if (tier === "preview") return rewritten.result;
    shown.onEvent({ type: "stage", stage: "write" });
    rewritten.result.timing.total -= reviewing?.waitedMs() ?? 0;
    const plan = planFor(rewritten.result.posting);
    return await writeOutputs(world, { rewritten, name: inputs.resume.name }, plan, Boolean(flags.force));
  } finally {
    await shown.stop();
  }
}

/** What the complete rewrite would ask of a model, without asking it. */
export async function dryRun(world: World, resume: string, flags: Wish): Promise<RunPlan> {
  outputWish(flags);
  const tier = flags.preview ? "preview" : "complete";
  const factsFor = await loadFacts(world.home);
  const { inputs, reader } = await beginReading(world, resume, flags.job);
  const [knowledge, choice] = await Promise.all([loadKnowledge(world.data), engineChoice(world)]);
  if (choice.engine === "offline") return { engine: "offline", requests: [], usage: noUsage };
  const quiet = { clock: world.clock, onEvent: () => {}, signal: world.signal };
  const [understood, prompts, prices, { plannedRequests }] = await Promise.all([
    understandBoth(inputs, { reader, knowledge, factsFor, ...quiet }, stopwatch(quiet).stage),
    openPrompts(world),
    openPrices(world),
    import("../rewrite/dry-run.js"),
  ]);
  const names = modelNames(choice, prices);
  const requests = plannedRequests({ ...understood, tier, lexicon: knowledge.lexicon }, prompts).map((request) => {
    const model = request.schemaName === "posting_requirements" ? names.preview : names[tier];
    return { ...request, model, costUsd: priceOf({ ...request, cachedTokens: 0 }, model, prices) };
  });
  const usage = requests.map((request) => ({ ...noUsage, ...pick(request), requests: 1 })).reduce(addUsage, noUsage);
  return { engine: "openai", requests, usage };
}

const pick = ({
  inputTokens,
  outputTokens,
  costUsd,
}: {
  inputTokens: number;
  outputTokens: number;
  costUsd: number | null;
}) => ({ inputTokens, outputTokens, costUsd });

function outputWish(flags: Wish): OutputWish {
  const wish = {
    ...(flags.format === undefined ? {} : { formats: parseFormats(flags.format) }),
    ...(flags.out === undefined ? {} : { out: flags.out }),
    report: flags.report === true,
  };
  outputTarget(wish, ["docx"]);
  return wish;
}

/** All paths a run writes, the trace last. */
function pathsOf({ files, report, trace }: OutputPlan): string[] {
  return [...files.map(({ path }) => path), ...(report === undefined ? [] : [report]), trace];
}

/** Makes every document first and writes them then, the trace last: a fault in one format leaves nothing half done. */
async function writeOutputs(
  world: World,
  { rewritten, name }: { rewritten: Rewritten; name: string },
  plan: OutputPlan,
  force: boolean,
): Promise<RewriteResult> {
  const begun = world.clock.ms();
  const { paper } = await world.settings();
  const documents = await documentsOf(
    rewritten,
    plan.files.map((file) => file.format),
    { data: world.data, ...(paper ? { paper } : {}) },
  );
  world.signal.throwIfAborted();
  for (const [at, file] of plan.files.entries()) await world.files.write(file.path, documents[at] ?? "", { force });
  const spent = world.clock.ms() - begun;
  const { timing } = rewritten.result;
  const result: RewriteResult = {
    ...rewritten.result,
    outputs: pathsOf(plan),
    timing: { ...timing, write: spent, total: timing.total + spent },
  };
  if (plan.report !== undefined) {
    const { reportPage } = await import("./report-page.js");
    await world.files.write(plan.report, await reportPage(world.data, { resume: basename(name), result }), { force });
  }
  await world.files.write(plan.trace, traceOf(result), { force });
  return result;
}
