import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { readResumeInput } from "./inputs.js";
import type { World } from "./world.js";

/** A resume of the command line, read and understood; what understanding needs is loaded while the worker reads. */
export async function parseFile(
  world: World,
  resume: string,
): Promise<{ source: SourceDocument; parsed: ParsedResume; file: string }> {
  const [file, reader] = await Promise.all([readResumeInput(world, resume), world.reader()]);
  const [source, understand] = await Promise.all([reader.resume(file, world.signal), understanding(world)]);
  return { source, parsed: understand(source), file: file.name };
}

async function understanding({ data }: World): Promise<(source: SourceDocument) => ParsedResume> {
  const { loadResumeWords } = await import("../understand/words.js");
  const { understandResume } = await import("../understand/resume.js");
  const words = await loadResumeWords(data);
  return (source) => understandResume(source, words);
}
