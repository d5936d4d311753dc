import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** A sentence of a line with its own words only. */
export interface Sentence {
  text: string;
  folded: string;
}

/** The sentences of a text; "e.g.", "Ph.D." and "5.5" end none. */
export function sentencesOf(text: string): Sentence[] {
  return split(text, /(?<=(?:[\p{Ll}\p{N})"”%]|\p{Lu}{3}|\p{Ll}\p{Lu}+)[.!?])\s+(?=["“(]?\p{Lu})/u);
}

/** The sentences of an item, cut at semicolons too. */
export function clauses(text: string): Sentence[] {
  return split(text, /(?<=(?:[\p{Ll}\p{N})"”%]|\p{Lu}{3})[.!?;])\s+(?=\S)(?!(?:and|or)$)/u);
}

/** "Bachelor's required, Master's preferred" in two: cut behind the part that ends as a must. */
export function twoMinds(text: string, words: PostingWords): Sentence[] {
  if (!/[,;–—/-]/.test(text) || words.has("must-end", fold(text)) === null) return [{ text, folded: fold(text) }];
  const ends = words.phrases("must-end").join("|");
  return split(text, new RegExp(`(?<=(?<!\\p{L})(?:${ends}))(?:[,;]\\s+|\\s+[-–—/]\\s+)(?=\\S)`, "iu"));
}

function split(text: string, at: RegExp): Sentence[] {
  const parts: string[] = [];
  for (const part of text.split(at)) {
    const last = parts.at(-1);
    if (
      last !== undefined &&
      /\b(?:e\.g|i\.e|etc|Inc|Ltd|Co|St|No|Dr|Mr|Ms|Mrs|vs|approx|min|max|z\.B|incl|bzw|ca|ex|Nr|Sr|Jr)\.$/.test(last)
    ) {
      parts[parts.length - 1] = `${last} ${part}`;
    } else parts.push(part);
  }
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ text: part, folded: fold(part) }));
}
