import { chipsApart } from "./pdf-chips.js";
import type { Box } from "./pdf-ink.js";
import { notesApart } from "./pdf-notes.js";
import { type Chunk, sameLine, type Word } from "./pdf-words.js";

/** One print line of a flow: its cells from left to right, and the list mark taken off. */
export interface Row extends Box {
  page: number;
  y: number;
  size: number;
  /** Words without list mark and pictographs. */
  words: Word[];
  /** Words and pictographs that were drawn, for links. */
  drawn: Word[];
  text: string;
  marked: boolean;
  /** Stands at the right margin beside text it does not belong to. */
  note: boolean;
  /** Begins with a pictograph, as the items of a contact block do. */
  icon: boolean;
  /** The list mark, where it is a word of its own. */
  mark: Word | null;
  /** Where the text of the last cell begins: wrapped text goes on there. */
  textX: number;
  cells: number;
  /** Surely a heading, by its place: a section's name in a column beside the section. */
  heading?: boolean;
  /** The label printed beside the row on its left, where it has one. */
  label?: Row;
  /** Every word is bold. */
  bold: boolean;
  italic: boolean;
}

const bulletSigns = /^[•●○◦▪▫■□❑❒◆◇♦‣➢➤➔►▶▸▹▷→⇒✓✔✗✦★☆∙⋅◾◽◼◻❖⁃]+$/u;
const doubtfulSigns = /^(?:[-–—−*·>»›~+]|o)$/u;
const gluedSign = /^([•●○◦▪▫■□◆◇‣➢➤►▶▸✓✔∙⁃])(?=[\p{L}\p{N}("'“])/u;

/** The chunks of a flow as rows from top to bottom; `dots` are small filled shapes that may be drawn list marks. */
export function rowsFrom(chunks: readonly Chunk[], page: number, dots: readonly Box[]): Row[] {
  const lines: Chunk[][] = [];
  for (const chunk of [...chunks].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const last = lines.at(-1);
    const first = last?.[0];
    if (last !== undefined && first !== undefined && chunk.y - first.y < sameLine(first.size, chunk.size)) {
      last.push(chunk);
    } else lines.push([chunk]);
  }
  for (const line of lines) line.sort((a, b) => a.x0 - b.x0);
  const marked = (line: readonly Chunk[]) => {
    const mark = markOf(
      line.flatMap(({ words }) => words),
      dots,
    );
    return mark.taken + mark.glued > 0 || mark.shape;
  };
  const rows = notesApart(lines, marked).map(({ cells, note }) => ({ ...rowFrom(cells, page, dots), note }));
  return withNumbers(rows.filter(({ drawn }) => drawn.length > 0).map((row) => withIconMark(row, rows)));
}

/** Rows whose numbers (1. 2. 3.) count up or down are list items; a number alone is text. */
function withNumbers(rows: readonly Row[]): Row[] {
  const numbers = rows.map((row) =>
    row.words.length > 1 ? /^\(?(\d{1,2})[.)]$/.exec(row.words[0]?.text ?? "")?.[1] : undefined,
  );
  return rows.map((row, i) => {
    const number = Number(numbers[i] ?? Number.NaN);
    const counts = rows.some(
      (other, at) =>
        Math.abs(Number(numbers[at] ?? Number.NaN) - number) === 1 && Math.abs(other.x0 - row.x0) < row.size,
    );
    const [mark, next] = row.words;
    if (!counts || mark === undefined || next === undefined) return row;
    const words = row.words.slice(1);
    const text = row.text.slice(mark.text.length).trimStart();
    return { ...row, words, text, mark, marked: true, x0: next.x0, textX: row.cells > 1 ? row.textX : next.x0 };
  });
}

/** A span of dates, which often has the picture of a calendar before it. */
const dated = /^[^\p{L}\d]*(?:[\p{L}.]+\s+)?(?:\d{1,2}[./])?(?:19|20)[\dX]{2}\s*[-–—]/u;

/** A row whose first pictograph begins a neighbouring row at the same place as well is a list item: contact icons differ. */
function withIconMark(row: Row, rows: readonly Row[]): Row {
  const icon = row.drawn[0];
  if (!row.icon || icon === undefined || row.words.length === 0 || /@|www\.|https?:|^[+(]?\d[\d ()-]+$/u.test(row.text))
    return row;
  const same = rows.filter(
    ({ drawn: [other] }) => other?.icon === true && other.text === icon.text && Math.abs(other.x0 - icon.x0) < 1.5,
  );
  const near = same.filter(({ y }) => Math.abs(y - row.y) < row.size * 2.6).length >= 2;
  if (dated.test(row.text) || (same.length < 3 && !near)) return row;
  return same.length >= 2 && icon.text !== "" ? { ...row, marked: true, icon: false } : row;
}

function rowFrom(chunks: readonly Chunk[], page: number, dots: readonly Box[]): Row {
  const drawn = chunks.flatMap(({ words }) => words);
  const mark = markOf(drawn, dots);
  const kept = drawn.slice(mark.taken);
  const first = kept[0];
  const words = kept.map((word) =>
    word === first && mark.glued > 0 ? { ...word, text: word.text.slice(mark.glued) } : word,
  );
  const { text, textX, cells } = joined(words);
  const plain = words.filter(({ icon }) => !icon);
  const main = (plain.length > 0 ? plain : drawn).reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    page,
    x0: Math.min(...(kept.length > 0 ? kept : drawn).map(({ x0 }) => x0)),
    x1: Math.max(...drawn.map(({ x1 }) => x1)),
    y0: Math.min(...drawn.map(({ y0 }) => y0)),
    y1: Math.max(...drawn.map(({ y1 }) => y1)),
    y: main.y,
    size: main.size,
    words: plain,
    drawn,
    text,
    marked: mark.taken > 0 || mark.glued > 0 || mark.shape,
    note: false,
    mark: mark.taken > 0 ? (drawn[0] ?? null) : null,
    icon: mark.taken === 0 && drawn[0]?.icon === true,
    textX,
    cells,
    bold: plain.length > 0 && plain.every(({ bold }) => bold),
    italic: plain.length > 0 && plain.every(({ italic }) => italic),
  };
}

/** How many words at a row's start are a list mark, or how many characters of its first word, or whether a shape stands before it. */
export function markOf(drawn: readonly Word[], dots: readonly Box[]): { taken: number; glued: number; shape: boolean } {
  const [first, second] = drawn;
  const none = { taken: 0, glued: 0, shape: false };
  if (first === undefined) return none;
  if (second !== undefined && !second.icon) {
    const sure = bulletSigns.test(first.text);
    const gap = second.x0 - first.x1;
    const doubtful = doubtfulSigns.test(first.text) && gap > first.size * 0.12 && gap < first.size * 4;
    if (sure || doubtful) return { ...none, taken: 1 };
  }
  if (first.icon) return none;
  const glued = gluedSign.exec(first.text);
  if (glued !== null) return { ...none, glued: glued[1]?.length ?? 0 };
  const middle = first.y - first.size * 0.3;
  const shape = dots.some(
    (dot) =>
      dot.x1 < first.x0 &&
      first.x0 - dot.x1 < first.size * 2.5 &&
      dot.y0 < middle + first.size * 0.3 &&
      dot.y1 > middle - first.size * 0.3,
  );
  return { ...none, shape };
}

/** The words as text: a tab where the print has a wide gap, a pictograph between words, or a label's end. */
function joined(words: readonly Word[]): { text: string; textX: number; cells: number } {
  let text = "";
  let last: Word | null = null;
  let icon = false;
  let textX = words.find((word) => !word.icon)?.x0 ?? words[0]?.x0 ?? 0;
  let cells = 1;
  const usual = widestSpace(words);
  for (const word of words) {
    if (word.icon) {
      icon = true;
      continue;
    }
    if (last !== null) {
      const gap = word.x0 - last.x1;
      const size = Math.max(word.size, last.size);
      if (gap > Math.min(size * 1.45, usual) || icon || chipsApart(last, word)) {
        text += "\t";
        textX = word.x0;
        cells += 1;
      } else if (!(word.loose && gap < size * 0.1))
        text += wideScript(last.text, word.text) && gap < size * 0.2 ? "" : " ";
    }
    text += word.text;
    last = word;
    icon = false;
  }
  return { text, textX, cells };
}

/** The widest gap that can still be a space in a row: well above its ordinary spaces, which justified text stretches. */
function widestSpace(words: readonly Word[]): number {
  const gaps: number[] = [];
  words.forEach((word, i) => {
    const last = words[i - 1];
    if (last !== undefined && !last.icon && !word.icon) gaps.push(word.x0 - last.x1);
  });
  gaps.sort((a, b) => a - b);
  const size = Math.max(0, ...words.map((word) => word.size));
  const ordinary = gaps.length >= 3 ? (gaps[Math.floor(gaps.length * 0.25)] ?? 0) : size;
  return Math.max(size * 0.65, ordinary * 2.2);
}

function wideScript(before: string, after: string): boolean {
  const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  return wide.test(before.slice(-1)) && wide.test(after.slice(0, 1));
}
