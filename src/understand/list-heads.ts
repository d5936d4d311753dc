import { wordCount } from "./look.js";
import type { Row } from "./rows.js";

/**
 * The rows with the items of an outer list as plain lines where each names an entry: the entry's dates stand under it as a line of
 * their own, and what it holds is a list inside the list or plain text.
 *
 * Why: pages print jobs as a list of lists. An item with dates under it is no highlight of the one before.
 */
export function withListHeads(rows: Row[]): Row[] {
  const dates = rows.flatMap((row, at) => (isDatesAlone(row) ? [at] : []));
  const heads = dates.map((at) => rows[at - 1]);
  if (dates[0] !== 1 || !heads.every((row) => row?.line.style === "list" && row.line.level <= 1)) return rows;
  const named = new Set(heads);
  const others = rows.filter((row) => row.line.style === "list" && !named.has(row));
  if (others.some(({ line }) => line.level <= 1)) return rows;
  return rows.map((row) => {
    const { line } = row;
    if (line.style !== "list") return row;
    return named.has(row) ? { ...row, line: { ...line, style: "body" as const, level: 0 } } : row;
  });
}

/** A line that is no item and says little but when. */
function isDatesAlone({ line, dated, rest }: Row): boolean {
  return dated && line.style !== "list" && wordCount(rest) <= 4;
}
