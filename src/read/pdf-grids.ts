import type { Box } from "./pdf-ink.js";

/** Most rules of a page that are looked at; drawings have thousands. */
const mostRules = 300;

/** The outlines of tables drawn with rules: rules that touch, at three heights and three places across or more. */
export function gridsOf(rules: readonly Box[]): Box[] {
  if (rules.length < 6 || rules.length > mostRules) return [];
  const groups: Box[][] = [];
  for (const rule of rules) {
    const met = groups.filter((group) => group.some((other) => touch(rule, other)));
    const joined = [rule, ...met.flat()];
    groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), joined);
  }
  return groups.filter(isGrid).map((group) => ({
    x0: Math.min(...group.map(({ x0 }) => x0)),
    y0: Math.min(...group.map(({ y0 }) => y0)),
    x1: Math.max(...group.map(({ x1 }) => x1)),
    y1: Math.max(...group.map(({ y1 }) => y1)),
  }));
}

/** Whether a print line lies in one of the grids. */
export function inGrid({ x0, x1, y }: { x0: number; x1: number; y: number }, grids: readonly Box[]): boolean {
  return grids.some((grid) => grid.x0 - 2 < x0 && x1 < grid.x1 + 2 && grid.y0 < y && y < grid.y1);
}

function touch(a: Box, b: Box): boolean {
  return a.x0 < b.x1 + 2 && b.x0 < a.x1 + 2 && a.y0 < b.y1 + 2 && b.y0 < a.y1 + 2;
}

function isGrid(rules: readonly Box[]): boolean {
  const across = rules.filter(({ x0, x1, y0, y1 }) => x1 - x0 > y1 - y0);
  const down = rules.filter((rule) => !across.includes(rule));
  return places(across.map(({ y0 }) => y0)) >= 3 && places(down.map(({ x0 }) => x0)) >= 3;
}

/** How many of the numbers are clearly apart. */
function places(at: readonly number[]): number {
  const sorted = [...at].sort((a, b) => a - b);
  return sorted.filter((value, i) => i === 0 || value - (sorted[i - 1] ?? value) > 6).length;
}
