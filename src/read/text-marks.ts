/** A physical line of a text file, looked at alone. */
export interface PhysicalLine {
  /** Number in the file, from 1. */
  at: number;
  /** Column of the first character that is not a space; a tab goes to the next multiple of four. */
  indent: number;
  /** Without the indent and without spaces at the end. */
  text: string;
  /** Columns from the left edge to the end. */
  width: number;
}

/** A bullet or a number that a list item begins with. */
export interface ListMark {
  kind: "bullet" | "number" | "letter";
  /** Value of the number or place of the letter in the alphabet; 0 for a bullet. */
  value: number;
  /** The item's own text. */
  rest: string;
  /** Column where the item's own text begins. */
  textColumn: number;
}

const glyphs = "•●○◦▪▫■□▸►▶▹‣⁃∙·➢➤➔→✓✔✦❖◆◇»\\uf0b7\\uf0a7\\uf076\\uf0d8";
const glyphMark = new RegExp(`^([${glyphs}]+)\\s*(?=\\S)`, "u");
const dashMark = /^([-–—*+])(?:\s+(?=\S)|(?=\p{Lu}\p{Ll}))/u;
const letterO = /^(o)\s+(?=\S)/;
const numberMark = /^\(?(\d{1,2})[.)](?:\s+)(?=\S)/;
const letterMark = /^\(?([a-z])[.)]\s+(?=\S)/;

/** The physical lines of a text; a form feed counts as a blank. */
export function physicalLines(text: string): PhysicalLine[] {
  return text.split(/\r\n|[\n\r\u2028\u2029\x85]/).map((raw, index) => {
    const line = raw.replace(/[\f\v\u00a0]/g, " ").trimEnd();
    let indent = 0;
    let start = 0;
    for (; start < line.length && /\s/.test(line[start] ?? ""); start++) {
      indent = line[start] === "\t" ? indent + 4 - (indent % 4) : indent + 1;
    }
    const rest = line.slice(start);
    return { at: index + 1, indent, text: rest, width: indent + rest.length };
  });
}

/** The list mark a line begins with, or null; whether a number or an "o" really is a mark is for the caller to decide. */
export function listMark(line: PhysicalLine): ListMark | null {
  const plain = glyphMark.exec(line.text) ?? dashMark.exec(line.text) ?? letterO.exec(line.text);
  if (plain !== null) return marked(line, plain[0], "bullet", 0);
  const number = numberMark.exec(line.text);
  if (number !== null) return marked(line, number[0], "number", Number(number[1]));
  const letter = letterMark.exec(line.text);
  return letter === null ? null : marked(line, letter[0], "letter", (letter[1] ?? "a").charCodeAt(0) - 96);
}

function marked(line: PhysicalLine, mark: string, kind: ListMark["kind"], value: number): ListMark {
  return { kind, value, rest: line.text.slice(mark.length), textColumn: line.indent + mark.length };
}

/** Whether a line is only decoration: at least three signs of one kind, perhaps spaced. */
export function isRule(text: string): boolean {
  const signs = text.replace(/\s+/g, "");
  return /^([-=_*~#+.•·─━═–—])\1{2,}$/u.test(signs) || /^[-=_*~#+─━═–—|]{5,}$/u.test(signs);
}

/** Whether a rule under a line can make it a heading. */
export function isUnderline(text: string): boolean {
  return /^(=+|-+|~+|_+|─+|━+|═+|\*+)$/u.test(text) && text.length >= 3;
}

/** The words of a heading set between ornaments ("=== Skills ===", "[ SKILLS ]"), or null. */
export function betweenOrnaments(text: string): string | null {
  const match = /^([-=*~#_+─━═|[<]{2,}|\[)\s*([^-=*~#_+─━═|[\]<>].*?)\s*([-=*~#_+─━═|\]>]{2,}|\])$/u.exec(text);
  const inner = match?.[2];
  return inner !== undefined && inner.length <= 60 && /\p{L}{2}/u.test(inner) ? inner : null;
}

/** The line with a tab for every wide gap: a tab, leader dots, or three spaces or more that do not just follow a full stop. */
export function withGaps(text: string): string {
  return text
    .replace(/\s*(?:\. ){4,}\.?\s*|\s*\.{5,}\s*/g, "\t")
    .replace(/ *\t[ \t]*/g, "\t")
    .replace(/([.?!]) {3}(?! )/g, "$1 ")
    .replace(/ {3,}/g, "\t");
}

/** A short line in capitals that says what comes next. */
export function isCapitalHeading(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 3 || text.length > 60 || /\p{Ll}|\t|@|\d|[|;]/u.test(text)) return false;
  return letters.every((letter) => /\p{Lu}/u.test(letter)) && text.split(/\s+/).length <= 8;
}

/** A short line that ends in a colon and has nothing behind it: "Work Experience:". */
export function isColonHeading(text: string): boolean {
  return /^\p{Lu}[^.!?@|\t]{2,48}:$/u.test(text) && !text.slice(0, -1).includes(":") && text.split(/\s+/).length <= 6;
}

/** A short line that may be a heading where a rule stands under it. */
export function canBeUnderlined(text: string): boolean {
  return text.length <= 60 && /\p{L}{2}/u.test(text) && !/[@\t|]|https?:|[.,;]$|\d{4}|\.{3}|\. \.| {3}/u.test(text);
}
