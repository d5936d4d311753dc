import type { Command } from "commander";
import { UserError } from "../errors.js";
import type { OpenWorld } from "./options.js";

/** Adds `resumelaw verify <rewritten> --against <original>`: the gate on a document that any tool wrote. */
export function verifyCommand(program: Command, open: OpenWorld): void {
  program
    .command("verify <rewritten>")
    .description("check a rewritten resume from any tool against the original")
    .option("-a, --against <original>", "the original resume (needed)")
    .option("-j, --job <posting>", "the posting it was rewritten for: also finds what was copied from it")
    .addHelpText(
      "after",
      "\nEnds with 6 where a line says what the original does not.\n\nExamples:\n  resumelaw verify new.docx --against resume.docx\n  resumelaw verify new.pdf --against resume.docx --job posting.txt --json",
    )
    .action(async (rewritten: string, flags: { against?: string; job?: string }, command: Command) => {
      if (flags.against === undefined) {
        throw new UserError(
          "usage",
          "An original to check against is missing.",
          `Add --against <file>, for example: resumelaw verify ${rewritten} --against resume.docx`,
        );
      }
      const world = await open(command);
      const { checkFiles } = await import("../edge/checking.js");
      const result = await checkFiles(world, rewritten, flags.against, flags.job);
      if (world.options.json) world.ui.json(result);
      else {
        const { checkLines } = await import("../write/summary-check.js");
        const layout = { width: world.ui.width, color: world.ui.style };
        world.ui.result(checkLines(result, layout).join("\n"));
        const { warningLines } = await import("../write/warnings.js");
        for (const line of warningLines(result.warnings)) world.ui.warn(line);
      }
      const blocking = result.findings.filter(({ severity }) => severity === "block").length;
      if (blocking > 0) {
        throw new UserError(
          "gate",
          `${blocking === 1 ? "One finding" : `${blocking} findings`}: ${rewritten} says what ${flags.against} does not.`,
          "Take these words out, or confirm what is true: `resumelaw facts add`.",
        );
      }
    });
}
