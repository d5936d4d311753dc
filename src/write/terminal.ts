/** How text is set off on a terminal; `color` gives the text unchanged where colours are off. */
export interface Layout {
  /** Columns. */
  width: number;
  color: (style: "bold" | "dim" | "red" | "green" | "yellow" | "cyan" | "strikethrough", text: string) => string;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns a text takes on a terminal: East Asian characters and emoji take two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}

/** The text with blanks behind it up to a number of columns. */
export const padded = (text: string, columns: number): string =>
  text + " ".repeat(Math.max(0, columns - columnsOf(text)));

/** The text in at most so many columns, its end replaced by … where it is longer. */
export function clipped(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = "";
  for (const char of text) {
    if (columnsOf(kept + char) > columns - 1) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}

/** Words that fit into the columns, line by line; a word that is too long, or text without spaces, is cut. */
export function wrapped(text: string, columns: number): string[] {
  const room = Math.max(columns, 8);
  const lines: string[] = [];
  let line = "";
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word) <= room) line += ` ${word}`;
    else {
      if (line !== "") lines.push(line);
      const pieces = piecesOf(word, room);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? "";
    }
  }
  return [...lines, line];
}

function piecesOf(word: string, columns: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const char of word) {
    if (columnsOf(piece + char) > columns) {
      pieces.push(piece);
      piece = "";
    }
    piece += char;
  }
  return [...pieces, piece];
}

/** A paragraph behind a lead (`  w1.h3  `): further lines hang below its first word. Colour is put on afterwards, so that it does not count. */
export function hanging(
  lead: string,
  text: string,
  { width }: Pick<Layout, "width">,
  paint: (text: string) => string = (text) => text,
): string[] {
  const indent = columnsOf(lead);
  return wrapped(text, width - indent).map((line, i) => `${i === 0 ? lead : " ".repeat(indent)}${paint(line)}`);
}

/** A heading with an empty line above. */
export const headed = (title: string, layout: Layout): string[] => [
  "",
  ...hanging("", title, layout, (text) => layout.color("bold", text)),
];

/** A part of 100 as a bar: what is reached, what was gained, what can be reached, the rest. */
export function scoreBar(
  parts: { before: number; after: number; ceiling: number },
  columns: number,
  { color }: Layout,
): string {
  const cells = (score: number): number => Math.round((Math.max(0, Math.min(100, score)) / 100) * columns);
  const low = cells(Math.min(parts.before, parts.after));
  const high = cells(parts.after);
  const top = Math.max(high, cells(parts.ceiling));
  const gained = color("green", "█".repeat(high - low));
  return `${color("cyan", "█".repeat(low))}${gained}${color("dim", `${"▒".repeat(top - high)}${"░".repeat(columns - top)}`)}`;
}

/** A count with a comma between thousands. Why not Intl: loading its data takes 30 ms, for a comma. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
