import { letterPattern } from "../understand/letter-pattern.js";

/** Dates to print: ISO at the printed precision, "" where there is none; `present` is the word for a job that goes on. */
export interface Dates {
  start: string;
  end: string;
  present: string;
  language: string;
  /** Words that belong to the date behind them: summer, expected, since. */
  before: readonly string[];
}

interface Span {
  from: number;
  to: number;
}

const YEAR_FIRST = String.raw`\s?[-/.年]\s?\d{1,2}(?!\d)(?:\s?月|[-/.]\d{1,2}(?!\d))?`;
const BEFORE_YEAR = String.raw`(?:(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?\s)?(?<!\p{L})\p{L}{3,11}[.,]{0,2}\s?(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?(?:de\s|of\s)?|(?<!\d)(?:\d{1,2}\s?[./-]\s?){1,2}`;
const RANGE_WORD = /^\s*(?:[-–—−~〜至到]+|to|until|through|bis|à|au|a|hasta|[,&/]|and|und|et|y)\s*$/iu;
const GOES_ON = /^\s*(?:[-–—−~〜至到]+|to|until|bis|à|a|hasta)\s*(?:\p{L}+(?:['’]\p{L}+)?|今)/iu;

/** The dates as one of the source texts prints them ("Sep 2016 – Present"), else in the language's short notation, in which a range has no days. */
export function printedDates(texts: readonly string[], dates: Dates): string {
  for (const text of texts) {
    const found = rangeIn(text, dates);
    if (found) return text.slice(found.from - wordBefore(text, found.from, dates).length, found.to).trim();
  }
  const isRange = dates.start !== "" && (dates.end !== "" || dates.present !== "");
  const short = (iso: string): string => shortDate(isRange ? iso.slice(0, 7) : iso, dates.language);
  const one = (iso: string): string => oneIn(texts, iso) ?? short(iso);
  return [dates.start, dates.end]
    .filter((iso) => iso !== "")
    .map(one)
    .concat(dates.present === "" ? [] : [dates.present])
    .join(" – ");
}

/** The word in front of a date that belongs to it, with the space between; "" where there is none. */
function wordBefore(text: string, at: number, { before }: Pick<Dates, "before">): string {
  const lead = text.slice(0, at);
  const spaces = /[\s:]*$/.exec(lead)?.[0] ?? "";
  const rest = lead.slice(0, lead.length - spaces.length).toLowerCase();
  const words = before.filter((word) => rest.endsWith(word.toLowerCase()));
  const longest = words.sort((a, b) => b.length - a.length)[0] ?? "";
  const isWord = !/[\p{L}\p{N}]$/u.test(rest.slice(0, rest.length - longest.length));
  return longest !== "" && (isWord || /\p{sc=Han}/u.test(longest))
    ? lead.slice(lead.length - spaces.length - longest.length)
    : "";
}

function oneIn(texts: readonly string[], iso: string): string | null {
  for (const text of texts) {
    const span = spansOf(text, iso)[0];
    if (span) return text.slice(span.from, span.to).trim();
  }
  return null;
}

function rangeIn(text: string, dates: Dates): Span | null {
  const { start, end, present } = dates;
  if (start === "" || end === "") {
    const one = spansOf(text, start || end)[0];
    return one && present !== "" ? openRange(text, one, dates) : (one ?? null);
  }
  for (const from of spansOf(text, start))
    for (const to of spansOf(text, end, from.to))
      if (RANGE_WORD.test(between(text, from, to, dates))) return { from: from.from, to: to.to };
  return sharedYear(text, start, end);
}

/** What stands between two dates, without a word that belongs to the second: `Fall 2018 – Spring 2019`. */
function between(text: string, from: Span, to: Span, dates: Dates): string {
  const gap = text.slice(from.to, to.from);
  const word = wordBefore(text, to.from, dates);
  return word.length < gap.length ? gap.slice(0, gap.length - word.length) : gap;
}

/** A range without end: `2019 – Present`, or one date with a word that says since when. */
function openRange(text: string, start: Span, dates: Dates): Span | null {
  const end = GOES_ON.exec(text.slice(start.to));
  if (end) return { from: start.from, to: start.to + end[0].length };
  return wordBefore(text, start.from, dates) === "" ? null : start;
}

/** `Jan – Mar 2020`: two months of one year. */
function sharedYear(text: string, start: string, end: string): Span | null {
  const year = start.slice(0, 4);
  if (end.slice(0, 4) !== year || start.length < 7) return null;
  const months = new RegExp(String.raw`\p{L}{3,11}\.?\s*[-–—]\s*\p{L}{3,11}\.?,?\s${year}(?!\d)`, "u");
  const found = letterPattern(months)(text).exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

/** Where a date stands in a text at or behind `from`: with its month where it has one, the year alone where not. */
function spansOf(text: string, iso: string, from = 0): Span[] {
  const year = iso.slice(0, 4);
  if (year === "") return [];
  const years = `(?:${year}(?!\\d)年?|['’]${year.slice(2)}(?!\\d))`;
  const short = `${year.slice(2)}(?!\\d)`;
  const patterns =
    iso.length > 4
      ? [`(?<!\\d)${year}${YEAR_FIRST}`, `(?:${BEFORE_YEAR})${years}`, `(?<!\\d)\\d{1,2}/${short}`]
      : [`(?<!\\d)${years}`, ...(from > 0 ? [`(?<!\\d)${short}`] : [])];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(letterPattern(new RegExp(pattern, "giu"))(text))]
      .map((found) => ({ from: found.index, to: found.index + found[0].length }))
      .filter((span) => span.from >= from),
  );
}

/** An ISO date in the short notation of a language: "Sep 2016" in English, the year alone where no month is known. */
function shortDate(iso: string, language: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (year === undefined || month === undefined) return iso;
  const locale = /^[a-z]{2,3}$/.test(language) ? language : "en";
  const options = { year: "numeric", month: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, day === undefined ? options : { ...options, day: "numeric" }).format(
    Date.UTC(year, month - 1, day ?? 15),
  );
}
