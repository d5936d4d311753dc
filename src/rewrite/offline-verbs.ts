import { gerund, regularPast } from "../verify/inflect.js";
import { phraseAt, type Word, wordsOf } from "../verify/tokens.js";
import type { VerifyWords } from "../verify/words.js";

/** How the line's job speaks of what was done. */
export type Tense = "past" | "present";

/** Forms in -ing that are as often the name of a thing: "training programs", "building maintenance". */
const alsoNouns = new Set(
  "accounting advertising banking billing branding budgeting building catering cleaning clothing coaching consulting engineering farming fundraising hiring housekeeping lending manufacturing marketing merchandising nursing onboarding operating parking planning pricing printing processing programming purchasing recruiting reporting shipping sourcing staffing teaching testing trading training warehousing wiring".split(
    " ",
  ),
);
const determiner =
  /^(?:an?|the|all|any|both|each|every|new|up|over|more|its|his|her|my|our|their|this|these|various|several|\d.*|one|two|three|four|five|six|seven|eight|nine|ten|twelve)$/;
const preposition =
  /^(?:an?|about|after|as|at|before|by|during|for|from|in|including|like|of|on|the|through|to|upon|via|when|while|with|without)$/;
const conjunction = /^(?:and|or)$/;

/**
 * The words behind a weak opening with their verbs in a finite form: "managing a team and training the staff" → "managed a
 * team and trained the staff"; null where it is not certain which words are verbs.
 */
export function finiteClause(text: string, rest: readonly Word[], tense: Tense, words: VerifyWords): string | null {
  const chain = gerundChain(rest);
  const noun = chain === null ? nounOf(text, rest, tense, words) : null;
  if (chain === null || noun !== null) return noun;
  const swaps = chain.map((at) => ({ word: rest[at], verb: finiteAt(rest, at, chain, tense, words) }));
  if (swaps.some(({ verb }) => verb === null)) return null;
  if (rest.some((word, at) => word.lower === "for" && conjunction.test(rest[at - 1]?.lower ?? ""))) return null;
  let result = text;
  for (const { word, verb } of swaps.reverse())
    if (word !== undefined) result = `${result.slice(0, word.start)}${verb}${result.slice(word.end)}`;
  return result.slice(rest[0]?.start ?? 0);
}

/** "greet guests" behind "my duties were to"; null in the past where a second verb may follow, for it looks like a noun. */
export function infinitiveClause(text: string, rest: readonly Word[], tense: Tense, words: VerifyWords): string | null {
  const [verb] = rest;
  if (verb === undefined || !isVerb(verb.lower, words) || rest.length < 2) return null;
  const seconds = rest.flatMap((word, at) =>
    word.lower === "to" && conjunction.test(rest[at - 1]?.lower ?? "") ? at : [],
  );
  const another = rest.some((word, at) => at > 1 && isVerb(word.lower, words) && conjoined(rest, at));
  if (tense === "past" && another) return null;
  let result = text;
  for (const at of seconds.reverse()) {
    const [to, second] = [rest[at], rest[at + 1]];
    if (to === undefined || second === undefined || !isVerb(second.lower, words)) return null;
    result = `${result.slice(0, to.start)}${finite(second.lower, tense, words)}${result.slice(second.end)}`;
  }
  return `${finite(verb.lower, tense, words)}${result.slice(verb.end)}`;
}

/**
 * "handling of cash and the filing of claims" → "handled cash and filed claims", "greeting guests and for checking them in"
 * → "greeted guests and checked them in"; null where the names of deeds have no object behind "of".
 */
export function deedClause(rest: string, tense: Tense, words: VerifyWords): string | null {
  const direct = rest
    .replace(/(^|, (?:and |or )?|\b(?:and|or) )(?:the )?(\p{L}{2,}ing) of (?=[\p{L}\d])/giu, "$1$2 ")
    .replace(/\b(and|or) for (?:the )?(?=\p{L}{2,}ing )/gu, "$1 ");
  const list = wordsOf(direct);
  if (direct === rest) return nounOf(rest, list, tense, words);
  return finiteClause(direct, list, tense, words);
}

/** Places of the first word and of those in -ing that hang on the same opening; null where the first is no such form. */
function gerundChain(rest: readonly Word[]): number[] | null {
  if (!isForm(rest[0])) return null;
  const last = rest.findLastIndex((word, at) => at > 0 && isForm(word) && joinedBy(rest, at));
  if (last < 0) return [0];
  const between = rest.slice(1, last + 1).flatMap((word, i) => (isForm(word) ? i + 1 : []));
  return [0, ...between.filter((at) => joinedBy(rest, at) || rest[at]?.gap.includes(","))];
}

/** The finite form of one word of the chain; null where it may be a noun or hangs on something else. */
function finiteAt(
  rest: readonly Word[],
  at: number,
  chain: readonly number[],
  tense: Tense,
  words: VerifyWords,
): string | null {
  const word = rest[at];
  const base = word === undefined ? null : baseOf(word.lower, words);
  if (word === undefined || base === null) return null;
  const governed = rest.some((one, i) => i < at && i > 0 && isForm(one) && preposition.test(rest[i - 1]?.lower ?? ""));
  if (at > 0 && governed) return null;
  const next = rest[at + 1];
  if (next === undefined || next.lower === "of" || /[.;:!?]/.test(next.gap)) return null;
  const listed = chain.includes(at + 1) || chain.includes(at + 2);
  if (next.gap.includes(",") || conjunction.test(next.lower)) return listed ? finite(base, tense, words) : null;
  const isSure = !alsoNouns.has(word.lower) || determiner.test(next.lower) || isPerson(next.lower, words);
  return isSure ? finite(base, tense, words) : null;
}

/** "the maintenance of 40 presses" → "maintained 40 presses"; null where the words are of another kind. */
function nounOf(text: string, rest: readonly Word[], tense: Tense, words: VerifyWords): string | null {
  const from = /^(?:the|all)$/.test(rest[0]?.lower ?? "") ? 1 : 0;
  const phrase = phraseAt(words.verbs, rest, from);
  if (phrase === null || phrase.value.form === "past" || phrase.value.verb.includes(" ")) return null;
  const of = rest[from + phrase.words.length];
  const object = rest[from + phrase.words.length + 1];
  if (of?.lower !== "of" || object === undefined) return null;
  return `${finite(phrase.value.verb, tense, words)} ${text.slice(object.start)}`;
}

function isForm(word: Word | undefined): boolean {
  return word !== undefined && /.{2}ing$/.test(word.lower);
}

/** Behind "and" or "or", an adverb between them allowed. */
function joinedBy(rest: readonly Word[], at: number): boolean {
  const before = rest[at - 1]?.lower ?? "";
  return conjunction.test(/ly$/.test(before) ? (rest[at - 2]?.lower ?? "") : before);
}

function conjoined(rest: readonly Word[], at: number): boolean {
  return joinedBy(rest, at) || rest[at]?.gap.includes(",") === true;
}

function isPerson(lower: string, words: VerifyWords): boolean {
  const people = words.synonyms.get("employee") ?? [];
  const singular = lower.replace(/s$/, "");
  return words.roles.has(singular) || (words.synonyms.get(singular) ?? []).some((group) => people.includes(group));
}

/** The base of a form in -ing, where it is known as a verb: moving → move. */
function baseOf(lower: string, words: VerifyWords): string | null {
  const known = words.lemmas.get(lower);
  if (known !== undefined && words.pasts.has(known)) return known;
  const stem = lower.slice(0, -3);
  const candidates = [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1"), stem.replace(/y$/, "ie")];
  return candidates.find((base) => gerund(base) === lower && isVerb(base, words)) ?? null;
}

/** Verbs such as "set" and "hit" may have one form for all tenses. */
const perhapsUnchanged = /^[^aeiou]*[aeiou]t$/;

/** Whether a word is known as the base form of a verb. */
function isVerb(base: string, words: VerifyWords): boolean {
  if (base.length < 2 || words.plain.has(base) || words.roles.has(base)) return false;
  const isKnown = words.pasts.has(base) || words.lemmas.has(base) || irregularPast(base, words) !== null;
  if (perhapsUnchanged.test(base) && !isKnown) return false;
  return (
    words.pasts.has(base) || words.openers.has(base) || irregularPast(base, words) !== null || words.synonyms.has(base)
  );
}

/** A verb in the tense of its line: "write" → "wrote". */
function finite(base: string, tense: Tense, words: VerifyWords): string {
  if (tense === "present") return base;
  const same = words.lemmas.get(base) === base && perhapsUnchanged.test(base) ? base : null;
  return words.pasts.get(base) ?? irregularPast(base, words) ?? same ?? regularPast(base);
}

function irregularPast(base: string, words: VerifyWords): string | null {
  for (const [form, verb] of words.lemmas) if (verb === base && form !== base && !/(?:s|ing)$/.test(form)) return form;
  return null;
}

/** Whether a word is a past form: "led", "wrote", "moved". */
export function isPast(lower: string, words: VerifyWords): boolean {
  const base = words.lemmas.get(lower);
  if (base === undefined) return /.{2}ed$/.test(lower);
  return base !== lower && !/(?:s|ing)$/.test(lower);
}
