import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

const mostYears = 40;

/**
 * The years of experience a text asks for, the smaller of a range; null where it names none.
 * `strict` wants the word experience (or its like) in the sentence; an age, a past span or a "two-year degree" is none.
 */
export function yearsIn(text: string, words: PostingWords, strict: boolean): number | null {
  const folded = fold(text)
    .replace(/[‐-―]/g, "-")
    .replace(/\b(at least|minimum of|minimum|min\.) an? (?=year)/g, "$1 one ")
    .replace(/\b(?:a|one) decade\b/g, "ten years")
    .replace(/\b(?:several |some )?years?,? \((?:at least |min(?:imum)?\.? |minimum of )?(\d{1,2})\+?\)/g, "$1 years")
    .replace(/\ba couple of years\b/g, "two years");
  if (strict && words.has("experience", folded) === null) return null;
  const { numbers, span } = patternOf(words);
  const found: number[] = [];
  for (const match of folded.matchAll(span)) {
    const around = folded.slice(Math.max(0, match.index - 24), match.index + match[0].length + 14);
    if (words.has("not-years", around) !== null) continue;
    if (found.length > 0 && isPart(folded, match, words)) continue;
    const value = numbers.get(match[1] ?? "") ?? Number((match[1] ?? "").replace(",", "."));
    const isMonth = words.phrases("month").includes(match[2] ?? "");
    if (isMonth && match.index > 0 && words.has("experience", folded) === null) continue;
    const amount = isMonth ? Math.round((value / 12) * 10) / 10 : value;
    if (amount > 0 && amount <= mostYears) found.push(amount);
  }
  const whole = found.filter((amount) => amount >= 1);
  return found.length === 0 ? null : Math.min(...(whole.length > 0 ? whole : found));
}

/** "including five as CFO", "two years of which at the journey level": a part of the years before. */
function isPart(folded: string, { 0: whole, index }: RegExpExecArray, words: PostingWords): boolean {
  const behind = folded.slice(index + whole.length, index + whole.length + 14);
  return (
    words.has("part-of", folded.slice(0, index).slice(-24)) !== null ||
    words.phrases("part-of").some((phrase) => behind.startsWith(` ${phrase}`))
  );
}

interface YearPattern {
  numbers: Map<string, number>;
  span: RegExp;
}

const patterns = new WeakMap<PostingWords, YearPattern>();

/** The pattern of a number of years or months, made once for each set of words: building it costs more than using it. */
function patternOf(words: PostingWords): YearPattern {
  const known = patterns.get(words);
  if (known !== undefined) return known;
  const numbers = numberWords(words);
  const number = `(?:\\d{1,2}(?:[.,]5)?|${[...numbers.keys()].join("|")})`;
  const years = words
    .phrases("year")
    .map((unit) => unit.replace(/'/g, ""))
    .join("|");
  const months = words.phrases("month").join("|");
  const span = new RegExp(
    `(?<![\\p{L}\\p{N}$€£.-])(${number})\\s*(?:\\(\\s*\\d{1,2}\\s*\\))?\\s*\\+?(?:\\s*(?:-|to|bis|a|à|or|and|und|et|y|/)\\s*${number}\\s*\\+?)?\\s*(?:or more |full |mindestens |\\+)?\\s*(${years}|${months})(?![\\p{L}\\p{N}])`,
    "gu",
  );
  const made = { numbers, span };
  patterns.set(words, made);
  return made;
}

function numberWords(words: PostingWords): Map<string, number> {
  return new Map(
    words.phrases("number-word").map((pair) => {
      const [word = "", value = "0"] = pair.split("=");
      return [word, Number(value)];
    }),
  );
}
