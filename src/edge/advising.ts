import { adviseResume } from "../pipeline.js";
import type { AdviceDocument } from "../schema/advice.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import { loadKnowledge } from "../understand/knowledge.js";
import { loadVerifyWords } from "../verify/words.js";
import { adviceDocument } from "../write/advice.js";
import { openEngine } from "./engines.js";
import { loadFacts } from "./facts-file.js";
import { readInputs } from "./inputs.js";
import type { World } from "./world.js";

/** The match of a resume with a posting, as without advice, and what the engine advises to do about it. */
export async function adviseFiles(
  world: World,
  resume: string,
  job: string,
  wish: { cache: boolean; fallback: boolean },
): Promise<{ report: MatchReport; posting: Posting; advice: AdviceDocument }> {
  const [factsFor, inputs, knowledge, verify, reader] = await Promise.all([
    loadFacts(world.home),
    readInputs(world, resume, job),
    loadKnowledge(world.data),
    loadVerifyWords(world.data),
    world.reader(),
  ]);
  const words = { lexicon: knowledge.lexicon, verify };
  const { engine, fallback, notes } = await openEngine(world, words, { tier: "preview", ...wish });
  for (const note of notes) world.ui.note(note);
  const shown = world.ui.progress();
  const { clock, signal } = world;
  try {
    const tools = { reader, engine, knowledge, clock, signal, factsFor, onEvent: shown.onEvent };
    const { match, posting, parsed, facts, advice } = await adviseResume(
      { ...inputs, facts: [] },
      { ...tools, ...(fallback ? { fallback } : {}) },
    );
    return { report: match, posting, advice: adviceDocument(advice, match, parsed, facts) };
  } finally {
    await shown.stop();
  }
}
