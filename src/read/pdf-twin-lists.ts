import type { Chunk } from "./pdf-words.js";

/** A part of a page where lists stand side by side, with what is above and below it. */
export interface TwinLists {
  above: Chunk[];
  left: Chunk[];
  right: Chunk[];
  below: Chunk[];
}

/**
 * The first lists set side by side: items on both sides of one line, each with its rest below it, and their titles above.
 *
 * `isItem` says whether a chunk begins with a list mark. A list beside other text is none, as the text has no marks.
 */
export function twinLists(chunks: readonly Chunk[], isItem: (chunk: Chunk) => boolean): TwinLists | undefined {
  const items = new Set(chunks.filter(isItem));
  if (items.size < 2) return undefined;
  const sorted = [...chunks].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  for (const [at, left] of sorted.entries()) {
    if (!items.has(left) || sorted.some((other) => sameRow(other, left) && other.x1 <= left.x0)) continue;
    const right = sorted.find(
      (other) => items.has(other) && sameRow(other, left) && other.x0 > left.x1 + left.size * 0.5,
    );
    if (right === undefined) continue;
    const from = titlesAbove(sorted, at, left, right);
    const end = endOf(sorted, at, { left, right, items });
    const [first, last] = [sorted[from], sorted[end]];
    if (first === undefined) continue;
    const inside = sorted.filter(({ y }) => y >= first.y - 1 && (last === undefined || y < last.y - 1));
    return {
      above: sorted.filter(({ y }) => y < first.y - 1),
      left: inside.filter(({ x1 }) => x1 < right.x0),
      right: inside.filter(({ x1 }) => x1 >= right.x0),
      below: last === undefined ? [] : sorted.filter(({ y }) => y >= last.y - 1),
    };
  }
  return undefined;
}

/** Whether chunks stand on one line. */
function sameRow(a: Chunk, b: Chunk): boolean {
  return Math.abs(a.y - b.y) < Math.max(1.2, b.size * 0.2);
}

/** The index of the first chunk below lists that belongs to neither. */
function endOf(
  sorted: readonly Chunk[],
  at: number,
  { left, right, items }: { left: Chunk; right: Chunk; items: ReadonlySet<Chunk> },
): number {
  const edges: number[] = [];
  let last = left;
  for (let i = at; i < sorted.length; i++) {
    const chunk = sorted[i];
    if (chunk === undefined || chunk.y - last.y > Math.max(chunk.size, last.size) * 2.4) return i;
    if (chunk.x0 < left.x0 - 2 || (chunk.x0 < right.x0 - 2 && chunk.x1 > right.x0 - 3)) return i;
    const item = items.has(chunk);
    if (!item && !goesOn(chunk, sorted.slice(at, i), edges)) return i;
    if (item) edges.push(chunk.x0, chunk.words[1]?.x0 ?? chunk.x0);
    last = chunk;
  }
  return sorted.length;
}

/** Whether a chunk can be the next row of an item above it. */
function goesOn(chunk: Chunk, list: readonly Chunk[], edges: readonly number[]): boolean {
  const above = list.findLast((other) => other.y < chunk.y - 1 && other.x0 < chunk.x1 && other.x1 > chunk.x0);
  if (above === undefined || Math.abs(above.size - chunk.size) > chunk.size * 0.06) return false;
  return chunk.y - above.y < chunk.size * 1.8 && edges.some((x) => Math.abs(x - chunk.x0) < chunk.size * 0.6);
}

/** The index of the first of the titles over lists: pieces on one line that stand off the lists alike. */
function titlesAbove(sorted: readonly Chunk[], at: number, left: Chunk, right: Chunk): number {
  let from = at;
  let below = left;
  while (from >= 2) {
    const [a, b] = [sorted[from - 2], sorted[from - 1]];
    if (a === undefined || b === undefined || !sameRow(a, b) || b.x0 < a.x1 + a.size) return from;
    const [offA, offB] = [a.x0 - left.x0, b.x0 - right.x0];
    const alone = sorted[from - 3] === undefined || !sameRow(sorted[from - 3] ?? a, a);
    const far = below.y - a.y > Math.max(a.size, below.size) * 2.6;
    if (far || !alone || Math.abs(offA - offB) > 3 || Math.abs(offA) > a.size * 4) return from;
    from -= 2;
    below = a;
  }
  return from;
}
