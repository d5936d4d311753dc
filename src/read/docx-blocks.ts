import { rowsOf, spanText, withoutBullet } from "./docx-lines.js";
import { inlineOf } from "./docx-runs.js";
import type { TextBox } from "./docx-shapes.js";
import { branchOf } from "./docx-shapes.js";
import type { DocxLine, Setting, Span } from "./docx-story.js";
import { type DocxStyle, listLevelOf, merged, type ParagraphLook, paragraphLook } from "./docx-styles.js";
import { tableLines } from "./docx-tables.js";
import { childOf, valOf, type XmlElement } from "./docx-xml.js";

/**
 * The space left open above the next line of a run of blocks.
 *
 * Word takes the larger of the space behind one paragraph and the space before the next, not their sum.
 */
interface Space {
  /** Blank lines so far. */
  lines: number;
  /** Space behind the last paragraph, in points, and the style that may not want it. */
  after: number;
  style: string | null;
}

/** The lines of a body, cell, text box, header or note, in the order of the file. */
export function blockLines(container: XmlElement, setting: Setting): DocxLine[] {
  const lines: DocxLine[] = [];
  addBlocks(container, setting, lines, { lines: 0, after: 0, style: null });
  return lines;
}

function addBlocks(container: XmlElement, setting: Setting, lines: DocxLine[], space: Space): void {
  for (const node of container.children) if (typeof node !== "string") addBlock(node, setting, lines, space);
}

function addBlock(node: XmlElement, setting: Setting, lines: DocxLine[], space: Space): void {
  const { traits } = setting.story.findings;
  switch (node.name) {
    case "w:p":
      return addParagraph(node, setting, lines, space);
    case "w:tbl": {
      traits.add("tables");
      const [first, ...others] = tableLines(node, setting, blockLines);
      if (first === undefined) return;
      lines.push({ ...first, gap: first.gap + space.lines }, ...others);
      Object.assign(space, { lines: 0, after: 0, style: null });
      return;
    }
    case "w:del":
    case "w:moveFrom":
      traits.add("tracked-changes");
      return;
    case "w:ins":
    case "w:moveTo":
      traits.add("tracked-changes");
      return addBlocks(node, setting, lines, space);
    case "w:sdt":
      return addControl(node, setting, lines, space);
    case "mc:AlternateContent":
      return addBlocks(branchOf(node) ?? node, setting, lines, space);
    case "w:sectPr":
      if (Number(childOf(node, "w:cols")?.attributes["w:num"] ?? "1") > 1) traits.add("columns");
      return;
    case "w:altChunk":
      setting.story.findings.chunks += 1;
      return;
    case "w:tcPr":
    case "w:tblPr":
      return;
    default:
      addBlocks(node, setting, lines, space);
  }
}

function addControl(node: XmlElement, setting: Setting, lines: DocxLine[], space: Space): void {
  const before = lines.length;
  addBlocks(childOf(node, "w:sdtContent") ?? node, setting, lines, space);
  if (childOf(childOf(node, "w:sdtPr"), "w:showingPlcHdr") === undefined) return;
  setting.story.findings.placeholders.push(...lines.slice(before).map(({ spans }) => spanText(spans)));
}

function addParagraph(node: XmlElement, setting: Setting, lines: DocxLine[], space: Space): void {
  const { story } = setting;
  const properties = childOf(node, "w:pPr");
  const styleId = valOf(properties, "w:pStyle");
  const style = story.styles.get(styleId) ?? story.styles.defaultParagraph;
  const look = merged(merged(story.styles.defaults.paragraph, style.paragraph), paragraphLook(properties));
  const section = childOf(properties, "w:sectPr");
  if (section !== undefined) addBlock(section, setting, lines, space);
  const fill = look.fill === null || look.fill === "auto" ? setting.behind.fill : look.fill;
  const inline = inlineOf(node, style, { ...setting.behind, fill }, story);
  const rows = rowsOf(inline.spans);
  const made = paragraphRows(rows, node, look, style, setting);
  const first = made[0];
  if (first !== undefined) {
    const close = look.contextual === true && space.style === styleId;
    const points = close ? 0 : Math.max(space.after, look.before ?? 0);
    const height = (first.spans.find(({ size }) => size !== null)?.size ?? 11) * 1.2;
    first.gap = Math.round((space.lines + points / height) * 10) / 10;
    Object.assign(space, { lines: 0, after: look.after ?? 0, style: styleId });
    lines.push(...made);
  } else if (inline.boxes.length === 0) {
    space.lines += 1;
  }
  for (const box of inline.boxes) addBox(box, setting, lines);
}

function addBox(box: TextBox, setting: Setting, lines: DocxLine[]): void {
  const { findings } = setting.story;
  findings.traits.add("textboxes");
  const region = setting.region === "body" ? "textbox" : setting.region;
  const inside = blockLines(box.content, { ...setting, region, behind: { ...setting.behind, fill: box.fill } });
  if (!box.hidden) {
    lines.push(...inside);
    return;
  }
  for (const text of inside.map(({ spans }) => spanText(spans))) {
    findings.hidden.push({ text, by: "hidden" });
    findings.aside.push(text);
  }
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
