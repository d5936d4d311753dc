import type { Command } from "commander";
import type { OpenWorld } from "./options.js";

/** Adds `resumelaw job <posting>`: what was understood of a posting, requirement by requirement. */
export function jobCommand(program: Command, open: OpenWorld): void {
  program
    .command("job <posting>")
    .description("what is understood of a posting: a file, - or an http(s) URL")
    .addHelpText(
      "after",
      "\nExamples:\n  resumelaw job posting.txt\n  resumelaw job https://example.com/jobs/42 --json",
    )
    .action(async (where: string, _options: object, command: Command) => {
      const world = await open(command);
      const { postingOf } = await import("../edge/posting-input.js");
      const { posting } = await postingOf(world, where);
      if (world.options.json) world.ui.json({ schema: "resumelaw/posting@1", ...posting });
      else {
        const { jobLines } = await import("../write/summary.js");
        world.ui.result(jobLines(posting, { width: world.ui.width, color: world.ui.style }).join("\n"));
      }
    });
}
