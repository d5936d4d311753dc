import type { Box } from "./pdf-ink.js";

/** Small filled squares and discs that stand under each other: drawn list marks, not the dots of a rating, which stand side by side. */
export function markShapes(fills: readonly Box[]): Box[] {
  const small = fills.filter(({ x0, x1, y0, y1 }) => {
    const [width, height] = [x1 - x0, y1 - y0];
    return width > 1.2 && width < 6.5 && height > 1.2 && height < 6.5 && Math.abs(width - height) < 1;
  });
  const middle = (box: Box) => [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2] as const;
  const alone = small.filter((box) => {
    const [x, y] = middle(box);
    return !fills.some((other) => {
      const [otherX, otherY] = middle(other);
      const [across, down] = [Math.abs(otherX - x), Math.abs(otherY - y)];
      return across > 0.5 ? Math.max(across, down) < 9 && other.x1 - other.x0 < 30 : down > 0.5 && down < 6;
    });
  });
  return alone.filter((box) =>
    small.some((other) => other !== box && Math.abs(other.x0 - box.x0) < 1 && Math.abs(other.y0 - box.y0) > 6),
  );
}
