import { singular, type Token } from "./tokens.js";

/** One way a lexicon entry may be spelled. */
export interface Spelling {
  canonical: string;
  text: string;
  /** "any": whatever the case; "exact": only in this case; "word": only in this case, and a common word beside. */
  mode: "any" | "exact" | "word";
}

/** Spellings by their folded words: a single word as it is, of several words each in the singular. */
export interface TermIndex {
  byKey: Map<string, Spelling | Spelling[]>;
  /** The most words that a spelling of several has, by its first word. */
  longest: Map<string, number>;
}

/** A run of tokens, up to the index `last`, that spells something. */
export interface TermRun {
  last: number;
  ends: readonly Spelling[];
}

/** The key under which a name is kept, from its folded words. */
export function indexKey(words: string): string {
  if (!words.includes(" ")) return words;
  let key = "";
  let from = 0;
  for (let at = words.indexOf(" "); from <= words.length; at = words.indexOf(" ", from)) {
    const end = at < 0 ? words.length : at;
    key += from === 0 ? singular(words.slice(from, end)) : ` ${singular(words.slice(from, end))}`;
    from = end + 1;
  }
  return key;
}

/** Puts a spelling under its key; returns the name that owns the key already, "" for a key without a word, else null. */
export function addSpelling(index: TermIndex, key: string, spelling: Spelling): string | null {
  if (key === "") return "";
  const known = index.byKey.get(key);
  if (known !== undefined) return addSecond(index, key, known, spelling);
  index.byKey.set(key, spelling);
  const end = key.indexOf(" ");
  if (end < 0) return null;
  let words = 2;
  for (let at = key.indexOf(" ", end + 1); at >= 0; at = key.indexOf(" ", at + 1)) words += 1;
  const first = key.slice(0, end);
  if (words > (index.longest.get(first) ?? 0)) index.longest.set(first, words);
  return null;
}

/** Another spelling of the same words: kept where its mark differs (Less and LESS). */
function addSecond(index: TermIndex, key: string, known: Spelling | Spelling[], spelling: Spelling): string | null {
  const all = Array.isArray(known) ? known : [known];
  const other = all.find(({ canonical }) => canonical !== spelling.canonical);
  if (other !== undefined) return other.canonical;
  if (!all.some(({ text, mode }) => mode === "any" || (mode === spelling.mode && text === spelling.text))) {
    index.byKey.set(key, [...all, spelling]);
  }
  return null;
}

/** The spellings that a key stands for. */
export function spellingsOf(index: TermIndex, key: string): readonly Spelling[] | undefined {
  const found = index.byKey.get(key);
  return found === undefined || Array.isArray(found) ? found : [found];
}

const none: readonly TermRun[] = [];

/** Every run of tokens from `first` that spells something, longest first. */
export function runsFrom(index: TermIndex, tokens: readonly Token[], first: number): readonly TermRun[] {
  const head = tokens[first]?.key ?? "";
  const one = singular(head);
  const most = index.longest.get(one) ?? 0;
  const alone =
    spellingsOf(index, head) ?? (one === head ? undefined : spellingsOf(index, one)) ?? versionless(index, head);
  if (most === 0) return alone === undefined ? none : [{ last: first, ends: alone }];
  const found: TermRun[] = alone === undefined ? [] : [{ last: first, ends: alone }];
  let key = one;
  for (let last = first + 1; last < first + most; last += 1) {
    const token = tokens[last];
    if (token === undefined || token.join === "hard") break;
    key += ` ${singular(token.key)}`;
    const ends = spellingsOf(index, key);
    if (ends !== undefined) found.unshift({ last, ends });
  }
  return found;
}

const [digitZero, digitNine] = [48, 57];

/** `python3` → `python`; nothing for a word without a version, or one too short to be told from a name (s3, ec2). */
function versionless(index: TermIndex, key: string): readonly Spelling[] | undefined {
  const code = key.charCodeAt(key.length - 1);
  if (!(code >= digitZero && code <= digitNine)) return undefined;
  const bare = key.replace(/\d+$/, "");
  return bare.length >= 3 ? spellingsOf(index, bare) : undefined;
}
