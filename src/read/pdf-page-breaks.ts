import type { Passage } from "./pdf-lines.js";
import { type Paragraph, withRow } from "./pdf-paragraphs.js";

/** Passages with a paragraph or list item that goes on over the end of a page made one, at its place on the first page. */
export function joinedOverPages(passages: readonly Passage[], known: (word: string) => boolean): Passage[] {
  const joined = passages.map(({ region, paragraphs }) => ({ region, paragraphs: [...paragraphs] }));
  let above: Passage | undefined;
  for (const passage of joined) {
    if (passage.region !== "body" || passage.paragraphs.length === 0) continue;
    const last = above?.paragraphs.at(-1);
    const [first, ...others] = passage.paragraphs;
    const row = first?.rows[0];
    if (
      above !== undefined &&
      last !== undefined &&
      row !== undefined &&
      first !== undefined &&
      goesOn(above, last, first)
    ) {
      const text = withRow(last.text, { ...row, text: first.text }, { known });
      above.paragraphs.splice(-1, 1, { rows: [...last.rows, ...first.rows], text });
      passage.paragraphs = others;
    }
    if (passage.paragraphs.length > 0) above = passage;
  }
  return joined;
}

/** Whether a paragraph at the top of a page is the rest of the last one on the page before: its sentence is open and it begins small. */
function goesOn({ paragraphs }: Passage, last: Paragraph, first: Paragraph): boolean {
  const [begin, above, row] = [last.rows[0], last.rows.at(-1), first.rows[0]];
  if (begin === undefined || above === undefined || row === undefined || row.page !== above.page + 1) return false;
  if (row.marked || row.icon || row.note || row.heading === true || row.cells > 1 || above.note) return false;
  if (!/^\p{Ll}/u.test(row.text) || /^\S*(?:@|www\.|https?:)/u.test(row.text) || /[.!?:;]$/.test(last.text))
    return false;
  const sameFace = Math.abs(above.size - row.size) < row.size * 0.06 && above.bold === row.bold;
  const near = (x: number) => Math.abs(row.x0 - x) < row.size * 0.6;
  const edge = above === begin && above.marked ? near(above.textX) : near(above.x0);
  const rows = paragraphs.flatMap((paragraph) => paragraph.rows);
  const right = Math.max(...rows.map(({ x1 }) => x1));
  return sameFace && edge && above.x1 - above.x0 > (right - above.x0) * 0.6;
}
