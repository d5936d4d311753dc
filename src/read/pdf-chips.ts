import type { Box } from "./pdf-ink.js";
import type { Word } from "./pdf-words.js";

/** Most boxes looked at on a page; letters drawn as outlines can be thousands. */
const mostBoxes = 500;
const widest = 320;

/**
 * The words with the smallest box drawn behind each, where it holds one line of text: the tags of a list of skills.
 *
 * Why: tags often stand no further apart than words do, so that only their boxes tell where one ends.
 */
export function withChips(words: readonly Word[], shapes: readonly Box[]): Word[] {
  const boxes = shapes.filter(({ x0, x1, y0, y1 }) => y1 - y0 > 8 && y1 - y0 < 45 && x1 - x0 > 8 && x1 - x0 < widest);
  if (boxes.length < 2 || boxes.length > mostBoxes) return [...words];
  const sorted = [...boxes].sort((a, b) => a.x1 - a.x0 - (b.x1 - b.x0));
  const found = words.map((word) => sorted.find((box) => holds(box, word)));
  const rows = new Map<Box, [top: number, bottom: number]>();
  words.forEach(({ y }, i) => {
    const box = found[i];
    if (box === undefined) return;
    const [top, bottom] = rows.get(box) ?? [y, y];
    rows.set(box, [Math.min(top, y), Math.max(bottom, y)]);
  });
  return words.map((word, i) => {
    const box = found[i];
    const [top, bottom] = (box === undefined ? undefined : rows.get(box)) ?? [0, 0];
    return box === undefined || bottom - top > 2 ? word : { ...word, chip: box };
  });
}

function holds(box: Box, { x0, x1, y, size }: Word): boolean {
  const height = box.y1 - box.y0;
  const across = box.x0 <= x0 + 0.5 && x1 <= box.x1 + 1.5;
  return across && height > size && height < size * 3.4 && box.y0 < y - size * 0.6 && box.y1 > y;
}

/** Whether two words lie in boxes of their own with a blank between them; boxes that touch are the ground of one text. */
export function chipsApart({ chip: left }: Word, { chip: right }: Word): boolean {
  return left !== undefined && right !== undefined && left !== right && right.x0 - left.x1 > 0.8;
}

/** Whether every word of a row lies in such a box. */
export function isChipRow(words: readonly Word[]): boolean {
  return words.length > 0 && words.every(({ chip }) => chip !== undefined);
}
