import { UserError } from "../errors.js";
import { entryIds, entryName, entryText, factText, withFact, withoutFact } from "../rewrite/facts.js";
import type { KeptFact } from "../schema/facts.js";
import { changeFacts, ownerOf } from "./facts-file.js";
import { parseFile } from "./resume-input.js";
import type { World } from "./world.js";

/** Keeps a fact, for the person and entry of a resume where one is named, else for every resume. */
export async function addFact(
  world: World,
  text: string,
  about: { resume?: string; entry?: string },
): Promise<KeptFact> {
  const fact = {
    text: factText(text),
    at: world.clock.now().toISOString(),
    origin: "added with `resumelaw facts add`",
  };
  const { owner, entry } = await whose(world, about);
  return (await changeFacts(world.home, (file) => withFact(file, { ...fact, owner, entry }))).fact;
}

/** Removes a fact for good; its id is never given again. */
export async function removeFact(world: World, id: string): Promise<KeptFact> {
  return (await changeFacts(world.home, (file) => withoutFact(file, id))).fact;
}

async function whose(
  world: World,
  { resume, entry }: { resume?: string; entry?: string },
): Promise<Pick<KeptFact, "owner" | "entry">> {
  if (resume === undefined) {
    if (entry === undefined) return { owner: null, entry: null };
    throw new UserError("usage", "--entry names a job of a resume.", "Add --resume <file>.");
  }
  const { parsed } = await parseFile(world, resume);
  const owner = ownerOf(parsed.resume);
  if (owner === null)
    throw new UserError(
      "usage",
      `${resume} names no person and no e-mail, so a fact cannot be kept for it alone.`,
      "Leave --resume out to keep it for every resume.",
    );
  if (entry === undefined) return { owner, entry: null };
  const named = entryName(parsed, entry);
  if (named !== null) return { owner, entry: named };
  const known = entryIds(parsed).map((id) => {
    const one = entryName(parsed, id);
    return one === null ? id : `${id} ${entryText(one)}`;
  });
  throw new UserError(
    "usage",
    `${resume} has no entry “${entry}”.`,
    known.length === 0 ? "It has no jobs, projects or degrees; leave --entry out." : `It has: ${known.join("; ")}.`,
  );
}
