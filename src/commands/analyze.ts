import type { Command } from "commander";
import type { World } from "../edge/world.js";
import { UserError } from "../errors.js";
import type { AdviceDocument } from "../schema/advice.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import { numberFlag, type OpenWorld } from "./options.js";

interface AnalyzeFlags {
  job?: string;
  minMatch?: number;
  advice?: boolean;
  fallback?: boolean;
  cache: boolean;
  html?: string;
  force?: boolean;
}

interface Analysis {
  report: MatchReport;
  posting: Posting | null;
  advice: AdviceDocument | null;
}

/** Adds `resumelaw analyze <resume> [--job <posting>] [--advice]`: the match report, what applicant tracking systems stumble over, and what to do. */
export function analyzeCommand(program: Command, open: OpenWorld): void {
  program
    .command("analyze <resume>")
    .description("how a resume matches a posting, and what an ATS stumbles over")
    .option("-j, --job <posting>", "the posting: a file, - or an http(s) URL")
    .option("--min-match <n>", "end with 6 where the score is below n", numberFlag("--min-match", 0, 100))
    .option("--advice", "also what to do about it: steps, what you can show, what only you can answer")
    .option("--fallback", "the offline advice where the provider fails")
    .option("--no-cache", "ask for advice again, even where the same was asked before")
    .option("--html <file>", "also write the report as a page for the browser or for printing")
    .option("--force", "replace a page that exists")
    .addHelpText(
      "after",
      "\nExamples:\n  resumelaw analyze resume.docx\n  resumelaw analyze resume.pdf --job posting.txt --min-match 60\n  resumelaw analyze resume.docx --job posting.txt --advice\n  resumelaw analyze resume.docx --job posting.txt --html match.html\n  resumelaw analyze resume.pdf --job https://example.com/jobs/42 --json",
    )
    .action(async (resume: string, flags: AnalyzeFlags, command: Command) => {
      const { job, minMatch } = flags;
      for (const [flag, given] of [
        ["--min-match", minMatch !== undefined],
        ["--advice", flags.advice],
      ] as const) {
        if (given && job === undefined)
          throw new UserError("usage", `${flag} needs a posting to match.`, "Add --job <posting>.");
      }
      const world = await open(command);
      const page = flags.html === undefined ? null : { path: flags.html, force: Boolean(flags.force) };
      if (page !== null) await (await import("../edge/analysis-page.js")).checkPage(world, page);
      const { report, posting, advice } = await analysisOf(world, resume, flags);
      if (page !== null) {
        const { writePage } = await import("../edge/analysis-page.js");
        await writePage(world, resume, { report, posting, advice }, page);
      }
      if (world.options.json) {
        const { analysisDocument } = await import("../write/analysis.js");
        world.ui.json(analysisDocument(report, posting, advice));
      } else {
        const { adviceLines, analysisLines } = await import("../write/summary.js");
        const layout = { width: world.ui.width, color: world.ui.style };
        const lines = [
          ...analysisLines(report, posting, layout),
          ...(advice ? adviceLines(advice, report, layout) : []),
        ];
        world.ui.result(lines.join("\n"));
      }
      const { warningLines } = await import("../write/warnings.js");
      for (const line of warningLines([...report.warnings, ...(advice?.warnings ?? [])])) world.ui.warn(line);
      if (minMatch !== undefined && report.score < minMatch) {
        throw new UserError(
          "gate",
          `The match is ${report.score}, below the ${minMatch} that were asked for.`,
          "The requirements marked as missing cost most; `resumelaw rewrite` can raise the score up to its ceiling.",
        );
      }
    });
}

async function analysisOf(
  world: World,
  resume: string,
  { job, advice, cache, fallback }: AnalyzeFlags,
): Promise<Analysis> {
  if (advice && job !== undefined) {
    const { adviseFiles } = await import("../edge/advising.js");
    return adviseFiles(world, resume, job, { cache, fallback: Boolean(fallback) });
  }
  const { analyzeFiles } = await import("../edge/analyzing.js");
  return { ...(await analyzeFiles(world, resume, job)), advice: null };
}
