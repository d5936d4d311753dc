import type { Word } from "./tokens.js";
import type { VerifyWords } from "./words.js";

/** The keys under which words are compared: two words may stand for each other where they share a key. */
export interface Keys {
  /** The stem of a word, alike for British and American spelling and for its forms. */
  stem(word: string): string;
  /** The stem and the groups of synonyms it belongs to. */
  of(word: string): readonly string[];
  /** The longest fixed phrase of the synonyms that begins at a word ("looked after"); null for none. */
  phraseAt(list: readonly Word[], at: number): KeyPhrase | null;
}

/** A fixed phrase of the table of synonyms: the stems of its words and the groups it belongs to. */
export interface KeyPhrase {
  stems: readonly string[];
  groups: readonly string[];
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
  /is[mt]s?$/,
  /ize$/,
  /ates?$/,
  /ally$/,
  /(?<![pb])ly$/,
  /ive$/,
  /al$/,
  /ity$/,
  /e$/,
  /(?<!c)y$/,
];

/** Endings that short words merely look like: final, legal, give, date. */
const long = new Set(derived.filter((pattern) => /^(?:al|ances\?|ive|ity|ates\?|is\[mt\]s\?)\$$/.test(pattern.source)));

/** The letters a pattern of `derived` can end in: those of its last character or class, and s where that may follow. */
function lastLetters({ source }: RegExp): string {
  const plural = /s\?\$$/.test(source);
  const bare = source.replace(/(?:s\?)?\$$/, "");
  return `${/\[(\w+)\]$/.exec(bare)?.[1] ?? bare.at(-1)}${plural ? "s" : ""}`;
}

/** The endings by the last letter of the words that can have them: most words are asked a few patterns, not all. */
const derivedByLetter = new Map(
  [..."abcdefghijklmnopqrstuvwxyz"].map((letter) => [
    letter,
    derived.filter((pattern) => lastLetters(pattern).includes(letter)),
  ]),
);

/** Letters at the beginning of a word that its stem has too. */
const prefix = 3;

const books = new WeakMap<VerifyWords, Keys>();

/** The comparison of words by one set of tables; built once, as it holds nothing of any resume but the forms of words. */
export function keyBook(words: VerifyWords): Keys {
  const known = books.get(words) ?? madeBook(words);
  books.set(words, known);
  return known;
}

function madeBook(words: VerifyWords): Keys {
  const stems = new Map<string, string>();
  const stem = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const plain = american(word, words);
    const made = root(lemmaOf(word, words) ?? lemmaOf(plain, words) ?? regularBase(plain, words) ?? plain);
    stems.set(word, made);
    return made;
  };
  const vocabulary = vocabularyOf(words, stem);
  const keys = new Map<string, readonly string[]>();
  return {
    stem,
    phraseAt(list, at) {
      const known = vocabulary.phrases(stem(list[at]?.lower ?? ""));
      const fits = ({ stems: own }: KeyPhrase): boolean =>
        own.every((one, i) => i === 0 || (list[at + i]?.gap === " " && stem(list[at + i]?.lower ?? "") === one));
      return known.find(fits) ?? null;
    },
    of(word) {
      const known = keys.get(word);
      if (known !== undefined) return known;
      const own = stem(word);
      const made = [own, ...vocabulary.groups(own).map((group) => `~${group}`)];
      keys.set(word, made);
      return made;
    },
  };
}

/** The base of a known form; "redrew" is known where "drew" is. */
function lemmaOf(word: string, { lemmas }: VerifyWords): string | undefined {
  const known = lemmas.get(word);
  if (known !== undefined || !/^(?:re|over|under|out)[a-z]{3,}$/.test(word)) return known;
  const prefix = /^(?:re|over|under|out)/.exec(word)?.[0] ?? "";
  const rest = lemmas.get(word.slice(prefix.length));
  return rest === undefined ? undefined : prefix + rest;
}

/** The word of the synonyms that a regular form in -ed, -ing or -s is made of: "referred" → "refer"; undefined for none. */
function regularBase(word: string, { synonyms }: VerifyWords): string | undefined {
  const ending = /(?:ied|ies|ed|ing|es|s)$/.exec(word)?.[0];
  if (ending === undefined || synonyms.has(word)) return undefined;
  const bare = word.slice(0, -ending.length);
  const bases = ending.startsWith("ie")
    ? [`${bare}y`]
    : [bare, `${bare}e`, bare.replace(/([b-df-hj-np-tv-z])\1$/, "$1")];
  return bases.find((base) => base.length > 2 && synonyms.has(base));
}

/** The synonyms by the stems of their words. */
interface Vocabulary {
  groups(own: string): readonly number[];
  /** The fixed phrases by the stem of their first word, longest first; phrases of the same stems are one with the groups of all. */
  phrases(first: string): readonly KeyPhrase[];
}

/** The synonyms, stemmed when a text first has a word with their first letters: a resume meets a part of the thousands. */
function vocabularyOf(words: VerifyWords, stem: (word: string) => string): Vocabulary {
  const waiting = new Map<string, string[]>();
  for (const text of words.synonyms.keys()) {
    const end = text.indexOf(" ");
    const word = end < 0 ? text : text.slice(0, end);
    const first = (words.lemmas.get(word) ?? words.spelling.whole.get(word) ?? word).slice(0, prefix);
    const known = waiting.get(first);
    if (known === undefined) waiting.set(first, [text]);
    else known.push(text);
  }
  const groups = new Map<string, number[]>();
  const phrases = new Map<string, string[]>();
  const ready = new Map<string, KeyPhrase[]>();
  const open = (first: string): void => {
    for (const text of waiting.get(first) ?? []) {
      const end = text.indexOf(" ");
      if (end < 0) added(groups, stem(text), words.synonyms.get(text) ?? []);
      else added(phrases, stem(text.slice(0, end)), [text]);
    }
    waiting.delete(first);
  };
  const meet = (own: string): void => {
    if (own.length >= prefix) open(own.slice(0, prefix));
    else for (const first of [...waiting.keys()]) if (first.startsWith(own)) open(first);
  };
  return {
    groups(own) {
      meet(own);
      return groups.get(own) ?? [];
    },
    phrases(first) {
      meet(first);
      const known = ready.get(first) ?? mergedPhrases(phrases.get(first) ?? [], words, stem);
      ready.set(first, known);
      return known;
    },
  };
}

function added<T>(table: Map<string, T[]>, key: string, items: readonly T[]): void {
  const known = table.get(key);
  if (known === undefined) table.set(key, [...items]);
  else known.push(...items);
}

function mergedPhrases(texts: readonly string[], words: VerifyWords, stem: (word: string) => string): KeyPhrase[] {
  const merged = new Map<string, { stems: string[]; groups: string[] }>();
  for (const text of texts) {
    const stems = text.split(" ").map(stem);
    const one = merged.get(stems.join(" ")) ?? { stems, groups: [] };
    merged.set(stems.join(" "), one);
    one.groups.push(...(words.synonyms.get(text) ?? []).map((group) => `~${group}`));
  }
  return [...merged.values()].sort((a, b) => b.stems.length - a.stems.length);
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
  let stem = singular(word.replace(/'s?$/, "")).replace(/istry$/, "ist");
  for (const pattern of derivedByLetter.get(stem.at(-1) ?? "") ?? []) {
    const shorter = stem.replace(pattern, "");
    const least = long.has(pattern) ? 4 : 3;
    if (shorter === stem || shorter.length < least || !/[aeiouy]/.test(shorter)) continue;
    stem = shorter;
    break;
  }
  if (stem.length > 5 || /(?:iz|[^aeiou]at)$/.test(stem)) stem = stem.replace(/(?<=..)(?:(?<![aeiou])at|iz)$/, "");
  if (/([b-df-hj-np-tv-z])\1$/.test(stem) && !/(ll|ss)$/.test(stem)) stem = stem.slice(0, -1);
  return stem.replace(/(?:e|i|(?<!c)y)$/, "") || word;
}
