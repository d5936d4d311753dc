import { hasOtherLetters, letterPattern } from "../understand/letter-pattern.js";
import type { Phrase, PhraseBook } from "./words.js";

/** A word of a line with its place and the punctuation before it. */
export interface Word {
  text: string;
  lower: string;
  start: number;
  end: number;
  /** First of the line or behind a full stop, a colon or a semicolon. */
  opens: boolean;
  /** What stands between it and the word before: "", " ", ", ", " – " … */
  gap: string;
}

const wordPattern = letterPattern(
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[.'&\-+/](?=[\p{L}\p{N}])|,(?=\d{3}(?!\d))(?<=\d,))*[+#]*|[#$€£%~<>≤≥≈]/gu,
);
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The text levelled for comparing: compatibility forms, plain quotes, plain hyphens, single spaces; its length may change. */
export function levelled(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒]/g, "-")
    .replace(/[\u00a0\u2007\u202f\t ]+/g, " ");
}

/** The words of a levelled text in order; a hyphenated word is one word, a sign such as % or $ one of its own. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  const isMixed = hasOtherLetters(text) && cjk.test(text);
  for (const found of text.matchAll(wordPattern(text))) {
    const start = found.index;
    const gap = text.slice(end, start);
    const opens = words.length === 0 || /[.!?:;•]\s/.test(gap) || gap.includes("\n");
    for (const word of isMixed || found[0].includes("/")
      ? splitWord(found[0], start)
      : [{ text: found[0], start, end: start + found[0].length }]) {
      words.push({
        ...word,
        lower: word.text.toLowerCase(),
        opens: opens && word.start === start,
        gap: word.start === start ? gap : "",
      });
    }
    end = start + found[0].length;
  }
  return words;
}

/** Slashes part words unless both sides are single letters or digits (24/7, CI/CD stay); Han and Kana stand alone. */
function splitWord(text: string, start: number): { text: string; start: number; end: number }[] {
  const parts: { text: string; start: number; end: number }[] = [];
  const pieces = cjk.test(text)
    ? text.match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
      )
    : pieceList(text);
  let at = start;
  for (const piece of pieces ?? [text]) {
    if (piece !== "/") parts.push({ text: piece, start: at, end: at + piece.length });
    at += piece.length;
  }
  return parts;
}

function pieceList(text: string): string[] {
  if (!text.includes("/") || /^\d[\d.]*\/\d+$/.test(text)) return [text];
  return text.split(/(\/)/).filter((piece) => piece !== "");
}

/** The phrases of a book found in the words, longest first at each place, not overlapping. */
export function findPhrases<T>(book: PhraseBook<T>, words: readonly Word[]): { phrase: Phrase<T>; at: number }[] {
  const found: { phrase: Phrase<T>; at: number }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const phrase = phraseAt(book, words, at);
    if (phrase === null) continue;
    found.push({ phrase, at });
    at += phrase.words.length - 1;
  }
  return found;
}

/** The longest phrase of the book that begins at a word; punctuation inside breaks it. */
export function phraseAt<T>(book: PhraseBook<T>, words: readonly Word[], at: number): Phrase<T> | null {
  const list = book.get(words[at]?.lower ?? "");
  if (list === undefined) return null;
  const fits = (phrase: Phrase<T>): boolean =>
    phrase.words.every(
      (word, i) => words[at + i]?.lower === word && (i === 0 || /^[\s.]*$/.test(words[at + i]?.gap ?? "")),
    );
  return list.find(fits) ?? null;
}
