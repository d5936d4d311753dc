import type { Resume } from "../schema/resume.js";

/** Where a date known to the year only is put: the middle of it. */
const midYear = 6;

/**
 * Years of paid work in a resume, overlaps counted once, to a tenth. A job without an end goes on until `asOf`
 * (ISO month); a job without a start counts nothing. `counts` leaves jobs out by their index.
 */
export function workYears(resume: Resume, asOf: string, counts: (job: number) => boolean = () => true): number {
  const spans = (resume.work ?? [])
    .filter((_, index) => counts(index))
    .flatMap(({ startDate, endDate }) => {
      if (startDate === undefined) return [];
      const start = monthOf(startDate, false);
      const end = monthOf(endDate ?? asOf, true);
      return end < start ? [] : [{ start, end: Math.max(end, start + 1) }];
    })
    .sort((one, other) => one.start - other.start);
  let months = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start, end } of spans) {
    months += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return Math.round((months / 12) * 10) / 10;
}

/** Months since year 0; an end month counts to its last day. */
function monthOf(date: string, isEnd: boolean): number {
  const [year = "0", month] = date.split("-");
  if (month === undefined) return Number(year) * 12 + midYear;
  return Number(year) * 12 + Number(month) - (isEnd ? 0 : 1);
}
