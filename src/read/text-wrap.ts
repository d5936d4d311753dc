import { isRule, listMark, type PhysicalLine } from "./text-marks.js";

/** What `continues` needs to know of the line above. */
export interface WrappedLine {
  style: "heading" | "list" | "body";
  last: PhysicalLine;
  /** Column where the text of the line begins, behind its mark. */
  textColumn: number;
}

/** Widest margin at which people or editors break lines by hand. */
const widestMargin = 110;
/** "Tools: SQL": one to three words and a colon before a value begin a line anew. */
const label = /^\p{Lu}[\p{L}\d/&+-]*(?: [\p{L}\d/&+-]+){0,2}:\s+\S/u;
/** How far from the margin a broken line may end when its next word is short. */
const slack = 2;

/**
 * The column at which a text is broken by hand, or null where paragraphs stand on one line each.
 *
 * Why: a line that ends near the margin goes on below; a short one (an address, a skill) does not.
 */
export function wrapWidth(rows: readonly PhysicalLine[]): number | null {
  const widths = rows.filter(({ text }) => text !== "" && !isRule(text) && !hasGap(text)).map(({ width }) => width);
  const wide = widths.filter((width) => width > widestMargin);
  if (wide.length > 2 && wide.length > widths.length / 50) return null;
  const fitting = widths.filter((width) => width <= widestMargin).sort((a, b) => b - a);
  const margin = fitting.find((width) => fitting.filter((other) => other <= width && other > width - 12).length >= 3);
  if (margin === undefined || margin < 40) return null;
  return brokenSentences(rows, margin) >= 1 ? margin : null;
}

/** Whether `row`, right below, goes on with the line above it. */
export function continues(line: WrappedLine, row: PhysicalLine, width: number | null): boolean {
  const { last } = line;
  if (line.style === "heading" || hasGap(last.text) || hasGap(row.text)) return false;
  const midSentence = /^[\p{Ll}(&]/u.test(row.text) && !/[.!?:;]$/.test(last.text);
  const hanging = line.style === "list" && row.indent > line.textColumn - 3 && row.indent >= line.textColumn - 1;
  const full = width !== null && fills(last, row, width);
  if (hanging) return full || midSentence || last.width >= 60;
  if (midSentence && last.text.length >= 45 && !looksLikeContact(row.text)) return true;
  if (line.style === "list") return full && midSentence;
  if (row.indent !== last.indent || looksLikeEntry(last.text) || looksLikeEntry(row.text)) return false;
  return full && !label.test(row.text);
}

/** Whether the first word of the row below would not have fitted on the line. */
function fills(last: PhysicalLine, row: PhysicalLine, width: number): boolean {
  const word = /^\S+/.exec(row.text)?.[0].length ?? 0;
  return last.width + 1 + word > width - slack && last.width > width / 2;
}

/** How often a sentence visibly goes on below a line near the margin. */
function brokenSentences(rows: readonly PhysicalLine[], margin: number): number {
  let count = 0;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next === undefined || next.text === "" || listMark(next) !== null || isRule(next.text)) continue;
    if (/^\p{Ll}/u.test(next.text) && !/[.!?:]$/.test(row.text) && fills(row, next, margin)) count += 1;
  }
  return count;
}

function hasGap(text: string): boolean {
  return /\t|[^.!?] {3,}/.test(text);
}

function looksLikeContact(text: string): boolean {
  return /^\S+@\S+$|^(https?:\/\/|www\.|linkedin\.|github\.)/i.test(text);
}

/** Parts set apart by bars or dots, or a mail address: a line of an entry, not of a paragraph. */
function looksLikeEntry(text: string): boolean {
  return / [|•·] |\S@\S+\.\S/.test(text);
}
