import { type Chunk, chunkFrom, type Word } from "./pdf-words.js";

/** Widest step between a label's baseline and that of its text, in font sizes. */
const widestStep = 0.85;

/**
 * Chunks with the labels of a left column put on the baselines of their text, where all are printed one small step off them.
 *
 * `moved` are the words that were put elsewhere.
 * Why: some programs set dates half a line lower than the title beside them; independent columns have no constant step.
 */
export function levelLabels(chunks: readonly Chunk[]): { chunks: Chunk[]; moved: ReadonlyMap<Word, Word> } {
  const levelled = new Map<Chunk, Chunk>();
  const moved = new Map<Word, Word>();
  for (const group of flushRight(chunks)) {
    const steps = new Map(group.map((label) => [label, stepsOf(label, chunks)]));
    const [step, found] = commonStep(steps);
    if (found.length < 3 || found.length < group.length * 0.8 || Math.abs(step) < 1 || !sparse(found, chunks)) continue;
    for (const label of found) {
      const down = steps.get(label)?.find((one) => Math.abs(one - step) < 0.6) ?? 0;
      for (const word of label.words) moved.set(word, { ...word, y: word.y - down });
      levelled.set(label, chunkFrom(label.words.map((word) => moved.get(word) ?? word)));
    }
  }
  return { chunks: chunks.map((chunk) => levelled.get(chunk) ?? chunk), moved };
}

/** Short pieces of text that end at one place, with nothing on their left, for each such place. */
function flushRight(chunks: readonly Chunk[]): Chunk[][] {
  const short = chunks.filter(({ words, x0, x1 }) => words.length <= 6 && x1 - x0 < 160);
  const sorted = [...short].sort((a, b) => a.x1 - b.x1);
  const groups: Chunk[][] = [];
  for (const chunk of sorted) {
    const first = groups.at(-1)?.[0];
    if (first !== undefined && chunk.x1 - first.x1 < 1.5) groups.at(-1)?.push(chunk);
    else groups.push([chunk]);
  }
  return groups.filter((group) => group.length >= 3);
}

/** How far below each near text on its right a label stands; none where it has text on its left or on its own baseline. */
function stepsOf(label: Chunk, chunks: readonly Chunk[]): number[] {
  const near = chunks.filter((other) => other !== label && Math.abs(other.y - label.y) < label.size * widestStep);
  const steps = near.filter(({ x0 }) => x0 > label.x1).map(({ y }) => label.y - y);
  return near.some(({ x1 }) => x1 <= label.x0) || steps.some((step) => Math.abs(step) < 1) ? [] : steps;
}

/** The step that most labels share, and those labels. */
function commonStep(steps: ReadonlyMap<Chunk, number[]>): [step: number, labels: Chunk[]] {
  let best: [number, Chunk[]] = [0, []];
  for (const step of [...steps.values()].flat()) {
    const labels = [...steps]
      .filter(([, own]) => own.some((one) => Math.abs(one - step) < 0.6))
      .map(([label]) => label);
    if (labels.length > best[1].length) best = [step, labels];
  }
  return best;
}

/** Whether there is clearly more text on the right of labels than labels, or they are dates. */
function sparse(labels: readonly Chunk[], chunks: readonly Chunk[]): boolean {
  const dated = labels.filter(({ words }) => words.some(({ text }) => /\b(?:19|20)\d\d\b/.test(text)));
  const top = Math.min(...labels.map(({ y }) => y));
  const bottom = Math.max(...labels.map(({ y }) => y));
  const edge = Math.max(...labels.map(({ x1 }) => x1));
  const beside = chunks.filter(({ x0, y, size }) => x0 > edge && y > top - size && y < bottom + size);
  return (
    dated.length >= labels.length * 0.5 || new Set(beside.map(({ y }) => Math.round(y))).size >= labels.length * 1.5
  );
}
