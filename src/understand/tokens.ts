/** How a word is joined to the word before it. */
export type Join = "start" | "space" | "dot" | "hyphen" | "slash" | "amp" | "hard";

/** A word of a text, ready to be looked up; `C++`, `C#`, `.NET` and `driver's` are one word each. */
export interface Token {
  start: number;
  end: number;
  /** Lower case, without accents and apostrophes. */
  key: string;
  join: Join;
}

const joins = new Map<string, Join>([
  [" ", "space"],
  ["\u00a0", "space"],
  [".", "dot"],
  ["-", "hyphen"],
  ["–", "hyphen"],
  ["‑", "hyphen"],
  ["/", "slash"],
  ["&", "amp"],
  ["+", "amp"],
]);
const [space, dot, plus, hash, apostrophe, ampersand, bracket] = [32, 46, 43, 35, 39, 38, 41];
const curly = 0x2019;
const ascii = 128;
const isAsciiWord = Uint8Array.from({ length: ascii }, (_, code) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * The words of a text in order. ` & ` counts as the word "and"; a comma, a bracket or a full stop is a hard join.
 *
 * Why by hand: every line of two documents and ten thousand names pass here; a pattern takes four times as long.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const lowered = text.toLowerCase();
  const lower = lowered.length === text.length ? lowered : null;
  const isBare = lower !== null && !marked.test(lower);
  let last = -1;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isWordCode(code) || (code === dot && startsWithDot(text, at))) {
      const end = wordEnd(text, at + 1);
      const word = lower === null ? fold(text.slice(at, end)) : lower.slice(at, end);
      const key = isBare || lower === null ? word : unmarked(word);
      tokens.push({ start: at, end, key, join: last < 0 ? "start" : joinOf(text, last, at) });
      last = end;
      at = end;
      continue;
    }
    if (code === ampersand && last >= 0 && text.charCodeAt(at - 1) === space && text.charCodeAt(at + 1) === space) {
      tokens.push({ start: at, end: at + 1, key: "and", join: "space" });
      last = at + 1;
    }
    at += 1;
  }
  return tokens;
}

/** What `unmarked` changes. */
const marked = /['\u0080-\uffff]/;

/** The dot of .NET, not that of node.js or of a sentence's end. */
function startsWithDot(text: string, at: number): boolean {
  if (!isWordCode(text.charCodeAt(at + 1))) return false;
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before !== dot && before !== bracket && !isWordCode(before);
}

function isWordCode(code: number): boolean {
  return code < ascii ? isAsciiWord[code] === 1 : code > ascii && /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code));
}

/** The end of the word, with an inner apostrophe and the `++` of C++ or `#` of C#; not the `+` of "Java+Spring". */
function wordEnd(text: string, from: number): number {
  let end = from;
  let code = text.charCodeAt(end);
  while (
    code < ascii
      ? isAsciiWord[code] === 1 || isInnerApostrophe(code, text, end)
      : isWordCode(code) || isInnerApostrophe(code, text, end)
  ) {
    end += 1;
    code = text.charCodeAt(end);
  }
  if (code !== plus && code !== hash) return end;
  let suffix = end;
  while (text.charCodeAt(suffix) === plus || text.charCodeAt(suffix) === hash) suffix += 1;
  return isWordCode(text.charCodeAt(suffix)) ? end : suffix;
}

function isInnerApostrophe(code: number, text: string, at: number): boolean {
  return (code === apostrophe || code === curly) && /\p{L}/u.test(text[at + 1] ?? "") && !isElision(text, at);
}

/** The apostrophe of "d'Excel" and "l’informatique", which parts two words; that of "driver's" does not. */
function isElision(text: string, at: number): boolean {
  const letter = text[at - 1] ?? "";
  return "dlnjmcstDLNJMCST".includes(letter) && letter !== "" && !isWordCode(text.charCodeAt(at - 2));
}

function joinOf(text: string, from: number, to: number): Join {
  if (to - from === 1) return text.charCodeAt(from) === space ? "space" : (joins.get(text[from] ?? "") ?? "hard");
  const between = text.slice(from, to);
  if (/^[ \u00a0]+$/.test(between)) return "space";
  if (between === "- ") return "hyphen";
  return between.trim() === "/" ? "slash" : "hard";
}

/** A word as it is compared: lower case, accents and apostrophes dropped, `ß` as `ss`. */
export function fold(word: string): string {
  return unmarked(word.toLowerCase());
}

function unmarked(lower: string): string {
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code >= ascii || code === apostrophe) return foldMarks(lower);
  }
  return lower;
}

function foldMarks(lower: string): string {
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o");
}

const smallS = 115;

/** The singular a plural may stand for; the word itself where it is none or too short to tell. */
export function singular(key: string): string {
  const { length } = key;
  if (length < 4 || key.charCodeAt(length - 1) !== smallS) return key;
  const before = key[length - 2];
  if (before === "s" || before === "u") return key;
  if (before === "i") return key[length - 3] === "p" || key[length - 3] === "u" ? key.slice(0, -1) : key;
  if (before !== "e") return key.slice(0, -1);
  if (key[length - 3] === "i" && length > 4) return `${key.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss|zz)es$/.test(key) ? key.slice(0, -2) : key.slice(0, -1);
}
