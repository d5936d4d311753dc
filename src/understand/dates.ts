import { fold } from "./fold.js";

/** A word of dates.tsv. */
export interface DateWord {
  word: string;
  kind: "month" | "season" | "present" | "to" | "since" | "from" | "until" | "expected" | "of";
  month: number;
}

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
}

/** Finds the dates of a text in their order; `dayFirst` reads 03/04/2019 as the third of April. */
export type DateFinder = (text: string, dayFirst?: boolean) => DateSpan[];

interface Point {
  start: number;
  end: number;
  iso: string | null;
  present: boolean;
  /** A month whose year stands at the range's other end. */
  month: number | null;
}

interface Patterns {
  points: [RegExp, (match: RegExpExecArray, dayFirst: boolean) => Pick<Point, "iso" | "present" | "month"> | null][];
  join: RegExp;
  open: RegExp;
  lead: RegExp;
  since: RegExp;
  until: RegExp;
}

const year = "(?:19[4-9]\\d|20\\d\\d)";
const no = "(?<![\\p{L}\\p{N}.,/-])";
const word = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}%+])";

const wide = /\p{sc=Han}/u;

function alternatives(words: string[]): string {
  const spelled = new Set(words.flatMap((word) => [word, fold(word)]));
  return [...spelled]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/['’]/g, "['’]")
        .replace(/ /g, "\\s+"),
    )
    .join("|");
}

/** The finder of dates in the languages of the given words. */
export function dateFinder(words: DateWord[]): DateFinder {
  const months = new Map(words.filter(({ kind }) => kind === "month").map(({ word, month }) => [fold(word), month]));
  const patterns = patternsOf(words, months);
  return (text, dayFirst = false) => {
    const points = pointsIn(text, patterns, dayFirst);
    return spansOf(text, points, patterns);
  };
}

function patternsOf(words: DateWord[], months: ReadonlyMap<string, number>): Patterns {
  const of = (kind: DateWord["kind"]) =>
    alternatives(words.filter((word) => word.kind === kind).map(({ word }) => word));
  const monthOf = (name: string | undefined) => months.get(fold(name ?? "").replace(/\.$/, "")) ?? null;
  const at = (source: string) => new RegExp(source, "iuy");
  const full = (y: string, m: number | null, d?: string) => {
    const years = fullYear(y);
    if (years === null) return null;
    return { iso: iso(years, m, d === undefined ? null : Number(d)), present: false, month: null };
  };
  const wideWords = alternatives(
    words.filter(({ word, kind }) => kind === "present" && wide.test(word)).map(({ word }) => word),
  );
  const stillOn = { iso: null, present: true, month: null };
  const month = `(${of("month")})\\.?`;
  const day = "(?:(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+)?";
  return {
    points: [
      [
        at(`(${year})\\s*年\\s*(\\d{1,2})\\s*月(?:\\s*(\\d{1,2})\\s*[日号])?`),
        (m) => full(m[1] ?? "", Number(m[2]), m[3]),
      ],
      [at(`(${year})\\s*年`), (m) => full(m[1] ?? "", null)],
      [
        at(
          `${word}${day}(?:(?:${of("of")})\\s+)?${month},?(?:\\s+(?:${of("of")})\\s+|\\s*[-/.]?\\s*)(${year}|['’]\\d{2})${end}`,
        ),
        (m) => full(m[3] ?? "", monthOf(m[2]), m[1]),
      ],
      [
        at(`${word}${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(${year})${end}`),
        (m) => full(m[3] ?? "", monthOf(m[1]), m[2]),
      ],
      [at(`${word}${month}[ -](\\d{2})${end}(?!,)`), (m) => full(`'${m[2] ?? ""}`, monthOf(m[1]))],
      [
        at(`${word}(?:${of("season")})(?:\\s+(?:${of("of")}))?,?\\s*(${year}|['’]\\d{2})${end}`),
        (m) => full(m[1] ?? "", null),
      ],
      [at(`${no}(?:Q[1-4]|H[12])[ /-]?(${year})${end}`), (m) => full(m[1] ?? "", null)],
      [at(`${no}(${year})([-./])(0?[1-9]|1[0-2])\\2([0-3]?\\d)${end}`), (m) => full(m[1] ?? "", Number(m[3]), m[4])],
      [
        at(`${no}([0-3]?\\d)([./-])\\s?([0-3]?\\d)\\2\\s?(${year})${end}`),
        (m, dayFirst) => {
          const [a, b] = [Number(m[1]), Number(m[3])];
          const european = a > 12 || (b <= 12 && (dayFirst || m[2] === "."));
          const [d, mm] = european ? [a, b] : [b, a];
          return mm >= 1 && mm <= 12 && d >= 1 ? full(m[4] ?? "", mm, String(d)) : null;
        },
      ],
      [at(`${no}(${year})([-./])(0[1-9]|1[0-2])(?![\\p{L}\\p{N}%+])`), (m) => full(m[1] ?? "", Number(m[3]))],
      [at(`${no}(0?[1-9]|1[0-2])\\s?[./-]\\s?(${year})${end}`), (m) => full(m[2] ?? "", Number(m[1]))],
      [at(`${no}(0[1-9]|1[0-2])[/.](\\d\\d)(?![\\p{L}\\p{N}%+/])`), (m) => full(`'${m[2] ?? ""}`, Number(m[1]))],
      [at(`${no}(${year})[ ,]+${month}(?![\\p{L}\\p{N}]|\\s+\\d)`), (m) => full(m[1] ?? "", monthOf(m[2]))],
      [
        at(`(?<![\\p{L}\\p{N}.,$€£#])(${year})(?:(?=\\s?[-–—/~])|(?![\\p{L}\\p{N}%+]|[.,]\\d))`),
        (m) => full(m[1] ?? "", null),
      ],
      [at(`${no}['’](\\d{2})${end}`), (m) => full(`'${m[1] ?? ""}`, null)],
      [at(`(?<![\\p{L}\\p{N}])(?:${of("present")})(?![\\p{L}\\p{N}])`), () => stillOn],
      [at(`(?:${wideWords})`), () => stillOn],
      [at(`${word}${month}(?![\\p{L}\\p{N}])`), (m) => ({ iso: null, present: false, month: monthOf(m[1]) })],
    ],
    join: new RegExp(
      `^\\s*(?:[-–—−‒‐~〜～→/]+|\\.{2,3}|(?:${of("to")})(?![\\p{L}]))\\s*(?:(?:${of("from")}|${of("of")})\\s+)?$`,
      "iu",
    ),
    open: /^\s*[-–—−~]\s*(?=$|[)\]\t|]|\s{2})/u,
    lead: new RegExp(
      `(?:(?<=^|[\\s(\\[,|•·–—-])(${of("since")}|${of("from")}|${of("until")}|${of("expected")})(?:\\s+(?:${of("of")}))?\\s*[:.]?\\s*)$`,
      "iu",
    ),
    since: new RegExp(`^(?:${of("since")})$`, "iu"),
    until: new RegExp(`^(?:${of("until")})$`, "iu"),
  };
}

function fullYear(text: string): number | null {
  if (/^\d{4}$/.test(text)) return Number(text);
  const two = /(\d{2})$/.exec(text)?.[1];
  if (two === undefined) return null;
  return Number(two) > 45 ? 1900 + Number(two) : 2000 + Number(two);
}

function iso(years: number, month: number | null, day: number | null): string {
  const two = (value: number) => String(value).padStart(2, "0");
  if (month === null) return String(years);
  return day === null || day < 1 || day > 31 ? `${years}-${two(month)}` : `${years}-${two(month)}-${two(day)}`;
}

function pointsIn(text: string, patterns: Patterns, dayFirst: boolean): Point[] {
  const found: Point[] = [];
  let at = 0;
  const dated = /[\d’']/.test(text) && /\d/.test(text);
  if (!dated && text.length > 60) return found;
  while (at < text.length) {
    if (/\p{L}/u.test(text[at - 1] ?? "") && /[a-z]/i.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
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
  patterns: Patterns,
  dayFirst: boolean,
  before: Point | undefined,
): Point | null {
  const short = shortYear(text, at, before);
  if (short !== null) return short;
  if (/[\s,;:()]/.test(text[at] ?? "")) return null;
  for (const [pattern, make] of patterns.points) {
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

function spansOf(text: string, points: Point[], patterns: Patterns): DateSpan[] {
  const spans: DateSpan[] = [];
  for (let at = 0; at < points.length; at++) {
    const first = points[at];
    const second = points[at + 1];
    if (first === undefined) continue;
    const joined = second !== undefined && areJoined(text.slice(first.end, second.start), second, patterns);
    if (joined && !first.present && (second.iso !== null || second.present)) {
      const from = first.iso ?? (first.month === null ? null : borrowedYear(first.month, second));
      if (from !== null) {
        spans.push(
          dressed(
            text,
            {
              start: first.start,
              end: second.end,
              text: "",
              from,
              to: second.iso,
              ongoing: second.present,
              range: true,
            },
            patterns,
          ),
        );
        at += 1;
        continue;
      }
    }
    if (first.iso !== null) spans.push(single(text, first, patterns));
    else if (first.present && isAlone(text, first))
      spans.push({
        start: first.start,
        end: first.end,
        text: text.slice(first.start, first.end),
        from: null,
        to: null,
        ongoing: true,
        range: false,
      });
  }
  return spans;
}

function areJoined(between: string, second: Point, patterns: Patterns): boolean {
  return patterns.join.test(between) || (second.present && /^ {0,2}$/.test(between));
}

function borrowedYear(month: number, second: Point): string | null {
  const years = /^\d{4}/.exec(second.iso ?? "")?.[0];
  return years === undefined ? null : iso(Number(years), month, null);
}

/** Whether "Present" stands for itself: in brackets or as the end of a line whose start stands on the line above. */
function isAlone(text: string, { start, end: stop }: Point): boolean {
  return /(^|[(\t[]|[-–—]\s?)$/.test(text.slice(0, start)) && /^($|[)\]\t])/.test(text.slice(stop));
}

function single(text: string, point: Point, patterns: Patterns): DateSpan {
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
  };
  return dressed(text, span, patterns);
}

/** The span with the words and brackets around it. */
function dressed(text: string, span: DateSpan, patterns: Patterns): DateSpan {
  const lead = patterns.lead.exec(text.slice(0, span.start));
  let { start, end: stop, from, to, ongoing, range } = span;
  if (lead !== null) {
    start = lead.index + (lead[0].length - lead[0].trimStart().length);
    const word = fold(lead[1] ?? "");
    if (!range && patterns.since.test(word)) [ongoing, range] = [true, true];
    else if (!range && patterns.until.test(word)) [to, from] = [from, null];
  }
  const before = /[([（]\s*$/.exec(text.slice(0, start));
  const after = /^\s*[)\]）]/.exec(text.slice(stop));
  if (before !== null && after !== null) {
    start = before.index;
    stop += after[0].length;
  }
  return { start, end: stop, text: text.slice(start, stop), from, to, ongoing, range };
}
