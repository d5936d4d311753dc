import type { Row } from "./rows.js";

/**
 * The rows with each entry's dates beside its first row, where a section prints them under the text of every entry.
 *
 * Why: pages that set the dates in a column of their own leave them at the end of an entry when read in order. It is sure
 * only where the section ends with dates, does not begin with them, and no other row has any.
 */
export function withDatesBeside(rows: Row[]): Row[] {
  const last = rows.at(-1);
  if (last === undefined || !isDateOnly(last) || rows.some((row) => row.dated && !isDateOnly(row))) return rows;
  const blocks: Row[][] = [[]];
  for (const row of rows) {
    blocks.at(-1)?.push(row);
    if (isDateOnly(row)) blocks.push([]);
  }
  const whole = blocks.filter((block) => block.length > 0);
  return whole.every((block) => trails(block)) ? whole.flatMap(datesFirst) : rows;
}

function isDateOnly({ dated, rest }: Row): boolean {
  return dated && !/[\p{L}\p{N}]/u.test(rest);
}

/** Whether text stands between the name of the entry and the dates that end its rows. */
function trails(block: Row[]): boolean {
  const above = block.at(-2);
  const first = block[nameAt(block)];
  if (above === undefined || first === undefined || first === above || isDateOnly(first)) return false;
  return first.line.style !== "list" && (above.line.style === "list" || above.prose);
}

/** Where the first row with words stands; an icon's or link's mark may stand before it. */
function nameAt(block: Row[]): number {
  return block.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function datesFirst(block: Row[]): Row[] {
  const at = nameAt(block);
  const dates = block.slice(-1);
  return [...block.slice(0, at + 1), ...dates, ...block.slice(at + 1, -1)];
}
