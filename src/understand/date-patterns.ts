import { fold } from "./fold.js";
import { asciiSource, hasOtherLetters } from "./letter-pattern.js";

/** A word of dates.tsv; `month` is 1 to 12 for the name of a month. */
export interface DateWord {
  word: string;
  kind: "month" | "season" | "present" | "to" | "since" | "from" | "until" | "expected" | "of" | "duration";
  month: number;
}

/** What a notation says: a date, "still going on", or a month whose year stands elsewhere. */
interface PointValue {
  iso: string | null;
  present: boolean;
  month: number | null;
  /** Day and month could as well be the other way round. */
  unclear?: boolean;
}

/** A notation, matched where it begins, and how to read the match. */
type PointPattern = [RegExp, (match: RegExpExecArray, dayFirst: boolean) => PointValue | null];

/** The notations of dates in the languages of a word list. */
export interface DatePatterns {
  /** Notations that begin with a digit or apostrophe, and with a letter; the first that fits is right. */
  digits: PointPattern[];
  letters: PointPattern[];
  /** Whether a word that can stand in a date may begin at a place of the text; cheaper than trying the notations. */
  mayBegin: (text: string, at: number) => boolean;
  /** What stands between the two ends of a range, an open end, words before a date. */
  join: RegExp;
  open: RegExp;
  lead: RegExp;
  since: RegExp;
  until: RegExp;
  /** How long it lasted, behind the dates: "(2 years 3 months)", "· 4 mos". */
  duration: RegExp;
}

/** What the notations are made of. */
interface Parts {
  /** The words of a kind as alternatives. */
  of: (kind: DateWord["kind"]) => string;
  monthOf: (name: string | undefined) => number | null;
  /** A pattern, case-insensitive; `sticky` where it is matched at a place. */
  pattern: (source: string) => RegExp;
  sticky: (source: string) => RegExp;
}

const year = "(?:19[4-9]\\d|20\\d\\d)";
const unjoined = "(?<![\\p{L}\\p{N}.,/-])";
const apart = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}%+])";
const wide = /\p{sc=Han}/u;
const stillOn: PointValue = { iso: null, present: true, month: null };

/**
 * The notations for the words of a list; `ascii` ones are for texts without letters beyond ASCII.
 *
 * Why both: compiling the notations of all languages takes longer than reading a resume, and most resumes need only those.
 */
export function datePatterns(words: DateWord[], ascii = false): DatePatterns {
  const parts = partsOf(words, ascii);
  const { of, pattern } = parts;
  const wideWords = words.filter(({ word, kind }) => kind === "present" && wide.test(word)).map(({ word }) => word);
  const named = namedMonths(parts);
  return {
    digits: [...(ascii ? [] : wideDates(parts)), ...named, ...numbers(parts), ...loneYears(parts)],
    letters: [...named, ...wordsAlone(parts, ascii ? [] : wideWords)],
    mayBegin: beginnings(words),
    join: pattern(
      `^\\s*(?:(?:[-–—−‒‐~〜～→/]+|\\.{2,3})(?:\\s*(?:${of("to")})(?![\\p{L}]))?|(?:${of("to")})(?![\\p{L}]))\\s*(?:(?:${of("from")}|${of("of")})\\s+)?$`,
    ),
    open: /^\s*[-–—−~]\s*(?=$|[)\]\t|]|\s{2})/u,
    lead: pattern(
      `(?:(?<=^|[\\s(\\[,|•·–—-])(${of("since")}|${of("from")}|${of("until")}|${of("expected")})(?:\\s+(?:${of("of")}))?\\s*[:.]?\\s*)$`,
    ),
    since: pattern(`^(?:${of("since")})$`),
    until: pattern(`^(?:${of("until")})$`),
    duration: pattern(
      `^\\s*[(·•|,]?\\s*(?:\\d+\\s*\\+?\\s*(?:${of("duration")})\\.?,?\\s*(?:(?:${of("to")})\\s+)?)+\\)?(?![\\p{L}\\p{N}])`,
    ),
  };
}

function partsOf(words: DateWord[], ascii: boolean): Parts {
  const months = new Map(words.filter(({ kind }) => kind === "month").map(({ word, month }) => [fold(word), month]));
  const compiled = (flags: string) => (source: string) =>
    ascii ? new RegExp(asciiSource(source), flags) : new RegExp(source, `${flags}u`);
  return {
    of: (kind) =>
      spellings(
        words.filter((word) => word.kind === kind).map(({ word }) => word),
        ascii,
      ),
    monthOf: (name) => months.get(fold(name ?? "").replace(/\.$/, "")) ?? null,
    pattern: compiled("i"),
    sticky: compiled("iy"),
  };
}

/** Tells by the first letters whether one of the words, or a quarter, may begin at a place of a text. */
function beginnings(words: DateWord[]): (text: string, at: number) => boolean {
  const leading = words.filter(({ kind }) => kind === "month" || kind === "season" || kind === "present");
  const spelled = leading.flatMap(({ word }) => [word.toLowerCase(), fold(word)]);
  const signs = new Set(spelled.filter((word) => wide.test(word)).map((word) => word.slice(0, 1)));
  const starts = new Set([
    ...spelled.filter((word) => !wide.test(word)).map((word) => word.slice(0, 3)),
    "q1",
    "q2",
    "q3",
    "q4",
    "h1",
    "h2",
  ]);
  return (text, at) => {
    if (signs.has(text[at] ?? "")) return true;
    const start = text.slice(at, at + 3).toLowerCase();
    if (!starts.has(start) && !starts.has(start.slice(0, 2))) return false;
    return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "");
  };
}

/** The words as alternatives, with and without accents, longest first; of none, a pattern that fits nowhere. */
function spellings(words: string[], ascii: boolean): string {
  const spelled = [...new Set(words.flatMap((word) => [word, fold(word)]))];
  const usable = ascii ? spelled.filter((word) => !hasOtherLetters(word)) : spelled;
  if (usable.length === 0) return "(?!)";
  return usable
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/['’]/g, "['’]")
        .replace(/ /g, "\\s+"),
    )
    .join("|");
}

/** 2016年9月 */
function wideDates({ sticky }: Parts): PointPattern[] {
  return [
    [
      sticky(`(${year})\\s*年\\s*(\\d{1,2})\\s*月(?:\\s*(\\d{1,2})\\s*[日号])?`),
      (m) => dated(m[1], Number(m[2]), m[3]),
    ],
    [sticky(`(${year})\\s*年`), (m) => dated(m[1], null)],
  ];
}

/** Sep 2016, 5 September 2016, mayo de 2019, Sep 5, 2016, Sep '16, Spring 2016, Q3 2016 */
function namedMonths({ of, monthOf, sticky }: Parts): PointPattern[] {
  const month = `(${of("month")})\\.?`;
  const day = "(?:(?<!\\d[.,])(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[^\\S\\t]+)?";
  return [
    [
      sticky(
        `${apart}${day}(?:(?:${of("of")})\\s+)?${month},?(?:\\s+(?:${of("of")})\\s+|\\s*[-/.]?\\s*)(${year}|['’]\\d{2})${end}`,
      ),
      (m) => dated(m[3], monthOf(m[2]), m[1]),
    ],
    [
      sticky(`${apart}${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(${year})${end}`),
      (m) => dated(m[3], monthOf(m[1]), m[2]),
    ],
    [sticky(`${apart}${month}[ -](\\d{2})${end}(?!,)`), (m) => dated(`'${m[2] ?? ""}`, monthOf(m[1]))],
    [
      sticky(`${apart}(?:${of("season")})(?:\\s+(?:${of("of")}))?,?\\s*(${year}|['’]\\d{2})${end}`),
      (m) => dated(m[1], null),
    ],
    [sticky(`${unjoined}(?:Q[1-4]|H[12])[ /-]?(${year})${end}`), (m) => dated(m[1], null)],
  ];
}

/** 2016-09-30, 30.9.2016, 9/30/2016, 2016-09, 09/2016, 09/16 */
function numbers({ sticky }: Parts): PointPattern[] {
  return [
    [sticky(`${unjoined}(${year})([-./])(0?[1-9]|1[0-2])\\2([0-3]?\\d)${end}`), (m) => dated(m[1], Number(m[3]), m[4])],
    [
      sticky(`${unjoined}([0-3]?\\d)([./-])\\s?([0-3]?\\d)\\2\\s?(${year})${end}`),
      (m, dayFirst) => {
        const [a, b] = [Number(m[1]), Number(m[3])];
        const european = a > 12 || (b <= 12 && (dayFirst || m[2] === "."));
        const [day, month] = european ? [a, b] : [b, a];
        const value = month >= 1 && month <= 12 && day >= 1 ? dated(m[4], month, String(day)) : null;
        return value !== null && a <= 12 && b <= 12 && a !== b && m[2] !== "." ? { ...value, unclear: true } : value;
      },
    ],
    [sticky(`${unjoined}(${year})([-./])(0[1-9]|1[0-2])${end}`), (m) => dated(m[1], Number(m[3]))],
    [sticky(`${unjoined}(0?[1-9]|1[0-2])\\s?[./-]\\s?(${year})${end}`), (m) => dated(m[2], Number(m[1]))],
    [
      sticky(`${unjoined}(0[1-9]|1[0-2])[/.](\\d\\d)(?![\\p{L}\\p{N}%+/])`),
      (m) => dated(`'${m[2] ?? ""}`, Number(m[1])),
    ],
  ];
}

/** 2016 September, 2016, '16 */
function loneYears({ of, monthOf, sticky }: Parts): PointPattern[] {
  return [
    [
      sticky(`${unjoined}(${year})[ ,]+(${of("month")})\\.?(?![\\p{L}\\p{N}]|\\s+\\d)`),
      (m) => dated(m[1], monthOf(m[2])),
    ],
    [
      sticky(`(?<![\\p{L}\\p{N}.,$€£#])(${year})(?:(?=\\s?[-–—/~])|(?![\\p{L}\\p{N}%+]|[.,]\\d))`),
      (m) => dated(m[1], null),
    ],
    [sticky(`${unjoined}['’](\\d{2})${end}`), (m) => dated(`'${m[1] ?? ""}`, null)],
  ];
}

/** Present, heute, 至今; a month whose year stands at the range's other end */
function wordsAlone({ of, monthOf, sticky }: Parts, wideWords: string[]): PointPattern[] {
  return [
    [sticky(`${apart}(?:${of("present")})(?![\\p{L}\\p{N}])`), () => stillOn],
    [sticky(`(?:${spellings(wideWords, false)})`), () => stillOn],
    [
      sticky(`${apart}(${of("month")})\\.?(?![\\p{L}\\p{N}])`),
      (m) => ({ iso: null, present: false, month: monthOf(m[1]) }),
    ],
  ];
}

/** The date at the precision of its parts; two digits of a year are read as 1946 to 2045. */
function dated(yearText: string | undefined, month: number | null, day?: string): PointValue | null {
  const digits = /(\d{4}|\d{2})$/.exec(yearText ?? "")?.[1];
  if (digits === undefined) return null;
  const short = Number(digits);
  const years = digits.length === 4 ? short : short > 45 ? 1900 + short : 2000 + short;
  const two = (value: number) => String(value).padStart(2, "0");
  const days = Number(day ?? 0);
  const parts = [String(years), ...(month === null ? [] : [two(month)])];
  if (month !== null && days >= 1 && days <= 31) parts.push(two(days));
  return { iso: parts.join("-"), present: false, month: null };
}
