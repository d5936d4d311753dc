import type { LineDraft } from "./lines.js";

/** Where finished lines go: a place that keeps them in order, or a row whose cells may stand on one line. */
export type Collector = { kind: "flow"; drafts: LineDraft[] } | { kind: "row"; table: boolean; cells: LineDraft[][] };

/** Most characters of a row of boxes that is read as one line; longer ones are columns. */
const longestRow = 240;
/** Most characters of a box in a row of many (skills as chips, parts of an address). */
const longestChip = 40;

/** Adds finished lines to a collector; right in a row each is a cell of its own. */
export function collect(collector: Collector, drafts: LineDraft[]): void {
  if (collector.kind === "flow") collector.drafts.push(...drafts);
  else if (drafts.length > 0) collector.cells.push(drafts);
}

/**
 * The lines of a row: one with tabs between the cells where every cell is short, else the cells one after the other.
 *
 * Why: tables and flex boxes set a title and its dates side by side, but also whole columns.
 */
export function rowLines({ cells, table }: { cells: LineDraft[][]; table: boolean }): LineDraft[] {
  const singles = cells.flatMap((drafts) => (drafts.length === 1 ? drafts : []));
  if (cells.length < 2 || singles.length < cells.length || !fitOnOneLine(singles, table)) return cells.flat();
  const [first] = singles;
  if (first === undefined || singles.some(({ style }, index) => style === "list" && (index > 0 || table)))
    return cells.flat();
  const last = singles.at(-1) ?? first;
  const bold = singles.every((cell) => cell.bold === true);
  const joined: LineDraft = {
    ...first,
    text: singles.map(({ text }) => text).join("\t"),
    bold,
    italic: singles.every((cell) => cell.italic === true),
    boldLead: bold ? "" : first.bold === true ? first.text : (first.boldLead ?? ""),
    links: singles.flatMap(({ links }) => links ?? []),
    ref: spanning(first.ref, last.ref),
  };
  return [table ? { ...joined, style: "table", level: 0 } : joined];
}

function fitOnOneLine(cells: readonly LineDraft[], table: boolean): boolean {
  if (table) return true;
  const total = cells.reduce((sum, { text }) => sum + text.length, 0);
  return (cells.length <= 5 && total <= longestRow) || cells.every(({ text }) => text.length <= longestChip);
}

function spanning(first: LineDraft["ref"], last: LineDraft["ref"]): LineDraft["ref"] {
  if (first.in === "html" && last.in === "html") return { in: "html", start: first.start, end: last.end };
  if (first.in === "text" && last.in === "text") return { in: "text", from: first.from, to: last.to };
  return first;
}
