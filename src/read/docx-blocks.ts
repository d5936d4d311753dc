import { rowsOf, spanText, withoutBullet } from "./docx-lines.js";
import { inReadingOrder } from "./docx-order.js";
import { inlineOf } from "./docx-runs.js";
import { branchOf, type Place, type TextBox } from "./docx-shapes.js";
import type { DocxLine, Setting, Span } from "./docx-story.js";
import { type DocxStyle, listLevelOf, merged, type ParagraphLook, paragraphLook } from "./docx-styles.js";
import { tableLines } from "./docx-tables.js";
import { childOf, valOf, type XmlElement } from "./docx-xml.js";

/** A run of blocks on its way to lines. */
interface Flow {
  setting: Setting;
  lines: DocxLine[];
  /** Blank lines since the last line. */
  blank: number;
  /** Space behind the last paragraph, in points. Word takes the larger of it and the space before the next, not their sum. */
  after: number;
  /** The style of the last paragraph, which may not want space before another of its kind. */
  style: string | null;
  /** Text boxes that wait for the others beside them, so that all can be put in reading order. */
  floating: { box: TextBox; place: Place }[];
  /** The page they float on. */
  page: number;
}

/** About the height of an empty paragraph, in points: boxes are placed from the paragraph that anchors them. */
const emptyHeight = 14;

/** The lines of a body, cell, text box, header or note, in the order of the file. */
export function blockLines(container: XmlElement, setting: Setting): DocxLine[] {
  const flow: Flow = { setting, lines: [], blank: 0, after: 0, style: null, floating: [], page: 0 };
  addBlocks(container, flow);
  settleBoxes(flow);
  return flow.lines;
}

function addBlocks(container: XmlElement, flow: Flow): void {
  for (const node of container.children) if (typeof node !== "string") addBlock(node, flow);
}

function addBlock(node: XmlElement, flow: Flow): void {
  const { findings } = flow.setting.story;
  switch (node.name) {
    case "w:p":
      addParagraph(node, flow);
      break;
    case "w:tbl":
      findings.traits.add("tables");
      addLines(tableLines(node, flow.setting, blockLines), flow.blank, flow);
      break;
    case "w:del":
    case "w:moveFrom":
      findings.traits.add("tracked-changes");
      break;
    case "w:ins":
    case "w:moveTo":
      findings.traits.add("tracked-changes");
      addBlocks(node, flow);
      break;
    case "w:sdt":
      addControl(node, flow);
      break;
    case "mc:AlternateContent":
      addBlocks(branchOf(node) ?? node, flow);
      break;
    case "w:sectPr":
      if (Number(childOf(node, "w:cols")?.attributes["w:num"] ?? "1") > 1) findings.traits.add("columns");
      break;
    case "w:altChunk":
      findings.chunks += 1;
      break;
    case "w:tcPr":
    case "w:tblPr":
    case "w:sdtPr":
      break;
    default:
      addBlocks(node, flow);
  }
}

/** Adds lines with `gap` blank lines above the first; nothing where there are none. */
function addLines(lines: DocxLine[], gap: number, flow: Flow): void {
  const [first, ...others] = lines;
  if (first === undefined) return;
  settleBoxes(flow);
  flow.lines.push({ ...first, gap: Math.round((first.gap + gap) * 10) / 10 });
  for (const line of others) flow.lines.push(line);
  Object.assign(flow, { blank: 0, after: 0, style: null });
}

function addControl(node: XmlElement, flow: Flow): void {
  const before = flow.lines.length;
  addBlocks(childOf(node, "w:sdtContent") ?? node, flow);
  if (childOf(childOf(node, "w:sdtPr"), "w:showingPlcHdr") === undefined) return;
  flow.setting.story.findings.placeholders.push(...flow.lines.slice(before).map(({ spans }) => spanText(spans)));
}

function addParagraph(node: XmlElement, flow: Flow): void {
  const { setting } = flow;
  const { story, behind } = setting;
  const properties = childOf(node, "w:pPr");
  const styleId = valOf(properties, "w:pStyle");
  const style = story.styles.get(styleId) ?? story.styles.defaultParagraph;
  const look = merged(merged(story.styles.defaults.paragraph, style.paragraph), paragraphLook(properties));
  const section = childOf(properties, "w:sectPr");
  if (section !== undefined) addBlock(section, flow);
  const fill = look.fill === null || look.fill === "auto" ? behind.fill : look.fill;
  const inline = inlineOf(node, style, { ...behind, fill }, story);
  const lines = paragraphRows(rowsOf(inline.spans), node, look, style, setting);
  const first = lines[0];
  if (first !== undefined) {
    const close = look.contextual === true && flow.style === styleId;
    const points = close ? 0 : Math.max(flow.after, look.before ?? 0);
    const height = (first.spans.find(({ size }) => size !== null)?.size ?? 11) * 1.2;
    addLines(lines, flow.blank + points / height, flow);
    Object.assign(flow, { after: look.after ?? 0, style: styleId });
  }
  for (const box of inline.boxes) addBox(box, flow);
  if (first === undefined && inline.boxes.length === 0) flow.blank += 1;
}

function addBox(box: TextBox, flow: Flow): void {
  const { findings } = flow.setting.story;
  findings.traits.add("textboxes");
  if (flow.page !== findings.page || box.place === null) settleBoxes(flow);
  flow.page = findings.page;
  if (box.place === null) flow.lines.push(...boxLines(box, flow.setting));
  else flow.floating.push({ box, place: { ...box.place, top: box.place.top + flow.blank * emptyHeight } });
}

function settleBoxes(flow: Flow): void {
  if (flow.floating.length === 0) return;
  const { findings } = flow.setting.story;
  const reached = findings.page;
  findings.page = flow.page;
  const boxes = inReadingOrder(flow.floating);
  flow.floating = [];
  for (const { box } of boxes) flow.lines.push(...boxLines(box, flow.setting));
  findings.page = reached;
}

function boxLines(box: TextBox, setting: Setting): DocxLine[] {
  const { findings } = setting.story;
  const region = setting.region === "body" ? "textbox" : setting.region;
  const lines = blockLines(box.content, { ...setting, region, behind: { fill: box.fill, shapes: true } });
  if (!box.hidden) return lines;
  for (const text of lines.map(({ spans }) => spanText(spans))) {
    findings.hidden.push({ text, by: "hidden" });
    findings.aside.push(text);
  }
  return [];
}

function paragraphRows(
  rows: Span[][],
  node: XmlElement,
  look: ParagraphLook,
  style: DocxStyle,
  setting: Setting,
): DocxLine[] {
  const line = (spans: Span[], kind: DocxLine["style"], level: number): DocxLine => ({
    spans,
    style: kind,
    level,
    gap: 0,
    region: setting.region,
    part: setting.story.part.path,
    paragraphs: [node.paragraph],
    start: node.start,
    end: node.end,
  });
  const heading = look.heading !== null && look.heading > 0 ? Math.min(look.heading, 6) : 0;
  const listLevel = listLevelIn(look, style, heading, setting);
  if (listLevel !== null) return itemsOf(rows).map((spans) => line(spans, "list", listLevel + 1));
  return rows.map((spans) => {
    const item = withoutBullet(spans);
    if (item?.some(({ text }) => text.trim() !== "")) return line(item, "list", 1);
    return heading > 0 ? line(spans, "heading", heading) : line(spans, "body", 0);
  });
}

/** The level from 0 of the list a paragraph is an item of, or null; a heading with a counter stays a heading. */
function listLevelIn(look: ParagraphLook, style: DocxStyle, heading: number, { story }: Setting): number | null {
  if (look.numId === "0") return null;
  const level = look.listLevel ?? 0;
  const mark = look.numId === null ? null : story.numbering(look.numId, level);
  if (heading > 0) return mark === "sign" ? level : null;
  if (mark === "sign" || mark === "counter") return level;
  return mark === null ? listLevelOf(style) : null;
}

/** The items of a list paragraph: a line break only wraps an item, unless a typed bullet begins the next one. */
function itemsOf(rows: Span[][]): Span[][] {
  const items: Span[][] = [];
  for (const row of rows) {
    const item = withoutBullet(row);
    const last = items.at(-1);
    if (last === undefined || item !== null) items.push(item ?? row);
    else last.push({ text: " ", bold: false, italic: false, size: null, link: null, counter: false, page: 0 }, ...row);
  }
  return items;
}
