import type { Box, Glyph } from "./pdf-ink.js";
import { type LetterWidths, letterWidths, likelyLigature, type Meaning, meaningOf, withAccents } from "./pdf-repair.js";

/** Letters that stand together, with the place of the whole; `y` is the baseline. */
export interface Word extends Box {
  text: string;
  y: number;
  size: number;
  bold: boolean;
  italic: boolean;
  font: string;
  /** A pictograph: no text, but a possible list mark. */
  icon: boolean;
  /** Begins a string of its own with no blank before, so it may be the rest of a word. */
  loose: boolean;
  /** The small box drawn behind it that holds one line of text, as tags have. */
  chip?: Box;
}

/** Words of one print line with no wide gap between them. */
export interface Chunk extends Box {
  words: Word[];
  y: number;
  size: number;
}

/** A character with its meaning settled. */
interface Letter {
  glyph: Glyph;
  text: string;
  icon: boolean;
  /** A blank was drawn before it. */
  spaced: boolean;
}

/** The words of a page's visible upright characters, in the order in which they were drawn, and how many had no known meaning. */
export function wordsOf(glyphs: readonly Glyph[]): { words: Word[]; unknown: number } {
  const widths = letterWidths(glyphs);
  const words: Word[] = [];
  let letters: Letter[] = [];
  let spaced = false;
  let unknown = 0;
  const flush = () => {
    if (letters.length > 0) words.push(...splitTracked(letters));
    letters = [];
  };
  glyphs.forEach((glyph, i) => {
    const meaning = settled(glyph, glyphs[i - 1], glyphs[i + 1], widths);
    if (meaning.kind === "unknown" || meaning.kind === "guess") unknown += 1;
    if (meaning.kind === "blank") spaced = true;
    if (meaning.kind === "blank" || meaning.kind === "unknown") return;
    const last = letters.at(-1);
    if (last !== undefined && !follows(last.glyph, glyph)) flush();
    letters.push({ glyph, text: meaning.text, icon: meaning.kind === "icon", spaced });
    spaced = false;
  });
  flush();
  return { words, unknown };
}

/** A character's meaning; one the file does not tell, inside a word, is the ligature that has its width. */
function settled(glyph: Glyph, before: Glyph | undefined, after: Glyph | undefined, widths: LetterWidths): Meaning {
  const meaning = meaningOf(glyph);
  const lost = meaning.kind === "unknown" || (glyph.text.startsWith("\0") && !glyph.font.symbols);
  if (!lost) return meaning;
  if (!(before !== undefined && joins(before, glyph)) && !(after !== undefined && joins(glyph, after)))
    return { kind: "icon", text: `${glyph.font.name} ${glyph.code}` };
  const letter = (other: Glyph | undefined, near: boolean) => other !== undefined && near && /^\p{L}/u.test(other.text);
  const left = letter(before, before !== undefined && follows(before, glyph)) ? (before?.text ?? "") : "";
  const right = letter(after, after !== undefined && follows(glyph, after)) ? (after?.text ?? "") : "";
  const text = left === "" && right === "" ? null : likelyLigature(glyph, right, widths);
  return text === null ? { kind: "unknown" } : { kind: "guess", text };
}

/** Whether two characters touch, as the letters of a word do. */
function joins(a: Glyph, b: Glyph): boolean {
  return follows(a, b) && b.x0 - a.x1 < Math.max(a.size, b.size) * 0.16 && a.text.trim() !== "" && b.text.trim() !== "";
}

/** Whether a character goes on where the one before ends: same baseline, no wide gap, no step back. */
function follows(a: Glyph, b: Glyph): boolean {
  const size = Math.max(a.size, b.size);
  const gap = b.x0 - a.x1;
  return Math.abs(a.y - b.y) < size * 0.12 && gap > -size * 0.6 && b.x0 > a.x0 - size * 0.3 && gap < size * 0.9;
}

/** A string of letters cut into words at blanks and gaps; the usual gap between its letters is no word's end. */
function splitTracked(letters: readonly Letter[]): Word[] {
  const size = Math.max(...letters.map(({ glyph }) => glyph.size));
  const gaps = letters.slice(1).map((_, i) => gapBefore(letters, i + 1));
  const tracking = trackingOf(letters, gaps, size);
  const words: Word[] = [];
  let current: Letter[] = [];
  const end = () => words.push(wordFrom(current, words.length === 0 && letters[0]?.spaced === false));
  letters.forEach((letter, i) => {
    const gap = i === 0 ? 0 : (gaps[i - 1] ?? 0);
    const blankCounts = letter.spaced && (tracking < size * 0.18 || gap > tracking + size * 0.2);
    const begins = (gap > tracking + size * 0.08 && newName(letters, i)) || newContact(letters, i);
    const apart = gap > tracking + size * 0.16 || blankCounts || begins;
    const kind = current.length > 0 && current.at(-1)?.icon !== letter.icon;
    if (current.length > 0 && (apart || kind)) {
      end();
      current = [];
    }
    current.push(letter);
  });
  if (current.length > 0) end();
  return words;
}

/** Whether a capital follows a small letter and was written as a string of its own. */
function newName(letters: readonly Letter[], i: number): boolean {
  const [a, b] = [letters[i - 1], letters[i]];
  if (a === undefined || b === undefined || a.glyph.run === b.glyph.run) return false;
  return /\p{Ll}$/u.test(a.text) && /^\p{Lu}/u.test(b.text);
}

/** Whether a phone number or a web address begins, written as a string of its own right behind another. */
function newContact(letters: readonly Letter[], i: number): boolean {
  const [a, b] = [letters[i - 1], letters[i]];
  if (a === undefined || b === undefined || a.glyph.run === b.glyph.run || !/^[+h]$/.test(b.text)) return false;
  const next = letters.slice(i, i + 4).map(({ text }) => text);
  return /^(?:\+\d|http$)/.test(next.join("")) && /[\p{L}\d]$/u.test(a.text);
}

function gapBefore(letters: readonly Letter[], i: number): number {
  const [a, b] = [letters[i - 1], letters[i]];
  return a === undefined || b === undefined ? 0 : b.glyph.x0 - a.glyph.x1;
}

/**
 * The letter spacing of a string: 0 for ordinary text; for "E D U C A T I O N" the gap between its letters.
 *
 * Why: spaced capitals are common in headings and would fall apart into letters. Ordinary text has most gaps near zero.
 */
function trackingOf(letters: readonly Letter[], gaps: readonly number[], size: number): number {
  if (gaps.length < 3) return 0;
  const sorted = [...gaps].sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.2)] ?? 0;
  const middle = sorted[Math.floor(sorted.length * 0.5)] ?? 0;
  if (low < size * 0.04) return 0;
  const capitals = letters.filter(({ text }) => /^[\p{Lu}\p{N}&]$/u.test(text)).length;
  const spacedOut = letters.filter(({ spaced }) => spaced).length;
  if (spacedOut > gaps.length * 0.5 && capitals < letters.length * 0.7) return 0;
  return Math.max(0, middle);
}

function wordFrom(letters: readonly Letter[], loose: boolean): Word {
  const main = letters.reduce((a, b) => (b.glyph.size > a.glyph.size ? b : a)).glyph;
  const count = (test: (glyph: Glyph) => boolean) => letters.filter(({ glyph }) => test(glyph)).length;
  const most = letters.length / 2;
  return {
    text: withAccents(letters.map(({ text, glyph }) => ({ text, x0: glyph.x0, x1: glyph.x1 }))),
    x0: Math.min(...letters.map(({ glyph }) => glyph.x0)),
    x1: Math.max(...letters.map(({ glyph }) => glyph.x1)),
    y0: main.y - main.size * main.font.ascent,
    y1: main.y - main.size * main.font.descent,
    y: main.y,
    size: main.size,
    bold: count(({ font, thick }) => font.bold || thick) > most,
    italic: count(({ font }) => font.italic) > most,
    font: main.font.name,
    icon: letters[0]?.icon ?? false,
    loose,
  };
}

/** The visible characters without those printed twice at one place, as shadows and made-up bold are; these become bold. */
export function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  const seen = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const key = `${glyph.text}|${Math.round(glyph.y / 4)}`;
    const near = [-1, 0, 1].flatMap((step) => seen.get(`${glyph.text}|${Math.round(glyph.y / 4) + step}`) ?? []);
    const twin = near.find(
      (other) =>
        other.run !== glyph.run &&
        Math.abs(other.x0 - glyph.x0) < glyph.size * 0.15 &&
        Math.abs(other.y - glyph.y) < glyph.size * 0.15 &&
        Math.abs(other.size - glyph.size) < glyph.size * 0.1,
    );
    if (twin !== undefined && glyph.text.trim() !== "") {
      twin.thick = true;
      continue;
    }
    seen.set(key, [...(seen.get(key) ?? []), glyph]);
    kept.push(glyph);
  }
  return kept;
}

const listSign = /^(?:[^\p{L}\p{N}\s]|o)$/u;

/** Words gathered into pieces of print lines: one baseline, no gap wider than an em. */
export function chunksOf(words: readonly Word[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const line of baselines(words)) {
    let current: Word[] = [];
    for (const word of line) {
      const end = Math.max(...current.map(({ x1 }) => x1));
      const size = Math.max(word.size, current.at(-1)?.size ?? 0);
      const first = current.length === 1 ? current[0] : undefined;
      const afterMark = first !== undefined && (first.icon || listSign.test(first.text)) && word.x0 - end < size * 4;
      if (current.length > 0 && word.x0 - end > size && !afterMark) {
        chunks.push(chunkFrom(current));
        current = [];
      }
      current.push(word);
    }
    if (current.length > 0) chunks.push(chunkFrom(current));
  }
  return chunks;
}

/**
 * Chunks cut where a word begins at an edge at which at least three chunks begin, with more than a space before it.
 *
 * Why: dates in a narrow left column often stand closer to their text than an em.
 */
export function cutAtEdges(chunks: readonly Chunk[]): Chunk[] {
  const xs = chunks.map(({ x0 }) => x0).sort((a, b) => a - b);
  const edges = xs.filter((x, i) => i >= 2 && x - (xs[i - 2] ?? 0) < 1.2);
  return chunks.flatMap((chunk) => {
    const at = chunk.words.findIndex((word, i) => {
      const last = chunk.words[i - 1];
      if (last === undefined || last.icon || (i === 1 && listSign.test(last.text))) return false;
      const gap = word.x0 - last.x1;
      const wide = gap > word.size * 0.45 && gap > usualGap(chunk, i) * 1.5;
      return wide && edges.some((x) => Math.abs(x - word.x0) < 1);
    });
    return at < 1 ? [chunk] : [chunkFrom(chunk.words.slice(0, at)), chunkFrom(chunk.words.slice(at))];
  });
}

/** The usual gap between the words of a chunk, without that before one of them. */
function usualGap({ words }: Chunk, without: number): number {
  const gaps = words.slice(1).map((word, i) => (i + 1 === without ? null : word.x0 - (words[i]?.x1 ?? word.x0)));
  const sorted = gaps.filter((gap): gap is number => gap !== null).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Words grouped by baseline, raised and lowered ones with the words they touch, each group from left to right. */
function baselines(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const last = lines.at(-1);
    const first = last?.[0];
    if (last !== undefined && first !== undefined && word.y - first.y < Math.min(first.size, word.size) * 0.2)
      last.push(word);
    else lines.push([word]);
  }
  lines.forEach((line, at) => {
    for (const word of [...line]) {
      const beside = [lines[at - 1], lines[at + 1], lines[at - 2], lines[at + 2]].find(
        (other) =>
          other !== undefined &&
          (other.some((near) => (other.length > line.length || word.size < near.size * 0.85) && touches(word, near)) ||
            (line.length === 1 && other.some((near) => marks(word, near)))),
      );
      if (beside === undefined) continue;
      line.splice(line.indexOf(word), 1);
      beside.push(word);
    }
  });
  return lines.filter((line) => line.length > 0).map((line) => line.sort((a, b) => a.x0 - b.x0));
}

/** Whether a word is a list mark before another; marks are often set larger and stand off the baseline. */
function marks(word: Word, other: Word): boolean {
  if (!(word.icon || listSign.test(word.text))) return false;
  const gap = other.x0 - word.x1;
  return gap > 0 && gap < other.size * 3 && Math.abs(word.y - other.y) < other.size * 0.45;
}

/** Whether a raised or lowered word stands directly beside another on nearly the same line. */
function touches(word: Word, other: Word): boolean {
  const gap = Math.max(other.x0 - word.x1, word.x0 - other.x1);
  const apart = Math.abs(word.y - other.y);
  return word.size <= other.size && gap < word.size * 0.3 && apart < sameLine(word.size, other.size);
}

/** How far apart two baselines of one print line may be: raised and lowered text stands up to a third of the larger size off. */
export function sameLine(a: number, b: number): number {
  return Math.min(Math.max(a, b) * 0.35, Math.min(a, b) * 0.55);
}

/** A chunk of words, its baseline and size those of the most text. */
export function chunkFrom(words: readonly Word[]): Chunk {
  const text = words.filter(({ icon }) => !icon);
  const main = (text.length > 0 ? text : words).reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    words: [...words],
    x0: Math.min(...words.map(({ x0 }) => x0)),
    x1: Math.max(...words.map(({ x1 }) => x1)),
    y0: Math.min(...words.map(({ y0 }) => y0)),
    y1: Math.max(...words.map(({ y1 }) => y1)),
    y: main.y,
    size: main.size,
  };
}
