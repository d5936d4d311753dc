import { findPhrases, phraseAt, type Word, wordsOf } from "../verify/tokens.js";
import type { PhraseBook, VerifyWords } from "../verify/words.js";

/** A line in fewer or plainer words, with what was done to it; null where nothing is to be gained. */
export interface Rewording {
  text: string;
  why: string;
}

/** How the line's job speaks of what was done. */
export type Tense = "past" | "present";

/** The line with a direct opening, without first person and filler; null where it has none of them. */
export function reword(text: string, tense: Tense, words: VerifyWords): Rewording | null {
  const reasons: string[] = [];
  let result = text;
  for (const [step, reason] of steps(tense, words)) {
    const next = step(result);
    if (next === null || next === result) continue;
    result = next;
    reasons.push(reason);
  }
  const tidy = capitalised(
    result
      .replace(/\s{2,}/g, " ")
      .replace(/\s+([,.;])/g, "$1")
      .trim(),
  );
  if (reasons.length === 0 || wordsOf(tidy).length < 3) return null;
  return { text: tidy, why: reasons.join("; ") };
}

function steps(tense: Tense, words: VerifyWords): [(text: string) => string | null, string][] {
  return [
    [(text) => withoutOpening(text, tense, words), "says directly what was done"],
    [(text) => withoutFirstPerson(text, words), "drops the first person"],
    [(text) => withoutFiller(text, words), "drops words that say nothing"],
  ];
}

/** "Responsible for managing a team and training staff" → "Managed a team and trained staff". */
function withoutOpening(text: string, tense: Tense, words: VerifyWords): string | null {
  const list = wordsOf(text);
  const opening = phraseAt(words.weakOpenings, list, 0);
  if (opening === null) return null;
  const rest = list.slice(opening.words.length);
  const isPast = tense === "past" || /\b(?:was|were|included)\b/.test(opening.text);
  const gerunds = rest.filter((_, at) => at === 0 || isCoordinated(rest, at));
  const direct = gerunds.map((word) => ({ word, verb: finite(word.lower, isPast, words) }));
  if (direct.length === 0 || direct.some(({ verb }) => verb === null)) return null;
  let result = text;
  for (const { word, verb } of direct.reverse()) result = result.slice(0, word.start) + verb + result.slice(word.end);
  return result.slice(rest[0]?.start ?? 0);
}

/** A word in -ing behind "and" or a comma hangs on the same opening. */
function isCoordinated(list: readonly Word[], at: number): boolean {
  const [word, before, twoBefore] = [list[at], list[at - 1], list[at - 2]];
  if (word === undefined || !/.ing$/.test(word.lower)) return false;
  const joins = (one: Word | undefined): boolean => one?.lower === "and" || one?.lower === "or";
  return joins(before) || word.gap.includes(",") || (/ly$/.test(before?.lower ?? "") && joins(twoBefore));
}

function finite(lower: string, isPast: boolean, words: VerifyWords): string | null {
  if (!/.ing$/.test(lower)) return null;
  const base = words.lemmas.get(lower);
  if (base === undefined || !words.pasts.has(base)) return null;
  return isPast ? (words.pasts.get(base) ?? null) : base;
}

function withoutFirstPerson(text: string, words: VerifyWords): string | null {
  const list = wordsOf(text);
  const opening = phraseAt(words.firstPerson, list, 0);
  const verb = list[opening?.words.length ?? 0];
  if (opening === null || opening.value !== "" || verb === undefined) return null;
  const skipped = /ly$/.test(verb.lower) ? list[opening.words.length + 1] : verb;
  if (skipped === undefined || !(words.lemmas.has(skipped.lower) || /ed$/.test(skipped.lower))) return null;
  const rest = text.slice(verb.start);
  return /\b(?:I|me|my|we|our)\b/.test(rest) ? rest.replace(/,? and I (?=\p{Ll})/gu, " and ") : rest;
}

function withoutFiller(text: string, words: VerifyWords): string | null {
  const list = wordsOf(text);
  const found = findPhrases(words.filler as PhraseBook<string>, list);
  let result = text;
  for (const { phrase, at } of found.reverse()) {
    const start = list[at]?.start ?? 0;
    const end = list[at + phrase.words.length - 1]?.end ?? start;
    if (/^\p{Lu}/u.test(text.slice(start, end)) && at > 0) continue;
    result = `${result.slice(0, start)}${phrase.value}${result.slice(end)}`;
  }
  return result;
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
