import { type Chunk, sameLine } from "./pdf-words.js";

/** What a strip without text separates: columns read one after the other, labels beside their text, text and notes on its right, or cells of rows. */
export type GutterKind = "columns" | "labels" | "notes" | "rows";

/** Chunks on one baseline. */
export interface PrintRow {
  y: number;
  x0: number;
  x1: number;
  size: number;
  bold: boolean;
  text: string;
}

/** Chunks as rows from top to bottom. */
export function rowsOf(chunks: readonly Chunk[]): PrintRow[] {
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
export function kindOf(leftChunks: readonly Chunk[], rightChunks: readonly Chunk[], x: number): GutterKind {
  const left = rowsOf(leftChunks);
  const right = rowsOf(rightChunks);
  const leftAligned = aligned(left, right);
  const rightAligned = aligned(right, left);
  const share = widthOf(leftChunks) / widthOf(rightChunks);
  const narrowLeft = share < 0.6;
  const atEdge = right.filter(({ x0 }) => Math.abs(x0 - x) < 3).length >= right.length * 0.3;
  if (narrowLeft && atEdge && left.length <= right.length * 0.8 && leftAligned >= 0.75) return "labels";
  if (share < 0.8 && datedLabels(left, right)) return "labels";
  if (narrowLeft && atEdge && typicalLength(left) <= 34 && allLabels(left, right)) return "labels";
  if (share > 1.6 && datedNotes(right)) return stacksOf(right).some((stack) => isNote(stack, left)) ? "notes" : "rows";
  if (titlesAtRight(left, right)) return "rows";
  if (sections(left) >= 2 && sections(right) >= 2 && edged(left) && edged(right)) return "columns";
  if (headed(left, right)) return "columns";
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

/** Rows in stacks with blank space between them. */
export function stacksOf<R extends { y: number; size: number }>(rows: readonly R[]): R[][] {
  const stacks: R[][] = [];
  for (const row of rows) {
    const last = stacks.at(-1)?.at(-1);
    if (last !== undefined && row.y - last.y < Math.max(row.size, last.size) * 2.4) stacks.at(-1)?.push(row);
    else stacks.push([row]);
  }
  return stacks;
}

/** Short rows on the right that are dates and little more: nearly every stack of them, or some whose spans are cut. */
export function datedNotes(right: readonly PrintRow[]): boolean {
  if (right.some(({ text }) => text.trim().length > 30 || /[@•]|www\.|https?:/.test(text))) return false;
  const stacks = stacksOf(right);
  const dated = stacks.filter(isDated);
  const most = dated.length >= stacks.length * 0.8 || (dated.length >= 3 && dated.some(cut));
  return most && stacks.every((stack) => stack.length <= 5);
}

function isDated(stack: readonly PrintRow[]): boolean {
  const parts = stack.filter(({ text }, i) => /^\W*$|\d|^[-–—]/.test(text) || cut(stack.slice(Math.max(0, i - 1), i)));
  return parts.length >= stack.length * 0.6 && stack.some(({ text }) => /(?:^|[^\d])(?:19|20)\d\d(?!\d)/.test(text));
}

/** Whether dates on the right stand in lines of their own: off the baselines of the left side, or cut at their dash. */
export function isNote(stack: readonly PrintRow[], left: readonly PrintRow[]): boolean {
  return isDated(stack) && (!besideAll(stack, left) || cut(stack));
}

/** Whether a span of dates is cut at its dash. */
function cut(rows: readonly PrintRow[]): boolean {
  return rows.some(({ text }) => /\d\s*[-–—]$/.test(text.trim()));
}

/** Whether rows on the right that stand beside no text are the titles of what is on the left, set larger and flush right over blanks. */
function titlesAtRight(left: readonly PrintRow[], right: readonly PrintRow[]): boolean {
  const usual = Math.max(...left.map(({ size }) => size));
  const alone = right.filter((row) => left.every(({ y }) => Math.abs(row.y - y) > row.size * 0.75));
  const edge = alone[0]?.x1 ?? 0;
  const loud = alone.every(({ size, x1 }) => size > usual * 1.2 && Math.abs(x1 - edge) < 2);
  return alone.length > 0 && loud && right.every((row) => alone.includes(row) || besideAll([row], left));
}

/** How many rows are set clearly larger than most, as the names of sections are. */
function sections(rows: readonly PrintRow[]): number {
  const sizes = rows.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return rows.filter(({ size }) => size > usual * 1.2).length;
}

/**
 * Labels of several rows and section names beside a column: each row on the left stands beside the first line of something,
 * goes on with the row above it, or stands where the right side is blank.
 */
function allLabels(left: readonly PrintRow[], right: readonly PrintRow[]): boolean {
  const beside = left.map((row) => right.some((other) => Math.abs(row.y - other.y) < labelReach(row, other)));
  const strays = left.filter((row, i) => {
    const above = left[i - 1];
    const goesOn = above !== undefined && row.y - above.y < row.size * 1.5 && Math.abs(row.size - above.size) < 1;
    const blank = right.every(({ y, size }) => Math.abs(row.y - y) > Math.max(row.size, size) * 0.75);
    return beside[i] !== true && !goesOn && !blank;
  });
  const paired = beside.filter(Boolean).length;
  return strays.length === 0 && paired >= 2 && paired >= left.length * 0.4 && left.length <= right.length * 1.3;
}

/** How far a label's baseline may be from that of its text: larger print may stand lower. */
export function labelReach(label: { size: number }, text: { size: number }): number {
  return Math.max(2, label.size * (label.size > text.size * 1.15 ? 0.45 : 0.25));
}

/** Whether each row stands on one line with a row of the other side, as far as text of different sizes can. */
function besideAll(rows: readonly PrintRow[], others: readonly PrintRow[]): boolean {
  return rows.every((row) => others.some((other) => Math.abs(row.y - other.y) < sameLine(row.size, other.size)));
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

/** Whether both sides have a heading of the same print on one line, over plain text on the right. */
function headed(left: readonly PrintRow[], right: readonly PrintRow[]): boolean {
  const [first, ...rest] = right;
  if (first === undefined || rest.length < 2 || !first.bold || rest.some(({ bold }) => bold)) return false;
  const partner = left.find((row) => Math.abs(row.y - first.y) < 1.5);
  return partner?.bold === true && partner.size === first.size && rest.every(({ size }) => first.size > size * 1.1);
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

/** Width from the leftmost to the rightmost edge; 0 for no chunks. */
export function widthOf(chunks: readonly Chunk[]): number {
  if (chunks.length === 0) return 0;
  return Math.max(...chunks.map(({ x1 }) => x1)) - Math.min(...chunks.map(({ x0 }) => x0));
}
