import type { Command } from "commander";
import { UserError } from "../errors.js";
import type { OpenWorld } from "./options.js";

/** Flags of `resumelaw rewrite`. */
export interface RewriteFlags {
  job?: string;
  preview?: boolean;
  format?: string;
  out?: string;
  report?: boolean;
  force?: boolean;
  strict?: boolean;
  dryRun?: boolean;
  fallback?: boolean;
  review?: boolean;
  policy?: string;
  cache: boolean;
}

/** Adds `resumelaw rewrite <resume> --job <posting>`: the main job. */
export function rewriteCommand(program: Command, open: OpenWorld): void {
  program
    .command("rewrite <resume>")
    .description("rewrite a resume for one posting and verify every changed line")
    .option("-j, --job <posting>", "the posting (needed): a file, - or an http(s) URL")
    .option("--preview", "free: the match, a strategy and at most three rewritten lines; writes nothing")
    .option("-f, --format <list>", "docx, md, html, json, joined by commas (default: docx)")
    .option("-o, --out <place>", "a folder, or a file with one format's ending (default: this folder)")
    .option("--report", "also write the trace as a page: each change with its lines, reason and verdict")
    .option("--force", "replace files that exist")
    .option("--review", "decide about each change on the terminal; answer what only you can confirm")
    .option("--policy <file>", "decide by rules (YAML or JSON): which changes to accept, reject or ask about")
    .option("--strict", "end with 6 where a change was held back and nobody decided about it")
    .option("--dry-run", "tokens and price of the run; sends and writes nothing")
    .option("--fallback", "the offline result where the provider fails")
    .option("--no-cache", "ask again, even where the same was asked before")
    .addHelpText(
      "after",
      "\nExamples:\n  resumelaw rewrite resume.docx --job posting.txt\n  resumelaw rewrite resume.pdf --job https://example.com/jobs/42 --format docx,md --out applications/\n  resumelaw rewrite resume.docx --job posting.txt --review\n  resumelaw rewrite resume.docx --job posting.txt --policy policy.yaml --strict\n  resumelaw rewrite resume.docx --job posting.txt --preview\n  cat resume.md | resumelaw rewrite - --job posting.txt --json --strict",
    )
    .action(async (resume: string, flags: RewriteFlags, command: Command) => {
      const { job } = flags;
      if (job === undefined) {
        throw new UserError(
          "usage",
          "A posting to rewrite the resume for is missing.",
          `Add --job <posting>, for example: resumelaw rewrite ${resume} --job posting.txt`,
        );
      }
      for (const [flag, given] of [
        ["--review", flags.review],
        ["--policy", flags.policy !== undefined],
      ] as const) {
        if (given && (flags.preview || flags.dryRun))
          throw new UserError(
            "usage",
            `${flag} decides about a complete rewrite.`,
            "Leave --preview and --dry-run out.",
          );
      }
      const world = await open(command);
      const { dryRun, rewriteFiles } = await import("../edge/rewriting.js");
      if (flags.dryRun) {
        const { planDocument, planLines } = await import("../write/plan.js");
        const plan = await dryRun(world, resume, { ...flags, job });
        if (world.options.json) world.ui.json(planDocument(plan));
        else world.ui.result(planLines(plan).join("\n"));
        return;
      }
      const { summaryLines, timingLine } = await import("../write/summary.js");
      const { warningLines } = await import("../write/warnings.js");
      const result = await rewriteFiles(world, resume, { ...flags, job });
      if (world.options.json) world.ui.json(result);
      else world.ui.result(summaryLines(result, { width: world.ui.width, color: world.ui.style }).join("\n"));
      for (const line of warningLines(result.warnings)) world.ui.warn(line);
      if (world.options.verbose) world.ui.note(timingLine(result.timing));
      const held = result.changes.filter((change) => change.status === "held-back").length;
      if (flags.strict && held > 0) {
        throw new UserError(
          "gate",
          `${held} of ${result.changes.length} changes ${held === 1 ? "was" : "were"} held back.`,
          "The summary and the trace say why; the original lines stand in the documents.",
        );
      }
    });
}
