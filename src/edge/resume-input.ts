import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { understandResume } from "../understand/resume.js";
import { loadResumeWords } from "../understand/words.js";
import { readResumeInput } from "./inputs.js";
import type { World } from "./world.js";

/** A resume of the command line, read and understood; the word lists are made ready while the worker reads. */
export async function parseFile(
  world: World,
  resume: string,
): Promise<{ source: SourceDocument; parsed: ParsedResume; file: string }> {
  const [file, reader] = await Promise.all([readResumeInput(world, resume), world.reader()]);
  const [source, words] = await Promise.all([reader.resume(file, world.signal), loadResumeWords(world.data)]);
  return { source, parsed: understandResume(source, words), file: file.name };
}
