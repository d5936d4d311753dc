import type { Box } from "./pdf-ink.js";
import type { Paragraph } from "./pdf-paragraphs.js";
import type { Row } from "./pdf-rows.js";

/** A paragraph with the blank space above it in lines. */
export interface Placed {
  paragraph: Paragraph;
  gap: number;
}

/** The font size of most of the text. */
export function bodySize(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of rows) {
    const key = Math.round(size * 4) / 4;
    counts.set(key, (counts.get(key) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/**
 * The level of each paragraph that is a heading, 1 for the largest print.
 *
 * A heading is short and stands out: larger than the body, or bold or in capitals with a rule or blank space to set it off.
 */
export function headingLevels(
  placed: readonly Placed[],
  body: number,
  rules: readonly (Box & { page: number })[],
): Map<Paragraph, number> {
  const sure = placed.filter((item) => isHeading(item, body, rules));
  const found = (sure.length >= 3 ? sure : placed.filter((item) => sure.includes(item) || isBoldName(item))).map(
    ({ paragraph }) => paragraph,
  );
  const looks = [...new Set(found.map(lookOf))].sort((a, b) => b - a);
  return new Map(found.map((paragraph) => [paragraph, Math.min(6, looks.indexOf(lookOf(paragraph)) + 1)]));
}

/** How loud a heading is: its size first, capitals and bold where sizes are the same. */
function lookOf({ rows, text }: Paragraph): number {
  const first = rows[0];
  const size = Math.round((first?.size ?? 0) * 2) / 2;
  return size * 4 + (isCapitals(text) ? 2 : 0) + (first?.bold === true ? 1 : 0);
}

function isHeading({ paragraph, gap }: Placed, body: number, rules: readonly (Box & { page: number })[]): boolean {
  const { rows, text } = paragraph;
  const row = rows[0];
  if (row?.heading === true && text.length <= 60) return true;
  if (row === undefined || row.marked || rows.length > 2 || text.length > 70 || !/\p{L}{2}/u.test(text)) return false;
  if (/[@]|https?:|www\.|[;,]$|[.]$/u.test(text) || text.split(/\s+/).length > 9) return false;
  if (row.size > body * 1.12) return !text.includes("\t");
  if (row.size < body * 0.9 || text.includes("\t") || /\d{3}/.test(text)) return false;
  const ruled = rules.some((rule) => rule.page === row.page && underRule(rule, row));
  const capitals = isCapitals(text);
  if (capitals) return (ruled || gap >= 0.5 || row.bold) && !/[,|:•·]/u.test(text) && text.split(/\s+/).length <= 6;
  if (!row.bold) return ruled && text.split(/\s+/).length <= 4 && !/[,|:]/u.test(text) && gap >= 0.4;
  return ruled && plainName.test(text) && text.split(/\s+/).length <= 4;
}

const plainName = /^[\p{L}&/ ’'-]+:?$/u;

/** A bold name set off by blank space: a heading only in a document that has no louder ones. */
function isBoldName({ paragraph: { rows, text }, gap }: Placed): boolean {
  const row = rows[0];
  if (row === undefined || row.marked || rows.length > 1 || !row.bold || gap < 0.5) return false;
  return plainName.test(text) && text.split(/\s+/).length <= 4;
}

function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
}

/** Whether a rule runs just under a row, or just above and well past it. */
function underRule(rule: Box, row: Row): boolean {
  if (rule.y1 - rule.y0 > 4 || rule.x1 - rule.x0 < 40) return false;
  const meets = rule.x0 < row.x1 && rule.x1 > row.x0 - row.size * 2;
  const below = rule.y0 - row.y;
  return meets && below > -row.size * 0.1 && below < row.size * 1.1;
}
