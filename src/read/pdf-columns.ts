import type { Box } from "./pdf-ink.js";
import type { Chunk } from "./pdf-words.js";

/** Print lines that are read one after the other; `side` is a column beside a wider one. */
export interface Flow {
  chunks: Chunk[];
  side: boolean;
  /** A section's name that stands beside its section. */
  heading: boolean;
  /** Where labels (dates, section names) stand in a narrow column on the left of their text. */
  labels: LabelBand[];
}

/** Part of a flow with labels: the left edge of the text beside them, and where it begins and ends. */
export interface LabelBand {
  x: number;
  top: number;
  bottom: number;
}

/** A vertical strip without text between chunks on its left and on its right. */
interface Gutter {
  x: number;
  left: Chunk[];
  right: Chunk[];
  /** Height over which both sides have text. */
  shared: number;
  kind: "columns" | "labels" | "rows";
}

/** Narrowest strip that can separate columns, in points. */
const narrowest = 7;
const deepest = 8;

/** The chunks of a page in reading order: bands from top to bottom, in each band its columns from left to right. */
export function flowsOf(chunks: readonly Chunk[], rules: readonly Box[]): Flow[] {
  return flowsIn(chunks, rules, 0, false).filter((flow) => flow.chunks.length > 0);
}

/** Whether chunks stand in columns anywhere on the page. */
export function hasColumns(flows: readonly Flow[]): boolean {
  return flows.some(({ side }) => side);
}

function flowsIn(
  chunks: readonly Chunk[],
  rules: readonly Box[],
  depth: number,
  side: boolean,
  peelable = true,
): Flow[] {
  const gutters = depth < deepest ? guttersOf(chunks, rules) : [];
  const best = gutters.filter(({ kind }) => kind === "columns").sort((a, b) => b.shared - a.shared)[0];
  if (best === undefined) {
    return [
      {
        chunks: [...chunks],
        side,
        heading: false,
        labels: gutters.filter(({ kind }) => kind === "labels").map(bandOf),
      },
    ];
  }
  const peeled = peelable ? headingBeside(gutters, best) : undefined;
  if (peeled !== undefined)
    return [...flowsIn(above(chunks, peeled), rules, depth + 1, side), ...peel(chunks, peeled, rules, depth, side)];
  trim(best);
  const inside = new Set([...best.left, ...best.right]);
  const top = Math.min(...[...inside].map(({ y }) => y));
  const rest = chunks.filter((chunk) => !inside.has(chunk));
  const [narrow, wide] = widthOf(best.left) < widthOf(best.right) ? [best.left, best.right] : [best.right, best.left];
  const isSide = widthOf(narrow) < widthOf(wide) * 0.75;
  return [
    ...flowsIn(
      rest.filter(({ y }) => y < top),
      rules,
      depth + 1,
      side,
    ),
    ...flowsIn(best.left, rules, depth + 1, side || (isSide && narrow === best.left)),
    ...flowsIn(best.right, rules, depth + 1, side || (isSide && narrow === best.right)),
    ...flowsIn(
      rest.filter(({ y }) => y >= top),
      rules,
      depth + 1,
      side,
    ),
  ];
}

/** A label of one row that stands on the left of the columns: the name of their section. */
function headingBeside(gutters: readonly Gutter[], columns: Gutter): Gutter | undefined {
  return gutters.find(
    ({ kind, x, left, right }) =>
      kind === "labels" &&
      x < columns.x &&
      rowsOf(left).length === 1 &&
      columns.right.every((chunk) => right.includes(chunk)),
  );
}

function above(chunks: readonly Chunk[], { left, right }: Gutter): Chunk[] {
  const top = Math.min(...[...left, ...right].map(({ y }) => y));
  return chunks.filter(({ y }) => y < top - 1);
}

/** The label, what stands beside it, and what follows below, as flows of their own. */
function peel(chunks: readonly Chunk[], label: Gutter, rules: readonly Box[], depth: number, side: boolean): Flow[] {
  const inside = new Set([...label.left, ...label.right, ...above(chunks, label)]);
  const below = chunks.filter((chunk) => !inside.has(chunk));
  const name: Flow = { chunks: label.left, side, heading: true, labels: [] };
  return [name, ...flowsIn(label.right, rules, depth + 1, side, false), ...flowsIn(below, rules, depth + 1, side)];
}

/**
 * Takes from columns what follows below the shorter one after a wide blank, where the columns are only a page's head.
 *
 * Why: a contact block beside the name shares its left edge with the headings below, which belong to the page.
 */
function trim(columns: Gutter): void {
  const bottomOf = (chunks: readonly Chunk[]) => Math.max(...chunks.map(({ y }) => y));
  const bottom = Math.min(bottomOf(columns.left), bottomOf(columns.right));
  for (const key of ["left", "right"] as const) {
    const rows = rowsOf(columns[key]);
    const cut = rows.findIndex((row, i) => {
      const last = rows[i - 1];
      return last !== undefined && row.y > bottom + row.size && row.y - last.y > Math.max(row.size, last.size) * 2.2;
    });
    const until = rows[cut]?.y;
    const short = cut <= 8 && (rows.length - cut <= 3 || columns.shared < 150);
    if (cut > 0 && until !== undefined && short) columns[key] = columns[key].filter(({ y }) => y < until - 1);
  }
}

function bandOf({ x, left, right }: Gutter): LabelBand {
  const all = [...left, ...right];
  return { x, top: Math.min(...all.map(({ y0 }) => y0)), bottom: Math.max(...all.map(({ y1 }) => y1)) };
}

/** Every strip that may separate something, for each distinct left edge and each band that no text or rule crosses. */
function guttersOf(chunks: readonly Chunk[], rules: readonly Box[]): Gutter[] {
  const sorted = [...chunks].sort((a, b) => a.y - b.y);
  const gutters: Gutter[] = [];
  for (const x of leftEdges(sorted)) {
    for (const band of bandsAt(x, sorted, rules)) {
      const left = band.filter((chunk) => chunk.x1 <= x - narrowest);
      const right = band.filter((chunk) => chunk.x0 >= x - 1);
      const shared = sharedHeight(left, right);
      if (rowsOf(left).length < 2 && rowsOf(right).length < 2) continue;
      if (left.length === 0 || right.length === 0) continue;
      gutters.push({ x, left, right, shared, kind: kindOf(left, right, x) });
    }
  }
  return gutters;
}

/** Left edges at which at least two chunks begin, and those of blocks set flush right. */
function leftEdges(chunks: readonly Chunk[]): number[] {
  const xs = chunks.map(({ x0 }) => x0).sort((a, b) => a - b);
  const flush = chunks.map(({ x1 }) => chunks.filter((other) => Math.abs(other.x1 - x1) < 1.5));
  const edges = flush.filter((group) => group.length >= 3).map((group) => Math.min(...group.map(({ x0 }) => x0)));
  let from = 0;
  for (let i = 1; i <= xs.length; i++) {
    const [x, last] = [xs[i], xs[i - 1]];
    if (last === undefined || (x !== undefined && x - last < 3)) continue;
    const first = xs[from];
    if (i - from >= 2 && first !== undefined) edges.push(first);
    from = i;
  }
  const least = xs[0] ?? 0;
  return [...new Set(edges)].filter((x) => x > least + narrowest);
}

/** The chunks between those that lie across the strip before `x`; a rule across it also ends a band. */
function bandsAt(x: number, sorted: readonly Chunk[], rules: readonly Box[]): Chunk[][] {
  const across = (box: Box) => box.x0 < x - 1 && box.x1 > x - narrowest;
  const cuts = rules
    .filter((rule) => rule.x0 < x - 30 && rule.x1 > x + 30 && rule.y1 - rule.y0 < 3)
    .map(({ y0 }) => y0)
    .sort((a, b) => a - b);
  const bands: Chunk[][] = [];
  let band: Chunk[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const chunk of sorted) {
    const cut = cuts.some((y) => last < y && y < chunk.y);
    if ((cut || across(chunk)) && band.length > 0) {
      bands.push(band);
      band = [];
    }
    if (!across(chunk)) band.push(chunk);
    last = chunk.y;
  }
  return band.length > 0 ? [...bands, band] : bands;
}

function sharedHeight(left: readonly Chunk[], right: readonly Chunk[]): number {
  const bottom = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  const top = Math.max(Math.min(...left.map(({ y0 }) => y0)), Math.min(...right.map(({ y0 }) => y0)));
  return Math.max(0, bottom - top);
}

/** Chunks on one baseline. */
interface PrintRow {
  y: number;
  x0: number;
  x1: number;
  size: number;
  bold: boolean;
  text: string;
}

function rowsOf(chunks: readonly Chunk[]): PrintRow[] {
  const rows: PrintRow[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const last = rows.at(-1);
    const text = chunk.words.map((word) => (word.icon ? "" : word.text)).join(" ");
    if (last !== undefined && chunk.y - last.y < chunk.size * 0.3) {
      last.x0 = Math.min(last.x0, chunk.x0);
      last.x1 = Math.max(last.x1, chunk.x1);
      last.text += ` ${text}`;
      last.bold &&= chunk.words.every(({ bold }) => bold);
    } else {
      const bold = chunk.words.every((word) => word.bold);
      rows.push({ y: chunk.y, x0: chunk.x0, x1: chunk.x1, size: chunk.size, bold, text });
    }
  }
  return rows;
}

/**
 * What a strip separates: columns read one after the other, labels beside their text, or cells read row by row.
 *
 * Cells and labels share their baselines with what stands beside them; independent columns meet only by chance.
 */
function kindOf(leftChunks: readonly Chunk[], rightChunks: readonly Chunk[], x: number): Gutter["kind"] {
  const left = rowsOf(leftChunks);
  const right = rowsOf(rightChunks);
  const leftAligned = aligned(left, right);
  const rightAligned = aligned(right, left);
  const share = widthOf(leftChunks) / widthOf(rightChunks);
  const narrowLeft = share < 0.6;
  const atEdge = right.filter(({ x0 }) => Math.abs(x0 - x) < 3).length >= right.length * 0.3;
  if (narrowLeft && atEdge && left.length <= right.length * 0.8 && leftAligned >= 0.75) return "labels";
  if (share < 0.8 && datedLabels(left, right)) return "labels";
  if (right.length <= left.length * 0.8 && rightAligned >= 0.75 && typicalLength(right) <= 28) return "rows";
  if (left.length < 2 || right.length < 2) return "rows";
  if (!edged(left) || !edged(right)) return "rows";
  if (leftAligned < 0.7 && rightAligned < 0.7) return left.length >= 3 && right.length >= 3 ? "columns" : "rows";
  if (leftAligned >= 0.7 && rightAligned >= 0.7)
    return wraps(left) || wraps(right) || cards(left, right) ? "columns" : "rows";
  return left.length >= 4 && right.length >= 4 && (wraps(left) || wraps(right)) ? "columns" : "rows";
}

/** Whether at least half of the rows begin, end or are centred at one place, as the lines of a column are. */
function edged(rows: readonly PrintRow[]): boolean {
  const shared = (at: (row: PrintRow) => number) =>
    Math.max(...rows.map((row) => rows.filter((other) => Math.abs(at(other) - at(row)) < 3).length));
  const most = Math.max(
    shared(({ x0 }) => x0),
    shared(({ x1 }) => x1),
    shared(({ x0, x1 }) => (x0 + x1) / 2),
  );
  return most >= rows.length * (rows.length < 8 ? 0.5 : 0.3);
}

/** Share of rows that have a row of the other side on their baseline. */
function aligned(rows: readonly PrintRow[], others: readonly PrintRow[]): number {
  const partners = rows.filter((row) =>
    others.some((other) => Math.abs(row.y - other.y) < Math.max(1.2, row.size * 0.14)),
  );
  return rows.length === 0 ? 0 : partners.length / rows.length;
}

/** Labels of several rows each, as a date over a place: every dated row stands beside a row of the text. */
function datedLabels(left: readonly PrintRow[], right: readonly PrintRow[]): boolean {
  const dated = left.filter(({ text }) => /\b(?:1[89]|20)\d\d\b/.test(text));
  return (
    dated.length >= 2 && dated.length >= left.length * 0.2 && aligned(dated, right) === 1 && typicalLength(left) <= 24
  );
}

/** Whether some row fills its side and the next goes on in small letters: running text. */
function wraps(rows: readonly PrintRow[]): boolean {
  const right = Math.max(...rows.map(({ x1 }) => x1));
  const left = Math.min(...rows.map(({ x0 }) => x0));
  let found = 0;
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    if (next === undefined || row.x1 < right - (right - left) * 0.2 || next.y - row.y > row.size * 2) return;
    if (/^\p{Ll}/u.test(next.text) && !/[.:;]$/.test(row.text) && next.size === row.size) found += 1;
  });
  return found > 0;
}

/** Small blocks of the same make side by side: a bold row over plain ones on both sides. */
function cards(left: readonly PrintRow[], right: readonly PrintRow[]): boolean {
  const pairs = Math.min(left.length, right.length);
  if (pairs < 2 || pairs > 6) return false;
  const bolds = left.slice(0, pairs).map(({ bold }, i) => bold === right[i]?.bold);
  const mixed = left.some(({ bold }) => bold) && left.some(({ bold }) => !bold);
  return bolds.every(Boolean) && mixed && left[0]?.bold === true;
}

function typicalLength(rows: readonly PrintRow[]): number {
  const lengths = rows.map(({ text }) => text.trim().length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

function widthOf(chunks: readonly Chunk[]): number {
  if (chunks.length === 0) return 0;
  return Math.max(...chunks.map(({ x1 }) => x1)) - Math.min(...chunks.map(({ x0 }) => x0));
}
