import { tidy } from "./draft.js";
import { unnamed, withTrails } from "./head-trails.js";
import { isWebAddress } from "./links.js";
import { withListHeads } from "./list-heads.js";
import { isMarked, wordCount } from "./look.js";
import type { Row } from "./rows.js";
import { withDatesBeside } from "./trailing-dates.js";

/** The lines of one job, degree or project: those that name it, and those under them. */
export interface EntryRows {
  head: Row[];
  body: Row[];
}

interface Split {
  rows: Row[];
  /** Rows that may name an entry. */
  headable: boolean[];
  dated: boolean[];
  /** Whether a gap parts blocks of this section: larger than the usual one between its rows. */
  blockGap: (gap: number) => boolean;
  /** Rows that stand before an entry's dated row, as most entries have it. */
  lead: number;
  /** Every entry has as many rows before its dates, the first one too: gaps say nothing then. */
  steady: boolean;
  body: number | null;
}

/** Cuts a section's rows into entries: at headings, dated lines, and lines that look like the ones entries began with. */
export function splitEntries(all: Row[], body: number | null): EntryRows[] {
  if (all.length === 0) return [];
  const rows = withDatesBeside(withListHeads(all));
  const split = prepared(rows, body);
  const starts = entryStarts(split);
  if (starts.size === 0) return [{ head: [], body: rows }];
  const entries: EntryRows[] = [];
  const first = Math.min(...starts.keys());
  if (first > 0 && split.headable[0]) {
    const end = datelessEnd(split, 0, first) + 1;
    entries.push({ head: rows.slice(0, end), body: rows.slice(end, first) });
  } else if (first > 0) entries.push({ head: [], body: rows.slice(0, first) });
  const order = [...starts.keys()].sort((a, b) => a - b);
  order.forEach((start, index) => {
    const end = order[index + 1] ?? rows.length;
    const headEnd = Math.min(end, (starts.get(start) ?? start) + 1);
    entries.push({ head: rows.slice(start, headEnd), body: rows.slice(headEnd, end) });
  });
  return withTrails(entries, split.blockGap);
}

function prepared(rows: Row[], body: number | null): Split {
  const plainDated = rows.some((row) => row.dated && row.line.style !== "list");
  const inList = !plainDated && rows.some((row) => row.dated && row.line.style === "list");
  const headable = rows.map((row) => isHeadable(row, inList));
  rows.forEach(({ rest }, at) => {
    if (isWebAddress(rest.trim()) && headable[at - 1] && rows[at - 1]?.line.style !== "list") headable[at] = true;
  });
  const dated = datedRows(rows, headable, body);
  const blockGap = gapsOf(rows);
  const split: Split = { rows, headable, dated, blockGap, lead: 0, steady: false, body };
  const steady = steadyLead(split);
  return { ...split, lead: steady ?? usualLead(split), steady: steady !== null };
}

/** How many rows stand before the dates of an entry where each has as many as the first; null where they differ. */
function steadyLead(split: Split): number | null {
  const { rows, dated } = split;
  if (dated[0] && unnamed(rows.slice(0, 1))) return 0;
  const runs = runsOf(split).filter(([from, to]) => dated.slice(from, to).includes(true));
  const leads = new Set(runs.map(([from, to]) => dated.slice(from, to).indexOf(true)));
  const [lead] = leads;
  return runs.length >= 2 && runs[0]?.[0] === 0 && leads.size === 1 && lead !== undefined && lead <= 3 ? lead : null;
}

function isHeadable({ line, rest, prose, dated, part, label }: Row, inList: boolean): boolean {
  if (part) return false;
  if (label !== null) return line.style !== "list" || line.level <= 1;
  const dateOnly = dated && wordCount(rest) <= 4 && line.level <= 1;
  if (prose || (line.style === "list" && !dateOnly && !(inList && dated && line.level <= 1))) return false;
  if (dated || line.style === "heading") return true;
  if (wordCount(rest) > 16 || /[:：]\s*$/.test(rest)) return false;
  if (/^[\p{L} /&-]{2,40}[:：]\s+\S/u.test(rest) && !line.bold) return false;
  return !/^\p{Ll}/u.test(rest.trim()) || line.bold || /\S\t/.test(rest);
}

/** Rows whose dates are an entry's; where dated rows are marked, an unmarked one with other words is text under them. */
function datedRows(rows: Row[], headable: readonly boolean[], body: number | null): boolean[] {
  const marked = ({ line }: Row) => isMarked(line, body) || line.boldLead !== "";
  const own = rows.map((row, at) => row.dated && headable[at] === true);
  const strict =
    rows[0] !== undefined && marked(rows[0]) && rows.filter((row, at) => own[at] && marked(row)).length >= 2;
  return own.map((is, at) => {
    const row = rows[at];
    const above = rows[at - 1];
    const underName = above !== undefined && headable[at - 1] === true && marked(above) && !above.dated;
    return is && row !== undefined && (!strict || marked(row) || underName || wordCount(row.rest) <= 1);
  });
}

/** Tells a gap between blocks from the usual gap between lines; false for all where the gaps are even. */
function gapsOf(rows: Row[]): (gap: number) => boolean {
  const gaps = rows
    .slice(1)
    .map(({ line }) => line.gap)
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor((gaps.length - 1) * 0.4)] ?? 0;
  const most = gaps.at(-1) ?? 0;
  return (gap) => most >= usual + 0.35 && gap >= usual + 0.35 && gap >= (usual + most) / 3;
}

/** Runs of headable rows, as [first, behind the last]. */
function runsOf({ headable }: Split): [number, number][] {
  const runs: [number, number][] = [];
  headable.forEach((is, at) => {
    const last = runs.at(-1);
    if (!is) return;
    if (last !== undefined && last[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
}

function usualLead(split: Split): number {
  const leads = runsOf(split).flatMap(([from, to]) => {
    const first = split.dated.slice(from, to).indexOf(true);
    return first < 0 ? [] : [Math.min(first, gapLead(split, from, from + first))];
  });
  const counts = new Map<number, number>();
  for (const lead of leads) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return leads.find((lead) => counts.get(lead) === most) ?? 0;
}

/** How many rows before a dated row belong to its block, by the blank line that begins the block. */
function gapLead({ rows, blockGap }: Split, from: number, dated: number): number {
  for (let at = dated - 1; at > from; at--) if (blockGap(rows[at]?.line.gap ?? 0)) return dated - at;
  return dated - from;
}

/** First row of each entry → its last row that names it. */
function entryStarts(split: Split): Map<number, number> {
  const starts = new Map<number, number>();
  for (const [from, to] of runsOf(split)) {
    const dates: number[] = [];
    for (let at = from; at < to; at++) if (split.dated[at]) dates.push(at);
    dates.forEach((dated, index) => {
      const floor = index === 0 ? from : (dates[index - 1] ?? from) + 1;
      starts.set(startFor(split, floor, dated, index === 0), dated);
    });
  }
  const dated = starts.size;
  const looks = new Set([...starts.keys()].map((at) => headLook(split, at)));
  for (const [from, to] of runsOf(split)) {
    const inside = [...starts].some(([start, dated]) => start < to && dated >= from);
    if (inside || !isDateless(split, from, looks, dated)) continue;
    const firsts = [from, ...likeFirst(split, from, to)];
    firsts.forEach((first, at) => {
      starts.set(first, datelessEnd(split, first, firsts[at + 1] ?? to));
    });
  }
  return starts;
}

/** The rows of a run without dates that look marked like its first and begin a block as it does. */
function likeFirst(split: Split, from: number, to: number): number[] {
  const look = headLook(split, from);
  if (!startsBlock(split, from)) return [];
  const found: number[] = [];
  for (let at = from + 1; at < to; at++) {
    const begins = (split.rows[at]?.line.gap ?? 0) > 0 && !startsBlock(split, at - 1);
    if (begins && startsBlock(split, at) && headLook(split, at) === look) found.push(at);
  }
  return found;
}

/** The first row of the entry whose dates stand on `dated`; rows before it belong to the entry above. */
function startFor(split: Split, floor: number, dated: number, firstInRun: boolean): number {
  const { rows, lead } = split;
  if (dated === floor || (split.steady && lead === 0 && unnamed(rows.slice(dated, dated + 1)))) return dated;
  const heading = rows.slice(floor, dated + 1).findIndex(({ line }) => line.style === "heading");
  if (heading >= 0) return floor + heading;
  if (split.steady && firstInRun && dated - floor === lead) return floor;
  const byGap = gapStart(split, floor, dated);
  if (byGap !== null) return byGap;
  if (floor === 0 && firstInRun) return floor;
  const usual = Math.max(floor, dated - lead);
  if (!firstInRun) return usual;
  let start = usual;
  while (start > floor && startsBlock(split, start - 1)) start -= 1;
  return start;
}

function gapStart({ rows, blockGap, lead }: Split, floor: number, dated: number): number | null {
  const gaps: number[] = [];
  for (let at = floor; at <= dated; at++) if (blockGap(rows[at]?.line.gap ?? 0)) gaps.push(at);
  if (gaps.length === 0) return null;
  const fitting = gaps.find((at) => dated - at === lead);
  return fitting ?? gaps.find((at) => dated - at <= lead + 1) ?? gaps.at(-1) ?? null;
}

function startsBlock({ rows, body }: Split, at: number): boolean {
  const row = rows[at];
  return row !== undefined && (isMarked(row.line, body) || row.line.boldLead !== "");
}

function headLook({ rows, body }: Split, at: number): string {
  const row = rows[at];
  if (row === undefined) return "";
  const { line, rest } = row;
  const bold = line.bold || (line.boldLead !== "" && tidy(rest) === tidy(line.boldLead));
  return [
    line.style === "heading" ? `h${line.level}` : line.style,
    bold,
    bold || line.boldLead !== "",
    bold || isMarked(line, body),
  ].join();
}

/** Whether a run without dates names an entry of its own: a job without dates, a project. */
function isDateless(split: Split, from: number, looks: ReadonlySet<string>, others: number): boolean {
  const { rows, headable } = split;
  const row = rows[from];
  if (row === undefined) return false;
  if (row.line.style === "heading") return true;
  let next = from;
  while (headable[next]) next += 1;
  const under = rows[next];
  const marked = startsBlock(split, from);
  if (others > 0) return marked && looks.has(headLook(split, from)) && (under !== undefined || row.line.gap > 0);
  if (marked) return true;
  const above = rows[from - 1];
  const first = above === undefined || above.part || (above.line.style === "list" && row.line.style !== "list");
  return (first || row.line.gap > 0) && under !== undefined && wordCount(row.rest) <= 14;
}

function datelessEnd({ rows, body }: Split, from: number, to: number): number {
  const first = rows[from];
  if (first === undefined) return from;
  let end = from;
  while (end + 1 < to && end - from < 2) {
    const next = rows[end + 1];
    if (next === undefined || next.line.gap > 0 || (isMarked(next.line, body) && next.line.style === first.line.style))
      break;
    end += 1;
  }
  return end;
}

/** Whether the rows hold dates alone. */
