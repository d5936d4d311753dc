import { stacksOf } from "./pdf-gutter-kinds.js";
import type { Row } from "./pdf-rows.js";

/**
 * The rows of a flow with the notes of a narrow column on their right (dates, duration) put behind the row they stand beside.
 *
 * Why: such a note is set in lines of its own, whose baselines are not those of the entry; read row by row its parts would
 * end up between the entry's lines. Its dates join the entry's first line, the rest of it follows as lines of their own.
 */
export function withSideNotes(rows: readonly Row[], notes: readonly Row[]): Row[] {
  const result = [...rows];
  for (const note of stacksOf(notes).flatMap(perDate)) {
    const [dates, ...rest] = note;
    if (dates === undefined) continue;
    const entry = /\d{4}/.test(dates.text) ? entryBeside(rows, dates) : undefined;
    const at = entry === undefined ? -1 : result.findIndex((row) => row.y === entry.y && row.x0 === entry.x0);
    const place = result[at];
    const lines = rest.map((row) => ({ ...row, note: true }));
    if (place === undefined || place.marked) {
      const below = result.findIndex(({ y }) => y > dates.y);
      result.splice(below < 0 ? result.length : below, 0, { ...dates, note: true }, ...lines);
    } else result.splice(at, 1, behind(place, dates), ...lines);
  }
  return result;
}

/** The lines of a stack of notes, each span of dates with what follows it. */
function perDate(stack: readonly Row[]): Row[][] {
  const notes: Row[][] = [];
  for (const row of withoutCuts(stack)) {
    const dated = notes.at(-1)?.some(({ text }) => /\d{4}/.test(text)) === true;
    if (notes.length === 0 || (dated && /\d{4}/.test(row.text))) notes.push([row]);
    else notes.at(-1)?.push(row);
  }
  return notes;
}

/** The row a note belongs to: near its first line, best one that begins something. */
function entryBeside(rows: readonly Row[], note: Row): Row | undefined {
  const far = (row: Row, i: number) => {
    const above = rows[i - 1];
    const begins = above === undefined || row.y - above.y > row.size * 1.6 || row.words[0]?.bold === true;
    return Math.abs(row.y - note.y) + (begins && !row.marked ? 0 : row.size * 2);
  };
  const near = rows
    .map((row, i) => ({ row, away: far(row, i) }))
    .filter(({ row, away }) => row.size < note.size * 1.8 && away < Math.max(row.size, note.size) * 3);
  return near.sort((a, b) => a.away - b.away)[0]?.row;
}

/** The lines of a note, a span of dates that is cut at its dash and a date behind a colon made one. */
function withoutCuts(note: readonly Row[]): Row[] {
  const lines: Row[] = [];
  for (const row of note.map(withDash)) {
    const last = lines.at(-1);
    if (last !== undefined && (/[-–—:]$/.test(last.text) || /^[-–—]/.test(row.text)))
      lines.splice(-1, 1, merged(last, row, " "));
    else lines.push(row);
  }
  return lines;
}

/** The dash before the end of a span is no list mark. */
function withDash(row: Row): Row {
  const dash = row.mark;
  if (dash === null || !/^[-–—]$/.test(dash.text)) return row;
  const words = [dash, ...row.words];
  return { ...row, marked: false, mark: null, words, text: `${dash.text} ${row.text}`, x0: dash.x0 };
}

function behind(entry: Row, note: Row): Row {
  return { ...merged(entry, note, "\t"), x0: entry.x0, textX: note.x0, cells: entry.cells + 1 };
}

function merged(first: Row, second: Row, between: string): Row {
  return {
    ...first,
    text: `${first.text}${between}${second.text}`,
    words: [...first.words, ...second.words],
    drawn: [...first.drawn, ...second.drawn],
    x0: Math.min(first.x0, second.x0),
    x1: Math.max(first.x1, second.x1),
    y0: Math.min(first.y0, second.y0),
    y1: Math.max(first.y1, second.y1),
    bold: first.bold && second.bold,
    italic: first.italic && second.italic,
  };
}
