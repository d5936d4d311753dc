import { singular, type Token } from "./tokens.js";

/** One spelling of a lexicon entry. */
export interface Spelling {
  canonical: string;
  text: string;
  /** "any": whatever the case; "exact": only in this case; "word": only in this case, and a common word beside. */
  mode: "any" | "exact" | "word";
}

/** A step of the trie; `ends` holds the spellings that are complete here. */
export interface TrieNode {
  next: Map<string, TrieNode>;
  ends: Spelling[];
}

/** A run of tokens, up to the index `last`, that spells something. */
export interface TrieEnd {
  last: number;
  ends: Spelling[];
}

/** A trie over the folded words of the spellings, given by those words; of several words each is stored in the singular. */
export function buildTrie(spellings: ReadonlyMap<string, Spelling>): TrieNode {
  const rootNode = node();
  for (const [key, spelling] of spellings) {
    const words = key.includes(" ") ? key.split(" ").map(singular) : [key];
    let at = rootNode;
    for (const word of words) {
      let child = at.next.get(word);
      if (child === undefined) {
        child = node();
        at.next.set(word, child);
      }
      at = child;
    }
    at.ends.push(spelling);
  }
  return rootNode;
}

function node(): TrieNode {
  return { next: new Map(), ends: [] };
}

/** Every run of tokens from `first` that spells something, longest first. */
export function runsFrom(root: TrieNode, tokens: readonly Token[], first: number): readonly TrieEnd[] {
  const key = tokens[first]?.key ?? "";
  if (!root.next.has(key) && !mayVary(key)) return none;
  const found: TrieEnd[] = [];
  collect(root, tokens, first, first, found);
  return found.length < 2 ? found : found.sort((one, other) => other.last - one.last);
}

const none: readonly TrieEnd[] = [];

/** A plural, or a name with a version: the only words that also stand for others. */
function mayVary(key: string): boolean {
  const code = key.charCodeAt(key.length - 1);
  return code === smallS || (code >= digitZero && code <= digitNine);
}

const [smallS, digitZero, digitNine] = [115, 48, 57];

function collect(at: TrieNode, tokens: readonly Token[], first: number, index: number, found: TrieEnd[]): void {
  const token = tokens[index];
  if (token === undefined || (index > first && token.join === "hard")) return;
  const { key } = token;
  follow(at.next.get(key), tokens, first, index, found);
  const one = singular(key);
  if (one !== key) follow(at.next.get(one), tokens, first, index, found);
  const bare = versionless(key);
  if (bare !== null) follow(at.next.get(bare), tokens, first, index, found);
}

function follow(
  child: TrieNode | undefined,
  tokens: readonly Token[],
  first: number,
  index: number,
  found: TrieEnd[],
): void {
  if (child === undefined) return;
  if (child.ends.length > 0) found.push({ last: index, ends: child.ends });
  if (child.next.size > 0) collect(child, tokens, first, index + 1, found);
}

/** `python3` → `python`; null for a word without a version, or one too short to be told from a name (s3, ec2). */
function versionless(key: string): string | null {
  const code = key.charCodeAt(key.length - 1);
  if (code < digitZero || code > digitNine) return null;
  const bare = key.replace(/\d+$/, "");
  return bare.length >= 3 ? bare : null;
}
