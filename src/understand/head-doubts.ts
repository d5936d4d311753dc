import type { Warning } from "../schema/source.js";
import type { Head } from "./heads.js";

/**
 * How often a doubtful decision about a job was right.
 *
 * Source: jobs with a known truth, of the public corpus and of four invented people in 15 published designs. `title` and
 * `lone` with half or a fifth of the words for titles and employers withheld, since with all of them hardly any is
 * doubtful: 32 of 51 where no word tells two names apart, 12 of 14 where one name stands alone; clearer ones were right in
 * 1,943 of 1,952 cases. `dates`: 9 of 19 entries without dates were jobs. `grouping`: 2 of 3, too few to say more. `order`:
 * no case was seen, so an even chance.
 */
const rightShare = { title: 0.63, lone: 0.86, dates: 0.47, grouping: 0.67, order: 0.5 } as const;

/** Below this the words and the order of other jobs told nothing. */
const clearLean = 0.2;

/** What is doubtful about a job: which text is its title, whose role it is, that it has no dates or unclear ones. */
export function headDoubts(head: Head): Warning[] {
  const line = head.line?.n ?? null;
  const { title, employer } = head;
  const named = title?.text ?? employer?.text ?? "";
  const warnings: Warning[] = [];
  const warn = (code: string, message: string, confidence: number) =>
    warnings.push({ code, message, line, confidence });
  const unclear = head.lean < clearLean;
  if (unclear && title !== undefined && employer !== undefined && !head.inherited)
    warn(
      "doubtful-title",
      `"${title.text}" was taken for the title, "${employer.text}" for the employer.`,
      rightShare.title,
    );
  else if (unclear && named !== "" && (title === undefined || employer === undefined))
    warn("doubtful-title", `"${named}" was taken for the ${title ? "title" : "employer"} of a job.`, rightShare.lone);
  if (head.inherited && employer !== undefined)
    warn("doubtful-grouping", `"${named}" was taken for a role at "${employer.text}".`, rightShare.grouping);
  if (head.start === undefined && head.end === undefined)
    warn("no-dates", `"${named}" has no dates.`, rightShare.dates);
  if (head.unclearDate)
    warn("unclear-date", `The dates of "${named}" can be read with the day or the month first.`, rightShare.order);
  return warnings;
}
