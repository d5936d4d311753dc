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

const wordPattern = /\.?[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const suffixPattern = /[+#]+/y;
const joins: Record<string, Join> = {
  "-": "hyphen",
  "–": "hyphen",
  "‑": "hyphen",
  "/": "slash",
  "&": "amp",
  "+": "amp",
};

/** The words of a text in order. ` & ` counts as the word "and"; a comma, a bracket or a full stop is a hard join. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  wordPattern.lastIndex = 0;
  for (let found = wordPattern.exec(text); found !== null; found = wordPattern.exec(text)) {
    const dotted = found[0].startsWith(".");
    const keepsDot = dotted && (found.index === 0 || !/[\p{L}\p{N}.)]/u.test(text[found.index - 1] ?? ""));
    const start = dotted && !keepsDot ? found.index + 1 : found.index;
    const end = start + (found.index + found[0].length - start) + suffixLength(text, found.index + found[0].length);
    addAmpersand(tokens, text, last, start);
    tokens.push({ start, end, key: fold(text.slice(start, end)), join: joinOf(text, tokens.at(-1)?.end ?? -1, start) });
    last = end;
    wordPattern.lastIndex = end;
  }
  return tokens;
}

/** `++` of C++ and `#` of C#, not the `+` of "5+" before a letter nor of "Java+Spring". */
function suffixLength(text: string, at: number): number {
  const next = text.charCodeAt(at);
  if (next !== 43 && next !== 35) return 0;
  suffixPattern.lastIndex = at;
  const length = suffixPattern.exec(text)?.[0].length ?? 0;
  return /[\p{L}\p{N}]/u.test(text[at + length] ?? "") ? 0 : length;
}

function addAmpersand(tokens: Token[], text: string, from: number, to: number): void {
  if (tokens.length === 0 || to - from < 3) return;
  const between = text.slice(from, to);
  if (between.trim() !== "&") return;
  const at = from + between.indexOf("&");
  tokens.push({ start: at, end: at + 1, key: "and", join: "space" });
}

function joinOf(text: string, from: number, to: number): Join {
  if (from < 0) return "start";
  if (to - from === 1) {
    const char = text[from] ?? "";
    if (char === " " || char === "\u00a0") return "space";
    if (char === ".") return "dot";
    return joins[char] ?? "hard";
  }
  const between = text.slice(from, to);
  if (/^[ \u00a0]+$/.test(between)) return "space";
  return between.trim() === "/" ? "slash" : "hard";
}

/** A word as it is compared: lower case, accents and apostrophes dropped, `ß` as `ss`. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[\x00-\x7f]*$/.test(lower)) return lower.includes("'") ? lower.replaceAll("'", "") : lower;
  return lower
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .replaceAll("ß", "ss");
}

/** The singular a plural may stand for; the word itself where it is none or too short to tell. */
export function singular(key: string): string {
  if (key.length < 4 || !key.endsWith("s") || /(ss|us|[^pu]is)$/.test(key)) return key;
  if (key.endsWith("ies") && key.length > 4) return `${key.slice(0, -3)}y`;
  if (/(ches|shes|xes|sses|zzes)$/.test(key)) return key.slice(0, -2);
  return key.slice(0, -1);
}
