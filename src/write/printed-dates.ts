/** Dates to print: ISO at the printed precision, "" where there is none; `present` is the word for a job that goes on. */
export interface Dates {
  start: string;
  end: string;
  present: string;
  language: string;
}

interface Span {
  from: number;
  to: number;
}

const YEAR_FIRST = String.raw`\s?[-/.年]\s?\d{1,2}(?!\d)(?:\s?月|[-/.]\d{1,2}(?!\d))?`;
const BEFORE_YEAR = String.raw`(?:(?<!\d)\d{1,2}(?:st|nd|rd|th|\.)?\s)?(?<!\p{L})\p{L}{3,11}[.,]{0,2}\s?(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?(?:de\s|of\s)?|(?<!\d)(?:\d{1,2}\s?[./-]\s?){1,2}`;
const RANGE_WORD = /^\s*(?:[-–—−~〜至到]+|to|until|through|bis|à|au|a|hasta)\s*$/iu;
const GOES_ON = /^\s*(?:[-–—−~〜至到]+|to|until|bis|à|a|hasta)\s*(?:\p{L}+(?:['’]\p{L}+)?|今)/iu;
const SINCE = /(?<!\p{L})(?:since|seit|ab|depuis|desde)\s+$/iu;

const EXPECTED = /(?<!\p{L})(?:expected|anticipated|exp\.|graduating|voraussichtlich|prévue?)\s*:?\s+$/iu;

/** The dates as one of the source texts prints them ("Sep 2016 – Present"), else in the language's short notation. */
export function printedDates(texts: readonly string[], dates: Dates): string {
  for (const text of texts) {
    const found = rangeIn(text, dates);
    if (!found) continue;
    const hedge = EXPECTED.exec(text.slice(0, found.from));
    return text.slice(hedge?.index ?? found.from, found.to).trim();
  }
  const one = (iso: string): string => oneIn(texts, iso) ?? shortDate(iso, dates.language);
  return [dates.start, dates.end]
    .filter((iso) => iso !== "")
    .map(one)
    .concat(dates.present === "" ? [] : [dates.present])
    .join(" – ");
}

function oneIn(texts: readonly string[], iso: string): string | null {
  for (const text of texts) {
    const span = spansOf(text, iso)[0];
    if (span) return text.slice(span.from, span.to).trim();
  }
  return null;
}

function rangeIn(text: string, { start, end, present }: Dates): Span | null {
  if (start === "" || end === "") {
    const one = spansOf(text, start || end)[0];
    return one && present !== "" ? openRange(text, one) : (one ?? null);
  }
  for (const from of spansOf(text, start))
    for (const to of spansOf(text, end, from.to))
      if (RANGE_WORD.test(text.slice(from.to, to.from))) return { from: from.from, to: to.to };
  return sharedYear(text, start, end);
}

function openRange(text: string, start: Span): Span | null {
  const since = SINCE.exec(text.slice(0, start.from));
  if (since) return { from: since.index, to: start.to };
  const end = GOES_ON.exec(text.slice(start.to));
  return end ? { from: start.from, to: start.to + end[0].length } : null;
}

/** `Jan – Mar 2020`: two months of one year. */
function sharedYear(text: string, start: string, end: string): Span | null {
  const year = start.slice(0, 4);
  if (end.slice(0, 4) !== year || start.length < 7) return null;
  const found = new RegExp(String.raw`\p{L}{3,11}\.?\s*[-–—]\s*\p{L}{3,11}\.?,?\s${year}(?!\d)`, "u").exec(text);
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
    [...text.matchAll(new RegExp(pattern, "giu"))]
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
