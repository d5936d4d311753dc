import type { Chunk } from "./pdf-words.js";

/** The pieces of one print line from left to right; a note stands at the right margin beside text it does not belong to. */
export interface PrintLine {
  cells: Chunk[];
  note: boolean;
}

/**
 * Print lines with the rows of a block at the right margin (place, dates, duration of an entry) put behind the entry's first
 * line, where they run on beside its list items.
 *
 * Why: read row by row, the dates of a job would end up inside its first highlight, and cut that in two.
 */
export function notesApart(lines: readonly Chunk[][], isMarked: (line: readonly Chunk[]) => boolean): PrintLine[] {
  const right = Math.max(...lines.flatMap((line) => line.map(({ x1 }) => x1)));
  const result: PrintLine[] = [];
  let head: PrintLine | null = null;
  let notes: PrintLine[] = [];
  let itemX: number | null = null;
  let above: readonly Chunk[] | undefined;
  for (const cells of lines) {
    const marked = isMarked(cells);
    const startX = cells[0]?.x0 ?? 0;
    if (marked) itemX = cells[0]?.words[1]?.x0 ?? startX;
    else if (itemX !== null && Math.abs(startX - itemX) > 3) itemX = null;
    const runsOn = above !== undefined && hasNote(above, right) && stepOf(above, cells) < 1.9;
    if (head !== null && itemX !== null && runsOn && hasNote(cells, right)) {
      const note: PrintLine = { cells: cells.slice(-1), note: true };
      notes.push(note);
      result.splice(result.indexOf(head) + notes.length, 0, note);
      result.push({ cells: cells.slice(0, -1), note: false });
    } else {
      const line: PrintLine = { cells: [...cells], note: false };
      if (hasNote(cells, right) && !marked) [head, notes] = [line, []];
      result.push(line);
    }
    above = cells;
  }
  return result;
}

function hasNote(cells: readonly Chunk[], right: number): boolean {
  const [before, last] = cells.slice(-2);
  if (before === undefined || last === undefined) return false;
  return last.x1 > right - 3 && last.x0 - before.x1 > last.size * 1.2;
}

function stepOf(above: readonly Chunk[], below: readonly Chunk[]): number {
  const [first, second] = [above[0], below[0]];
  return first === undefined || second === undefined ? Number.POSITIVE_INFINITY : (second.y - first.y) / second.size;
}
