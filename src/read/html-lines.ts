import { Parser } from "htmlparser2";
import { UserError } from "../errors.js";
import type { SourceRef } from "../schema/source.js";
import { type Collector, collect, rowLines } from "./html-rows.js";
import { elementLook, type Sheet, sheetOf } from "./html-sheet.js";
import {
  blockTags,
  boldTags,
  headingLevel,
  isForScreenReaders,
  isIcon,
  italicTags,
  skippedTags,
  spacedTags,
} from "./html-tags.js";
import type { LineDraft } from "./lines.js";
import { type Run, safeUrl, styledText } from "./runs.js";
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

/** An element that is open. */
interface Frame {
  tag: string;
  skipped: boolean;
  hidden: boolean;
  bold: boolean;
  italic: boolean;
  url: string | null;
  coloured: boolean;
  keepsLines: boolean;
  heading: number;
  listDepth: number;
  block: boolean;
  right: boolean;
  opensRow: boolean;
  opensCell: boolean;
}

interface Walk extends HtmlLines {
  sheet: Sheet;
  frames: Frame[];
  collectors: Collector[];
  runs: Run[];
  start: number;
  end: number;
  gap: number;
  /** List level of the item whose first line has not come yet, else 0. */
  item: number;
  refOf: (start: number, end: number) => SourceRef;
  skip: ReadonlySet<string>;
}

/** Deepest nesting that is read; real pages stay below a hundred. */
const deepest = 2_000;

const root: Frame = {
  tag: "",
  skipped: false,
  hidden: false,
  bold: false,
  italic: false,
  url: null,
  coloured: false,
  keepsLines: false,
  heading: 0,
  listDepth: 0,
  block: true,
  right: false,
  opensRow: false,
  opensCell: false,
};

/** The lines of a page or of a piece of one; `name` is the file's, for the UserError "input" where it is nested too deeply. */
export function htmlLines(html: string, name: string, options: HtmlOptions = {}): HtmlLines {
  const drafts: LineDraft[] = [];
  const { refOf = byOffset, sheet = sheetOf(html), skip = nothing } = options;
  const walk: Walk = {
    ...{ drafts, hidden: [], shown: [], images: false, tables: false },
    ...{ sheet, skip, frames: [root], collectors: [{ kind: "flow", drafts }], runs: [] },
    ...{ start: 0, end: 0, gap: 0, item: 0, refOf },
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
  return walk;
}

const nothing: ReadonlySet<string> = new Set();

function byOffset(start: number, end: number): SourceRef {
  return { in: "html", start, end };
}

function open(walk: Walk, tag: string, attributes: Record<string, string>): void {
  const around = walk.frames.at(-1) ?? root;
  const frame = frameOf(walk, tag, attributes, around);
  const seen = !frame.skipped && !frame.hidden;
  if (seen && frame.block) flush(walk);
  if (seen && spacedTags.has(tag)) walk.gap = Math.max(walk.gap, 1);
  if (seen && tag === "br") lineBreak(walk);
  if (seen && tag === "img") walk.images = true;
  if (seen && frame.right) addRun(walk, "\t");
  if (tag === "li") walk.item = Math.max(1, frame.listDepth);
  if (frame.opensCell) walk.collectors.push({ kind: "flow", drafts: [] });
  if (frame.opensRow) {
    walk.tables ||= tag === "tr";
    walk.collectors.push({ kind: "row", table: tag === "tr", cells: [] });
  }
  walk.frames.push(frame);
}

function frameOf(walk: Walk, tag: string, attributes: Record<string, string>, around: Frame): Frame {
  const look = elementLook(tag, attributes, walk.sheet, around.coloured);
  const inRow = around.opensRow && !around.hidden;
  const skipped =
    around.skipped ||
    skippedTags.has(tag) ||
    walk.skip.has(tag) ||
    isIcon(tag, attributes) ||
    isForScreenReaders(attributes);
  const hidden = around.hidden || look.hidden;
  const seen = !skipped && !hidden;
  return {
    tag,
    skipped,
    hidden,
    bold: look.bold ?? (around.bold || boldTags.has(tag)),
    italic: look.italic ?? (around.italic || italicTags.has(tag)),
    url: tag === "a" && attributes.href !== undefined ? safeUrl(attributes.href) : around.url,
    coloured: around.coloured || look.coloured,
    keepsLines: around.keepsLines || look.keepsLines || tag === "pre",
    heading: headingLevel(tag, attributes) || around.heading,
    listDepth: around.listDepth + (tag === "ul" || tag === "ol" ? 1 : 0),
    block: blockTags.has(tag) || inRow || look.row,
    right: look.right && !inRow,
    opensRow: seen && (tag === "tr" || (look.row && tag !== "body" && tag !== "html")),
    opensCell: seen && inRow,
  };
}

function close(walk: Walk): void {
  const frame = walk.frames.at(-1) ?? root;
  if (!frame.skipped && !frame.hidden) endElement(walk, frame);
  if (frame !== root) walk.frames.pop();
}

function endElement(walk: Walk, frame: Frame): void {
  if (frame.right) addRun(walk, "\t");
  if (frame.block) flush(walk);
  if (frame.tag === "li") walk.item = 0;
  if (frame.opensRow) closeCollector(walk, (done) => (done.kind === "row" ? rowLines(done) : done.drafts));
  if (frame.opensCell) closeCollector(walk, (done) => (done.kind === "flow" ? done.drafts : done.cells.flat()));
  if (spacedTags.has(frame.tag)) walk.gap = Math.max(walk.gap, 1);
}

function closeCollector(walk: Walk, linesOf: (done: Collector) => LineDraft[]): void {
  const done = walk.collectors.pop();
  const outer = walk.collectors.at(-1);
  if (done !== undefined && outer !== undefined) collect(outer, linesOf(done));
}

function addText(walk: Walk, text: string, start: number, end: number): void {
  const frame = walk.frames.at(-1) ?? root;
  if (frame.skipped) return;
  if (frame.hidden) {
    if (text.trim() !== "") walk.hidden.push(text.trim());
    return;
  }
  walk.shown.push(text);
  const rows = frame.keepsLines ? text.split(/\r\n?|\n/) : [text.replace(/[ \t\r\n\f]+/g, " ")];
  for (const [index, row] of rows.entries()) {
    if (index > 0) lineBreak(walk);
    if (row.trim() !== "" && walk.runs.every((run) => run.text.trim() === "")) walk.start = start;
    if (row.trim() !== "") walk.end = end + 1;
    addRun(walk, row.replace(/\u00a0{3,}/g, "\t"));
  }
}

function addRun(walk: Walk, text: string): void {
  const { bold, italic, url } = walk.frames.at(-1) ?? root;
  if (text !== "") walk.runs.push({ text, bold, italic, url });
}

function lineBreak(walk: Walk): void {
  if (walk.runs.every(({ text }) => text.trim() === "")) walk.gap = Math.max(walk.gap, 1);
  flush(walk);
}

/** Ends the line that is being gathered. */
function flush(walk: Walk): void {
  const styled = styledText(walk.runs);
  walk.runs = [];
  if (styled.text.trim() === "") return;
  const { heading } = walk.frames.at(-1) ?? root;
  const draft: LineDraft = { ...styled, gap: walk.gap, ref: walk.refOf(walk.start, walk.end) };
  const collector = walk.collectors.at(-1);
  if (collector !== undefined) collect(collector, [placed(draft, heading, walk.item)]);
  walk.gap = 0;
  walk.item = 0;
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
