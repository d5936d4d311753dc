import { matchResume } from "../match/match.js";
import type { RewriteTask } from "../rewrite/engine.js";
import type { CheckResult } from "../schema/check.js";
import type { Posting } from "../schema/posting.js";
import type { SourceDocument } from "../schema/source.js";
import { loadKnowledge } from "../understand/knowledge.js";
import { understandPosting } from "../understand/posting.js";
import { understandResume } from "../understand/resume.js";
import { checkDocument } from "../verify/check.js";
import { loadVerifyWords } from "../verify/words.js";
import { loadFacts } from "./facts-file.js";
import { readPostingInput, readResumeInput } from "./inputs.js";
import type { World } from "./world.js";

const noDocument: SourceDocument = {
  kind: "text",
  sha256: "",
  pages: null,
  lines: [],
  meta: {},
  traits: [],
  warnings: [],
};
const noPosting: Posting = {
  title: null,
  company: null,
  location: null,
  seniority: null,
  yearsExperience: null,
  education: null,
  requirements: [],
  responsibilities: [],
  keywords: [],
  language: "",
  warnings: [],
};

/** What the gate says of a rewritten file, held against its original; with a posting also what was copied from that. */
export async function checkFiles(
  world: World,
  rewritten: string,
  original: string,
  job: string | undefined,
): Promise<CheckResult> {
  const [factsFor, reader, newFile, oldFile, jobFile] = await Promise.all([
    loadFacts(world.home),
    world.reader(),
    readResumeInput(world, rewritten),
    readResumeInput(world, original),
    job === undefined ? null : readPostingInput(world, job),
  ]);
  const [knowledge, words, source, newSource, postingSource] = await Promise.all([
    loadKnowledge(world.data),
    loadVerifyWords(world.data),
    reader.resume(oldFile, world.signal),
    reader.resume(newFile, world.signal),
    jobFile === null ? noDocument : reader.posting(jobFile, world.signal),
  ]);
  const { lexicon } = knowledge;
  const parsed = understandResume(source, knowledge.resume);
  const { facts, warnings } = factsFor(parsed);
  const posting = jobFile === null ? noPosting : understandPosting(postingSource, lexicon, knowledge.posting);
  const today = world.clock.now().toISOString();
  const match = matchResume(source, parsed, posting, lexicon, { asOf: today.slice(0, 7), words: knowledge.match });
  const task: RewriteTask = {
    tier: "complete",
    source,
    parsed,
    postingSource,
    posting,
    match,
    lexicon,
    facts,
    today: today.slice(0, 10),
  };
  const rewrittenResume = { source: newSource, parsed: understandResume(newSource, knowledge.resume) };
  const result = checkDocument(task, rewrittenResume, words);
  return { ...result, warnings: [...result.warnings, ...warnings] };
}
