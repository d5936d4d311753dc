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

/** A trie over the folded words of the spellings; several words are stored in the singular. */
export function buildTrie(spellings: { spelling: Spelling; keys: string[] }[]): TrieNode {
  const rootNode = node();
  for (const { spelling, keys } of spellings) {
    let at = rootNode;
    for (const key of keys.length > 1 ? keys.map(singular) : keys) {
      let child = at.next.get(key);
      if (child === undefined) {
        child = node();
        at.next.set(key, child);
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

/** Calls `onEnd` for every run of tokens from `first` that spells something, shorter runs first on each branch. */
export function walk(
  at: TrieNode,
  tokens: readonly Token[],
  first: number,
  onEnd: (last: number, ends: Spelling[]) => void,
  index = first,
): void {
  const token = tokens[index];
  if (token === undefined || (index > first && (token.join === "hard" || token.join === "start"))) return;
  const one = singular(token.key);
  step(at.next.get(token.key));
  if (one !== token.key) step(at.next.get(one));
  const bare = versionless(token.key);
  if (bare !== null) step(at.next.get(bare));

  function step(child: TrieNode | undefined): void {
    if (child === undefined) return;
    if (child.ends.length > 0) onEnd(index, child.ends);
    if (child.next.size > 0) walk(child, tokens, first, onEnd, index + 1);
  }
}

/** `python3` → `python`; null for a word without a version, or one too short to be told from a name (s3, ec2). */
function versionless(key: string): string | null {
  const lastCode = key.charCodeAt(key.length - 1);
  if (lastCode < 48 || lastCode > 57) return null;
  const bare = key.replace(/\d+$/, "");
  return bare.length >= 3 ? bare : null;
}
