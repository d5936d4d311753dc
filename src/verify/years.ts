import { blocked, type Claim, contentKeys, isContent, type Rule } from "./claim.js";
import { headerText } from "./entry-header.js";
import { contextOf, isSpan } from "./quantities.js";
import { type Quantity, quantitiesOf } from "./quantity-reader.js";

interface Span {
  from: number;
  to: number;
  text: string;
}

/** "N years of experience" in the summary: the resume says so itself, or the dates of the jobs that fit prove it. */
export const years: Rule = (claim) => {
  if (claim.edit.id !== "summary") return [];
  const context = contextOf(claim);
  const stated = claim.ground.resume.flatMap((one) =>
    quantitiesOf(one, context).map((quantity) => ({ quantity, one })),
  );
  return quantitiesOf(claim.passage, context).flatMap((quantity) => {
    if (!isSpan(claim, quantity)) return [];
    const field = fieldOf(claim, quantity);
    const isStated = stated.some(
      ({ quantity: other, one }) =>
        other.kind === "time" &&
        other.unit === "month" &&
        other.value === quantity.value &&
        (other.bound === quantity.bound || quantity.bound === "none") &&
        (field.length === 0 || field.some((keys) => keys.some((key) => one.content.has(key)))),
    );
    if (isStated || monthsOf(spansOf(claim, field)) >= quantity.value) return [];
    return [
      blocked(
        "years",
        quantity.raw,
        `Your dates do not prove “${quantity.raw}”${field.length > 0 ? " of this" : ""}.`,
        claim,
      ),
    ];
  });
};

/** The words that say in what: "8 years of nursing experience", "8 years in retail", "8 years as a welder". */
function fieldOf(claim: Claim, quantity: Quantity): string[][] {
  const { words, keys } = claim.ground;
  const found: string[][] = [];
  for (const word of claim.passage.words.slice(quantity.next, quantity.next + 7)) {
    if (/[,;.:–—]/.test(word.gap) && found.length > 0) break;
    if (/[;.:–—]/.test(word.gap)) break;
    if (isContent(word, words) && word.lower !== "experience") found.push(contentKeys(word.lower, keys));
    if (found.length === 2 || (word.lower === "experience" && found.length > 0)) break;
  }
  return found;
}

/** Jobs in months since year 0; an open job counts to `today` where the task knows it, else to the newest date of the resume. */
function spansOf(claim: Claim, field: readonly string[][]): Span[] {
  const { task } = claim.ground;
  const jobs = task.parsed.resume.work ?? [];
  const newest = Math.max(0, ...jobs.flatMap((job) => [monthOf(job.startDate, false), monthOf(job.endDate, false)]));
  const now = task.today === undefined ? newest : monthOf(task.today, false);
  const spans = jobs.flatMap((job, index) => {
    const from = monthOf(job.startDate, false);
    if (from === 0) return [];
    const text = [headerText(task.parsed, `w${index + 1}`) ?? "", job.summary ?? "", ...(job.highlights ?? [])].join(
      " · ",
    );
    return [{ from, to: job.endDate === undefined ? now : monthOf(job.endDate, true), text }];
  });
  return spans.filter(({ text }) => {
    const passage = claim.ground.passage("", null, text);
    return field.every((keys) => keys.some((key) => passage.content.has(key)));
  });
}

/** Months since year 0; a bare year counts from its first month, and as an end to its last. */
function monthOf(date: string | undefined, isEnd: boolean): number {
  const found = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? "");
  if (found === null) return 0;
  const month = found[2] === undefined ? (isEnd ? 12 : 1) : Number(found[2]);
  return Number(found[1]) * 12 + month - (isEnd ? 0 : 1);
}

function monthsOf(spans: readonly Span[]): number {
  let total = 0;
  let reached = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return total;
}

/** The whole years that the dates of all jobs prove, for a summary that says so. */
export function provenYears(claim: Claim): number {
  return Math.floor(monthsOf(spansOf(claim, [])) / 12);
}
