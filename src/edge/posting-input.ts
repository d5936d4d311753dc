import type { Posting } from "../schema/posting.js";
import type { SourceDocument } from "../schema/source.js";
import { readPostingInput } from "./inputs.js";
import type { World } from "./world.js";

/** A posting of the command line, read and understood; what understanding needs is loaded while the worker reads. */
export async function postingOf(world: World, where: string): Promise<{ source: SourceDocument; posting: Posting }> {
  const [file, reader] = await Promise.all([readPostingInput(world, where), world.reader()]);
  const [source, understand] = await Promise.all([reader.posting(file, world.signal), understanding(world)]);
  const posting = understand(source);
  return { source, posting: { ...posting, warnings: [...source.warnings, ...posting.warnings] } };
}

async function understanding({ data }: World): Promise<(source: SourceDocument) => Posting> {
  const { loadKnowledge } = await import("../understand/knowledge.js");
  const { understandPosting } = await import("../understand/posting.js");
  const { lexicon, posting } = await loadKnowledge(data);
  return (source) => understandPosting(source, lexicon, posting);
}
