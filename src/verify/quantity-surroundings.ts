import { contentKeys, isContent } from "./claim.js";
import type { Keys } from "./keys.js";
import type { Quantity } from "./quantity.js";
import { phraseAt, type Word } from "./tokens.js";
import type { Bound, VerifyWords } from "./words.js";

/** The number of a name: ISO 9001, Windows 10. */
export function isLabelled(list: readonly Word[], at: number): boolean {
  const before = list[at - 1];
  const own = list[at];
  if (
    before === undefined ||
    own === undefined ||
    own.gap !== " " ||
    !/^\p{Lu}/u.test(before.text) ||
    !/^\d/.test(own.lower)
  )
    return false;
  return (
    /^(?:level|grade|tier|band|category|class|stage|phase|type)$/.test(before.lower) ||
    !before.opens ||
    /^\p{Lu}{2,}$/u.test(before.text)
  );
}

/** The bound said before a number ("more than", "up to") and where it begins. */
export function boundBefore(list: readonly Word[], at: number, words: VerifyWords): { bound: Bound; at: number } {
  for (let start = Math.max(0, at - 4); start < at; start += 1) {
    const phrase = phraseAt(words.bounds, list, start);
    if (phrase !== null && start + phrase.words.length === at) return { bound: phrase.value, at: start };
  }
  return { bound: "none", at };
}

/** Up to six words behind a number that say what it counts: "60 milk and cheese samples". */
export function counted(list: readonly Word[], from: number, words: VerifyWords): string[] {
  const found: string[] = [];
  let length = 0;
  for (let index = from; index < list.length && length < 3; index += 1) {
    const word = list[index];
    if (word === undefined || /[,.;:()–—]/.test(word.gap)) break;
    if (["%", "of", "the", "new", "different", "other"].includes(word.lower) && found.length === 0) continue;
    if (words.units.get(word.lower)?.kind === "frequency") continue;
    if (found.length > 0 && found.length < 6 && joinsThings(list, index, words)) {
      length = 0;
      continue;
    }
    if (!isContent(word, words)) break;
    if (found.length > 0 && words.verbs.has(word.lower) && /(?:ed|ing)$/.test(word.lower)) break;
    found.push(word.lower);
    length += 1;
  }
  return found;
}

/** "milk and cheese samples": the joint of two things counted together, not of two clauses or two numbers. */
function joinsThings(list: readonly Word[], at: number, words: VerifyWords): boolean {
  const [joint, next] = [list[at], list[at + 1]];
  if (joint === undefined || next === undefined || !/^(?:and|or)$/.test(joint.lower) || next.gap !== " ") return false;
  if (!isContent(next, words) || words.numbers.has(`*:${next.lower}`) || /^\d/.test(next.lower)) return false;
  const verb = phraseAt(words.verbs, list, at + 1);
  const past = words.lemmas.get(next.lower);
  return verb === null
    ? (past === undefined || past === next.lower) && !/(?:ed|ing|ly)$/.test(next.lower)
    : verb.value.form === "noun";
}

/** The outcome word before the number in its clause, else the one behind it. */
export function directionOf(
  list: readonly Word[],
  at: number,
  next: number,
  words: VerifyWords,
): Quantity["direction"] {
  for (let index = at - 1; index >= 0 && at - index < 9; index -= 1) {
    const word = list[index];
    if (word === undefined || word.lower === "and") break;
    const known = words.outcomes.get(word.lower);
    if (known !== undefined && known.direction !== "none") return known.direction;
    if (/[,;.:]/.test(word.gap)) break;
  }
  for (let index = next; index < Math.min(list.length, next + 4); index += 1) {
    const word = list[index];
    if (word === undefined || /[,;.:]/.test(word.gap) || word.lower === "and") break;
    const known = words.outcomes.get(word.lower);
    if (known !== undefined && known.direction !== "none") return known.direction;
  }
  return "none";
}

/** Keys of the head of "team of 5"; empty where there is none. */
export function headBefore(list: readonly Word[], at: number, words: VerifyWords, keys: Keys): Set<string> {
  const head = list[at - 1]?.lower === "of" ? list[at - 2] : undefined;
  return head !== undefined && isContent(head, words) ? keySet([head.lower], keys) : new Set();
}

/** Words of content near a number in its clause, the nearest before it first; verbs and outcomes left out. */
export function nearWords(list: readonly Word[], at: number, next: number, words: VerifyWords): string[] {
  const breaks = (word: Word): boolean => /[,;.:–—]/.test(word.gap);
  const joins = (word: Word): boolean => ["and", "while", "but", "whilst"].includes(word.lower);
  const found: string[] = [];
  const take = (word: Word): void => {
    if (
      isContent(word, words) &&
      !words.numbers.has(`*:${word.lower}`) &&
      !words.units.has(word.lower) &&
      !words.outcomes.has(word.lower) &&
      !words.verbs.has(word.lower)
    )
      found.push(word.lower);
  };
  for (let index = at - 1; index >= 0 && at - index < 9; index -= 1) {
    const word = list[index];
    if (word === undefined || joins(word)) break;
    take(word);
    if (breaks(word) && word.lower !== "which") break;
  }
  for (let index = next; index < list.length && index - next < 7; index += 1) {
    const word = list[index];
    if (word === undefined || breaks(word) || joins(word)) break;
    take(word);
  }
  return found;
}

/** The keys of several words. */
export function keySet(list: readonly string[], keys: Keys): Set<string> {
  return new Set(list.flatMap((word) => contentKeys(word, keys)));
}
