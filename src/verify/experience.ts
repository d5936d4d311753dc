import type { RewriteTask } from "../rewrite/engine.js";
import { headerText } from "./entry-header.js";

/** A job in months since year 0, with all its text. */
export interface Span {
  from: number;
  to: number;
  text: string;
}

/** The jobs that have a start; an open one counts to `today` where the task knows it, else to the newest date of the resume. */
export function spansOf(task: RewriteTask): Span[] {
  const jobs = task.parsed.resume.work ?? [];
  const newest = Math.max(0, ...jobs.flatMap((job) => [monthOf(job.startDate, false), monthOf(job.endDate, false)]));
  const now = task.today === undefined ? newest : monthOf(task.today, false);
  return jobs.flatMap((job, index) => {
    const from = monthOf(job.startDate, false);
    if (from === 0) return [];
    const text = [headerText(task.parsed, `w${index + 1}`) ?? "", job.summary ?? "", ...(job.highlights ?? [])].join(
      " · ",
    );
    return [{ from, to: job.endDate === undefined ? now : monthOf(job.endDate, true), text }];
  });
}

/** Months since year 0; a bare year begins with its first month and ends with its last. */
function monthOf(date: string | undefined, isEnd: boolean): number {
  const found = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? "");
  if (found === null) return 0;
  const month = found[2] === undefined ? (isEnd ? 12 : 1) : Number(found[2]);
  return Number(found[1]) * 12 + month - (isEnd ? 0 : 1);
}

/** The months that jobs cover, overlaps counted once. */
export function monthsOf(spans: readonly Span[]): number {
  let total = 0;
  let reached = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

/** The whole years that the dates of all jobs prove. */
export function provenYears(task: RewriteTask): number {
  return Math.floor(monthsOf(spansOf(task)) / 12);
}
