import { fault, type LexiconRow } from "./lexicon-file.js";
import { singular, type Token, tokenize } from "./tokens.js";

/** One way a lexicon entry may be spelled. */
export interface Spelling {
  canonical: string;
  text: string;
  /** "any": whatever the case; "exact": only in this case; "word": only in this case, and a common word beside. */
  mode: "any" | "exact" | "word";
}

/**
 * Spellings by the singular of their first word, each group cut into words when a text first holds that word.
 *
 * Why: of thousands of first words two documents hold some hundreds, and cutting all names takes most of a short run.
 */
export type TermIndex = Map<string, Group>;

/** The names that begin with a word: as they stand in the tables, and once opened by their words. */
interface Group {
  /** Names with their marks, each with the row it stands in behind it. */
  pending: (string | LexiconRow)[];
  /** Names of one word by that word as it is. */
  alone: Map<string, Spelling[]>;
  /** What follows the first word. */
  rest: Node;
}

interface Node {
  ends: Spelling[] | null;
  next: Map<string, Node> | null;
}

/** A run of tokens, up to the index `last`, that spells something. */
export interface TermRun {
  last: number;
  ends: readonly Spelling[];
}

/** Puts the names of a row into their groups; throws a UserError "settings" for a name without a word. */
export function addRow(index: TermIndex, row: LexiconRow): void {
  addName(index, row.name, row);
  const { aliasList } = row;
  for (let start = 0; start < aliasList.length; ) {
    const bar = aliasList.indexOf("|", start);
    const end = bar < 0 ? aliasList.length : bar;
    addName(index, aliasList.slice(start, end), row);
    start = end + 1;
  }
}

function addName(index: TermIndex, written: string, row: LexiconRow): void {
  const first = firstWord(written);
  if (first === "") throw fault(row.file, row.line, `has the spelling "${unmarked(written)}" without a word in it`);
  const key = singular(first);
  const group = index.get(key);
  if (group === undefined) {
    index.set(key, { pending: [written, row], alone: new Map(), rest: { ends: null, next: null } });
  } else group.pending.push(written, row);
}

const [exactMark, wordMark, space] = [61, 126, 32];

/** The folded first word of a name; most begin with a plain one, which needs no tokenizer. */
function firstWord(written: string): string {
  const from = isMark(written.charCodeAt(0)) ? 1 : 0;
  let at = from;
  while (isPlain(written.charCodeAt(at))) at += 1;
  if (at > from && (at === written.length || (written.charCodeAt(at) === space && isPlain(written.charCodeAt(at + 1)))))
    return written.slice(from, at).toLowerCase();
  return tokenize(written.slice(from))[0]?.key ?? "";
}

function isMark(code: number): boolean {
  return code === exactMark || code === wordMark;
}

function unmarked(written: string): string {
  return isMark(written.charCodeAt(0)) ? written.slice(1) : written;
}

/** A letter or digit of ASCII. */
function isPlain(code: number): boolean {
  return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
}

/** The group of a word in the singular with its names cut into words; a UserError "settings" for a name two entries claim. */
function opened(index: TermIndex, word: string): Group | undefined {
  const group = index.get(word);
  if (group === undefined || group.pending.length === 0) return group;
  const { pending } = group;
  group.pending = [];
  for (let at = 0; at < pending.length; at += 2) {
    const [written, row] = [pending[at], pending[at + 1]];
    if (typeof written === "string" && typeof row === "object") open(group, written, row);
  }
  return group;
}

function open(group: Group, written: string, row: LexiconRow): void {
  const mark = written.charCodeAt(0);
  const mode = mark === exactMark ? "exact" : mark === wordMark ? "word" : "any";
  const text = unmarked(written);
  const spelling: Spelling = { canonical: row.entry.canonical, text, mode };
  const keys = tokenize(text).map(({ key }) => key);
  const known = keys.length === 1 ? group.alone.get(keys[0] ?? "") : nodeAt(group, keys).ends;
  const other = known?.find(({ canonical }) => canonical !== spelling.canonical);
  if (other !== undefined) throw fault(row.file, row.line, `claims "${text}", which belongs to "${other.canonical}"`);
  if (known === undefined || known === null) {
    if (keys.length === 1) group.alone.set(keys[0] ?? "", [spelling]);
    else nodeAt(group, keys).ends = [spelling];
  } else if (!known.some((one) => one.mode === "any" || (one.mode === mode && one.text === text))) known.push(spelling);
}

function nodeAt({ rest }: Group, keys: readonly string[]): Node {
  let node = rest;
  for (const key of keys.slice(1)) {
    node.next ??= new Map();
    const one = singular(key);
    const found = node.next.get(one) ?? { ends: null, next: null };
    node.next.set(one, found);
    node = found;
  }
  return node;
}

/** Opens every group, so that a name which two entries claim is found. */
export function openAll(index: TermIndex): void {
  for (const word of index.keys()) opened(index, word);
}

/** The spellings of a whole name; of one word also those of another number (APIs for API). */
export function spellingsOf(index: TermIndex, name: string): readonly Spelling[] | undefined {
  const keys = tokenize(name).map(({ key }) => key);
  const [first] = keys;
  const group = first === undefined ? undefined : opened(index, singular(first));
  if (group === undefined || first === undefined) return undefined;
  if (keys.length === 1) return group.alone.get(first) ?? [...group.alone.values()][0];
  let node: Node | undefined = group.rest;
  for (const key of keys.slice(1)) node = node?.next?.get(singular(key));
  return node?.ends ?? undefined;
}

/** Every run of tokens from `first` that spells something, longest first, put into `runs`, which is emptied before. */
export function runsFrom(index: TermIndex, tokens: readonly Token[], first: number, runs: TermRun[]): void {
  runs.length = 0;
  const head = tokens[first]?.key ?? "";
  const one = singular(head);
  const group = opened(index, one);
  const alone = group?.alone.get(head) ?? group?.alone.get(one) ?? versionless(index, head);
  if (alone !== undefined) runs.push({ last: first, ends: alone });
  let next = group?.rest.next;
  for (let last = first + 1; next !== undefined && next !== null; last += 1) {
    const token = tokens[last];
    if (token === undefined || token.join === "hard") break;
    const node = next.get(singular(token.key));
    if (node === undefined) break;
    if (node.ends !== null) runs.unshift({ last, ends: node.ends });
    next = node.next;
  }
}

const [digitZero, digitNine] = [48, 57];

/** `python3` → `python`; nothing for a word without a version, or one too short to be told from a name (s3, ec2). */
function versionless(index: TermIndex, key: string): readonly Spelling[] | undefined {
  const code = key.charCodeAt(key.length - 1);
  if (!(code >= digitZero && code <= digitNine)) return undefined;
  const bare = key.replace(/\d+$/, "");
  return bare.length >= 3 ? opened(index, singular(bare))?.alone.get(bare) : undefined;
}
