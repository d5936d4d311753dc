import type { Posting } from "../schema/posting.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { loadKnowledge } from "../understand/knowledge.js";
import { understandPosting } from "../understand/posting.js";
import { understandResume } from "../understand/resume.js";
import { readPostingInput, readResumeInput } from "./inputs.js";
import type { World } from "./world.js";

/** A resume of the command line, read and understood. */
export async function parseFile(
  world: World,
  resume: string,
): Promise<{ source: SourceDocument; parsed: ParsedResume; file: string }> {
  const [file, knowledge, reader] = await Promise.all([
    readResumeInput(world, resume),
    loadKnowledge(world.data),
    world.reader(),
  ]);
  const source = await reader.resume(file, world.signal);
  return { source, parsed: understandResume(source, knowledge.resume), file: file.name };
}

/** A posting of the command line, read and understood. */
export async function postingOf(world: World, where: string): Promise<{ source: SourceDocument; posting: Posting }> {
  const [file, knowledge, reader] = await Promise.all([
    readPostingInput(world, where),
    loadKnowledge(world.data),
    world.reader(),
  ]);
  const source = await reader.posting(file, world.signal);
  const posting = understandPosting(source, knowledge.lexicon, knowledge.posting);
  return { source, posting: { ...posting, warnings: [...source.warnings, ...posting.warnings] } };
}
