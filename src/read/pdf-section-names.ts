import type { Paragraph } from "./pdf-paragraphs.js";
import type { Row } from "./pdf-rows.js";

/** The rows that surely are sections' names in a left column, of all paragraphs of a document. */
export function sectionNamesOf(paragraphs: readonly Paragraph[]): Row[] {
  return paragraphs.flatMap(({ rows }) => rows.slice(0, 1)).filter((row) => row.heading === true && row.bold);
}

/**
 * Paragraphs with the names of sections that are printed on one line with their text made lines of their own.
 *
 * Why: where sections have their names in a left column, some of them hold a single line, which alone would look like a
 * label and its text. Two sure names in that column show what the others are.
 */
export function sectionNamesApart(paragraphs: readonly Paragraph[], sure: readonly Row[]): Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    const first = paragraph.rows[0];
    const alike = first === undefined ? [] : sure.filter((row) => samePlace(row, first));
    const name = first === undefined || first.marked || alike.length < 2 ? null : nameOf(first, paragraph.text);
    return first === undefined || name === null ? [paragraph] : split(paragraph, first, name);
  });
}

function samePlace(a: Row, b: Row): boolean {
  return Math.abs(a.x0 - b.x0) < 2 && Math.abs(a.size - b.size) < 0.5;
}

/** The bold words before the first tab, where they can be a section's name. */
function nameOf(row: Row, text: string): string | null {
  const [name, rest] = text.split("\t", 2);
  if (name === undefined || rest === undefined || !/^[\p{L}&/ ’'-]{3,40}$/u.test(name)) return null;
  const words = row.words.slice(0, name.split(" ").length);
  return words.every(({ bold }) => bold) ? name : null;
}

function split(paragraph: Paragraph, first: Row, name: string): Paragraph[] {
  const count = name.split(" ").length;
  const part = (row: Row, words: Row["words"], text: string): Row => ({
    ...row,
    words,
    drawn: row.drawn.filter((word) => words.includes(word) || word.icon),
    text,
    x0: Math.min(...words.map(({ x0 }) => x0)),
    x1: Math.max(...words.map(({ x1 }) => x1)),
    bold: words.every(({ bold }) => bold),
    italic: words.every(({ italic }) => italic),
    cells: text.split("\t").length,
  });
  const heading = { ...part(first, first.words.slice(0, count), name), heading: true };
  const rest = part(first, first.words.slice(count), first.text.slice(name.length + 1));
  return [
    { rows: [heading], text: name },
    { rows: [rest, ...paragraph.rows.slice(1)], text: paragraph.text.slice(name.length + 1) },
  ];
}
