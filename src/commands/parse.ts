import type { Command } from "commander";
import type { OpenWorld } from "./options.js";

/** Adds `resumelaw parse <resume>`: what was understood, as JSON Resume with the source line of each value. */
export function parseCommand(program: Command, open: OpenWorld): void {
  program
    .command("parse <resume>")
    .description("what is understood of a resume, with the line each value comes from")
    .addHelpText(
      "after",
      "\nExamples:\n  resumelaw parse resume.pdf\n  resumelaw parse resume.docx --json > resume.json",
    )
    .action(async (resume: string, _options: object, command: Command) => {
      const world = await open(command);
      const { parseFile } = await import("../edge/resume-input.js");
      const { source, parsed, file } = await parseFile(world, resume);
      if (world.options.json) {
        const { parseDocument } = await import("../write/parse.js");
        world.ui.json(parseDocument(source, parsed, file));
      } else {
        const { parseLines } = await import("../write/summary.js");
        world.ui.result(parseLines(parsed, source, { width: world.ui.width, color: world.ui.style }).join("\n"));
      }
    });
}
