import type { SourceLine } from "../schema/source.js";
import type { DateSpan } from "./dates.js";
import { tidy } from "./draft.js";
import { wordCount } from "./look.js";
import { without } from "./segments.js";
import type { LabelKind, ResumeWords } from "./words.js";

/** A line of a section with its dates. */
export interface Row {
  line: SourceLine;
  spans: DateSpan[];
  /** The text without its dates. */
  rest: string;
  /** The text as printed, without a date that belongs to the line above; `raw` with its tabs, as the spans count it. */
  text: string;
  raw: string;
  /** Reads as a sentence or paragraph, not as a heading line. */
  prose: boolean;
  /** Lines that only say how long it lasted, or on which the text goes on. */
  also: SourceLine[];
  /** Carries the dates of an entry. */
  dated: boolean;
  /** Only names a part of an entry: "Key achievements". */
  part: boolean;
  /** What a label before the text says it is, where a reader of jobs has looked for one. */
  label: LabelKind | null;
}

/** The section's lines with their dates; in prose and long list items dates are not looked for. */
export function rowsOf(lines: readonly SourceLine[], words: ResumeWords, dayFirst: boolean): Row[] {
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    const before = rows.at(-1);
    if (before?.also.includes(line)) continue;
    const split = splitRange(line, lines[at + 1], words, dayFirst);
    if (split !== null) {
      rows.push(split);
      continue;
    }
    const wrapped = before === undefined ? null : wrappedRange(before, line.text, words, dayFirst);
    if (before !== undefined && before.spans.length > 0 && words.isDuration(line.text)) {
      before.also.push(line);
      continue;
    }
    if (before !== undefined && goesOn(before, line)) {
      rows[rows.length - 1] = { ...before, rest: `${before.rest.trim()} ${line.text}`, also: [...before.also, line] };
      continue;
    }
    if (before !== undefined && wrapped !== null) rows[rows.length - 1] = { ...before, ...wrapped.upper, dated: true };
    rows.push(rowOf(line, wrapped?.below ?? line.text, words, dayFirst));
  }
  return rows;
}

function rowOf(line: SourceLine, text: string, words: ResumeWords, dayFirst: boolean): Row {
  const spans = words.dates(text, dayFirst);
  const rest = without(text, spans);
  const prose = isProse({ ...line, text }, spans, rest);
  const shown = text.replace(/\s+/g, " ").trim();
  return {
    line,
    spans,
    rest,
    text: shown,
    raw: text,
    also: [],
    label: null,
    prose,
    part: words.marks.part.is(text.replace(/[:：]\s*$/, "")),
    dated: !prose && spans.length > 0 && isHeadDate(spans, rest),
  };
}

/** A range whose ends stand on lines of their own: "May 2019" over "Present", "May 2019" over "June 2020". */
function splitRange(
  line: SourceLine,
  below: SourceLine | undefined,
  words: ResumeWords,
  dayFirst: boolean,
): Row | null {
  if (below === undefined || line.text.length > 20 || below.text.length > 20 || !/\d{2}/.test(line.text)) return null;
  const whole = `${line.text} – ${below.text.replace(/^\s*[-–—−]\s*/, "")}`;
  const [span, ...others] = words.dates(whole, dayFirst);
  if (span === undefined || others.length > 0 || !span.range || span.start > 0 || span.end < whole.length) return null;
  if (span.end <= line.text.length + 3 || !(span.ongoing || (span.from ?? "") < (span.to ?? ""))) return null;
  return { ...rowOf(line, whole, words, dayFirst), also: [below] };
}

/** Words that no name ends with, so that it goes on in the next line. */
const openEnd =
  /(?:^|[\s,])(?:of|and|&|for|the|in|at|de|del|della|di|du|des|der|für|und|et|y|San|Santa|Saint|St\.?|New|Los|Las)\t\s*$/u;

/** Whether a line goes on with a row whose text wraps before the dates at its right end. */
function goesOn({ line, rest, dated, also }: Row, below: SourceLine): boolean {
  if (!dated || also.length > 0 || !openEnd.test(rest)) return false;
  return below.style === line.style && below.gap < 0.3 && /^\p{L}/u.test(below.text) && wordCount(below.text) <= 8;
}

/** A range in the date column that goes on in the line below: "June 2020 –" over "Present", "June 2020 – May" over "2021". */
function wrappedRange(before: Row, text: string, words: ResumeWords, dayFirst: boolean) {
  const above = before.line.text;
  const ways: [upper: RegExp, lower: RegExp, between: string][] = [
    [/^.{4,22}?\s*[-–—]\s*\p{L}{3,9}\.?(?=\s|$)/u, /^\d{4}(?=\s|$)/, " "],
    [/^.{4,22}?(?=\s*[-–—]\s*(?:\t|\s|$))/u, /^[^\t]{3,20}(?=\t|$)/, " – "],
  ];
  for (const [upper, lower, between] of ways) {
    const [first, second] = [upper.exec(above)?.[0], lower.exec(text)?.[0]];
    if (first === undefined || second === undefined) continue;
    const whole = `${first}${between}${second}`;
    const [span, ...others] = words.dates(whole, dayFirst);
    if (span === undefined || !span.range || others.length > 0 || span.start > 0 || span.end < whole.length) continue;
    const rest = above.slice(first.length).replace(/^\s*[-–—]/, "");
    return { upper: { spans: [span], rest, raw: rest, prose: false }, below: text.slice(second.length).trim() };
  }
  return null;
}

/** A full stop between sentences, not that of "St. Mary's", "Dr. Example". */
const sentenceEnd =
  /(?<!(?:^|[\s(])(?:St|Ste|Dr|Mr|Mrs|Ms|Mt|Ft|Prof|Sp|No|Nr|Co|Inc|Ltd|Corp|Bros|Jr|Sr))(?<=[\p{Ll})])\.\s+\p{Lu}/u;

function isProse(line: SourceLine, spans: readonly DateSpan[], rest: string): boolean {
  const count = wordCount(rest);
  if (line.style === "heading" || line.bold) return count > 24;
  if (line.text.includes("\t") && spans.length > 0) return count > 40;
  const sentences = sentenceEnd.test(line.text) || /(?:[\p{Ll}\d)%+\]”"’]{2}|\p{Lu}{3})[.;。]$/u.test(line.text.trim());
  const range = spans.some((span) => span.range);
  if (/[。；]$/.test(line.text) || (line.text.match(/\p{sc=Han}/gu)?.length ?? 0) > 30) return !range;
  if (sentences) return count > 5 && !(range && count <= 14);
  return count > (range ? 26 : 15);
}

/** The text without the dates that punctuation, brackets or gaps set apart; a date inside a sentence stays. */
export function withoutSetApart({ raw: own, spans }: Row): string {
  const apart = spans.filter(({ start, end, text: date }) => {
    const [before, after] = [own.slice(0, start), own.slice(end)];
    return (
      /^[([（]/.test(date) ||
      before.trim() === "" ||
      /(?:[,;|:•·–—\t-]|\s{2})\s*$/.test(before) ||
      /^\s*(?:[|•·–—:\t]|-\s)/.test(after)
    );
  });
  return without(own, apart);
}

/** Whether the dates stand where an entry's dates stand: at an end of the line, in brackets, or beside a gap. */
function isHeadDate(spans: readonly DateSpan[], rest: string): boolean {
  if (spans.some(({ range }) => range)) return true;
  const span = spans.at(-1);
  if (span === undefined) return false;
  const parts = rest.split("\t");
  return (
    tidy(parts[0] ?? "") === "" ||
    tidy(parts.at(-1) ?? "") === "" ||
    /^[([]/.test(span.text) ||
    /^\s*[,|•·–—-]/.test(parts.at(-1) ?? "")
  );
}
