import { datedNotes, type GutterKind, isNote, kindOf, rowsOf, stacksOf, widthOf } from "./pdf-gutter-kinds.js";
import type { Box } from "./pdf-ink.js";
import { markOf } from "./pdf-rows.js";
import { type TwinLists, twinLists } from "./pdf-twin-lists.js";
import type { Chunk } from "./pdf-words.js";

/** Print lines that are read one after the other; `side` is a column beside a wider one. */
export interface Flow {
  chunks: Chunk[];
  side: boolean;
  /** Stands beside another column. */
  column: boolean;
  /** A section's name that stands beside its section. */
  heading: boolean;
  /** Where labels (dates, section names) stand in a narrow column on the left of their text. */
  labels: LabelBand[];
  /** Dates and durations in lines of their own, in a narrow column on the right of their text. */
  notes: Chunk[];
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
  kind: GutterKind;
}

/** What a page shows beside text that parts it. */
interface Shapes {
  rules: readonly Box[];
  dots: readonly Box[];
}

/** Narrowest strip that can separate columns, in points. */
const narrowest = 7;
const deepest = 8;
/** Columns lower than this, in points, are the head of a page: a name and contacts beside it. */
const headHeight = 150;
/** Most pieces of lines among which columns are looked for; a real page has some hundreds. */
const mostChunks = 2000;

/** The chunks of a page in reading order: bands from top to bottom, in each band its columns from left to right; `dots` are drawn list marks. */
export function flowsOf(chunks: readonly Chunk[], rules: readonly Box[], dots: readonly Box[] = []): Flow[] {
  return flowsIn(chunks, { rules, dots }, 0, false).filter((flow) => flow.chunks.length > 0);
}

/** Whether chunks stand in columns anywhere on the page. */
export function hasColumns(flows: readonly Flow[]): boolean {
  return flows.some(({ column }) => column);
}

function flowsIn(chunks: readonly Chunk[], ink: Shapes, depth: number, side: boolean, peelable = true): Flow[] {
  const gutters = depth < deepest && chunks.length <= mostChunks ? guttersOf(chunks, ink.rules) : [];
  const best = gutters.filter(({ kind }) => kind === "columns").sort((a, b) => b.shared - a.shared)[0];
  const isMarked = (chunk: Chunk) => isItem(chunk, ink.dots);
  const twins = chunks.length <= mostChunks ? twinLists(chunks, isMarked) : undefined;
  if (twins !== undefined && depth < deepest && (best === undefined || onlyLists(best, twins, isMarked))) {
    const parts = [twins.above, twins.left, twins.right, twins.below];
    return parts.flatMap((part) => (part.length > 0 ? flowsIn(part, ink, depth + 1, side) : []));
  }
  if (best === undefined) {
    return [
      {
        chunks: [...chunks],
        side,
        column: false,
        heading: false,
        labels: gutters.filter(({ kind }) => kind === "labels").map(bandOf),
        notes: gutters.filter(({ kind }) => kind === "notes").flatMap(notesIn),
      },
    ];
  }
  const peeled = peelable ? headingBeside(gutters, best) : undefined;
  if (peeled !== undefined)
    return [...flowsIn(above(chunks, peeled), ink, depth + 1, side), ...peel(chunks, peeled, ink, depth, side)];
  trim(best);
  withoutTitle(best);
  const inside = new Set([...best.left, ...best.right]);
  const top = Math.min(...[...inside].map(({ y }) => y));
  const rest = chunks.filter((chunk) => !inside.has(chunk));
  const [narrow, wide] = widthOf(best.left) < widthOf(best.right) ? [best.left, best.right] : [best.right, best.left];
  const isSide = widthOf(narrow) < widthOf(wide) * 0.75;
  return [
    ...flowsIn(
      rest.filter(({ y }) => y < top),
      ink,
      depth + 1,
      side,
    ),
    ...[best.left, best.right].flatMap((part) =>
      flowsIn(part, ink, depth + 1, side || (isSide && narrow === part)).map((flow) => ({
        ...flow,
        column: flow.column || best.shared > headHeight,
      })),
    ),
    ...flowsIn(
      rest.filter(({ y }) => y >= top),
      ink,
      depth + 1,
      side,
    ),
  ];
}

function isItem({ words }: Chunk, dots: readonly Box[]): boolean {
  const { taken, glued, shape } = markOf(words, dots);
  return taken + glued > 0 || shape;
}

/** Whether the right one of columns holds no more than the right ones of lists side by side, and dates. */
function onlyLists(columns: Gutter, first: TwinLists, isMarked: (chunk: Chunk) => boolean): boolean {
  const listed = new Set<Chunk>();
  for (let twins: TwinLists | undefined = first; twins !== undefined; twins = twinLists(twins.below, isMarked))
    for (const chunk of twins.right) listed.add(chunk);
  const others = columns.right.filter((chunk) => !listed.has(chunk));
  return others.length < columns.right.length && datedNotes(rowsOf(others));
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
function peel(chunks: readonly Chunk[], label: Gutter, ink: Shapes, depth: number, side: boolean): Flow[] {
  const inside = new Set([...label.left, ...label.right, ...above(chunks, label)]);
  const below = chunks.filter((chunk) => !inside.has(chunk));
  const name: Flow = { chunks: label.left, side, column: false, heading: true, labels: [], notes: [] };
  return [name, ...flowsIn(label.right, ink, depth + 1, side, false), ...flowsIn(below, ink, depth + 1, side)];
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
    const short = cut <= 8 && (rows.length - cut <= 3 || columns.shared < headHeight);
    if (cut > 0 && until !== undefined && short) columns[key] = columns[key].filter(({ y }) => y < until - 1);
  }
}

/** Takes from small columns the title above both, which is set flush right over the right one. */
function withoutTitle(columns: Gutter): void {
  if (columns.shared > headHeight) return;
  const top = Math.min(...columns.left.map(({ y }) => y));
  const size = Math.max(...columns.left.map((chunk) => chunk.size));
  const above = columns.right.filter(({ y }) => y < top - 1);
  if (above.length === 1 && above.every((chunk) => chunk.size > size * 1.1))
    columns.right = columns.right.filter((chunk) => !above.includes(chunk));
}

/** The dated stacks on the right of a gutter that are not just cells of the rows on its left. */
function notesIn({ left, right }: Gutter): Chunk[] {
  const stacks = stacksOf([...right].sort((a, b) => a.y - b.y));
  return stacks.filter((stack) => isNote(rowsOf(stack), rowsOf(left))).flat();
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

/** Left edges at which at least two chunks begin, and those of blocks set flush right or centred. */
function leftEdges(chunks: readonly Chunk[]): number[] {
  const xs = chunks.map(({ x0 }) => x0).sort((a, b) => a - b);
  const flush = chunks.map(({ x1 }) => chunks.filter((other) => Math.abs(other.x1 - x1) < 1.5));
  const middle = ({ x0, x1 }: Chunk) => (x0 + x1) / 2;
  const centred = chunks.map((chunk) => chunks.filter((other) => Math.abs(middle(other) - middle(chunk)) < 1.5));
  const edges = [...flush, ...centred]
    .filter((group) => group.length >= 3)
    .map((group) => Math.min(...group.map(({ x0 }) => x0)));
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
  let crossing: Chunk | undefined;
  const rowsAcross = new Set(sorted.filter(across).map(({ y }) => Math.round(y)));
  for (const chunk of sorted) {
    const rest = crossing !== undefined && endsParagraph(crossing, chunk);
    if (across(chunk) || rest) crossing = chunk;
    const cut = cuts.some((y) => last < y && y < chunk.y);
    if ((cut || crossing === chunk) && band.length > 0) {
      bands.push(band);
      band = [];
    }
    if (crossing !== chunk && !rowsAcross.has(Math.round(chunk.y))) band.push(chunk);
    last = chunk.y;
  }
  return band.length > 0 ? [...bands, band] : bands;
}

/** Whether a chunk is the short last row of running text above it. */
function endsParagraph(above: Chunk, chunk: Chunk): boolean {
  const step = chunk.y - above.y;
  const below = step > chunk.size * 0.8 && step < chunk.size * 1.7 && Math.abs(above.x0 - chunk.x0) < 1;
  return below && Math.abs(above.size - chunk.size) < 0.3 && /^\p{Ll}/u.test(chunk.words[0]?.text ?? "");
}

function sharedHeight(left: readonly Chunk[], right: readonly Chunk[]): number {
  const bottom = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  const top = Math.max(Math.min(...left.map(({ y0 }) => y0)), Math.min(...right.map(({ y0 }) => y0)));
  return Math.max(0, bottom - top);
}
