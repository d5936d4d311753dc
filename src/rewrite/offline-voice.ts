import { inflect } from "../verify/inflect.js";
import { type Word, wordsOf } from "../verify/tokens.js";
import type { VerifyWords } from "../verify/words.js";
import { isPast } from "./offline-verbs.js";

const mine = /\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Oo]ur|us)\b/;
const auxiliary = /^(?:am|was|were|be|do|don|did|has|have|will|would|shall|should|may|might|must|ought|need)$/;
const ongoing = /\bsince\b|\bfor (?:the (?:last|past)|over|more than|about|nearly|almost|\d|\p{L}+ (?:years|months))/u;

/**
 * A summary without first person: "I am a nurse with six years in intensive care. I enjoy teaching." → "Nurse with six years
 * in intensive care. Enjoys teaching."; the same text where it has none, or where one of its sentences cannot be said so.
 *
 * Why all or nothing: a summary that changes its voice half-way reads worse than the original.
 */
export function directVoice(text: string, words: VerifyWords): string {
  if (!mine.test(text)) return text;
  const sentences = text.split(/(?<=[.!?]\s+)(?=\p{Lu})/u);
  const direct = sentences.map((sentence) => (mine.test(sentence) ? directSentence(sentence, words) : sentence));
  return direct.every((sentence) => sentence !== null) ? direct.join("") : text;
}

/** The sentence without "I", also behind "and" and "but"; null where more than that is said in the first person. */
function directSentence(sentence: string, words: VerifyWords): string | null {
  const plain = sentence.replace(/\bI[’']m\b/g, "I am").replace(/\bI[’']ve\b/g, "I have");
  const clauses = plain.split(/(,? (?:and|but) )(?=I )/);
  const parts = clauses.map((clause, at) => {
    if (at % 2 === 1) return clause.replace(/^,(?= and)/, "");
    const direct = directClause(clause, words);
    return direct === null || at === 0
      ? direct
      : direct.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  });
  return parts.every((part) => part !== null) ? parts.join("") : null;
}

function directClause(clause: string, words: VerifyWords): string | null {
  const owned = /^My (\p{L}+ (?:includes?|spans?|covers?|ranges?) )/u.exec(clause);
  const bare = owned === null ? clause : clause.slice(3);
  if (owned !== null || /^[^I]/.test(bare)) return mine.test(bare) ? null : capitalised(bare);
  const rest = bare.replace(/^I\s+/, "");
  if (mine.test(rest) || rest === bare) return null;
  const direct = withoutBeing(rest) ?? withoutHaving(rest, words) ?? finiteVerb(rest, words);
  return direct === null ? null : capitalised(direct);
}

/** "am a nurse" → "nurse", "am passionate about" → "passionate about"; another "am" stays out. */
function withoutBeing(rest: string): string | null {
  const found = /^am (?:also )?(?:(?:an?|currently an?) )?(?=\p{L})/u.exec(rest);
  return found === null || /^am (?:the|not|in|at|on|from|based)\b/.test(rest) ? null : rest.slice(found[0].length);
}

/** "have worked on" → "worked on", "have worked here since 2019" → "has worked …", "have ten years of" → "ten years of". */
function withoutHaving(rest: string, words: VerifyWords): string | null {
  const found = /^have (?:(?:also|always|successfully) )?/.exec(rest);
  if (found === null) return null;
  const list = wordsOf(rest.slice(found[0].length));
  const deed = /ly$/.test(list[0]?.lower ?? "") ? list[1] : list[0];
  if (deed === undefined) return null;
  if (deed.lower === "been" || (isPast(deed.lower, words) && ongoing.test(rest))) return rest.replace(/^have/, "has");
  if (isPast(deed.lower, words)) return rest.replace(/^have /, "");
  return /^have (?:an?|to|the|no|not|never)\b/.test(rest) ? rest.replace(/^have/, "has") : rest.slice(found[0].length);
}

/** A finite verb as the third person has it: "enjoy" → "enjoys"; past forms and "can" stay; null for other auxiliaries. */
function finiteVerb(rest: string, words: VerifyWords): string | null {
  const list = wordsOf(rest);
  const verb = list.find((word) => !isAdverb(word));
  if (verb === undefined) return null;
  if (/^(?:can|could)$/.test(verb.lower) || isPast(verb.lower, words)) return rest;
  const isAmbiguous = words.pasts.get(verb.lower) === verb.lower;
  if (isAmbiguous || auxiliary.test(verb.lower) || !/^\p{Ll}{2,}$/u.test(verb.text)) return null;
  const [, third] = inflect(verb.lower, []);
  return third === undefined ? null : `${rest.slice(0, verb.start)}${third.text}${rest.slice(verb.end)}`;
}

function isAdverb(word: Word): boolean {
  return /ly$/.test(word.lower) || /^(?:also|always|now|often|then)$/.test(word.lower);
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
