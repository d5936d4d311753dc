import type { Lexicon, LexiconEntry, TermHit } from "../schema/lexicon.js";
import { letterPattern } from "./letter-pattern.js";
import { type DataFile, fault, readLexiconRows } from "./lexicon-file.js";
import { type NameContext, parseNameContext, readsAsName, speaksOfOther } from "./name-context.js";
import { addRow, openAll, runsFrom, type Spelling, spellingsOf, type TermIndex, type TermRun } from "./term-index.js";
import { type Token, tokenize } from "./tokens.js";

/** The folder of the lexicon's files, for `Data.list`. */
export const lexiconFolder = "templates/lexicon/skills";

/** How many texts the lexicon remembers the terms of: each line of a posting and a resume is asked for several times. */
const mostRecent = 4000;

/**
 * The lexicon from its files: one file named context.tsv with the words that tell names from common words, the others
 * tables of entries. Throws a UserError "settings" that names file and line.
 */
export function parseLexicon(files: readonly DataFile[]): Lexicon {
  const { entries, context, index } = partsOf(files);
  const recent = new Map<string, TermHit[]>();
  return {
    entries,
    canonical: (term) => spellingsOf(index, term)?.[0]?.canonical ?? null,
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

/**
 * Checks the files whole, as tests and a doubtful reader do; throws like `parseLexicon`, which meets a name that two
 * entries claim only when a text has its first word.
 */
export function checkLexicon(files: readonly DataFile[]): void {
  openAll(partsOf(files).index);
}

function partsOf(files: readonly DataFile[]): {
  entries: Map<string, LexiconEntry>;
  context: NameContext;
  index: TermIndex;
} {
  const isContext = (file: DataFile): boolean => file.name.endsWith("context.tsv");
  const entries = new Map<string, LexiconEntry>();
  const index: TermIndex = new Map();
  readLexiconRows(
    files.filter((file) => !isContext(file)),
    (row) => {
      const { canonical } = row.entry;
      if (entries.has(canonical)) throw fault(row.file, row.line, `defines "${canonical}" a second time`);
      entries.set(canonical, row.entry);
      addRow(index, row);
    },
  );
  return { entries, context: parseNameContext(files.filter(isContext)), index };
}

function findTerms(index: TermIndex, context: NameContext, text: string): TermHit[] {
  const tokens = tokenize(text);
  const hits: TermHit[] = [];
  const runs: TermRun[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    runsFrom(index, tokens, first, runs);
    for (const { last, ends } of runs) {
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

const joinSigns = letterPattern(/[^\p{L}\p{N}+#]/gu);

/** Whether the case agrees, a plural `s` and the kind of joins aside. */
function sameCase(found: string, spelling: string): boolean {
  if (found === spelling) return true;
  const bare = (value: string): string => value.replace(joinSigns(value), "");
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
