import type { SourceLink } from "../schema/source.js";
import { countsPages, fieldAddress, type OpenField, usableAddress } from "./docx-fields.js";
import { type Behind, sightOf } from "./docx-hidden.js";
import { boxesIn, branchOf, type TextBox } from "./docx-shapes.js";
import type { Span, Story } from "./docx-story.js";
import { type DocxStyle, lookOf, type RunLook } from "./docx-styles.js";
import { allBelow, childOf, textIn, type XmlElement } from "./docx-xml.js";

/** The visible text of a paragraph, and the text boxes anchored in it. */
export interface Inline {
  spans: Span[];
  boxes: TextBox[];
}

/** A walk through one paragraph. */
interface Walk extends Inline {
  style: DocxStyle;
  behind: Behind;
  story: Story;
  fieldLinks: Map<OpenField, SourceLink>;
}

/** Fonts whose letters are drawn as signs. */
const signFont = /^(wingdings|webdings|zapfdingbats|zapf dingbats|symbol$|monotype sorts)/i;

/** Fields within fields beyond this depth are a fault of the file. */
const deepestField = 50;

/** The visible text of a paragraph in the order of the file. */
export function inlineOf(paragraph: XmlElement, style: DocxStyle, behind: Behind, story: Story): Inline {
  const at: Walk = { spans: [], boxes: [], style, behind, story, fieldLinks: new Map() };
  walkAll(at, paragraph, null);
  return { spans: at.spans, boxes: at.boxes };
}

function walk(at: Walk, node: XmlElement, link: SourceLink | null): void {
  switch (node.name) {
    case "w:pPr":
    case "w:sdtPr":
      break;
    case "w:del":
    case "w:moveFrom":
      at.story.findings.traits.add("tracked-changes");
      break;
    case "w:ins":
    case "w:moveTo":
      at.story.findings.traits.add("tracked-changes");
      walkAll(at, node, link);
      break;
    case "w:r":
      runContent(at, node, lookOf(childOf(node, "w:rPr"), at.style, at.story.styles), link);
      break;
    case "m:r":
      runContent(at, node, lookOf(undefined, at.style, at.story.styles), link);
      break;
    case "w:hyperlink":
      walkAll(at, node, hyperlink(at, node) ?? link);
      break;
    case "w:fldSimple":
      simpleField(at, node, link);
      break;
    case "w:sdt":
      contentControl(at, node, link);
      break;
    case "mc:AlternateContent":
      walkAll(at, branchOf(node), link);
      break;
    case "w:commentRangeStart":
      at.story.findings.traits.add("comments");
      break;
    case "w:drawing":
    case "w:pict":
    case "w:object":
      picture(at, node, lookOf(undefined, at.style, at.story.styles));
      break;
    default:
      walkAll(at, node, link);
  }
}

function walkAll(at: Walk, node: XmlElement | undefined, link: SourceLink | null): void {
  for (const child of node?.children ?? []) if (typeof child !== "string") walk(at, child, link);
}

function hyperlink(at: Walk, node: XmlElement): SourceLink | null {
  const relation = at.story.part.relations.get(node.attributes["r:id"] ?? "");
  const url = relation?.external ? usableAddress(relation.target) : null;
  return url === null ? null : { text: "", url };
}

function simpleField(at: Walk, node: XmlElement, link: SourceLink | null): void {
  const field = { instruction: node.attributes["w:instr"] ?? "", showing: true };
  const url = fieldAddress(field.instruction);
  at.story.findings.fields.push(field);
  walkAll(at, node, url === null ? link : { text: "", url });
  at.story.findings.fields.pop();
}

function contentControl(at: Walk, node: XmlElement, link: SourceLink | null): void {
  const content = childOf(node, "w:sdtContent");
  const before = at.spans.length;
  walkAll(at, content, link);
  if (childOf(childOf(node, "w:sdtPr"), "w:showingPlcHdr") !== undefined) {
    at.story.findings.placeholders.push(
      at.spans
        .slice(before)
        .map(({ text }) => text)
        .join(""),
    );
  }
}

function runContent(at: Walk, run: XmlElement, look: RunLook, link: SourceLink | null): void {
  for (const child of run.children) if (typeof child !== "string") runPiece(at, child, look, link);
}

function runPiece(at: Walk, node: XmlElement, look: RunLook, link: SourceLink | null): void {
  switch (node.name) {
    case "w:t":
    case "m:t":
      write(at, textIn(node), look, link);
      break;
    case "w:tab":
    case "w:ptab":
      write(at, "\t", look, link);
      break;
    case "w:cr":
      write(at, "\n", look, link);
      break;
    case "w:br":
      if (node.attributes["w:type"] === "page" && !at.story.findings.rendered) at.story.findings.page += 1;
      write(at, "\n", look, link);
      break;
    case "w:lastRenderedPageBreak":
      at.story.findings.page += 1;
      break;
    case "w:noBreakHyphen":
      write(at, "-", look, link);
      break;
    case "w:sym":
      write(at, symbolOf(node), look, link);
      break;
    case "w:fldChar":
      fieldMark(at, node);
      break;
    case "w:instrText": {
      const field = at.story.findings.fields.at(-1);
      if (field !== undefined && !field.showing) field.instruction += textIn(node);
      break;
    }
    case "w:footnoteReference":
    case "w:endnoteReference":
      note(at, node);
      break;
    case "w:commentReference":
      at.story.findings.traits.add("comments");
      break;
    case "mc:AlternateContent":
      runContent(at, branchOf(node) ?? node, look, link);
      break;
    case "w:drawing":
    case "w:pict":
    case "w:object":
      picture(at, node, look);
      break;
    case "w:ruby":
      walkAll(at, node, link);
      break;
  }
}

function write(at: Walk, text: string, look: RunLook, link: SourceLink | null): void {
  if (text === "" || at.story.findings.fields.some(({ showing }) => !showing)) return;
  const by = text.trim() === "" ? null : sightOf(look, at.behind);
  if (by === "doubtful") {
    at.story.findings.doubtful.push(text);
  } else if (by !== null) {
    at.story.findings.hidden.push({ text, by });
    at.story.findings.aside.push(text);
    return;
  }
  const field = at.story.findings.fields.at(-1);
  const drawn = signFont.test(look.font ?? "") && text.trim() !== "" ? signs(at, text) : text;
  at.spans.push({
    text: drawn,
    bold: look.bold === true,
    italic: look.italic === true,
    size: look.size,
    link: link ?? fieldLink(at),
    counter: field !== undefined && countsPages(field.instruction),
    page: at.story.findings.page,
  });
}

/** Letters of a sign font are drawn as pictures: a bullet where the run is one sign, nothing where it is more. */
function signs(at: Walk, text: string): string {
  at.story.findings.aside.push(text);
  return [...text.trim()].length === 1 ? "•" : "";
}

function fieldLink(at: Walk): SourceLink | null {
  const field = at.story.findings.fields.findLast(({ instruction }) => fieldAddress(instruction) !== null);
  if (field === undefined) return null;
  const known = at.fieldLinks.get(field) ?? { text: "", url: fieldAddress(field.instruction) ?? "" };
  at.fieldLinks.set(field, known);
  return known;
}

function fieldMark(at: Walk, node: XmlElement): void {
  const mark = node.attributes["w:fldCharType"];
  if (mark === "begin" && at.story.findings.fields.length < deepestField)
    at.story.findings.fields.push({ instruction: "", showing: false });
  if (mark === "end") at.story.findings.fields.pop();
  const field = at.story.findings.fields.at(-1);
  if (mark === "separate" && field !== undefined) field.showing = true;
}

function note(at: Walk, node: XmlElement): void {
  const type = node.name === "w:footnoteReference" ? "footnotes" : "endnotes";
  at.story.findings.notes.push({ type, id: node.attributes["w:id"] ?? "" });
}

function picture(at: Walk, node: XmlElement, look: RunLook): void {
  if (allBelow(node, "a:blip").length + allBelow(node, "v:imagedata").length > 0)
    at.story.findings.traits.add("images");
  for (const click of allBelow(node, "a:hlinkClick")) {
    const link = hyperlink(at, click);
    const { page } = at.story.findings;
    if (link !== null)
      at.spans.push({ text: "", bold: false, italic: false, size: look.size, link, counter: false, page });
  }
  at.boxes.push(...boxesIn(node));
}

/** A w:sym as a character: its own where its font is an ordinary one, a bullet where it is drawn as a sign. */
function symbolOf(node: XmlElement): string {
  const code = Number.parseInt(node.attributes["w:char"] ?? "", 16);
  if (Number.isNaN(code)) return "";
  const ordinary = !signFont.test(node.attributes["w:font"] ?? "") && (code < 0xe000 || code > 0xf8ff);
  return ordinary ? String.fromCodePoint(code) : "•";
}
