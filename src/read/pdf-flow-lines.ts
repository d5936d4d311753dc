import type { Flow, LabelBand } from "./pdf-columns.js";
import { labelReach } from "./pdf-gutter-kinds.js";
import type { Box } from "./pdf-ink.js";
import { measureOf, type Paragraph, paragraphsOf, withRow } from "./pdf-paragraphs.js";
import { type Row, rowsFrom } from "./pdf-rows.js";
import { withSideNotes } from "./pdf-side-notes.js";
import type { Chunk } from "./pdf-words.js";

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

/** A flow's rows, with labels put before their text and notes behind theirs. */
export function flowLines(flow: Flow, page: number, dots: readonly Box[]): FlowLines {
  const rowsAt = (list: readonly Chunk[]) => rowsFrom(list, page, dots);
  const noted = new Set(flow.notes);
  const chunks = noted.size === 0 ? flow.chunks : flow.chunks.filter((chunk) => !noted.has(chunk));
  if (flow.labels.length === 0) {
    const rows = withSideNotes(rowsAt(chunks), rowsAt([...noted]));
    const named = flow.heading ? rows.map((row) => ({ ...row, heading: true })) : rows;
    return { rows: named, blocks: [{ rows: named, labelRest: [] }] };
  }
  const parts = partsOf({ ...flow, chunks });
  const texts = withSideNotes(rowsAt(parts.texts), rowsAt([...noted]));
  const blocks = labelBlocks(wholeNames(rowsAt(parts.labels), texts), texts, rowsAt(parts.plain));
  return { rows: blocks.flatMap(({ rows, labelRest }) => [...rows, ...labelRest]), blocks };
}

/** A flow's chunks as labels, the text beside them, and the rest. */
function partsOf({ chunks, labels: bands }: Flow): { labels: Chunk[]; texts: Chunk[]; plain: Chunk[] } {
  const parts = { labels: [] as Chunk[], texts: [] as Chunk[], plain: [] as Chunk[] };
  const edges = usedEdges(bands, chunks);
  const labelled = (chunk: Chunk) => bands.filter(({ top, bottom }) => top <= chunk.y && chunk.y <= bottom);
  for (const whole of chunks) {
    const here = labelled(whole).map(({ x }) => x);
    const x = edges.find((at) => here.includes(at));
    if (x === undefined || (whole.x0 < x - 2 && whole.x1 > x)) parts.plain.push(whole);
    else (whole.x1 <= x ? parts.labels : parts.texts).push(whole);
  }
  const across = (text: Chunk) =>
    parts.plain.some(({ y, x1, size }) => Math.abs(y - text.y) < 1.5 && x1 <= text.x0 && size < text.size * 1.1);
  const split = parts.texts.filter(across);
  return {
    ...parts,
    texts: parts.texts.filter((text) => !split.includes(text)),
    plain: [...parts.plain, ...split],
  };
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

/** The distinct edges of the bands, from left to right, those at which at least three chunks begin first. */
function usedEdges(bands: readonly LabelBand[], chunks: readonly Chunk[]): number[] {
  const used = (x: number) => (chunks.filter(({ x0 }) => Math.abs(x0 - x) < 3).length >= 3 ? 0 : 1);
  return [...new Set(bands.map(({ x }) => x))].sort((a, b) => used(a) - used(b) || a - b);
}

/** Labels with their wrapped rows: those in larger print than the text, as a section's name, and those that go on in small letters. */
function wholeNames(labels: readonly Row[], texts: readonly Row[]): Row[] {
  const usual = Math.max(...texts.map(({ size }) => size), 0);
  const names: Row[] = [];
  let y = 0;
  for (const row of labels) {
    const last = names.at(-1);
    const near = last !== undefined && Math.abs(last.size - row.size) < 0.5 && row.y - y < row.size * 1.5;
    const goesOn = near && /^\p{Lu}\P{N}*$/u.test(last.text) && /^\p{Ll}/u.test(row.text);
    if (near && (row.size > usual * 1.1 || goesOn)) {
      const { text, words, drawn } = last;
      const rest = { words: [...words, ...row.words], drawn: [...drawn, ...row.drawn], y1: row.y1 };
      names.splice(-1, 1, { ...last, ...rest, text: withRow(text, row, { known: () => false }) });
    } else names.push(row);
    y = row.y;
  }
  return names;
}

/** Rows put in order and cut into blocks, a new one at each label and at each row that runs across. */
function labelBlocks(labels: readonly Row[], texts: readonly Row[], plain: readonly Row[]): Block[] {
  const blocks: Block[] = [];
  const partners = new Map<Row, Row>();
  for (const label of labels) {
    const beside = texts.find(
      (text) => text.size < label.size * 1.6 && Math.abs(text.y - label.y) < labelReach(label, text),
    );
    if (beside !== undefined) partners.set(beside, label);
  }
  const taken = new Set(partners.values());
  const all = [...texts, ...plain, ...labels.filter((label) => !taken.has(label))].sort((a, b) => a.y - b.y);
  for (const row of all) {
    const open = blocks.at(-1);
    const label = partners.get(row);
    if (label !== undefined) addLabelled(blocks, label, row, { labels, texts });
    else if (labels.includes(row) && open !== undefined && isRest(open, row)) addRest(open, row);
    else if (open === undefined || labels.includes(row) || plain.includes(row) !== plain.includes(open.rows[0] ?? row))
      blocks.push({ rows: [row], labelRest: [] });
    else open.rows.push(row);
  }
  return blocks;
}

/** Begins a block with a label and its text; the label is a line of its own where it is a heading or its text a list item. */
function addLabelled(
  blocks: Block[],
  label: Row,
  text: Row,
  { labels, texts }: { labels: readonly Row[]; texts: readonly Row[] },
): void {
  const open = blocks.at(-1);
  const first = open?.rows[0];
  if (
    open !== undefined &&
    first?.label !== undefined &&
    unfinished(first.label.text) &&
    text.y - first.y < text.size * 2.2
  ) {
    open.rows[0] = withLabel(first, label);
    open.rows.push(text);
    return;
  }
  const next = texts[texts.indexOf(text) + 1];
  const below = labels[labels.indexOf(label) + 1];
  const louder = label.size > text.size * 1.15;
  const alone = louder || below === undefined || below.y - label.y > label.size * 2.4;
  const labelled = below !== undefined && next !== undefined && Math.abs(below.y - next.y) < labelReach(below, next);
  const heading = alone && headsBlock(label, text, labelled ? undefined : next);
  if (text.marked || heading) {
    blocks.push({ rows: [{ ...label, heading }], labelRest: [] }, { rows: [text], labelRest: [] });
  } else blocks.push({ rows: [beside(label, text)], labelRest: [] });
}

/** Whether a label names a section: capitals, louder than the text, or bold over a bold entry. */
function headsBlock(label: Row, text: Row, next: Row | undefined): boolean {
  if (label.marked || /\d|:$|[,@]/.test(label.text) || label.text.split(/\s+/).length > 4) return false;
  const goesOn = next !== undefined && next.y - text.y < text.size * 3.2;
  const capitals = !/\p{Ll}/u.test(label.text) && (label.text.match(/\p{Lu}/gu)?.length ?? 0) >= 4;
  return (
    (capitals && goesOn && /\p{Ll}/u.test(text.text)) || label.size > text.size * 1.15 || (label.bold && text.bold)
  );
}

/** Whether a row in the label column goes on with the label above it. */
function isRest(open: Block, row: Row): boolean {
  const last = open.labelRest.at(-1) ?? open.rows[0]?.label;
  const above = open.labelRest.at(-1) ?? open.rows[0];
  if (last === undefined || above === undefined || last.bold !== row.bold || last.size < row.size * 0.94) return false;
  return row.y - above.y < row.size * 4;
}

function addRest(open: Block, row: Row): void {
  const first = open.rows[0];
  const wrapped =
    first?.label !== undefined &&
    ((row.y - first.label.y < row.size * 1.4 && /[\p{sc=Han}]$/u.test(first.label.text)) ||
      (/^\p{Ll}/u.test(row.text) && !/\d/.test(first.label.text)));
  if (first?.label !== undefined && open.labelRest.length === 0 && (wrapped || unfinished(first.label.text))) {
    open.rows[0] = withLabel(first, row);
  } else open.labelRest.push(row);
}

/** A range without its end, or a list that goes on. */
function unfinished(label: string): boolean {
  return /[-–—&]$|\d.*(?:,|\b(?:to|until|bis|à|au|a))$/iu.test(label);
}

/** A label and the text beside it as one row. */
function beside(label: Row, text: Row): Row {
  return {
    ...text,
    label,
    text: `${label.text}\t${text.text}`,
    words: [...label.words, ...text.words],
    drawn: [...label.drawn, ...text.drawn],
    x0: label.x0,
    y0: Math.min(label.y0, text.y0),
    y1: Math.max(label.y1, text.y1),
    cells: label.cells + text.cells,
    bold: label.bold && text.bold,
    italic: label.italic && text.italic,
  };
}

/** A row whose label ends in another row. */
function withLabel(row: Row, rest: Row): Row {
  const label = row.label;
  if (label === undefined) return row;
  const text = withRow(label.text, rest, { known: () => false });
  return {
    ...row,
    label: { ...label, text },
    text: text + row.text.slice(label.text.length),
    words: [...row.words, ...rest.words],
    drawn: [...row.drawn, ...rest.drawn],
    y1: Math.max(row.y1, rest.y1),
  };
}
