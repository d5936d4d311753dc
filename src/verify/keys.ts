import type { VerifyWords } from "./words.js";

/** The keys under which words are compared: two words may stand for each other where they share a key. */
export interface Keys {
  /** The stem of a word, alike for British and American spelling and for its forms. */
  stem(word: string): string;
  /** The stem and the groups of synonyms it belongs to. */
  of(word: string): readonly string[];
}

const endings: readonly [RegExp, string][] = [
  [/ies$/, "y"],
  [/(ss|x|z|ch|sh)es$/, "$1"],
  [/([^su])s$/, "$1"],
];
const derived: readonly RegExp[] = [
  /izations?$/,
  /ations?$/,
  /itions?$/,
  /ments?$/,
  /ances?$/,
  /ings?$/,
  /ions?$/,
  /edly$/,
  /ied$/,
  /ed$/,
  /ers?$/,
  /ors?$/,
  /ize$/,
  /ates?$/,
  /ally$/,
  /ly$/,
  /ive$/,
  /al$/,
  /ity$/,
  /e$/,
  /y$/,
];

/** Builds the comparison of words, with a memory of its own. */
export function keyBook(words: VerifyWords): Keys {
  const stems = new Map<string, string>();
  const stem = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const plain = american(word, words);
    const made = root(words.lemmas.get(word) ?? words.lemmas.get(plain) ?? plain);
    stems.set(word, made);
    return made;
  };
  const groups = new Map<string, number[]>();
  for (const [word, list] of words.synonyms)
    if (!word.includes(" ")) groups.set(stem(word), [...(groups.get(stem(word)) ?? []), ...list]);
  const keys = new Map<string, readonly string[]>();
  return {
    stem,
    of(word) {
      const known = keys.get(word);
      if (known !== undefined) return known;
      const own = stem(word);
      const made = [own, ...(groups.get(own) ?? []).map((group) => `~${group}`)];
      keys.set(word, made);
      return made;
    },
  };
}

/** A lower-case word in American spelling. */
export function american(word: string, words: VerifyWords): string {
  const whole = words.spelling.whole.get(word);
  if (whole !== undefined) return whole;
  if (word.length < 5) return word;
  const ending = words.spelling.endings.find(([british]) => word.endsWith(british));
  return ending === undefined ? word : `${word.slice(0, -ending[0].length)}${ending[1]}`;
}

/** The singular of an English noun; the word itself where it is none. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  const ending = endings.find(([pattern]) => pattern.test(word));
  return ending === undefined ? word : word.replace(ending[0], ending[1]);
}

function root(word: string): string {
  if (!/^[a-z'-]+$/.test(word)) return word;
  let stem = singular(word.replace(/'s?$/, ""));
  for (const pattern of derived) {
    const shorter = stem.replace(pattern, "");
    if (shorter === stem || shorter.length < 3 || !/[aeiouy]/.test(shorter)) continue;
    stem = shorter;
    break;
  }
  if (/([b-df-hj-np-tv-z])\1$/.test(stem) && !/(ll|ss)$/.test(stem)) stem = stem.slice(0, -1);
  return stem.replace(/(e|i|y)$/, "") || word;
}
