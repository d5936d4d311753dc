import type { AtsFinding } from "../schema/match.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import type { MatchWords } from "../understand/match-words.js";

/** Ways of printing a month in digits, by their look. */
const inDigits: readonly [string, RegExp][] = [
  ["2021-03", /\b(?:19|20)\d\d[-/](?:0?[1-9]|1[0-2])\b/],
  ["03/2021", /\b(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d\b/],
];
const wordAndYear = /(\p{L}+)(\.?),? (?:19|20)\d\d\b/gu;
const yearOnly = /(?<![\p{L}\d/.-] ?)\b(?:19|20)\d\d\b/u;

/** Jobs without dates, and dates of jobs printed in more than one way. */
export function dateFindings(source: SourceDocument, parsed: ParsedResume, words: MatchWords): AtsFinding[] {
  const { work = [] } = parsed.resume;
  const linesOf = (index: number): number[] =>
    ["startDate", "endDate"].flatMap((field) => parsed.provenance[`work[${index}].${field}`] ?? []);
  const headLines = (index: number): number[] =>
    parsed.provenance[`work[${index}].name`] ?? parsed.provenance[`work[${index}].position`] ?? [];
  const undated = work.flatMap(({ startDate, endDate }, index) =>
    startDate === undefined && endDate === undefined ? [index] : [],
  );
  const found: AtsFinding[] = [];
  if (undated.length > 0) {
    const finding = words.finding("missing-dates", { count: undated.length });
    found.push({ ...finding, lines: undated.flatMap(headLines) });
  }
  const dateLines = new Set(work.flatMap((_, index) => linesOf(index)));
  const texts = source.lines.filter(({ n }) => dateLines.has(n));
  const used = new Set(texts.flatMap(({ text }) => notationOf(text)));
  if (used.size > 1) {
    const finding = words.finding("mixed-dates", { count: used.size, ways: [...used].join(", ") });
    found.push({ ...finding, lines: [...dateLines].sort((one, other) => one - other) });
  }
  return found;
}

function notationOf(text: string): string[] {
  const digits = inDigits.find(([, pattern]) => pattern.test(text));
  if (digits !== undefined) return [digits[0]];
  const months = [...text.matchAll(wordAndYear)].flatMap(({ 1: word = "", 2: dot = "", index }) =>
    wordsEndingIn(text, index, word.length).map((letters) => ({ letters, dot, word: word.slice(-letters) })),
  );
  if (months.some(isCutShort)) return ["Mar 2021"];
  if (months.some(({ letters, dot }) => letters >= 5 && letters <= 9 && dot === "")) return ["March 2021"];
  if (months.some(({ letters }) => letters === 3 || letters === 4)) return [];
  return yearOnly.test(text) ? ["2021"] : [];
}

const wholeAndShort = /^(?:may|june|july|juni|juli|juin|mars)$/i;

/** A month's name that is cut short: Mar, Sept; May, June and July are whole and short, so they tell nothing. */
function isCutShort({ letters, dot, word }: { letters: number; dot: string; word: string }): boolean {
  return (letters === 3 || letters === 4) && (dot !== "" || !wholeAndShort.test(word));
}

/**
 * How many letters the words have that end where a run of letters ends.
 *
 * Why not a pattern with counts: V8 takes a third of a second to compile \p{L}{5,9}.
 */
function wordsEndingIn(text: string, start: number, length: number): number[] {
  const isWord = (at: number): boolean => /\w/.test(text[at] ?? "");
  return Array.from({ length }, (_, skipped) => skipped)
    .filter((skipped) => isWord(start + skipped) !== isWord(start + skipped - 1))
    .map((skipped) => length - skipped);
}
