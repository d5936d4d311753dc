import type { TermHit } from "../schema/lexicon.js";
import type { PostingWords } from "./posting-words.js";
import { type Token, tokenize } from "./tokens.js";

const longestTerm = 4;
const longestList = 8;

/**
 * Terms of a posting's line that the lexicon lacks, told by position and wording: behind "experience with", in lists
 * behind "such as", before "experience", and by an odd case (gRPC, MEDDPICC). `canonical` is the term as printed.
 */
export function extractTerms(text: string, known: readonly TermHit[], words: PostingWords): TermHit[] {
  const tokens = tokenize(text);
  const reader = new TermReader(text, tokens, known, words);
  return reader.read();
}

class TermReader {
  private readonly found = new Map<number, TermHit>();
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly known: readonly TermHit[];
  private readonly words: PostingWords;
  private readonly stop: ReadonlySet<string>;
  private readonly adjective: ReadonlySet<string>;
  private readonly generic: ReadonlySet<string>;
  private readonly notTerm: ReadonlySet<string>;
  private readonly tail: ReadonlySet<string>;

  constructor(text: string, tokens: readonly Token[], known: readonly TermHit[], words: PostingWords) {
    this.text = text;
    this.tokens = tokens;
    this.known = known;
    this.words = words;
    const of = (role: string): ReadonlySet<string> => new Set(words.phrases(role));
    this.stop = of("term-stop");
    this.adjective = of("term-adjective");
    this.generic = of("term-generic");
    this.notTerm = of("term-not");
    this.tail = of("term-tail");
  }

  read(): TermHit[] {
    const keys = this.tokens.map(({ key }) => key);
    for (const phrase of this.words.phrases("term-trigger")) {
      const parts = phrase.split(/[\s]+/);
      for (let at = keys.indexOf(parts[0] ?? ""); at >= 0; at = keys.indexOf(parts[0] ?? "", at + 1)) {
        if (parts.every((part, offset) => keys[at + offset] === part)) this.list(at + parts.length);
      }
    }
    for (let at = 0; at < this.tokens.length; at += 1) {
      if (this.oddCase(at)) this.add(at, at);
      if (this.tail.has(keys[at] ?? "")) this.before(at);
    }
    return [...this.found.values()].sort((one, other) => one.start - other.start);
  }

  /** The noun phrases of a list that begins at a token: "Redux, MobX or Recoil". */
  private list(from: number): void {
    let at = from;
    for (let items = 0; items < longestList; items += 1) {
      const first = this.skipAdjectives(at);
      let last = first - 1;
      while (last + 1 < this.tokens.length && last - first < longestTerm && this.isWord(last + 1, last + 1 > first))
        last += 1;
      if (last >= first) this.add(first, last);
      const next = this.tokens[last + 1];
      if (next === undefined || last < first) return;
      const gap = this.text.slice(this.tokens[last]?.end ?? 0, next.start);
      const joiner = /^(?:and|or|und|oder|et|ou|y|o|og|eller)$/.test(next.key);
      if (joiner && !/[.;:]/.test(gap)) at = last + 2;
      else if (/^\s*[,/(]\s*$/.test(gap))
        at = /^(?:and|or|und|oder|et|ou|y|o|og|eller)$/.test(next.key) ? last + 2 : last + 1;
      else return;
    }
  }

  private skipAdjectives(at: number): number {
    let first = at;
    while (
      first < this.tokens.length &&
      first - at < 3 &&
      (this.adjective.has(this.key(first)) || /^(?:the|a|an|your|our)$/.test(this.key(first)))
    )
      first += 1;
    return first;
  }

  private isWord(at: number, joined: boolean): boolean {
    const token = this.tokens[at];
    if (token === undefined || this.stop.has(token.key)) return false;
    return !joined || (token.join !== "hard" && token.join !== "start");
  }

  /** "MOBILE deployment experience": up to two words before a tail word, at a boundary. */
  private before(tailAt: number): void {
    let first = tailAt;
    while (
      first > 0 &&
      tailAt - first < 2 &&
      this.isWord(first - 1, false) &&
      this.tokens[first]?.join !== "hard" &&
      !this.adjective.has(this.key(first - 1))
    )
      first -= 1;
    if (first === tailAt || this.generic.has(this.key(first))) return;
    this.add(
      first,
      /^(?:experience|knowledge|skills|proficiency|expertise|background|degree|certified)$/.test(this.key(tailAt))
        ? tailAt - 1
        : tailAt,
    );
  }

  /** gRPC, MEDDPICC, S/4: capitals inside or throughout, in a line that is not all capitals. */
  private oddCase(at: number): boolean {
    const token = this.tokens[at];
    if (token === undefined) return false;
    const word = this.text.slice(token.start, token.end);
    if (word.length < 2 || word.length > 20 || this.notTerm.has(token.key) || this.stop.has(token.key)) return false;
    const odd = /\p{Ll}\p{Lu}/u.test(word) || /^\p{Lu}[\p{Lu}\d]{1,7}s?$/u.test(word) || /^\p{L}+[+#]+$/u.test(word);
    return odd && /\p{Ll}/u.test(this.text);
  }

  private key(at: number): string {
    return this.tokens[at]?.key ?? "";
  }

  private add(first: number, last: number): void {
    const [head, tail] = [this.tokens[first], this.tokens[last]];
    if (head === undefined || tail === undefined) return;
    const keys = this.tokens.slice(first, last + 1).map(({ key }) => key);
    if (
      keys.every((key) => this.generic.has(key) || this.adjective.has(key) || this.stop.has(key) || !/\p{L}/u.test(key))
    )
      return;
    if (keys.some((key) => this.notTerm.has(key)) || tail.end - head.start < 2) return;
    const overlaps = (hit: TermHit): boolean => hit.start < tail.end && hit.end > head.start;
    if (this.known.some(overlaps) || [...this.found.values()].some(overlaps)) return;
    const text = this.text.slice(head.start, tail.end);
    this.found.set(head.start, { canonical: text, text, start: head.start, end: tail.end });
  }
}
