import type { Lexicon } from "../schema/lexicon.js";
import type { Resume } from "../schema/resume.js";
import type { MatchWords } from "../understand/match-words.js";

/** The levels of a resume's spoken languages by canonical name, 1 (A1) to 6 (native); a language without a level is left out. */
export function heldLevels(resume: Resume, lexicon: Lexicon, words: MatchWords): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { language = "", fluency = "" } of resume.languages ?? []) {
    const name = lexicon.canonical(language);
    const ranks = words.languageLevels(fluency).map(({ rank }) => rank);
    if (name !== null && ranks.length > 0) held.set(name, Math.max(...ranks));
  }
  return held;
}

/**
 * The levels a demand asks for by language: behind the language ("English (C1), German at least B2"), else before it
 * ("fluent Spanish"), from its neighbours where it has none of its own ("fluent Spanish and English").
 */
export function askedLevels(text: string, lexicon: Lexicon, words: MatchWords): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  const languages = lexicon.find(text).filter(({ canonical }) => isLanguage(canonical, lexicon));
  if (languages.length === 0) return asked;
  const levels = words.languageLevels(text);
  let before: number | null = null;
  for (const [index, { canonical, start, end }] of languages.entries()) {
    const next = languages[index + 1]?.start ?? text.length;
    const last = languages[index - 1]?.end ?? 0;
    const isNear = (from: number, to: number): boolean => !/[,;.]/.test(text.slice(from, to));
    const behind = levels.find((level) => level.start >= end && level.start < next && isNear(end, level.start));
    const ahead = levels.findLast((level) => level.start >= last && level.end <= start && isNear(level.end, start));
    const adjoins = ahead !== undefined && text.slice(ahead.end, start).trim() === "";
    const own: number | null = ((adjoins ? ahead : (behind ?? ahead)) ?? null)?.rank ?? before;
    if (own !== null) asked.set(canonical, own);
    before = own;
  }
  return asked;
}

/** Whether a term is only a level of a language: C1. */
export function isLevel(term: string, words: MatchWords): boolean {
  return words.languageLevels(term).some(({ start, end }) => start === 0 && end === term.length);
}

/** Whether a term is a spoken language. */
export function isLanguage(term: string, lexicon: Lexicon): boolean {
  return lexicon.entries.get(term)?.kind === "human-language";
}
