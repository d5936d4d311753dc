import { withCellRest } from "./pdf-cells.js";
import { isChipRow } from "./pdf-chips.js";
import { joinHyphen } from "./pdf-hyphens.js";
import type { Row } from "./pdf-rows.js";

/** Rows of one paragraph, list item, heading or table row, and its text. */
export interface Paragraph {
  rows: Row[];
  text: string;
}

/** Where the text of a flow wraps. */
export interface Measure {
  left: number;
  right: number;
  /** Distance of baselines within a paragraph, in font sizes, for text of a size. */
  leading(size: number): number;
  /** Whether some row surely goes on in the next, so that a full row may be taken as a wrapped one. */
  wraps: boolean;
  /** Whether the document has a word elsewhere. */
  known(word: string): boolean;
}

/** Usual distance of baselines, in font sizes, where a flow does not show its own. */
const usualLeading = 1.25;
const widestLeading = 2.1;

/** The measure of a flow, from its rows. */
export function measureOf(rows: readonly Row[], known: (word: string) => boolean): Measure {
  const right = Math.max(...rows.map(({ x1 }) => x1));
  const left = Math.min(...rows.map(({ x0 }) => x0));
  const certain = new Map<number, number[]>();
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    if (next === undefined || !alike(row, next) || next.page !== row.page || next.marked || next.cells > 1) return;
    const step = (next.y - row.y) / row.size;
    const wide = row.x1 > left + (right - left) * 0.7;
    if (step < 0.9 || step > widestLeading || !wide || (!/^\p{Ll}/u.test(next.text) && !runsOn(row, next, right)))
      return;
    const size = Math.round(row.size);
    certain.set(size, [...(certain.get(size) ?? []), step]);
  });
  const leading = (size: number) => {
    const steps = [...(certain.get(Math.round(size)) ?? [])].sort((a, b) => a - b);
    return steps[Math.floor((steps.length - 1) / 2)] ?? usualLeading;
  };
  const wide = rows.some(({ size }) => right - left > size * 34);
  return { left, right, leading, wraps: certain.size > 0 || wide, known };
}

const wideScript = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3001\uff0c]/u;

/** Whether a row of Chinese or Japanese text fills its line, so that it breaks anywhere, and goes on in the next. */
function runsOn(row: Row, next: Row, right: number): boolean {
  return (
    row.x1 > right - row.size * 1.6 && wideScript.test(row.text.slice(-1)) && wideScript.test(next.text.slice(0, 1))
  );
}

/** Rows joined into paragraphs: a row is joined to the one above where that one was full and nothing marks a new beginning. */
export function paragraphsOf(rows: readonly Row[], measure: Measure): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const margins = marginsOf(rows, measure);
  for (const row of rows) {
    const open = paragraphs.at(-1);
    const [above, below] = open?.rows ?? [];
    const cell = above !== undefined && below === undefined ? withCellRest(above, row) : null;
    if (open !== undefined && wrapsBeforeDate(open, row, measure)) {
      const cut = open.text.lastIndexOf("\t");
      open.text = `${open.text.slice(0, cut)} ${row.text}${open.text.slice(cut)}`;
      open.rows.push(row);
    } else if (open !== undefined && cell !== null) {
      open.text = cell;
      open.rows.push(row);
    } else if (open !== undefined && chipsGoOn(open, row)) {
      open.text = `${open.text}\t${row.text}`;
      open.rows.push(row);
    } else if (open !== undefined && continues(open, row, measure, margins)) {
      open.rows.push(row);
      open.text = withRow(open.text, row, measure);
    } else paragraphs.push({ rows: [row], text: row.text });
  }
  return paragraphs;
}

/** Whether a row of tags is the next row of the tags above it. */
function chipsGoOn({ rows }: Paragraph, row: Row): boolean {
  const last = rows.at(-1);
  if (last === undefined || last.page !== row.page || row.marked || !alike(last, row)) return false;
  const several = row.cells > 1 || rows.some(({ cells }) => cells > 1);
  const near = row.y - last.y > 0 && row.y - last.y < row.size * 4 && Math.abs(row.x0 - last.x0) < row.size;
  return several && near && isChipRow(last.words) && isChipRow(row.words);
}

/** The text with a row's text behind it. */
export function withRow(text: string, row: Row, { known }: Pick<Measure, "known">): string {
  if (/[\p{L}\p{M}][-\u2010\u00ad]$/u.test(text)) return joinHyphen(text, row.text, known);
  if (cutEmail(text, row.text)) return text + row.text;
  if (/[/–—]$/u.test(text) && !/\s.$/u.test(text)) return text + row.text;
  const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]/u;
  return wide.test(text.slice(-1)) && wide.test(row.text.slice(0, 1)) ? text + row.text : `${text} ${row.text}`;
}

/** The right margin for each row: that of the rows with its indent where two of them end there, else the flow's. */
function marginsOf(rows: readonly Row[], { left, right }: Measure): Map<Row, number> {
  const margins = new Map<Row, number>();
  for (const row of rows) {
    const ends = rows.filter((other) => Math.abs(other.textX - row.textX) < 3 && other.cells === 1).map(({ x1 }) => x1);
    const far = Math.max(row.x1, ...ends);
    const near = ends.filter((end) => end > far - row.size * 2.5).length;
    const wideEnough = far - row.textX > (right - left) * 0.45;
    margins.set(row, near >= 3 && wideEnough ? far : right);
  }
  return margins;
}

function continues(open: Paragraph, row: Row, measure: Measure, margins: Map<Row, number>): boolean {
  const last = open.rows.at(-1);
  const first = open.rows[0];
  if (last === undefined || first === undefined) return false;
  if (
    row.marked ||
    row.icon ||
    row.note ||
    last.note ||
    row.cells > 1 ||
    row.text === "" ||
    !alike(last, row) ||
    row.page !== last.page
  )
    return false;
  if (!sameStyle(last, row)) return false;
  const step = (row.y - last.y) / last.size;
  const leading = measure.leading(last.size);
  if (step <= 0.5 || step > leading + Math.max(0.15, leading * 0.2)) return false;
  if (!inLine(open, last, row)) return false;
  if (cutEmail(last.text, row.text)) return true;
  const remaining = (margins.get(last) ?? measure.right) - last.x1;
  const width = (row.words[0]?.x1 ?? row.x1) - (row.words[0]?.x0 ?? row.x0);
  const full = remaining < width + last.size * 0.3;
  const hyphen = /\p{L}[-\u2010\u00ad]$/u.test(last.text) && /^\p{Ll}/u.test(row.text);
  if (hyphen) return true;
  const address = /^\S*(?:@|www\.|https?:)/u.test(row.text);
  const bracket = /\([^)]*$/u.test(last.text) && /^[^(]*\)/u.test(row.text);
  const goesOn =
    bracket ||
    runsOn(last, row, margins.get(last) ?? measure.right) ||
    (!address && /^[\p{Ll}(&,;]/u.test(row.text)) ||
    /(?:[,&(/–-]|\b(?:and|or|of|the|to|for|with|in|a|an|by|on|at|und|et|de|y))$/iu.test(last.text);
  if (full && (measure.wraps || goesOn)) return !(startsEntry(row) && /[.!?]$/.test(last.text));
  const hanging = first.marked && Math.abs(row.x0 - first.textX) < last.size * 0.6;
  const longEnough = last.x1 - last.x0 > (measure.right - measure.left) * (hanging ? 0.45 : 0.6);
  return goesOn && longEnough && !/[.!?:;]$/.test(last.text);
}

/** Whether an e-mail address is cut in the name of its domain, for want of room, and goes on in the next row. */
function cutEmail(above: string, below: string): boolean {
  return /@[\w-]+$/.test(above) && /^[\w-]*(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(below);
}

/** Whether a short row is the rest of a title that ran against the date at the right margin of the row above. */
function wrapsBeforeDate(open: Paragraph, row: Row, measure: Measure): boolean {
  const last = open.rows.at(-1);
  if (last === undefined || open.rows.length > 1 || last.cells !== 2 || last.marked || last.x1 < measure.right - 3)
    return false;
  if (row.marked || row.icon || row.note || row.cells > 1 || row.words.length > 3) return false;
  const step = (row.y - last.y) / last.size;
  const title = last.words.filter(({ x1 }) => x1 < last.textX);
  const end = title.at(-1);
  const first = row.words[0];
  if (end === undefined || first === undefined || row.page !== last.page || Math.abs(row.x0 - last.x0) > 2)
    return false;
  const noRoom = last.textX - end.x1 < first.x1 - first.x0 + last.size * 1.2;
  const sameFace = end.bold === first.bold && end.italic === first.italic && end.font === first.font;
  return noRoom && sameFace && step > 0.8 && step < 1.5 && /\d{4}/.test(last.text.split("\t")[1] ?? "");
}

/** Whether a row's left edge is where the paragraph's next row would begin. */
function inLine(open: Paragraph, last: Row, row: Row): boolean {
  const near = (x: number) => Math.abs(row.x0 - x) < row.size * 0.6;
  const first = open.rows[0] ?? last;
  const centred = Math.abs(row.x0 + row.x1 - last.x0 - last.x1) < row.size && Math.abs(row.x0 - last.x0) > 2;
  if (open.rows.length > 1) return centred || near(last.x0) || (first.marked && near(first.textX));
  if (last.cells > 1) return near(last.textX);
  if (last.marked) return near(last.textX) || near(last.drawn[0]?.x0 ?? last.x0);
  const hangs = row.x0 > last.x0 && row.x0 - last.x0 < row.size * 3 && /^[\p{Ll}(]/u.test(row.text);
  const indented = row.x0 < last.x0 && last.x0 - row.x0 < row.size * 3;
  return near(last.x0) || centred || hangs || indented;
}

function alike(a: Row, b: Row): boolean {
  return Math.abs(a.size - b.size) < Math.max(a.size, b.size) * 0.06;
}

/** Bold or italic as a whole against not: a new beginning, unless the change of style falls inside both rows. */
function sameStyle(last: Row, row: Row): boolean {
  const end = last.words.at(-1);
  const start = row.words[0];
  if (otherFace(last, row) || (end?.bold === false && hasLabel(row))) return false;
  if (last.bold !== row.bold && (end?.bold !== start?.bold || last.words.length < 4)) return false;
  if (last.italic !== row.italic && end?.italic !== start?.italic)
    return last.words.length >= 6 && row.words.length >= 3 && !last.bold && /^\p{Ll}/u.test(row.text);
  return true;
}

/** Whether two rows share no font, where the fonts are bitmaps whose names tell no style. */
function otherFace(last: Row, row: Row): boolean {
  const above = new Set(last.words.filter(({ x0 }) => x0 >= last.textX - 1).map(({ font }) => font));
  const here = row.words.map(({ font }) => font);
  const bitmaps = [...above, ...here].every((font) => font.startsWith("Type3 "));
  return bitmaps && above.size > 0 && !here.some((font) => above.has(font));
}

/** Whether a row begins with bold words that end in a colon and goes on plain: "Keywords: Go, SQL". */
function hasLabel({ words, bold }: Row): boolean {
  const plain = words.findIndex((word) => !word.bold);
  return !bold && plain > 0 && plain <= 4 && (words[plain - 1]?.text ?? "").endsWith(":");
}

/** A row that looks like the first of an entry: it has a year range or begins bold and goes on plain. */
function startsEntry(row: Row): boolean {
  const dated = /\b(?:19|20)\d\d\s*(?:[-–—]|to)\s*(?:(?:19|20)\d\d|\p{L}+)\s*\)?$/u.test(row.text);
  return dated || (row.words[0]?.bold === true && !row.bold);
}
