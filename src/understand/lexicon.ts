import type { Lexicon, LexiconEntry, TermHit } from "../schema/lexicon.js";
import { type DataFile, fault, type LexiconRow, readLexiconRows } from "./lexicon-file.js";
import { type NameContext, parseNameContext, readsAsName } from "./name-context.js";
import { buildTrie, runsFrom, type Spelling, type TrieNode } from "./term-trie.js";
import { singular, type Token, tokenize } from "./tokens.js";

/** The folder of the lexicon's files, for `Data.list`. */
export const lexiconFolder = "templates/lexicon/skills";

/**
 * The lexicon from its files: one file named context.tsv with the words that tell names from common words, the others
 * tables of entries. Throws a UserError "settings" that names file and line.
 */
export function parseLexicon(files: readonly DataFile[]): Lexicon {
  const isContext = (file: DataFile): boolean => file.name.endsWith("context.tsv");
  const context = parseNameContext(files.filter(isContext));
  const rows = readLexiconRows(files.filter((file) => !isContext(file)));
  const { entries, byName } = indexOf(rows);
  let trie: TrieNode | null = null;
  let bySingular: Map<string, string> | null = null;
  return {
    entries,
    canonical(term) {
      const key = nameKey(term);
      const known = byName.get(key);
      if (known !== undefined) return known.canonical;
      bySingular ??= singularNames(byName);
      return bySingular.get(singularKey(key)) ?? null;
    },
    find(text) {
      trie ??= buildTrie(byName);
      return findTerms(trie, context, text);
    },
  };
}

/** Entries by canonical name, and spellings by their folded words; each name belongs to one entry. */
function indexOf(rows: readonly LexiconRow[]): {
  entries: Map<string, LexiconEntry>;
  byName: Map<string, Spelling>;
} {
  const entries = new Map<string, LexiconEntry>();
  const byName = new Map<string, Spelling>();
  for (const { entry, spellings, file, line } of rows) {
    if (entries.has(entry.canonical)) throw fault(file, line, `defines "${entry.canonical}" a second time`);
    entries.set(entry.canonical, entry);
    for (const spelling of spellings) {
      const key = nameKey(spelling.text);
      if (key === "") throw fault(file, line, `has the spelling "${spelling.text}" without a word in it`);
      const owner = byName.get(key);
      if (owner === undefined) byName.set(key, spelling);
      else if (owner.canonical !== entry.canonical) {
        throw fault(file, line, `claims "${spelling.text}", which belongs to "${owner.canonical}"`);
      }
    }
  }
  return { entries, byName };
}

const plainName = /^[A-Za-z\d]+(?: [A-Za-z\d]+)*$/;

/** The folded words of a name; most names are plain words with single spaces, which need no tokenizer. */
function nameKey(name: string): string {
  if (plainName.test(name)) return name.toLowerCase();
  return tokenize(name)
    .map(({ key }) => key)
    .join(" ");
}

function singularKey(key: string): string {
  return key.includes(" ") ? key.split(" ").map(singular).join(" ") : singular(key);
}

/** Canonical names by their words in the singular; the first to come keeps the name. */
function singularNames(byName: ReadonlyMap<string, Spelling>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, { canonical }] of byName) {
    const one = singularKey(key);
    if (!names.has(one)) names.set(one, canonical);
  }
  return names;
}

function findTerms(trie: TrieNode, context: NameContext, text: string): TermHit[] {
  const tokens = tokenize(text);
  const hits: TermHit[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    for (const { last, ends } of runsFrom(trie, tokens, first)) {
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
