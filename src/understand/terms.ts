import type { TermHit } from "../schema/lexicon.js";
import type { PostingWords } from "./posting-words.js";
import { type Token, tokenize } from "./tokens.js";

const longestTerm = 4;
const longestList = 8;
const longestBeforeTail = 2;

/** The words by which terms are told, as sets. */
interface TermWords {
  /** By their first word, longest first. */
  triggers: ReadonlyMap<string, readonly (readonly string[])[]>;
  tail: ReadonlySet<string>;
  bareTail: ReadonlySet<string>;
  stop: ReadonlySet<string>;
  adjective: ReadonlySet<string>;
  generic: ReadonlySet<string>;
  notTerm: ReadonlySet<string>;
  joiner: ReadonlySet<string>;
}

/** A line being searched for terms. */
interface Search {
  text: string;
  tokens: readonly Token[];
  known: readonly TermHit[];
  words: TermWords;
  found: TermHit[];
}

const wordsCache = new WeakMap<PostingWords, TermWords>();

/**
 * Terms of a posting's line that the lexicon lacks, told by position and wording: behind "experience with", in lists
 * behind "such as", before "experience", and by an odd case (gRPC, MEDDPICC). `canonical` is the term as printed.
 */
export function extractTerms(text: string, known: readonly TermHit[], words: PostingWords): TermHit[] {
  const search: Search = { text, tokens: tokenize(text), known, words: termWords(words), found: [] };
  const keys = search.tokens.map(({ key }) => key);
  for (let at = 0; at < keys.length; at += 1) {
    const trigger = search.words.triggers
      .get(keys[at] ?? "")
      ?.find((parts) => parts.every((part, offset) => keys[at + offset] === part));
    if (trigger !== undefined) addList(search, at + trigger.length);
  }
  for (let at = 0; at < keys.length; at += 1) {
    if (isOddCase(search, at)) add(search, at, at);
    if (search.words.tail.has(keys[at] ?? "")) addBefore(search, at);
  }
  return search.found.sort((one, other) => one.start - other.start);
}

function termWords(words: PostingWords): TermWords {
  const known = wordsCache.get(words);
  if (known !== undefined) return known;
  const of = (role: string): ReadonlySet<string> => new Set(words.phrases(role));
  const triggers = new Map<string, string[][]>();
  const longestFirst = words.phrases("term-trigger").map((phrase) => phrase.split(" "));
  for (const parts of longestFirst.sort((one, other) => other.length - one.length)) {
    triggers.set(parts[0] ?? "", [...(triggers.get(parts[0] ?? "") ?? []), parts]);
  }
  const made: TermWords = {
    triggers,
    tail: of("term-tail"),
    bareTail: of("term-bare-tail"),
    stop: of("term-stop"),
    adjective: of("term-adjective"),
    generic: of("term-generic"),
    notTerm: of("term-not"),
    joiner: new Set([...words.phrases("or"), ...words.phrases("and")]),
  };
  wordsCache.set(words, made);
  return made;
}

/** The noun phrases of a list that begins at a token: "Redux, MobX or Recoil". */
function addList(search: Search, from: number): void {
  const { tokens, words, text } = search;
  let at: number | null = from;
  for (let items = 0; at !== null && items < longestList; items += 1) {
    const first = skipAdjectives(search, at);
    let last = first - 1;
    while (last - first < longestTerm && isWord(search, last + 1, last + 1 > first)) last += 1;
    if (last < first) return;
    add(search, first, last);
    const next = tokens[last + 1];
    if (next === undefined) return;
    const gap = text.slice(tokens[last]?.end ?? 0, next.start);
    const joined = words.joiner.has(next.key) && !/[.;:]/.test(gap);
    at = joined ? last + 2 : /^\s*[,/(]\s*$/.test(gap) ? last + 1 : null;
  }
}

function skipAdjectives({ tokens, words }: Search, from: number): number {
  const skipped = (at: number): boolean => {
    const key = tokens[at]?.key ?? "";
    return words.adjective.has(key) || /^(?:the|a|an|your|our)$/.test(key);
  };
  let first = from;
  while (first - from < 3 && skipped(first)) first += 1;
  return first;
}

function isWord({ tokens, words }: Search, at: number, joined: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || words.stop.has(token.key)) return false;
  return !joined || (token.join !== "hard" && token.join !== "start");
}

/** "mobile deployment experience": up to two words before a tail word, unless the first is the sentence's verb. */
function addBefore(search: Search, tail: number): void {
  const { tokens, words } = search;
  const own = (at: number): boolean =>
    isWord(search, at, false) && tokens[at + 1]?.join !== "hard" && !words.adjective.has(tokens[at]?.key ?? "");
  let first = tail;
  while (first > 0 && tail - first < longestBeforeTail && own(first - 1)) first -= 1;
  const head = tokens[first];
  if (first === tail || head === undefined || words.generic.has(head.key)) return;
  const verbLike = head.join === "start" || tokens[first - 1]?.key === "to";
  const begin = verbLike ? first + 1 : first;
  const last = words.bareTail.has(tokens[tail]?.key ?? "") ? tail - 1 : tail;
  if (begin < tail) add(search, begin, last);
}

/** gRPC, MEDDPICC, S4: capitals inside or throughout, in a line that is not all capitals. */
function isOddCase({ text, tokens, words }: Search, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const word = text.slice(token.start, token.end);
  if (word.length < 2 || word.length > 20 || words.notTerm.has(token.key) || words.stop.has(token.key)) return false;
  const odd = /\p{Ll}\p{Lu}/u.test(word) || /^\p{Lu}[\p{Lu}\d]{1,7}s?$/u.test(word) || /^\p{L}+[+#]+$/u.test(word);
  return odd && /\p{Ll}/u.test(text) && text[token.start - 1] !== "<";
}

function add({ text, tokens, known, words, found }: Search, first: number, last: number): void {
  const [head, tail] = [tokens[first], tokens[last]];
  if (head === undefined || tail === undefined || tail.end - head.start < 2) return;
  const keys = tokens.slice(first, last + 1).map(({ key }) => key);
  const empty = (key: string): boolean =>
    words.generic.has(key) || words.adjective.has(key) || words.stop.has(key) || !/\p{L}/u.test(key);
  if (keys.every(empty) || keys.some((key) => words.notTerm.has(key))) return;
  const overlaps = (hit: TermHit): boolean => hit.start < tail.end && hit.end > head.start;
  if (known.some(overlaps) || found.some(overlaps)) return;
  const printed = text.slice(head.start, tail.end);
  found.push({ canonical: printed, text: printed, start: head.start, end: tail.end });
}
