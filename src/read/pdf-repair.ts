import type { Glyph } from "./pdf-ink.js";

/** TeX's Cork encoding where it differs from Latin-1: what bitmap fonts without a character map mean by their codes. */
const cork: Readonly<Record<number, string>> = {
  13: "‚",
  14: "‹",
  15: "›",
  16: "“",
  17: "”",
  18: "„",
  19: "«",
  20: "»",
  21: "–",
  22: "—",
  27: "ff",
  28: "fi",
  29: "fl",
  30: "ffi",
  31: "ffl",
};
const ligatures: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "ft",
  ﬆ: "st",
};
/** Spacing accents and the combining ones they stand for where a letter is printed under them. */
const accents: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "´": "\u0301",
  "^": "\u0302",
  ˆ: "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "¯": "\u0304",
  "˘": "\u0306",
  "˙": "\u0307",
  "¨": "\u0308",
  "˚": "\u030a",
  "˝": "\u030b",
  ˇ: "\u030c",
  "¸": "\u0327",
  "˛": "\u0328",
  "΄": "\u0301",
};
/** Bullets as the symbol fonts of office programs number them. */
const officeBullets = /[\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uf0e0\uf06e\uf06f\uf071\uf0b0\uf02d]/u;
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;
const blank = /^[\s\u00a0\u200b\u3000]*$/u;
/** What follows "fl" rather than "fi" in the words of resumes: flow, flex, reflect, influence, conflict, fluent, float, flag. */
const afterFl = /^[oeuat]/u;

/** A character as text, a blank, a pictograph (an icon or a bullet, no word), one whose meaning the file does not tell, or a guess at that. */
export type Meaning =
  | { kind: "text"; text: string }
  | { kind: "blank" }
  | { kind: "icon"; text: string }
  | { kind: "guess"; text: string }
  | { kind: "unknown" };

/** What a drawn character says, with ligatures taken apart and missing character maps made up for where the font is known. */
export function meaningOf({ text, font, code }: Pick<Glyph, "text" | "font" | "code">): Meaning {
  if (blank.test(text)) return text === "" && font.symbols ? { kind: "icon", text: "" } : { kind: "blank" };
  if (officeBullets.test(text) && !/awesome/i.test(font.name)) return { kind: "icon", text: "•" };
  const letter = libertine(text, font.name);
  if (letter !== null) return { kind: "text", text: letter };
  if (font.symbols) return { kind: "icon", text };
  if (privateUse.test(text)) return { kind: "icon", text };
  const first = alternatives(text);
  if (/^[\x00-\x1f\x7f-\x9f]$/u.test(first)) {
    const known = cork[code];
    return known === undefined ? { kind: "unknown" } : { kind: "text", text: known };
  }
  if (first.includes("\ufffd")) return { kind: "unknown" };
  return { kind: "text", text: [...first].map((character) => ligatures[character] ?? character).join("") };
}

/** Libertine and Biolinum number their small capitals from U+E051 and have ligatures of their own before them. */
function libertine(text: string, fontName: string): string | null {
  const code = text.codePointAt(0) ?? 0;
  if (text.length !== 1 || code < 0xe000 || code > 0xe06a || !/libertine|biolinum/i.test(fontName)) return null;
  if (code >= 0xe051) return String.fromCharCode(code - 0xe051 + 97);
  return code === 0xe039 ? "ft" : code === 0xe03c ? "tt" : null;
}

/** Some writers map a glyph to every character it may stand for ("-", soft hyphen, hyphen): the first is meant. */
function alternatives(text: string): string {
  return /^[-\u00ad\u2010\u2011]+$/u.test(text) ? "-" : text;
}

/** Widths of letters in font sizes, by font name and letter. */
export type LetterWidths = ReadonlyMap<string, number>;

/** The widths of the letters that ligatures are made of, as far as they are printed. */
export function letterWidths(glyphs: readonly Glyph[]): LetterWidths {
  const widths = new Map<string, number>();
  for (const { text, font, x0, x1, size } of glyphs) {
    if (/^[filt]$/.test(text) && size > 0) widths.set(`${font.name} ${text}`, (x1 - x0) / size);
  }
  return widths;
}

/**
 * The ligature that a character without a meaning most likely is, from its width and the letter behind it; null where none fits.
 *
 * Why: browsers write ligatures into PDF without saying what they are, so "profile" would read "pro le".
 */
export function likelyLigature(glyph: Glyph, after: string, widths: LetterWidths): string | null {
  const width = (glyph.x1 - glyph.x0) / Math.max(glyph.size, 1);
  const of = (letter: string) => widths.get(`${glyph.font.name} ${letter}`) ?? (letter === "f" ? 0.32 : 0.26);
  const fits = ["fi", "fl", "ff", "ffi", "ffl", "tt"]
    .map((text) => ({ text, off: Math.abs([...text].reduce((sum, letter) => sum + of(letter), 0) - width) }))
    .sort((a, b) => a.off - b.off);
  const best = fits[0];
  if (best === undefined || best.off > 0.12) return null;
  if (/^(?:ffi|ffl)$/.test(best.text)) return afterFl.test(after) ? "ffl" : "ffi";
  if (best.text === "ff" || best.text === "tt") return best.text;
  return afterFl.test(after) && !/^[eat]/u.test(after) ? "fl" : "fi";
}

/**
 * A word's characters with accents that were drawn as characters of their own put on their letters.
 *
 * Why: TeX's old fonts print é as ´ over e; left apart, no word with an accent would ever be found.
 */
export function withAccents(parts: readonly { text: string; x0: number; x1: number }[]): string {
  let out = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined) continue;
    const next = parts[i + 1];
    const mark = accents[part.text];
    const greek = part.text === "΄" && next !== undefined && /^\p{Script=Greek}/u.test(next.text);
    if (mark !== undefined && next !== undefined && /^\p{L}/u.test(next.text) && (greek || overlap(part, next) > 0.5)) {
      out += (dotless(next.text) + mark).normalize("NFC");
      i += 1;
    } else {
      out += part.text;
    }
  }
  return out;
}

function dotless(letter: string): string {
  return letter === "ı" ? "i" : letter;
}

function overlap(a: { x0: number; x1: number }, b: { x0: number; x1: number }): number {
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  return shared / Math.max(0.1, Math.min(a.x1 - a.x0, b.x1 - b.x0));
}
