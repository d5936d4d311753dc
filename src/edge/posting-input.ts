import type { Posting } from "../schema/posting.js";
import type { SourceDocument } from "../schema/source.js";
import { loadKnowledge } from "../understand/knowledge.js";
import { understandPosting } from "../understand/posting.js";
import { readPostingInput } from "./inputs.js";
import type { World } from "./world.js";

/** A posting of the command line, read and understood; the lexicon is made ready while the worker reads. */
export async function postingOf(world: World, where: string): Promise<{ source: SourceDocument; posting: Posting }> {
  const [file, reader] = await Promise.all([readPostingInput(world, where), world.reader()]);
  const [source, knowledge] = await Promise.all([reader.posting(file, world.signal), loadKnowledge(world.data)]);
  const posting = understandPosting(source, knowledge.lexicon, knowledge.posting);
  return { source, posting: { ...posting, warnings: [...source.warnings, ...posting.warnings] } };
}
