import type { LineDraft } from "./lines.js";
import {
  betweenOrnaments,
  canBeUnderlined,
  isCapitalHeading,
  isColonHeading,
  isRule,
  isUnderline,
  type ListMark,
  listMark,
  type PhysicalLine,
  physicalLines,
  withGaps,
} from "./text-marks.js";
import { continues, wrapWidth } from "./text-wrap.js";

/** A logical line while it grows. */
interface Growing {
  style: "heading" | "list" | "body";
  level: number;
  text: string;
  from: number;
  last: PhysicalLine;
  /** Column of the item's own text; of body text its indent. */
  textColumn: number;
  gap: number;
}

/** What has been seen so far of the lists of a text. */
interface Lists {
  /** Indents of the open list levels, outermost first. */
  indents: number[];
  /** Last number or letter by kind and indent. */
  counters: Map<string, number>;
}

/** The logical lines of a text: wrapped lines joined, marks and rules taken off, headings and lists recognised. */
export function textLines(text: string): LineDraft[] {
  const rows = physicalLines(text);
  const width = wrapWidth(rows);
  const lists: Lists = { indents: [], counters: new Map() };
  const done: Growing[] = [];
  let open: Growing | null = null;
  let gap = 0;
  for (const [index, row] of rows.entries()) {
    if (row.text === "") {
      gap += 1;
      open = null;
      continue;
    }
    if (isRule(row.text)) {
      if (open !== null) underline(open, row, done);
      gap += 1;
      open = null;
      continue;
    }
    const mark = acceptedMark(row, rows[index + 1], lists);
    if (mark === null && open !== null && gap === 0 && continues(open, row, width)) {
      open.text = joined(open.text, row.text);
      open.last = row;
      continue;
    }
    open = begun(row, mark, gap, done.at(-1), lists);
    done.push(open);
    gap = 0;
  }
  rankHeadings(done);
  return done.map(({ style, level, text: words, from, last, gap: above }) => ({
    text: withGaps(words),
    style,
    level,
    gap: above,
    ref: { in: "text", from, to: last.at },
  }));
}

/** A heading on the first line is the title; a colon ranks below capitals and rules where a text has both. */
function rankHeadings(lines: readonly Growing[]): void {
  const headings = lines.filter(({ style }) => style === "heading");
  const strong = headings.some(({ text }, index) => index > 0 && !isColonHeading(text));
  for (const heading of headings) if (strong && isColonHeading(heading.text)) heading.level = 3;
  const [first] = lines;
  if (first?.style === "heading" && !isColonHeading(first.text)) first.level = 1;
}

/** A rule right under a short line that stands alone makes it a heading. */
function underline(line: Growing, rule: PhysicalLine, done: readonly Growing[]): void {
  const alone = line.gap > 0 || done.length === 1;
  if (!alone || line.style !== "body" || line.from !== line.last.at) return;
  if (isUnderline(rule.text) && canBeUnderlined(line.text)) {
    line.style = "heading";
    line.level = rule.text.startsWith("=") || rule.text.startsWith("═") ? 1 : 2;
  }
}

function begun(
  row: PhysicalLine,
  mark: ListMark | null,
  gap: number,
  before: Growing | undefined,
  lists: Lists,
): Growing {
  const shared = { from: row.at, last: row, gap };
  if (mark !== null) {
    const level = listLevel(row.indent, lists);
    return { ...shared, style: "list", level, text: mark.rest, textColumn: mark.textColumn };
  }
  lists.indents = [];
  const ornamented = betweenOrnaments(row.text);
  const text = ornamented ?? row.text;
  const heading = ornamented !== null || isHeading(text, gap, before);
  return { ...shared, style: heading ? "heading" : "body", level: heading ? 2 : 0, text, textColumn: row.indent };
}

/** Capitals or a closing colon; under another line of capitals (a name and a title, an address) only the first counts. */
function isHeading(text: string, gap: number, before: Growing | undefined): boolean {
  if (isColonHeading(text)) return gap > 0 || before === undefined;
  if (!isCapitalHeading(text)) return false;
  return gap > 0 || before === undefined || before.style !== "heading";
}

function listLevel(indent: number, lists: Lists): number {
  while (lists.indents.length > 0 && (lists.indents.at(-1) ?? 0) > indent + 1) lists.indents.pop();
  if (lists.indents.length === 0 || (lists.indents.at(-1) ?? 0) < indent - 1) lists.indents.push(indent);
  return lists.indents.length;
}

/** The row's list mark where it really is one: numbers and letters must count on, an "o" must have company. */
function acceptedMark(row: PhysicalLine, next: PhysicalLine | undefined, lists: Lists): ListMark | null {
  const mark = listMark(row);
  if (mark === null) return null;
  if (mark.kind === "bullet") {
    const lone = row.text.startsWith("o") && lists.indents.length === 0;
    return lone && !(next?.text ?? "").startsWith("o ") ? null : mark;
  }
  const key = `${mark.kind}${row.indent >> 2}`;
  const counts = mark.value === 1 ? !isDate(mark.rest) : mark.value === (lists.counters.get(key) ?? 0) + 1;
  if (!counts) return null;
  lists.counters.set(key, mark.value);
  return mark;
}

/** "1. Oktober 2019" is a date, not an item. */
function isDate(text: string): boolean {
  return /^\p{L}+\.?\s+\d{4}\b/u.test(text);
}

/** Two parts of a wrapped line; a hyphen at the break stays, as wrapping breaks only where one stands. */
function joined(before: string, after: string): string {
  return /\p{L}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after) ? before + after : `${before} ${after}`;
}
