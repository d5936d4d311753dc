import type { Row } from "./pdf-rows.js";

/**
 * The text of a row of cells with the row below put behind the cell that it is the rest of, or null where it is of none.
 *
 * Why: in narrow columns "Forklift (sit-down," ends in a bracket or a comma and goes on below, beside nothing.
 */
export function withCellRest(last: Row, row: Row): string | null {
  if (last.cells < 2 || row.cells > 1 || row.marked || row.icon || row.page !== last.page) return null;
  const step = (row.y - last.y) / last.size;
  if (step < 0.8 || step > 1.7 || Math.abs(row.size - last.size) > 0.3 || row.bold !== last.bold) return null;
  const starts = cellStarts(last);
  const at = starts.findIndex((x) => Math.abs(x - row.x0) < 2);
  const next = starts[at + 1];
  const cells = last.text.split("\t");
  const cell = cells[at];
  if (cell === undefined || next === undefined || row.x1 > next) return null;
  const bracket = /\([^)]*$/u.test(cell) && /^[^(]*\)/u.test(row.text);
  if (!bracket && (!/[,&/]$/u.test(cell) || /\b(?:19|20)\d\d\b/.test(last.text))) return null;
  return cells.map((text, i) => (i === at ? `${text} ${row.text}` : text)).join("\t");
}

/** The left edges of a row's cells. */
function cellStarts({ words, text }: Row): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word.text, at);
    if (found < 0) return [];
    if (starts.length === 0 || text[found - 1] === "\t") starts.push(word.x0);
    at = found + word.text.length;
  }
  return starts;
}
