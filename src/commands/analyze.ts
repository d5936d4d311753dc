import type { Command } from "commander";
import { UserError } from "../errors.js";
import { numberFlag, type OpenWorld } from "./options.js";

/** Adds `resumelaw analyze <resume> [--job <posting>]`: the match report and what applicant tracking systems stumble over. */
export function analyzeCommand(program: Command, open: OpenWorld): void {
  program
    .command("analyze <resume>")
    .description("how a resume matches a posting, and what an ATS stumbles over")
    .option("-j, --job <posting>", "the posting: a file, - or an http(s) URL")
    .option("--min-match <n>", "end with 6 where the score is below n", numberFlag("--min-match", 0, 100))
    .addHelpText(
      "after",
      "\nExamples:\n  resumelaw analyze resume.docx\n  resumelaw analyze resume.pdf --job posting.txt --min-match 60\n  resumelaw analyze resume.pdf --job https://example.com/jobs/42 --json",
    )
    .action(async (resume: string, { job, minMatch }: { job?: string; minMatch?: number }, command: Command) => {
      if (minMatch !== undefined && job === undefined)
        throw new UserError("usage", "--min-match needs a posting to match.", "Add --job <posting>.");
      const world = await open(command);
      const { analyzeFiles } = await import("../edge/analyzing.js");
      const { report, posting } = await analyzeFiles(world, resume, job);
      if (world.options.json) {
        const { analysisDocument } = await import("../write/analysis.js");
        world.ui.json(analysisDocument(report, posting));
      } else {
        const { analysisLines } = await import("../write/summary.js");
        world.ui.result(analysisLines(report, posting, { width: world.ui.width, color: world.ui.style }).join("\n"));
      }
      if (minMatch !== undefined && report.score < minMatch) {
        throw new UserError(
          "gate",
          `The match is ${report.score}, below the ${minMatch} that were asked for.`,
          "The requirements marked as missing cost most; `resumelaw rewrite` can raise the score up to its ceiling.",
        );
      }
    });
}
