import { type DatePatterns, type DateWord, datePatterns } from "./date-patterns.js";
import { fold } from "./fold.js";
import { hasOtherLetters } from "./letter-pattern.js";

/** A date or a range of dates as it stands in a text. */
export interface DateSpan {
  /** Its place, with the brackets and words that belong to it ("(since 2019)"). */
  start: number;
  end: number;
  text: string;
  /** ISO at the printed precision. For a single date `from` alone; for "until 2019" `to` alone. */
  from: string | null;
  to: string | null;
  /** Printed as still going on: Present, heute, since 2019, "2019 –". */
  ongoing: boolean;
  range: boolean;
  /** Day and month of an end could as well be the other way round: 03/04/2019. */
  unclear?: boolean;
}

/** Whether a text says only how long something lasted: "2 years 3 months". */
export type DurationTest = (text: string) => boolean;

/** Finds the dates of a text in their order; `dayFirst` reads 03/04/2019 as the third of April. */
export type DateFinder = (text: string, dayFirst?: boolean) => DateSpan[];

interface Point {
  start: number;
  end: number;
  iso: string | null;
  present: boolean;
  /** A month whose year stands at the range's other end. */
  month: number | null;
  unclear?: boolean;
}

/** The finder of dates and the test for durations in the languages of the given words. */
export function dateReader(words: DateWord[]): { dates: DateFinder; isDuration: DurationTest } {
  let plain: DatePatterns | null = null;
  let full: DatePatterns | null = null;
  const patternsFor = (text: string): DatePatterns => {
    if (!hasOtherLetters(text)) {
      plain ??= datePatterns(words, true);
      return plain;
    }
    full ??= datePatterns(words);
    return full;
  };
  return {
    dates: (text, dayFirst = false) => {
      const patterns = patternsFor(text);
      return spansOf(text, pointsIn(text, patterns, dayFirst), patterns);
    },
    isDuration: (text) => /\d/.test(text) && patternsFor(text).duration.exec(text)?.[0].trim() === text.trim(),
  };
}

function pointsIn(text: string, patterns: DatePatterns, dayFirst: boolean): Point[] {
  const found: Point[] = [];
  let at = 0;
  if (!/\d/.test(text) && text.length > 60) return found;
  while (at < text.length) {
    const point = pointAt(text, at, patterns, dayFirst, found.at(-1));
    if (point === null) at += 1;
    else {
      found.push(point);
      at = Math.max(point.end, at + 1);
    }
  }
  return found;
}

function pointAt(
  text: string,
  at: number,
  patterns: DatePatterns,
  dayFirst: boolean,
  before: Point | undefined,
): Point | null {
  const short = shortYear(text, at, before);
  if (short !== null) return short;
  const digit = /[\d'’]/.test(text[at] ?? "");
  if (!digit && !patterns.mayBegin(text, at)) return null;
  for (const [pattern, make] of digit ? patterns.digits : patterns.letters) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const made = match === null ? null : make(match, dayFirst);
    if (match !== null && made !== null) return { start: at, end: at + match[0].length, ...made };
  }
  return null;
}

/** The "21" of "2019–21". */
function shortYear(text: string, at: number, before: Point | undefined): Point | null {
  if (before === undefined || !/^\d{4}$/.test(before.iso ?? "")) return null;
  const between = text.slice(before.end, at);
  const match = /^(\d{2})(?![\p{L}\p{N}.,/%+-])/u.exec(text.slice(at));
  if (match === null || !/^\s?[-–—/]\s?['’]?$/.test(between)) return null;
  const first = Number(before.iso);
  const last = Math.floor(first / 100) * 100 + Number(match[1]);
  return last > first && last - first < 50
    ? { start: at, end: at + 2, iso: String(last), present: false, month: null }
    : null;
}

function spansOf(text: string, points: Point[], patterns: DatePatterns): DateSpan[] {
  const spans: DateSpan[] = [];
  for (let at = 0; at < points.length; at++) {
    const first = points[at];
    const second = points[at + 1];
    if (first === undefined) continue;
    const range = second === undefined ? null : rangeOf(text, first, second, patterns);
    if (range !== null) {
      spans.push(dressed(text, range, patterns));
      at += 1;
    } else if (first.iso !== null) spans.push(single(text, first, patterns));
    else if (first.present && isAlone(text, first)) spans.push(stillOn(text, first));
  }
  return spans;
}

/** Two points joined as a range; the first may leave its year to the second ("May – Aug 2017"). */
function rangeOf(text: string, first: Point, second: Point, patterns: DatePatterns): DateSpan | null {
  if (first.present || (second.iso === null && !second.present)) return null;
  if (!areJoined(text.slice(first.end, second.start), second, patterns)) return null;
  const from = first.iso ?? (first.month === null ? null : borrowedYear(first.month, second));
  if (from === null) return null;
  const { end, iso: to, present: ongoing } = second;
  const unclear = first.unclear || second.unclear ? { unclear: true } : {};
  return { start: first.start, end, text: "", from, to, ongoing, range: true, ...unclear };
}

function stillOn(text: string, { start, end }: Point): DateSpan {
  return { start, end, text: text.slice(start, end), from: null, to: null, ongoing: true, range: false };
}

function areJoined(between: string, second: Point, patterns: DatePatterns): boolean {
  return patterns.join.test(between) || (second.present && /^ {0,2}$/.test(between));
}

function borrowedYear(month: number, second: Point): string | null {
  const years = /^\d{4}/.exec(second.iso ?? "")?.[0];
  return years === undefined ? null : `${years}-${String(month).padStart(2, "0")}`;
}

/** Whether "Present" stands for itself: in brackets or as the end of a line whose start stands on the line above. */
function isAlone(text: string, { start, end: stop }: Point): boolean {
  return /(^|[(\t[]|[-–—]\s?)$/.test(text.slice(0, start)) && /^($|[)\]\t])/.test(text.slice(stop));
}

function single(text: string, point: Point, patterns: DatePatterns): DateSpan {
  const open = patterns.open.exec(text.slice(point.end));
  const stop = open === null ? point.end : point.end + open[0].trimEnd().length;
  const span = {
    start: point.start,
    end: stop,
    text: "",
    from: point.iso,
    to: null,
    ongoing: open !== null,
    range: open !== null,
    ...(point.unclear ? { unclear: true } : {}),
  };
  return dressed(text, span, patterns);
}

/** The word that belongs to a date, as "since"; a mere "of" or "de" behind a gap belongs to the text before it. */
function leadBefore(text: string, patterns: DatePatterns): RegExpExecArray | null {
  const lead = patterns.lead.exec(text);
  const word = fold(lead?.[1] ?? "");
  const weighty = patterns.since.test(word) || patterns.until.test(word);
  return lead !== null && /\t\s*$/.test(text) && /^\p{L}{1,3}$/u.test(word) && !weighty ? null : lead;
}

/** The span with the words and brackets around it. */
function dressed(text: string, span: DateSpan, patterns: DatePatterns): DateSpan {
  const lead = leadBefore(text.slice(0, span.start), patterns);
  let { start, end: stop, from, to, ongoing, range } = span;
  if (lead !== null) {
    start = lead.index + (lead[0].length - lead[0].trimStart().length);
    const word = fold(lead[1] ?? "");
    if (!range && patterns.since.test(word)) [ongoing, range] = [true, true];
    else if (!range && patterns.until.test(word)) [to, from] = [from, null];
  }
  stop += patterns.duration.exec(text.slice(stop))?.[0].trimEnd().length ?? 0;
  const before = /[([（]\s*$/.exec(text.slice(0, start));
  const after = /^\s*[)\]）]/.exec(text.slice(stop));
  if (before !== null && after !== null) {
    start = before.index;
    stop += after[0].length;
  }
  return {
    start,
    end: stop,
    text: text.slice(start, stop),
    from,
    to,
    ongoing,
    range,
    ...(span.unclear ? { unclear: true } : {}),
  };
}
