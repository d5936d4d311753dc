import type { Flow } from "./pdf-columns.js";
import type { Box } from "./pdf-ink.js";
import { measureOf, type Paragraph, paragraphsOf, withRow } from "./pdf-paragraphs.js";
import { type Row, rowsFrom } from "./pdf-rows.js";

/** The rows of a flow with what was made of them. */
export interface FlowLines {
  rows: Row[];
  /** A label in a narrow column on the left and the rows beside it make one block; other flows are one block. */
  blocks: Block[];
}

/** Rows that are read on, and rows of a label that go on below its first and are read after it. */
interface Block {
  rows: Row[];
  /** The rest of a label of several rows. */
  labelRest: Row[];
}

/** A flow's rows, with labels put before their text. */
export function flowLines(flow: Flow, page: number, dots: readonly Box[]): FlowLines {
  const rows = rowsFrom(flow.chunks, page, dots, flow.labelEdges);
  const edge = flow.labelEdges.length > 0 ? mainEdge(flow.labelEdges, rows) : null;
  return { rows, blocks: edge === null ? [{ rows, labelRest: [] }] : labelBlocks(rows, edge) };
}

/** The paragraphs of a flow's blocks, in order. */
export function flowParagraphs({ rows, blocks }: FlowLines, known: (word: string) => boolean): Paragraph[] {
  const measure = measureOf(rows, known);
  return blocks.flatMap((block) => {
    const paragraphs = paragraphsOf(block.rows, measure);
    const rest = block.labelRest.map((row) => ({ rows: [row], text: row.text }));
    return [...paragraphs.slice(0, 1), ...rest, ...paragraphs.slice(1)];
  });
}

/** The label edge at which most rows go on. */
function mainEdge(edges: readonly number[], rows: readonly Row[]): number {
  const uses = (x: number) => rows.filter((row) => row.words.some((word) => Math.abs(word.x0 - x) < 3)).length;
  return edges.reduce((a, b) => (uses(b) > uses(a) ? b : a));
}

/** Rows cut into blocks, one for each label; a label that goes on in the next row is joined to its first row. */
function labelBlocks(rows: readonly Row[], edge: number): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const open = blocks.at(-1);
    const labelOnly = row.x1 < edge - 1;
    const label = labelWords(row, edge);
    const first = open?.rows[0];
    if (open === undefined || first === undefined || (label !== "" && !labelOnly && !goesOn(first, edge))) {
      blocks.push({ rows: [row], labelRest: [] });
    } else if (labelOnly && labelWords(first, edge) !== "" && first.x1 > edge && near(open, row)) {
      if (goesOn(first, edge)) open.rows[0] = withLabel(first, row, edge);
      else open.labelRest.push(row);
    } else if (labelOnly) {
      blocks.push({ rows: [row], labelRest: [] });
    } else open.rows.push(row);
  }
  return blocks;
}

function near(open: Block, row: Row): boolean {
  const last = open.labelRest.at(-1) ?? open.rows[0];
  return last !== undefined && row.y - last.y < row.size * 4;
}

function labelWords(row: Row, edge: number): string {
  return row.words
    .filter(({ x1 }) => x1 < edge - 1)
    .map(({ text }) => text)
    .join(" ");
}

/** Whether a row's label is unfinished: a range without its end. */
function goesOn(row: Row, edge: number): boolean {
  return /(?:[-–—,]|\b(?:to|until|bis|à|au|a|and|und|et))$/iu.test(labelWords(row, edge));
}

/** A row whose label ends in another row. */
function withLabel(row: Row, rest: Row, edge: number): Row {
  const label = labelWords(row, edge);
  const text = withRow(label, rest, { known: () => false }) + row.text.slice(label.length);
  return {
    ...row,
    text,
    words: [...row.words, ...rest.words],
    drawn: [...row.drawn, ...rest.drawn],
    y1: Math.max(row.y1, rest.y1),
  };
}
