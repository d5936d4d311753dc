import { adviseResume } from "../pipeline.js";
import type { AdviceDocument } from "../schema/advice.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import { loadKnowledge } from "../understand/knowledge.js";
import { loadVerifyWords } from "../verify/words.js";
import { adviceDocument } from "../write/advice.js";
import { openEngine } from "./engines.js";
import { readInputs } from "./inputs.js";
import type { World } from "./world.js";

/** The match of a resume with a posting, as without advice, and what the engine advises to do about it. */
export async function adviseFiles(
  world: World,
  resume: string,
  job: string,
  wish: { cache: boolean; fallback: boolean },
): Promise<{ report: MatchReport; posting: Posting; advice: AdviceDocument }> {
  const [inputs, knowledge, verify, reader] = await Promise.all([
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
    const { match, posting, parsed, advice } = await adviseResume(
      { ...inputs, facts: [] },
      { reader, engine, knowledge, clock, signal, onEvent: shown.onEvent, ...(fallback ? { fallback } : {}) },
    );
    return { report: match, posting, advice: adviceDocument(advice, match, parsed, []) };
  } finally {
    shown.stop();
  }
}
