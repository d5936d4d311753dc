import { boxFill } from "./docx-hidden.js";
import { allBelow, childOf, descend, textIn, type XmlElement } from "./docx-xml.js";

/** A rectangle in points; left and top count from whatever the file anchors it to. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A text box of a document. */
export interface TextBox {
  content: XmlElement;
  fill: string | null;
  hidden: boolean;
  /** null where it stands in the line of text or the file does not tell. */
  place: Place | null;
}

/** Where a walk through a drawing is: the shape it is in, and how inner coordinates become points. */
interface Inside {
  shape: XmlElement | undefined;
  hidden: boolean;
  place: Place | null;
  /** Maps the coordinates of a group's children to points. */
  scale: { left: number; top: number; x: number; y: number } | null;
}

/** English metric units in a point (ISO 29500-1, 20.1.2.1). */
const unitsPerPoint = 12_700;

/** The text boxes in a drawing or picture, each once, without those inside other boxes. */
export function boxesIn(drawing: XmlElement): TextBox[] {
  const boxes: TextBox[] = [];
  function walk(node: XmlElement, outer: Inside): void {
    if (node.name === "w:txbxContent") {
      boxes.push({ content: node, fill: boxFill(outer.shape), hidden: outer.hidden, place: outer.place });
      return;
    }
    if (node.name === "mc:AlternateContent") {
      const shown = branchOf(node);
      if (shown !== undefined) walk(shown, outer);
      return;
    }
    const inner = insideOf(node, outer);
    for (const child of node.children) if (typeof child !== "string") walk(child, inner);
  }
  walk(drawing, { shape: undefined, hidden: false, place: null, scale: null });
  return boxes;
}

/** The branch of mc:AlternateContent that is shown: the first choice, or the fallback where only that one holds text. */
export function branchOf(node: XmlElement): XmlElement | undefined {
  const choice = childOf(node, "mc:Choice");
  const fallback = childOf(node, "mc:Fallback");
  if (choice === undefined) return fallback;
  const holdsText = (branch: XmlElement | undefined) => branch !== undefined && allBelow(branch, "w:t").length > 0;
  return !holdsText(choice) && holdsText(fallback) ? fallback : choice;
}

function insideOf(node: XmlElement, outer: Inside): Inside {
  switch (node.name) {
    case "wp:anchor": {
      const hidden = /^(1|true)$/.test(childOf(node, "wp:docPr")?.attributes.hidden ?? "");
      return { ...outer, hidden: outer.hidden || hidden, place: anchorPlace(node) };
    }
    case "wpg:wgp":
    case "wpg:grpSp":
      return { ...outer, scale: groupScale(node, outer) };
    case "wps:wsp":
      return { ...outer, shape: node, place: shapePlace(node, outer) };
    case "v:shape":
    case "v:rect":
    case "v:roundrect":
    case "v:oval": {
      const style = node.attributes.style ?? "";
      const unseen = /visibility:\s*hidden|display:\s*none/i.test(style);
      return { ...outer, shape: node, hidden: outer.hidden || unseen, place: outer.place ?? stylePlace(style) };
    }
    default:
      return outer;
  }
}

function anchorPlace(anchor: XmlElement): Place | null {
  const offset = (axis: string) => Number.parseInt(textIn(descend(anchor, axis, "wp:posOffset")), 10) / unitsPerPoint;
  const extent = childOf(anchor, "wp:extent")?.attributes ?? {};
  return known({
    left: offset("wp:positionH"),
    top: offset("wp:positionV"),
    width: Number(extent.cx) / unitsPerPoint,
    height: Number(extent.cy) / unitsPerPoint,
  });
}

/** A group's children count in units of its own (ISO 29500-1, 20.1.7.5), so does a group within a group. */
function groupScale(group: XmlElement, { place, scale }: Inside): Inside["scale"] {
  const frame = descend(group, "wpg:grpSpPr", "a:xfrm");
  const [chOff, chExt] = [childOf(frame, "a:chOff")?.attributes, childOf(frame, "a:chExt")?.attributes];
  const outer = scale === null ? place : placed(frame, scale);
  if (outer === null || chOff === undefined || chExt === undefined) return null;
  const x = outer.width / (Number(chExt.cx) || 1);
  const y = outer.height / (Number(chExt.cy) || 1);
  return { left: outer.left - Number(chOff.x) * x, top: outer.top - Number(chOff.y) * y, x, y };
}

function shapePlace(shape: XmlElement, { place, scale }: Inside): Place | null {
  return scale === null ? place : placed(descend(shape, "wps:spPr", "a:xfrm"), scale);
}

function placed(frame: XmlElement | undefined, scale: NonNullable<Inside["scale"]>): Place | null {
  const [off, ext] = [childOf(frame, "a:off")?.attributes, childOf(frame, "a:ext")?.attributes];
  return known({
    left: scale.left + Number(off?.x) * scale.x,
    top: scale.top + Number(off?.y) * scale.y,
    width: Number(ext?.cx) * scale.x,
    height: Number(ext?.cy) * scale.y,
  });
}

/** The place an old shape states in its style, where it does so in points. */
function stylePlace(style: string): Place | null {
  const value = (key: string) =>
    Number.parseFloat(new RegExp(`(?:^|;)\\s*${key}:\\s*(-?[\\d.]+)pt`).exec(style)?.[1] ?? "");
  return known({
    left: value("margin-left"),
    top: value("margin-top"),
    width: value("width"),
    height: value("height"),
  });
}

function known(place: Place): Place | null {
  return Object.values(place).every(Number.isFinite) ? place : null;
}
