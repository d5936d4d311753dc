import type { SourceLine, SourceRef, Warning } from "../schema/source.js";
import { numberLines, type ReadDocument } from "./lines.js";

/** How the words of a file differ from the words of its lines; both empty where every word is in exactly one line. */
export interface Loss {
  /** Runs of words the file shows and no line has, in the order of the file. */
  lost: string[];
  /** Words the lines have more often than the file. */
  doubled: string[];
}

/** A word as printed and as compared: compatibility forms, case and everything but letters and digits levelled. */
interface Word {
  printed: string;
  key: string;
}

/** Chinese, Japanese and the like have no blanks between words, so each character counts as a word. */
const wordPattern =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}\p{M}])+/gu;

/** ASCII and the commonest signs of typography, none of which is part of a word: with only these, words need no \p{…}, which V8 compiles for milliseconds. */
const simpleText = /^[\0-\x7f\u00a0\u00b7\u2010-\u2016\u2018-\u2027]*$/;

/**
 * What the lines lost or doubled of a file's visible text.
 *
 * `raw` is the file's text in pieces from a walk independent of the one that made the lines; a piece may be part of a word,
 * so words that are joined or split otherwise than in the lines are no loss.
 */
export function lossOf(raw: Iterable<string>, lines: readonly Pick<SourceLine, "text">[]): Loss {
  const file = wordsOf(raw);
  const found = wordsOf(lines.map(({ text }) => text));
  const missing = surplus(file, found);
  const extra = surplus(found, file);
  forgiveJoins(extra, missing, file);
  forgiveJoins(missing, extra, found);
  const doubled = [...extra].flatMap(([key, count]) => Array<string>(count).fill(key));
  return { lost: runsOf(file, missing), doubled };
}

/**
 * The document with what its lines lost appended at the end, as lines of their own with a warning "unplaced" each, and a
 * warning "doubled" where lines repeat words; `ref` says where lost text is cited from, `aside` is text of the file that is rightly in no line.
 */
export function keepLost(
  document: ReadDocument,
  raw: Iterable<string>,
  ref: SourceRef,
  name: string,
  aside: readonly string[] = [],
): ReadDocument {
  const { lost, doubled } = lossOf(raw, [...document.lines, ...aside.map((text) => ({ text }))]);
  if (lost.length === 0 && doubled.length === 0) return document;
  const start = document.lines.length;
  const added = numberLines(
    lost.map((text) => ({ text, ref })),
    name,
  );
  const unplaced = added.lines.map((line) => ({ ...line, n: start + line.n }));
  const warnings: Warning[] = unplaced.map(({ n, text }) => ({
    code: "unplaced",
    message: `The place of "${shortened(text)}" in the document could not be told; it stands at the end.`,
    line: n,
  }));
  if (doubled.length > 0) {
    const message = `Some text may have been read twice: ${shortened(doubled.join(" "))}.`;
    warnings.push({ code: "doubled", message, line: null });
  }
  return { ...document, lines: [...document.lines, ...unplaced], warnings: [...document.warnings, ...warnings] };
}

function wordsOf(pieces: Iterable<string>): Word[] {
  const words: Word[] = [];
  for (const piece of pieces) {
    for (const printed of printedWords(piece)) {
      words.push({ printed, key: printed.toLowerCase() });
    }
  }
  return words;
}

function printedWords(text: string): string[] {
  if (simpleText.test(text)) return text.match(/[a-zA-Z0-9]+/g) ?? [];
  const visible = text.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return visible.match(wordPattern) ?? [];
}

/** How many times more each word stands in `a` than in `b`. */
function surplus(a: Word[], b: Word[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of a) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { key } of b) counts.set(key, (counts.get(key) ?? 0) - 1);
  return new Map([...counts].filter(([, count]) => count > 0));
}

/** Strikes out of both sides each word of `whole` that is made of neighbouring words of `text`, all of them in `parts`. */
function forgiveJoins(whole: Map<string, number>, parts: Map<string, number>, text: Word[]): void {
  if (whole.size === 0 || parts.size === 0) return;
  for (const joined of [...whole.keys()]) {
    for (let i = 0; i < text.length && (whole.get(joined) ?? 0) > 0; i++) {
      const pieces = piecesFrom(i, joined, parts, text);
      if (pieces === null) continue;
      for (const key of [...pieces]) take(parts, key);
      take(whole, joined);
    }
  }
}

function piecesFrom(from: number, joined: string, parts: Map<string, number>, text: Word[]): string[] | null {
  const pieces: string[] = [];
  let rest = joined;
  for (let i = from; rest !== ""; i++) {
    const key = text[i]?.key;
    if (key === undefined || !rest.startsWith(key)) return null;
    pieces.push(key);
    if (pieces.filter((piece) => piece === key).length > (parts.get(key) ?? 0)) return null;
    rest = rest.slice(key.length);
  }
  return pieces;
}

function take(counts: Map<string, number>, key: string): void {
  const left = (counts.get(key) ?? 0) - 1;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}

/** The missing words as runs of neighbours; of a word that is missing only in part, the copies nearest to other missing words are taken. */
function runsOf(file: Word[], missing: Map<string, number>): string[] {
  if (missing.size === 0) return [];
  const places = new Map<string, number[]>();
  file.forEach(({ key }, i) => {
    if (!missing.has(key)) return;
    const at = places.get(key);
    if (at === undefined) places.set(key, [i]);
    else at.push(i);
  });
  const lost = new Set<number>();
  const partly: [string, number[]][] = [];
  for (const [key, at] of places) {
    if (at.length === missing.get(key)) for (const i of at) lost.add(i);
    else partly.push([key, at]);
  }
  const certain = [...lost];
  const distance = (i: number) => certain.reduce((least, other) => Math.min(least, Math.abs(other - i)), file.length);
  for (const [key, at] of partly) {
    const nearest = at.map((i) => ({ i, away: distance(i) })).sort((a, b) => a.away - b.away || a.i - b.i);
    for (const { i } of nearest.slice(0, missing.get(key))) lost.add(i);
  }
  const runs: string[][] = [];
  for (const i of [...lost].sort((a, b) => a - b)) {
    const word = file[i]?.printed ?? "";
    const run = runs.at(-1);
    if (run !== undefined && lost.has(i - 1)) run.push(word);
    else runs.push([word]);
  }
  return runs.map((run) => run.join(" "));
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
