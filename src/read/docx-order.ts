import type { Place } from "./docx-shapes.js";

/** How far two rectangles may overlap, in points, and still stand beside or below each other. */
const overlap = 4;
/** More boxes than any page has are only sorted, which takes no time. */
const most = 200;

/**
 * Text boxes in reading order: columns from left to right, each from top to bottom; a band across the page cuts the columns.
 *
 * Why: the file lists floating boxes in the order they were drawn, which says nothing about the page.
 */
export function inReadingOrder<T extends { place: Place }>(boxes: T[]): T[] {
  if (boxes.length < 2 || boxes.length > most) return byTop(boxes);
  const columns = cut(boxes, ({ left, width }) => [left, left + width]);
  if (columns.length > 1) return columns.flatMap(inReadingOrder);
  const [top = [], ...below] = cut(boxes, ({ top, height }) => [top, top + height]);
  return below.length > 0 ? [...inReadingOrder(top), ...inReadingOrder(below.flat())] : byTop(boxes);
}

/** Boxes grouped by the gaps that go through all of them in one direction. */
function cut<T extends { place: Place }>(boxes: T[], side: (place: Place) => [number, number]): T[][] {
  const groups: T[][] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const box of [...boxes].sort((a, b) => side(a.place)[0] - side(b.place)[0])) {
    const [from, to] = side(box.place);
    const last = groups.at(-1);
    if (last === undefined || from > reached - overlap) groups.push([box]);
    else last.push(box);
    reached = Math.max(reached, to);
  }
  return groups;
}

function byTop<T extends { place: Place }>(boxes: T[]): T[] {
  return [...boxes].sort((a, b) => a.place.top - b.place.top || a.place.left - b.place.left);
}
