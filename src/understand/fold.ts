import { letterPattern } from "./letter-pattern.js";

const plainAscii = /^[\x20-\x5f\x61-\x7e]*$/;
const marks = /\p{M}+/gu;

/** A text levelled for comparing: compatibility forms, lower case, plain quotes and hyphens, single spaces, accents kept. */
export function level(text: string): string {
  if (plainAscii.test(text)) return text.replace(/ {2,}/g, " ").trim().toLowerCase();
  return text
    .normalize("NFKC")
    .replace(/\u00ad/g, "")
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** A levelled text without its accents: "Expérience" and "EXPERIENCE" are the same. */
export function fold(text: string): string {
  const levelled = level(text);
  if (plainAscii.test(levelled)) return levelled;
  return levelled.normalize("NFD").replace(marks, "").normalize("NFC");
}

/** A word of a text with its place; `key` is folded and without full stops (B.Sc. → bsc). */
interface Token {
  key: string;
  raw: string;
  start: number;
  end: number;
}

const wordPattern = letterPattern(/[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}]+)*\.?/gu);

/** The last text and its words: a text is looked through for one set of terms after the other. */
let latest: { text: string; tokens: readonly Token[] } = { text: "", tokens: [] };

function tokensOf(text: string): readonly Token[] {
  if (latest.text !== text) latest = { text, tokens: tokenized(text) };
  return latest.tokens;
}

/** The words of a text; hyphens and slashes part them, apostrophes and full stops inside do not. */
function tokenized(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(wordPattern(text))) {
    const raw = match[0];
    const key = fold(raw).replaceAll(".", "");
    if (key !== "") found.push({ key, raw, start: match.index, end: match.index + raw.length });
  }
  return found;
}

/** A term found in a text. */
interface Hit {
  term: string;
  start: number;
  end: number;
}

/** Terms that can be looked for in a text. */
export interface TermSet {
  /** Where its terms stand, longest first at each place, not overlapping, in the order of the text. */
  hits(text: string): Hit[];
  /** Whether the whole text is one of the terms. */
  is(text: string): boolean;
}

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

interface Phrase {
  term: string;
  keys: string[];
  /** Two or three letters mean nothing in lower case: "as", "ba". */
  upper: boolean;
}

/** The terms sorted by how they are looked for; what begins with a word is cut up when a text first has that word. */
interface Index {
  waiting: Map<string, string[]>;
  phrases: Map<string, Phrase[]>;
  endings: string[];
  domains: string[];
  anywhere: string[];
}

/**
 * A set of terms; "*x" finds words that end in x, ".x" finds names that end in .x (Example.io), terms in a
 * script without spaces are found anywhere.
 */
export function termSet(terms: Iterable<string>): TermSet {
  const index = indexOf(terms);
  const is = (text: string): boolean => {
    const keys = keysOf(text);
    const isWhole = (phrase: Phrase): boolean =>
      phrase.keys.length === keys.length && phrase.keys.every((key, at) => key === keys[at]);
    return phrasesOf(keys[0] ?? "", index).some(isWhole) || index.anywhere.includes(text.trim());
  };
  return { hits: (text) => hitsIn(text, index), is };
}

/** The keys of a text's words; most terms are plain words with single spaces, which need no pattern. */
function keysOf(text: string, tokens = tokensOf): string[] {
  return /^[a-zA-Z]+(?: [a-zA-Z]+)*$/.test(text) ? text.toLowerCase().split(" ") : tokens(text).map(({ key }) => key);
}

function indexOf(terms: Iterable<string>): Index {
  const index: Index = { waiting: new Map(), phrases: new Map(), endings: [], domains: [], anywhere: [] };
  for (const term of terms) {
    if (term.startsWith("*")) index.endings.push(fold(term.slice(1)));
    else if (term.startsWith(".")) index.domains.push(fold(term));
    else if (!plainAscii.test(term) && wide.test(term)) index.anywhere.push(term);
    else {
      const first = firstKey(term);
      const terms = index.waiting.get(first);
      if (terms === undefined) index.waiting.set(first, [term]);
      else terms.push(term);
    }
  }
  index.anywhere.sort((a, b) => b.length - a.length);
  return index;
}

/** The key of a term's first word: a run of plain letters before a space or the end needs no pattern. */
function firstKey(term: string): string {
  return (/^[a-zA-Z]+(?= |$)/.exec(term)?.[0].toLowerCase() ?? keysOf(term, tokenized)[0]) || "";
}

/** The terms that begin with a word, longest first. */
function phrasesOf(first: string, { waiting, phrases }: Index): readonly Phrase[] {
  const known = phrases.get(first);
  if (known !== undefined) return known;
  const terms = waiting.get(first);
  if (terms === undefined) return [];
  const made = terms.map((term): Phrase => {
    const keys = keysOf(term, tokenized);
    return { term, keys, upper: keys.length === 1 && first.length <= 3 };
  });
  made.sort((a, b) => b.keys.length - a.keys.length);
  phrases.set(first, made);
  return made;
}

function hitsIn(text: string, index: Index): Hit[] {
  const tokens = tokensOf(text);
  const found: Hit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const phrase = phraseAt(tokens, at, index);
    if (phrase !== undefined) {
      const last = tokens[at + phrase.keys.length - 1] ?? token;
      found.push({ term: phrase.term, start: token.start, end: last.end });
      at += phrase.keys.length - 1;
    } else if (endsLike(token, index)) found.push({ term: token.key, start: token.start, end: token.end });
  }
  if (wide.test(text))
    for (const term of index.anywhere) {
      const start = text.indexOf(term);
      if (start >= 0) found.push({ term, start, end: start + term.length });
    }
  return found;
}

function phraseAt(tokens: readonly Token[], at: number, index: Index): Phrase | undefined {
  return phrasesOf(tokens[at]?.key ?? "", index).find(({ keys, upper }) => {
    if (upper && !/^\p{Lu}/u.test(tokens[at]?.raw ?? "")) return false;
    return keys.every((key, offset) => tokens[at + offset]?.key === key);
  });
}

function endsLike({ key, raw }: Token, { endings, domains }: Index): boolean {
  if (endings.some((ending) => key.endsWith(ending) && key.length > ending.length)) return true;
  const name = fold(raw).replace(/\.$/, "");
  return domains.some((ending) => name.endsWith(ending));
}
