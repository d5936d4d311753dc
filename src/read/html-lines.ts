import { Parser } from "htmlparser2";
import { UserError } from "../errors.js";
import type { SourceRef } from "../schema/source.js";
import { type Frame, frameOf, rootFrame, tiny } from "./html-frames.js";
import { type Collector, collect, continuesDates, rowLines } from "./html-rows.js";
import { hasMark, type Sheet, sheetOf } from "./html-sheet.js";
import { spacedTags } from "./html-tags.js";
import type { LineDraft } from "./lines.js";
import { type Run, styledText } from "./runs.js";
import { listMark, physicalLines } from "./text-marks.js";

/** The visible lines of a page and what was left out of them. */
export interface HtmlLines {
  drafts: LineDraft[];
  /** Texts that a reader of the page does not see, in order. */
  hidden: string[];
  /** Visible texts in pieces, in order, as another count of the words. */
  shown: string[];
  images: boolean;
  tables: boolean;
}

/** How a piece of HTML is read. */
export interface HtmlOptions {
  /** How its lines are cited; by default by their offsets in it. */
  refOf?: (start: number, end: number) => SourceRef;
  /** The styles of the page it was cut out of; by default its own. */
  sheet?: Sheet;
  /** Further elements to leave out, with all that is in them. */
  skip?: ReadonlySet<string>;
}

interface Walk extends HtmlLines {
  sheet: Sheet;
  frames: Frame[];
  collectors: Collector[];
  runs: Run[];
  /** Letters of the line that is being gathered, by font size in pixels. */
  sizes: Map<number, number>;
  start: number;
  end: number;
  gap: number;
  /** Heading level of the first text of the line that is being gathered. */
  heading: number;
  /** List level of the item whose first line has not come yet, else 0. */
  item: number;
  /** That item has no bullet. */
  bare: boolean;
  refOf: (start: number, end: number) => SourceRef;
  skip: ReadonlySet<string>;
}

/** Deepest nesting that is read; real pages stay below a hundred. */
const deepest = 2_000;

/** The lines of a page or of a piece of one; `name` is the file's, for the UserError "input" where it is nested too deeply. */
export function htmlLines(html: string, name: string, options: HtmlOptions = {}): HtmlLines {
  const drafts: LineDraft[] = [];
  const { refOf = byOffset, sheet = sheetOf(html), skip = nothing } = options;
  const walk: Walk = {
    ...{ drafts, hidden: [], shown: [], images: false, tables: false },
    ...{ sheet, skip, frames: [{ ...rootFrame }], collectors: [{ kind: "flow", drafts }], runs: [], sizes: new Map() },
    ...{ start: 0, end: 0, gap: 0, heading: 0, item: 0, bare: false, refOf },
  };
  const parser: Parser = new Parser({
    onopentag(tag, attributes) {
      if (walk.frames.length > deepest) throw tooDeep(name);
      open(walk, tag, attributes);
    },
    onclosetag: () => close(walk),
    ontext: (text) => addText(walk, text, parser.startIndex, parser.endIndex),
  });
  parser.end(html);
  flush(walk);
  walk.drafts = withoutSmallHeadings(walk.drafts);
  return walk;
}

/**
 * The lines, with h5 and h6 that are smaller than the text as the plain lines they look like.
 *
 * Why not h1 to h4: section titles are often small, in colour or in capitals.
 */
function withoutSmallHeadings(drafts: LineDraft[]): LineDraft[] {
  const letters = new Map<number, number>();
  for (const { size, text } of drafts) letters.set(size ?? 0, (letters.get(size ?? 0) ?? 0) + text.length);
  const body = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return drafts.map((draft) =>
    draft.style === "heading" && (draft.level ?? 0) >= 5 && draft.bold !== true && (draft.size ?? body) < body * 0.95
      ? { ...draft, style: "body", level: 0 }
      : draft,
  );
}

const nothing: ReadonlySet<string> = new Set();

function byOffset(start: number, end: number): SourceRef {
  return { in: "html", start, end };
}

function open(walk: Walk, tag: string, attributes: Record<string, string>): void {
  const around = walk.frames.at(-1) ?? rootFrame;
  if (around.skipped) {
    walk.frames.push(around);
    return;
  }
  const frame = frameOf(tag, attributes, around, walk);
  const previous = around.last;
  around.last = frame.element;
  const seen = !frame.skipped && !frame.hidden;
  if (seen) place(walk, frame, around);
  if (tag === "li") Object.assign(walk, { item: Math.max(1, frame.listDepth), bare: !frame.bullets });
  if (frame.skipped && around.tag === "li" && previous === null) walk.bare = false;
  walk.frames.push(frame);
}

/** Makes room for an element: ends the line before it, opens its cell or row, or sets it off by a tab. */
function place(walk: Walk, frame: Frame, around: Frame): void {
  const { tag } = frame;
  if (frame.block || frame.cell !== null) flush(walk);
  if (around.floats && frame.block && frame.cell === null) leaveFloats(walk, frame, around);
  if (spacedTags.has(tag)) walk.gap = Math.max(walk.gap, 1);
  if (tag === "br") lineBreak(walk);
  if (tag === "img") walk.images = true;
  if (frame.aside || (frame.box && around.behindBox) || standsOff(walk, frame, around)) addRun(walk, "\t");
  if (frame.cell !== null) {
    if (!around.opensRow) openRow(walk, around, false);
    if (frame.floated) around.floats = true;
    walk.collectors.push({ kind: "flow", drafts: [] });
  }
  if (frame.row) openRow(walk, frame, tag === "tr");
  walk.tables ||= tag === "tr";
  if (frame.box || frame.block) around.behindBox = false;
  around.behindInline = null;
}

/** Whether the styles part an element in a line from the one before it: by a sign of their own, or where the page has no blank. */
function standsOff({ sheet }: Walk, { element, block, spaced }: Frame, { behindInline }: Frame): boolean {
  if (block || element === null) return false;
  if (element.previous !== null && hasMark(element, sheet)) return true;
  return behindInline !== null && (behindInline === "spaced" || spaced);
}

/** A block that does not float ends a row of floats, and is itself its last cell where they all stand to the right of it. */
function leaveFloats(walk: Walk, frame: Frame, around: Frame): void {
  const row = walk.collectors.at(-1);
  if (row?.kind === "row" && row.cells.length === 0) frame.cell = "left";
  else endRow(walk, around);
}

function openRow(walk: Walk, frame: Frame, table: boolean): void {
  frame.opensRow = true;
  walk.collectors.push({ kind: "row", table, cells: [], late: [] });
}

function endRow(walk: Walk, frame: Frame): void {
  closeCollector(walk, (done) => (done.kind === "row" ? rowLines(done) : done.drafts));
  Object.assign(frame, { opensRow: false, floats: false });
}

function close(walk: Walk): void {
  const frame = walk.frames.at(-1) ?? rootFrame;
  if (!frame.skipped && !frame.hidden) endElement(walk, frame);
  if (frame.tag !== "") walk.frames.pop();
}

function endElement(walk: Walk, frame: Frame): void {
  const around = walk.frames.at(-2);
  if (frame.aside || (frame.sized && frame.box)) addRun(walk, "\t");
  if (frame.block || frame.cell !== null || frame.opensRow) flush(walk);
  if (frame.tag === "li") walk.item = 0;
  if (frame.opensRow) endRow(walk, frame);
  if (frame.cell !== null)
    closeCollector(walk, (done) => (done.kind === "flow" ? done.drafts : done.cells.flat()), frame.cell);
  if (frame.cell !== null && !frame.floated && around?.floats === true) endRow(walk, around);
  if (around !== undefined && !frame.block) closeInline(walk, frame, around);
  if (spacedTags.has(frame.tag)) walk.gap = Math.max(walk.gap, 1);
}

function closeInline({ sheet }: Walk, frame: Frame, around: Frame): void {
  if (frame.box) around.behindBox = true;
  const marked = frame.element !== null && hasMark(frame.element, sheet, "after");
  around.behindInline = frame.spaced || marked ? "spaced" : "close";
}

function closeCollector(walk: Walk, linesOf: (done: Collector) => LineDraft[], side: Frame["cell"] = null): void {
  const done = walk.collectors.pop();
  const outer = walk.collectors.at(-1);
  if (done !== undefined && outer !== undefined) collect(outer, linesOf(done), side === "right");
}

function addText(walk: Walk, text: string, start: number, end: number): void {
  const frame = walk.frames.at(-1) ?? rootFrame;
  if (frame.skipped) return;
  if (frame.hidden || frame.size <= tiny) {
    if (text.trim() !== "") walk.hidden.push(text.trim());
    return;
  }
  walk.shown.push(text);
  frame.behindInline = null;
  const rows = frame.keepsLines ? text.split(/\r\n?|\n/) : [text.replace(/[ \t\r\n\f]+/g, " ")];
  for (const [index, row] of rows.entries()) {
    if (index > 0) lineBreak(walk);
    if (row.trim() !== "" && walk.runs.every((run) => run.text.trim() === ""))
      Object.assign(walk, { start, heading: frame.heading });
    if (row.trim() !== "") {
      walk.end = end + 1;
      frame.behindBox = false;
      walk.sizes.set(frame.size, (walk.sizes.get(frame.size) ?? 0) + row.length);
    }
    addRun(walk, row.replace(/\u00a0{3,}/g, "\t"));
  }
}

function addRun(walk: Walk, text: string): void {
  const { bold, italic, url } = walk.frames.at(-1) ?? rootFrame;
  if (text !== "") walk.runs.push({ text, bold, italic, url });
}

function lineBreak(walk: Walk): void {
  if (walk.runs.every(({ text }) => text.trim() === "")) walk.gap = Math.max(walk.gap, 1);
  flush(walk);
}

/** Ends the line that is being gathered. */
function flush(walk: Walk): void {
  const styled = styledText(walk.runs);
  const [most] = [...walk.sizes].sort((a, b) => b[1] - a[1]);
  walk.runs = [];
  walk.sizes = new Map();
  if (!/[^\s#|•·,;:/\\*]/.test(styled.text)) return;
  const size = most === undefined ? null : Math.round(most[0] * 7.5) / 10;
  const draft: LineDraft = { ...styled, size, gap: walk.gap, ref: walk.refOf(walk.start, walk.end) };
  const collector = walk.collectors.at(-1);
  const item = walk.bare && !isSentence(styled.text) ? 0 : walk.item;
  if (collector !== undefined && !continuesDates(collector, draft))
    collect(collector, [placed(draft, walk.heading, item)]);
  walk.gap = 0;
  walk.item = 0;
}

/** Whether a list item without a bullet reads like one all the same, not like the place and dates of a job. */
function isSentence(text: string): boolean {
  const plain = text.trim();
  return plain.length > 60 || plain.endsWith(".");
}

function placed(draft: LineDraft, heading: number, item: number): LineDraft {
  if (item > 0 && heading === 0) return { ...draft, style: "list", level: item };
  const typed = typedItem(draft);
  return heading > 0 && typed === draft ? { ...draft, style: "heading", level: heading } : typed;
}

/** A line that begins with a typed bullet is a list item; otherwise the same draft. */
export function typedItem(draft: LineDraft): LineDraft {
  const [row] = physicalLines(draft.text.trim());
  const mark = row === undefined ? null : listMark(row);
  if (mark?.kind !== "bullet" || row?.text.startsWith("o")) return draft;
  const lead = draft.boldLead?.startsWith(row?.text[0] ?? "") ? draft.boldLead.slice(1).trim() : (draft.boldLead ?? "");
  return { ...draft, text: mark.rest, boldLead: lead, style: "list", level: 1 };
}

function tooDeep(name: string): UserError {
  return new UserError(
    "input",
    `${name} is nested more than ${deepest} elements deep, which no honest page is.`,
    "Copy the text into a plain text file and give that instead.",
  );
}
