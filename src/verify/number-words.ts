import type { Word } from "./tokens.js";
import type { NumberWord, VerifyWords } from "./words.js";

/** A number written in words: its value and how many words it takes. */
export interface SpelledNumber {
  value: number;
  count: number;
  kind: NumberWord["kind"];
}

/** The entry of a number word in the resume's language, else the English one, which counts everywhere. */
export function numberWord(lower: string, words: VerifyWords, language: string): NumberWord | null {
  return words.numbers.get(`${language}:${lower}`) ?? words.numbers.get(`*:${lower}`) ?? null;
}

/**
 * The number written in words that begins at a word; null for none.
 *
 * "one" and "a" count only before a scale (one million, a dozen) or a fraction: else they say next to nothing.
 */
export function spelledAt(
  list: readonly Word[],
  at: number,
  words: VerifyWords,
  language: string,
): SpelledNumber | null {
  const first = list[at];
  if (first === undefined) return null;
  const lookup = (lower: string): NumberWord | null => numberWord(lower, words, language);
  if (first.lower === "one" || first.lower === "a" || first.lower === "an") {
    const next = lookup(list[at + 1]?.lower ?? "");
    if (next === null || first.lower === "an") return null;
    if (next.kind === "scale" || next.kind === "dozen") return sum(list, at, lookup);
    if (next.kind === "fraction")
      return { value: next.value < 1 ? next.value : 1 / next.value, count: 2, kind: "fraction" };
    const isThird =
      next.kind === "ordinal" && next.value > 2 && (first.lower === "one" || endsThere(list, at + 2, words));
    return isThird ? { value: 1 / next.value, count: 2, kind: "fraction" } : null;
  }
  const own = hyphenated(first.lower, lookup);
  if (own === null) return null;
  if (own.kind === "value" || own.kind === "scale") return sum(list, at, lookup);
  if (own.kind === "fraction" && own.value > 1) return null;
  return { value: own.value, count: 1, kind: own.kind };
}

/** "a third" of something or at the end of its phrase is a share; "a third party" is none. */
function endsThere(list: readonly Word[], at: number, words: VerifyWords): boolean {
  const next = list[at];
  return next === undefined || words.plain.has(next.lower) || /[,.;:]/.test(next.gap);
}

/** "twenty-five" and "one-third" as one word; a compound such as "five-person" is read elsewhere. */
function hyphenated(lower: string, lookup: (lower: string) => NumberWord | null): NumberWord | null {
  const whole = lookup(lower);
  if (whole !== null) return whole;
  const [left = "", right = "", rest] = lower.split("-");
  if (rest !== undefined || right === "") return null;
  const [tens, ones] = [left === "one" ? oneWord : lookup(left), right === "one" ? oneWord : lookup(right)];
  if (tens === null || ones === null) return null;
  if (tens.kind === "value" && ones.kind === "value") return { ...tens, value: tens.value + ones.value };
  if (tens.kind !== "value") return null;
  return fractionOf(tens.value, ones);
}

const oneWord: NumberWord = { kind: "value", value: 1, language: "*" };

function fractionOf(count: number, part: NumberWord): NumberWord | null {
  if (part.kind === "fraction" && part.value > 1 && count >= part.value) return null;
  if (part.kind === "fraction") return { ...part, value: part.value < 1 ? count * part.value : count / part.value };
  return part.kind === "ordinal" && part.value > 2 ? { ...part, kind: "fraction", value: count / part.value } : null;
}

function sum(list: readonly Word[], at: number, lookup: (lower: string) => NumberWord | null): SpelledNumber {
  let total = 0;
  let group = 0;
  let index = at;
  for (; index < list.length; index += 1) {
    const word = list[index];
    if (word === undefined || (index > at && /[,.;:]/.test(word.gap))) break;
    if (word.lower === "and" && index > at && group >= 100 && lookup(list[index + 1]?.lower ?? "")?.kind === "value")
      continue;
    const entry =
      word.lower === "one" || word.lower === "a" ? (index === at ? oneWord : null) : hyphenated(word.lower, lookup);
    if (entry === null) break;
    if (index > at && entry.kind !== "value" && entry.kind !== "scale" && entry.kind !== "dozen") {
      const fraction = fractionOf(total + group, entry);
      return fraction === null
        ? { value: total + group, count: index - at, kind: "value" }
        : { value: fraction.value, count: index - at + 1, kind: "fraction" };
    }
    if (entry.kind === "dozen") group = (group || 1) * 12;
    else if (entry.kind === "value") {
      if (group > 0 && (group % 100 === 0 ? false : group % 10 !== 0 || entry.value >= 10)) break;
      group += entry.value;
    } else if (entry.value === 100) group = (group || 1) * 100;
    else {
      total += (group || 1) * entry.value;
      group = 0;
    }
  }
  return { value: total + group, count: Math.max(1, index - at), kind: "value" };
}
