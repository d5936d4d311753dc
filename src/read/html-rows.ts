import { type LineDraft, tidy } from "./lines.js";

/** Where finished lines go: a place that keeps them in order, or a row whose cells may stand on one line. */
export type Collector =
  | { kind: "flow"; drafts: LineDraft[] }
  | { kind: "row"; table: boolean; cells: LineDraft[][]; late: LineDraft[][] };

/** Most characters of a row of boxes that is read as one line; longer ones are columns. */
const longestRow = 240;
/** Most characters of a box in a row of many (skills as chips, parts of an address). */
const longestChip = 40;

/** Adds finished lines to a collector; in a row they are a cell, `late` one that stands at the right edge. */
export function collect(collector: Collector, drafts: LineDraft[], late = false): void {
  if (collector.kind === "flow") for (const draft of drafts) collector.drafts.push(draft);
  else if (drafts.length > 0) (late ? collector.late : collector.cells).push(drafts);
}

/** Adds a line to the last one where the two are the ends of one span of time: "March 2020", "– Present"; tells whether it did. */
export function continuesDates(collector: Collector, draft: LineDraft): boolean {
  const last = collector.kind === "flow" ? collector.drafts.at(-1) : undefined;
  if (last === undefined || last.text.length > 40 || draft.text.length > 24) return false;
  const before = last.text.trim();
  const next = draft.text.trim();
  const begun = /\d{4}$/.test(before) && /^[-–—](\s|\d|$)/.test(next);
  if (!begun && !(/\d{4}\s+[-–—]$/.test(before) && /^\S.*\d{4}$|^\S{3,10}$/.test(next))) return false;
  Object.assign(last, { text: `${before} ${next}`, ref: spanning(last.ref, draft.ref) });
  return true;
}

/**
 * The lines of a row: one with tabs between the cells where every cell is short, else the cells one after the other.
 *
 * Why: tables and flex boxes set a title and its dates side by side, but also whole columns.
 */
export function rowLines(row: { cells: LineDraft[][]; table: boolean; late: LineDraft[][] }): LineDraft[] {
  const { table } = row;
  const inOneLine = row.late.every(({ length }) => length === 1);
  const cells = [...row.cells, ...(inOneLine ? row.late.reverse() : row.late)];
  const singles = cells.flatMap((drafts) => (drafts.length === 1 ? drafts : []));
  if (cells.length < 2 || singles.length < cells.length || !fitOnOneLine(singles, table)) return besideFirst(cells);
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
    boldLead: bold ? "" : first.bold === true ? tidy(first.text) : (first.boldLead ?? ""),
    links: singles.flatMap(({ links }) => links ?? []),
    ref: spanning(first.ref, last.ref),
  };
  return [table ? { ...joined, style: "table", level: 0 } : joined];
}

/** The lines of cells one after the other; but a few short words in the last cell, a date as a rule, stand beside the first line. */
function besideFirst(cells: LineDraft[][]): LineDraft[] {
  const last = cells.at(-1) ?? [];
  const [main = [], more] = cells;
  const [first, ...rest] = main;
  if (more !== last || cells.length !== 2 || first === undefined || rest.length === 0 || rest.length > 20)
    return cells.flat();
  const dated = last.some(({ text }) => /\b(19|20)\d{2}\b/.test(text));
  const short = last.every(({ text, style }) => text.trim().length <= 30 && style !== "heading");
  if (!short || last.length > 4 || !(dated || last.length < main.length)) return cells.flat();
  if (first.style === "list" || first.text.length > 120) return cells.flat();
  const beside = last.map(({ text }) => text.trim()).join("\t");
  return [
    {
      ...first,
      text: `${first.text.trim()}\t${beside}`,
      links: [...(first.links ?? []), ...last.flatMap(({ links }) => links ?? [])],
    },
    ...rest,
  ];
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
