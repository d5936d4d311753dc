import type { Lexicon, LexiconEntry, TermHit } from "../schema/lexicon.js";
import { type DataFile, fault, readLexiconRows } from "./lexicon-file.js";
import { type NameContext, parseNameContext, readsAsName, speaksOfOther } from "./name-context.js";
import { addSpelling, indexKey, runsFrom, type Spelling, spellingsOf, type TermIndex } from "./term-index.js";
import { singular, type Token, tokenize } from "./tokens.js";

/** The folder of the lexicon's files, for `Data.list`. */
export const lexiconFolder = "templates/lexicon/skills";

/** How many texts the lexicon remembers the terms of: each line of a posting and a resume is asked for several times. */
const mostRecent = 4000;

/**
 * The lexicon from its files: one file named context.tsv with the words that tell names from common words, the others
 * tables of entries. Throws a UserError "settings" that names file and line.
 */
export function parseLexicon(files: readonly DataFile[]): Lexicon {
  const isContext = (file: DataFile): boolean => file.name.endsWith("context.tsv");
  const context = parseNameContext(files.filter(isContext));
  const { entries, index } = indexOf(files.filter((file) => !isContext(file)));
  let bySingular: Map<string, string> | null = null;
  const recent = new Map<string, TermHit[]>();
  return {
    entries,
    canonical(term) {
      const key = indexKey(nameKey(term));
      const known = spellingsOf(index, key)?.[0];
      if (known !== undefined) return known.canonical;
      bySingular ??= singularNames(index);
      return bySingular.get(singular(key)) ?? null;
    },
    find(text) {
      const known = recent.get(text);
      if (known !== undefined) return known;
      if (recent.size >= mostRecent) recent.clear();
      const found = findTerms(index, context, text);
      recent.set(text, found);
      return found;
    },
  };
}

/** Entries by canonical name, and spellings by their folded words; each name belongs to one entry. */
function indexOf(files: readonly DataFile[]): { entries: Map<string, LexiconEntry>; index: TermIndex } {
  const entries = new Map<string, LexiconEntry>();
  const index: TermIndex = { byKey: new Map(), longest: new Map() };
  readLexiconRows(files, ({ entry, name, aliasList, file, line }) => {
    const { canonical } = entry;
    if (entries.has(canonical)) throw fault(file, line, `defines "${canonical}" a second time`);
    entries.set(canonical, entry);
    const anyCase: Spelling = { canonical, text: canonical, mode: "any" };
    const put = (written: string): void => {
      const spelling = spellingOf(written, canonical, anyCase);
      const owner = addSpelling(index, indexKey(nameKey(spelling === anyCase ? written : spelling.text)), spelling);
      if (owner === null) return;
      const text = spelling === anyCase ? written : spelling.text;
      if (owner === "") throw fault(file, line, `has the spelling "${text}" without a word in it`);
      throw fault(file, line, `claims "${text}", which belongs to "${owner}"`);
    };
    put(name);
    for (let start = 0; start < aliasList.length; ) {
      const bar = aliasList.indexOf("|", start);
      const end = bar < 0 ? aliasList.length : bar;
      put(aliasList.slice(start, end));
      start = end + 1;
    }
  });
  return { entries, index };
}

const [exactMark, wordMark] = [61, 126];

function spellingOf(written: string, canonical: string, anyCase: Spelling): Spelling {
  const mark = written.charCodeAt(0);
  if (mark === exactMark) return { canonical, text: written.slice(1), mode: "exact" };
  return mark === wordMark ? { canonical, text: written.slice(1), mode: "word" } : anyCase;
}

/** The folded words of a name; most names are plain words with single spaces, which need no tokenizer. */
function nameKey(name: string): string {
  if (isPlain(name)) return name.toLowerCase();
  return tokenize(name)
    .map(({ key }) => key)
    .join(" ");
}

const space = 32;

/** Letters and digits of ASCII with single spaces between. */
function isPlain(name: string): boolean {
  let before = space;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    const plain = (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
    if (!plain && (code !== space || before === space)) return false;
    before = code;
  }
  return before !== space;
}

/** Canonical names of single words by their singular; the first to come keeps the name. */
function singularNames({ byKey }: TermIndex): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, found] of byKey) {
    if (key.includes(" ")) continue;
    const one = singular(key);
    if (!names.has(one)) names.set(one, Array.isArray(found) ? (found[0]?.canonical ?? "") : found.canonical);
  }
  return names;
}

function findTerms(index: TermIndex, context: NameContext, text: string): TermHit[] {
  const tokens = tokenize(text);
  const hits: TermHit[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    for (const { last, ends } of runsFrom(index, tokens, first)) {
      const spelling = ends.find((end) => fits(end, context, text, tokens, first, last));
      if (spelling === undefined) continue;
      const start = tokens[first]?.start ?? 0;
      const end = tokens[last]?.end ?? start;
      hits.push({ canonical: spelling.canonical, text: text.slice(start, end), start, end });
      first = last;
      break;
    }
  }
  return hits;
}

function fits(
  spelling: Spelling,
  context: NameContext,
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): boolean {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? start;
  if (!standsFree(text, tokens, first, last)) return false;
  if (first === last && speaksOfOther(context, tokens[first]?.key ?? "", tokens)) return false;
  if (spelling.mode === "any") return end - start > 1 || readsAsName(context, text, tokens, first, last);
  if (!sameCase(text.slice(start, end), spelling.text)) return false;
  return spelling.mode === "exact" && end - start > 1
    ? !shouted(text, tokens, first, last)
    : readsAsName(context, text, tokens, first, last);
}

/** Whether the case agrees, a plural `s` and the kind of joins aside. */
function sameCase(found: string, spelling: string): boolean {
  const bare = (value: string): string => value.replace(/[^\p{L}\p{N}+#]/gu, "");
  const [one, other] = [bare(found), bare(spelling)];
  return one === other || one === `${other}s`;
}

/** Not a part of node.js, a mail address, a path or, for one or two letters, of C-suite and R&D. */
function standsFree(text: string, tokens: readonly Token[], first: number, last: number): boolean {
  const [before, head, tail, after] = [tokens[first - 1], tokens[first], tokens[last], tokens[last + 1]];
  if (head === undefined || tail === undefined) return false;
  if (text[head.start - 1] === "@" || text[tail.end] === "@" || text[tail.end] === "_") return false;
  if (text.startsWith("://", tail.end) || (text[head.start - 1] === "<" && text[tail.end] === ">")) return false;
  if (head.join === "dot" && before !== undefined) return false;
  if (after?.join === "dot" && !/^\d/.test(after.key)) return false;
  if (tail.end - head.start > 2) return true;
  return !["hyphen", "amp"].includes(head.join) && !["hyphen", "amp"].includes(after?.join ?? "");
}

/** A short name in a line of capitals says nothing: "IT IS OUR POLICY". */
function shouted(text: string, tokens: readonly Token[], first: number, last: number): boolean {
  const [head, tail] = [tokens[first], tokens[last]];
  if (head === undefined || tail === undefined || tail.end - head.start > 3) return false;
  const near = [tokens[first - 2], tokens[first - 1], tokens[last + 1], tokens[last + 2]];
  const words = near.filter((token) => token !== undefined && token.end - token.start > 1) as Token[];
  const lower = /\p{Ll}/u;
  return words.length >= 2 && words.every((token) => !lower.test(text.slice(token.start, token.end)));
}
