import { atsReport } from "../match/ats.js";
import { stopwatch, understandBoth } from "../pipeline.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import { loadKnowledge } from "../understand/knowledge.js";
import { loadMatchWords } from "../understand/match-words.js";
import { loadFacts } from "./facts-file.js";
import { beginReading } from "./inputs.js";
import { parseFile } from "./resume-input.js";
import type { World } from "./world.js";

/** The match of a resume with a posting; without one (null) what applicant tracking systems stumble over. */
export async function analyzeFiles(
  world: World,
  resume: string,
  job: string | undefined,
): Promise<{ report: MatchReport; posting: Posting | null }> {
  if (job === undefined) {
    const [{ source, parsed }, words] = await Promise.all([parseFile(world, resume), loadMatchWords(world.data)]);
    const warnings = [...source.warnings, ...parsed.warnings];
    return { report: { ...atsReport(source, parsed, words), warnings }, posting: null };
  }
  const { inputs, reader } = await beginReading(world, resume, job);
  const [knowledge, factsFor] = await Promise.all([loadKnowledge(world.data), loadFacts(world.home)]);
  const quiet = { clock: world.clock, onEvent: () => {}, signal: world.signal };
  const tools = { reader, knowledge, factsFor, ...quiet };
  const { match, posting } = await understandBoth(inputs, tools, stopwatch(quiet).stage);
  return { report: match, posting };
}
