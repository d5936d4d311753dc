import type { Lexicon, LexiconEntry, TermHit } from "../schema/lexicon.js";
import { type DataFile, fault, type LexiconRow, readLexiconRows } from "./lexicon-file.js";
import { type NameContext, parseNameContext, readsAsName } from "./name-context.js";
import { buildTrie, type Spelling, type TrieNode, walk } from "./term-trie.js";
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
  const { entries, byName, bySingular, spelled } = indexOf(rows);
  let trie: TrieNode | null = null;
  return {
    entries,
    canonical: (term) => byName.get(nameKey(term)) ?? bySingular.get(singularKey(term)) ?? null,
    find(text) {
      trie ??= buildTrie(spelled);
      return findTerms(trie, context, text);
    },
  };
}

interface LexiconIndex {
  entries: Map<string, LexiconEntry>;
  byName: Map<string, string>;
  bySingular: Map<string, string>;
  spelled: { spelling: Spelling; keys: string[] }[];
}

function indexOf(rows: readonly LexiconRow[]): LexiconIndex {
  const entries = new Map<string, LexiconEntry>();
  const byName = new Map<string, string>();
  const bySingular = new Map<string, string>();
  const spelled: LexiconIndex["spelled"] = [];
  for (const { entry, spellings, file, line } of rows) {
    if (entries.has(entry.canonical)) throw fault(file, line, `defines "${entry.canonical}" a second time`);
    entries.set(entry.canonical, entry);
    for (const spelling of spellings) {
      const keys = keysOf(spelling.text);
      if (keys.length === 0) throw fault(file, line, `has the spelling "${spelling.text}" without a word in it`);
      const key = keys.join(" ");
      const owner = byName.get(key);
      if (owner === entry.canonical) continue;
      if (owner !== undefined) throw fault(file, line, `claims "${spelling.text}", which belongs to "${owner}"`);
      byName.set(key, entry.canonical);
      const one = keys.map(singular).join(" ");
      if (!bySingular.has(one)) bySingular.set(one, entry.canonical);
      spelled.push({ spelling, keys });
    }
  }
  return { entries, byName, bySingular, spelled };
}

function keysOf(name: string): string[] {
  return tokenize(name).map((token) => token.key);
}

function nameKey(name: string): string {
  return keysOf(name).join(" ");
}

function singularKey(name: string): string {
  return keysOf(name).map(singular).join(" ");
}

function findTerms(trie: TrieNode, context: NameContext, text: string): TermHit[] {
  const tokens = tokenize(text);
  const hits: TermHit[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    let best: { last: number; canonical: string } | null = null;
    walk(trie, tokens, first, (last, ends) => {
      if (best !== null && last <= best.last) return;
      const spelling = ends.find((end) => fits(end, context, text, tokens, first, last));
      if (spelling !== undefined) best = { last, canonical: spelling.canonical };
    });
    const found = best as { last: number; canonical: string } | null;
    if (found === null) continue;
    const start = tokens[first]?.start ?? 0;
    const end = tokens[found.last]?.end ?? start;
    hits.push({ canonical: found.canonical, text: text.slice(start, end), start, end });
    first = found.last;
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
