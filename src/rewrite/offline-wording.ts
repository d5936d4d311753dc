import { findPhrases, phraseAt, type Word, wordsOf } from "../verify/tokens.js";
import type { VerifyWords } from "../verify/words.js";
import { finiteClause, infinitiveClause, type Tense } from "./offline-verbs.js";

/** A line in fewer or plainer words, with what was done to it; null where nothing is to be gained. */
export interface Rewording {
  text: string;
  why: string;
}

type Step = [step: (text: string) => string | null, reason: string];

/**
 * The line with direct openings, without first person and filler; null where it has none of them.
 *
 * Each sentence is looked at, and what stands behind a short label too: "Order service. Responsible for maintaining it".
 * `keepOpenings` leaves the openings and drops only the rest.
 */
export function reword(text: string, tense: Tense, words: VerifyWords, keepOpenings = false): Rewording | null {
  const reasons = new Set<string>();
  const parts = partsOf(text).map((part) => {
    const better = betterPart(part, steps(tense, words, keepOpenings));
    for (const reason of better.reasons) reasons.add(reason);
    return better.text;
  });
  const result = parts.join("");
  if (reasons.size === 0 || result === text || wordsOf(result).length < 3) return null;
  return { text: result, why: [...reasons].join("; ") };
}

/** The pieces of a line that may have an opening of their own, with the space behind each; together they are the line. */
function partsOf(text: string): string[] {
  const sentences = text.split(/(?<=[.!?;]\s+)(?=[\p{L}])/u);
  return sentences.flatMap((sentence) => {
    const label = /^[^.:;,–—]{2,50}(?::|\s[–—-])\s+(?=\p{L})/u.exec(sentence)?.[0];
    return label === undefined || wordsOf(label).length > 6 ? [sentence] : [label, sentence.slice(label.length)];
  });
}

function betterPart(part: string, list: readonly Step[]): { text: string; reasons: string[] } {
  const reasons: string[] = [];
  let result = part;
  for (const [step, reason] of list) {
    const next = step(result);
    if (next === null || next === result) continue;
    result = next;
    reasons.push(reason);
  }
  if (reasons.length === 0 || wordsOf(result).length === 0) return { text: part, reasons: [] };
  const space = /\s*$/.exec(part)?.[0] ?? "";
  const tidy = `${result
    .replace(/\s{2,}/g, " ")
    .replace(/\s+([,.;])/g, "$1")
    .trim()}${space}`;
  return { text: /^\P{Ll}/u.test(part) ? capitalised(tidy) : tidy, reasons };
}

function steps(tense: Tense, words: VerifyWords, keepOpenings: boolean): Step[] {
  const opening: Step = [(text) => withoutOpening(text, tense, words), "says directly what was done"];
  return [
    ...(keepOpenings ? [] : [opening]),
    [(text) => withoutFirstPerson(text, words), "drops the first person"],
    [(text) => withoutFiller(text, words), "drops words that say nothing"],
  ];
}

/** "Responsible for managing a team and training the staff" → "managed a team and trained the staff". */
function withoutOpening(text: string, tense: Tense, words: VerifyWords): string | null {
  const list = wordsOf(text);
  const opening = phraseAt(words.weakOpenings, list, 0);
  if (opening === null) return null;
  const rest = list.slice(opening.words.length);
  if (/[.;!?]/.test(rest[0]?.gap ?? ".")) return null;
  const own = /\b(?:was|were|had|given|\w+ed)\b/.test(opening.text.replace(/\b(?:tasked|charged|involved)\b/, ""))
    ? "past"
    : tense;
  return /\bto$/.test(opening.text) ? infinitiveClause(text, rest, own, words) : finiteClause(text, rest, own, words);
}

function withoutFirstPerson(text: string, words: VerifyWords): string | null {
  const list = wordsOf(text);
  const opening = phraseAt(words.firstPerson, list, 0);
  const verb = list[opening?.words.length ?? 0];
  if (opening === null || opening.value !== "" || verb === undefined || verb.gap.trim() !== "") return null;
  const at = opening.words.length + (/ly$/.test(verb.lower) ? 1 : 0);
  const deed = list[at];
  if (deed === undefined || !(words.lemmas.has(deed.lower) || /ed$/.test(deed.lower))) return null;
  const rest = text.slice(verb.start).replace(/,? and I (?=\p{Ll})/gu, " and ");
  return /\b(?:I|me|my|we|our|us)\b/.test(rest) ? null : rest;
}

function withoutFiller(text: string, words: VerifyWords): string | null {
  const list = wordsOf(text);
  let result = text;
  for (const { phrase, at } of findPhrases(words.filler, list).reverse()) {
    const start = list[at]?.start ?? 0;
    const after = at + phrase.words.length;
    const end = list[after - 1]?.end ?? start;
    const isName = /^\p{Lu}/u.test(text.slice(start, end)) && at > 0;
    if (isName || (phrase.value === "" && !mayGo(list, at, after))) continue;
    result = `${result.slice(0, start)}${phrase.value}${result.slice(end)}`;
  }
  return result;
}

/** A word is taken out only where nothing hangs on it: "efficiently and effectively", "as effectively as", "an actively used". */
function mayGo(list: readonly Word[], at: number, after: number): boolean {
  const [before, next] = [list[at - 1]?.lower ?? "", list[after]];
  if (/^(?:an?|as|how|more|most|not|or|so|that|too|very)$/.test(before) || next === undefined) return false;
  return !/[,;.!?]/.test(next.gap) && !/^(?:and|as|but|enough|for|if|or|than|to|when|with)$/.test(next.lower);
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
