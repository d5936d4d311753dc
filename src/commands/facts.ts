import type { Command } from "commander";
import type { World } from "../edge/world.js";
import type { KeptFact } from "../schema/facts.js";
import type { OpenWorld } from "./options.js";

/** Adds `resumelaw facts`: what you have confirmed, which counts as evidence beside the resume. */
export function factsCommand(program: Command, open: OpenWorld): void {
  const facts = program
    .command("facts")
    .description("what you have confirmed beside your resume; it counts as evidence in later runs");
  facts
    .command("list")
    .description("all facts with the job they belong to, their date and origin")
    .action(async (_flags: object, command: Command) => {
      const world = await open(command);
      const { factsPath, readFacts } = await import("../edge/facts-file.js");
      const { factsDocument, factsLines } = await import("../write/facts.js");
      const { entryText } = await import("../rewrite/facts.js");
      const file = await readFacts(world.home);
      const nameOf = ({ entry }: KeptFact) => (entry === null ? null : entryText(entry));
      if (world.options.json) world.ui.json(factsDocument(file, factsPath(world.home)));
      else world.ui.result(factsLines(file, nameOf, layoutOf(world)).join("\n"));
    });
  facts
    .command("add <text>")
    .description("keep something true that the resume does not say; without --resume for every resume")
    .option("--resume <file>", "the resume of the person it is about")
    .option("--entry <id>", "the job, project or degree it belongs to (w1, p2, e1: as `resumelaw parse` lists them)")
    .addHelpText(
      "after",
      '\nExamples:\n  resumelaw facts add "Used Terraform for the staging cluster" --resume resume.docx --entry w1\n  resumelaw facts add "Holds a driving licence" --resume resume.docx\n  resumelaw facts list --json',
    )
    .action(async (text: string, flags: { resume?: string; entry?: string }, command: Command) => {
      const world = await open(command);
      const { addFact } = await import("../edge/facts.js");
      await tell(world, await addFact(world, text, flags), "Kept as");
      if (flags.resume === undefined)
        world.ui.note("It counts for every resume of this folder of settings; --resume and --entry tie it to one job.");
    });
  facts
    .command("remove <id>")
    .description("forget a fact; its id is never given again")
    .addHelpText("after", "\nExamples:\n  resumelaw facts list\n  resumelaw facts remove f2")
    .action(async (id: string, _flags: object, command: Command) => {
      const world = await open(command);
      const { removeFact } = await import("../edge/facts.js");
      await tell(world, await removeFact(world, id), "Removed");
    });
}

/** The fact on stdout, as JSON or as its lines behind what was done. */
async function tell(world: World, fact: KeptFact, done: string): Promise<void> {
  if (world.options.json) {
    world.ui.json({ schema: "resumelaw/fact@1", fact });
    return;
  }
  const { factLines } = await import("../write/facts.js");
  const { entryText } = await import("../rewrite/facts.js");
  const entry = fact.entry === null ? null : entryText(fact.entry);
  world.ui.note(`${done} ${fact.id}:`);
  world.ui.result(factLines(fact, entry, layoutOf(world)).join("\n"));
}

function layoutOf(world: World): { width: number; color: World["ui"]["style"] } {
  return { width: world.ui.width, color: world.ui.style };
}
