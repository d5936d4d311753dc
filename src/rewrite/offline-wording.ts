import { findPhrases, phraseAt, type Word, wordsOf } from "../verify/tokens.js";
import type { VerifyWords } from "../verify/words.js";
import { deedClause, finiteClause, infinitiveClause, isPast, type Tense } from "./offline-verbs.js";

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
 * `keepOpenings` leaves the openings and drops only the rest. Behind a sentence a verb in the present reads as a command
 * ("Order service. Maintain it"), so the opening stays there.
 */
export function reword(text: string, tense: Tense, words: VerifyWords, keepOpenings = false): Rewording | null {
  const reasons = new Set<string>();
  const parts = partsOf(text).map((part, at, all) => {
    const isBehind = /[.!?;]\s+$/.test(all[at - 1] ?? "");
    const better = betterPart(part, steps(isBehind && tense === "present" ? null : tense, words, keepOpenings));
    for (const reason of better.reasons) reasons.add(reason);
    return better.text;
  });
  const result = parts.join("");
  if (reasons.size === 0 || result === text || wordsOf(result).length < 2) return null;
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

function steps(tense: Tense | null, words: VerifyWords, keepOpenings: boolean): Step[] {
  const opening: Step = [(text) => withoutOpening(text, tense, words), "says directly what was done"];
  return [
    [withoutDoubles, "drops a word that stood twice"],
    ...(keepOpenings ? [] : [opening]),
    [(text) => activeVoice(text, words) ?? withoutFirstPerson(text, words), "drops the first person"],
    [(text) => withoutFiller(text, words), "drops words that say nothing"],
  ];
}

/** "Responsible for managing a team and training the staff" → "managed a team and trained the staff"; without `tense` only what was. */
function withoutOpening(text: string, tense: Tense | null, words: VerifyWords): string | null {
  const list = wordsOf(text);
  const opening = phraseAt(words.weakOpenings, list, 0);
  if (opening === null) return null;
  const rest = list.slice(opening.words.length);
  if (/[.;!?]/.test(rest[0]?.gap ?? ".")) return null;
  const own = tenseIn(opening.text) ?? tense;
  if (own === null) return null;
  if (/\bto$/.test(opening.text)) return infinitiveClause(text, rest, own, words);
  const { isAny, verb } = opening.value;
  const deeds = text.slice(rest[0]?.start ?? text.length);
  if (verb !== "") {
    const clause = deedClause(deeds, "present", words);
    return clause === null ? null : `${verb} ${clause}`;
  }
  return (isAny ? finiteClause(text, rest, own, words) : null) ?? deedClause(deeds, own, words);
}

/** The tense an opening has of its own: "was in charge of", "my duties include"; null for one without a finite verb. */
function tenseIn(opening: string): Tense | null {
  if (/\b(?:includes?|is|am)\b|['’]m\b/.test(opening)) return "present";
  const finite = opening.replace(/\b(?:tasked|charged|involved|entrusted|assigned)\b/, "");
  return /\b(?:was|were|had|held|given|took|undertook|did|\w+ed)\b/.test(finite) ? "past" : null;
}

const doubled =
  /(?<![\p{L}\p{N}'’-])(an?|and|at|by|for|from|in|of|on|or|the|to|was|were|with) \1(?![\p{L}\p{N}'’-])/giu;

/** A small word that slipped in twice, "assisted with the the billing", stands once. */
function withoutDoubles(text: string): string {
  return text.replace(doubled, (_, word: string) => word);
}

/** "The billing module was developed by me in Python" → "Developed the billing module in Python"; null for other sentences. */
function activeVoice(text: string, words: VerifyWords): string | null {
  const found = /^(\p{L}[^,.;:]*?) (?:was|were) (\p{L}+) by me(?![\p{L}'’]|,? (?:and|or) )/u.exec(text);
  const [all = "", object = "", deed = ""] = found ?? [];
  if (found === null || !isPast(deed.toLowerCase(), words) || firstPerson.test(object + text.slice(all.length)))
    return null;
  const bare = /^(?:The|An?|All|Both|Our|Some|Two|Three|Several|Many) /.test(object) ? lowered(object) : object;
  return `${capitalised(deed)} ${bare}${text.slice(all.length)}`;
}

const firstPerson = /\b(?:I|me|my|we|our|us)\b/;

function withoutFirstPerson(text: string, words: VerifyWords): string | null {
  const list = wordsOf(text);
  const opening = phraseAt(words.firstPerson, list, 0);
  const verb = list[opening?.words.length ?? 0];
  if (opening === null || opening.value === "we" || verb === undefined || verb.gap.trim() !== "") return null;
  const at = opening.words.length + (/ly$/.test(verb.lower) ? 1 : 0);
  const deed = list[at];
  if (deed === undefined || !(words.lemmas.has(deed.lower) || /ed$/.test(deed.lower))) return null;
  const isOwn = /^(?:i|i['’].*)\b/.test(opening.text);
  if ((opening.value !== "" || !isOwn) && !isPast(deed.lower, words)) return null;
  const rest = text.slice(verb.start).replace(/,? and I (?=\p{Ll})/gu, " and ");
  return firstPerson.test(rest) ? null : `${opening.value === "" ? "" : `${capitalised(opening.value)} `}${rest}`;
}

function withoutFiller(text: string, words: VerifyWords): string | null {
  const list = wordsOf(text);
  let result = text;
  for (const { phrase, at } of findPhrases(words.filler, list).reverse()) {
    const start = list[at]?.start ?? 0;
    const after = at + phrase.words.length;
    const end = list[after - 1]?.end ?? start;
    const isName = /^\p{Lu}/u.test(text.slice(start, end)) && at > 0;
    const hasNoDeed =
      /^help/.test(phrase.value) && /^(?:an?|the|my|our|their|its|this|that)$/.test(list[after]?.lower ?? "");
    if (isName || hasNoDeed || (phrase.value === "" && !mayGo(list, at, after))) continue;
    const isThere =
      / \p{L}+ basis$/u.test(text.slice(start, end)) &&
      list.some(({ lower, end: at }) => lower === phrase.value && (at <= start || at > end));
    result = `${result.slice(0, start)}${isThere ? "" : phrase.value}${result.slice(end)}`;
  }
  return result;
}

/** A word is taken out only where nothing hangs on it: "efficiently and effectively", "as effectively as", "an actively used". */
function mayGo(list: readonly Word[], at: number, after: number): boolean {
  const [before, next] = [list[at - 1]?.lower ?? "", list[after]];
  if (/^(?:an?|as|how|more|most|not|or|so|that|too|very)$/.test(before) || next === undefined) return false;
  return !/[,;.!?]/.test(next.gap) && !/^(?:and|as|but|enough|for|if|or|than|to|when|with)$/.test(next.lower);
}

function lowered(text: string): string {
  return text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
