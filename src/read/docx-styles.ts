import { childOf, elementsOf, switchOf, valOf, type XmlElement } from "./docx-xml.js";

/** How text looks, as far as it is stated somewhere; null where it is not. */
export interface RunLook {
  bold: boolean | null;
  italic: boolean | null;
  /** In points. */
  size: number | null;
  vanish: boolean | null;
  /** RRGGBB, "auto" for the usual black on white. */
  color: string | null;
  /** The colour behind the text: RRGGBB. */
  fill: string | null;
  font: string | null;
  /** Outline and fill are both switched off (w14:textFill). */
  clear: boolean | null;
}

/** What a paragraph is, as far as it is stated somewhere; null where it is not. */
export interface ParagraphLook {
  /** 1–9 for a heading, 0 for body text that says so. */
  heading: number | null;
  /** "0" switches a list off. */
  numId: string | null;
  listLevel: number | null;
  /** In points. */
  before: number | null;
  after: number | null;
  /** No space between paragraphs of the same style. */
  contextual: boolean | null;
  fill: string | null;
}

/** A style with everything it inherits. */
export interface DocxStyle {
  /** The name in the file, in lower case; built-in names are English in every language of Word. */
  name: string;
  run: RunLook;
  paragraph: ParagraphLook;
  /** A table style that shades some of its cells. */
  shaded: boolean;
}

/** The styles of a document by id. */
export interface DocxStyles {
  get(id: string | null): DocxStyle | undefined;
  /** What holds for a paragraph that names no style. */
  defaultParagraph: DocxStyle;
  /** What holds where nothing else is stated. */
  defaults: { run: RunLook; paragraph: ParagraphLook };
}

/** Word's size where no part of a document states one (ISO 29500-1, 17.3.2.38), in points. */
const unstatedSize = 10;

const headingName = /^heading\s*([1-9])$/;
const listName = /^list (bullet|number)\s*(\d?)$/;

/** The styles in word/styles.xml, or Word's own defaults where the package has none. */
export function docxStyles(root: XmlElement | undefined): DocxStyles {
  const defaultsNode = childOf(root, "w:docDefaults");
  const defaults = {
    run: merged(
      { ...runLook(undefined), size: unstatedSize },
      runLook(childOf(childOf(defaultsNode, "w:rPrDefault"), "w:rPr")),
    ),
    paragraph: paragraphLook(childOf(childOf(defaultsNode, "w:pPrDefault"), "w:pPr")),
  };
  const nodes = new Map(elementsOf(root, "w:style").map((node) => [node.attributes["w:styleId"] ?? "", node]));
  const made = new Map<string, DocxStyle>();

  function get(id: string | null, depth = 0): DocxStyle | undefined {
    const node = id === null ? undefined : nodes.get(id);
    if (id === null || node === undefined) return undefined;
    const known = made.get(id);
    if (known !== undefined) return known;
    const base = depth < 20 ? get(valOf(node, "w:basedOn"), depth + 1) : undefined;
    const style = styleOf(node, base);
    made.set(id, style);
    return style;
  }

  const plain: DocxStyle = {
    name: "normal",
    run: runLook(undefined),
    paragraph: paragraphLook(undefined),
    shaded: false,
  };
  const standard = [...nodes].find(
    ([, { attributes }]) => attributes["w:type"] === "paragraph" && /^(1|true|on)$/.test(attributes["w:default"] ?? ""),
  );
  return { get: (id) => get(id), defaultParagraph: get(standard?.[0] ?? null) ?? plain, defaults };
}

/** What a w:rPr states. */
function runLook(node: XmlElement | undefined): RunLook {
  const size = Number.parseFloat(valOf(node, "w:sz") ?? "");
  const fonts = childOf(node, "w:rFonts")?.attributes ?? {};
  return {
    bold: switchOf(node, "w:b"),
    italic: switchOf(node, "w:i"),
    size: Number.isFinite(size) ? size / 2 : null,
    vanish: switchOf(node, "w:vanish"),
    color: valOf(node, "w:color"),
    fill: fillOf(node) ?? highlightOf(node),
    font: fonts["w:ascii"] ?? fonts["w:hAnsi"] ?? null,
    clear: childOf(childOf(node, "w14:textFill"), "w14:noFill") === undefined ? null : true,
  };
}

/** What a w:pPr states. */
export function paragraphLook(node: XmlElement | undefined): ParagraphLook {
  const numbering = childOf(node, "w:numPr");
  const spacing = childOf(node, "w:spacing")?.attributes ?? {};
  const outline = Number.parseInt(valOf(node, "w:outlineLvl") ?? "", 10);
  const level = Number.parseInt(valOf(numbering, "w:ilvl") ?? "", 10);
  return {
    heading: Number.isNaN(outline) ? null : outline < 9 ? outline + 1 : 0,
    numId: valOf(numbering, "w:numId"),
    listLevel: Number.isNaN(level) ? null : level,
    before: pointsOf(spacing["w:before"], spacing["w:beforeAutospacing"]),
    after: pointsOf(spacing["w:after"], spacing["w:afterAutospacing"]),
    contextual: switchOf(node, "w:contextualSpacing"),
    fill: fillOf(node),
  };
}

/** How a run looks: its own properties over its character style over the paragraph's style over the defaults. */
export function lookOf(properties: XmlElement | undefined, style: DocxStyle, styles: DocxStyles): RunLook {
  const own = runLook(properties);
  const named = styles.get(valOf(properties, "w:rStyle"))?.run;
  const under = style.run;
  const base = styles.defaults.run;
  // A toggle stated in both a paragraph and a character style cancels out (ISO 29500-1, 17.7.3).
  const toggle = (key: "bold" | "italic" | "vanish") => {
    const both = named?.[key] === true && under[key] === true ? false : (named?.[key] ?? under[key]);
    return own[key] ?? both ?? base[key];
  };
  const plain = <K extends "size" | "color" | "fill" | "font" | "clear">(key: K): RunLook[K] =>
    own[key] ?? named?.[key] ?? under[key] ?? base[key];
  return {
    bold: toggle("bold"),
    italic: toggle("italic"),
    vanish: toggle("vanish"),
    size: plain("size"),
    color: plain("color"),
    fill: plain("fill"),
    font: plain("font"),
    clear: plain("clear"),
  };
}

/** The colour of a w:shd below a properties element: RRGGBB, "auto" where it says so, null where it has none. */
export function fillOf(node: XmlElement | undefined): string | null {
  const shading = childOf(node, "w:shd")?.attributes;
  if (shading === undefined) return null;
  const solid = shading["w:val"] === "solid" && /^[0-9a-f]{6}$/i.test(shading["w:color"] ?? "");
  return (solid ? shading["w:color"] : shading["w:fill"]) ?? null;
}

/** The first look with the stated values of the second over it. */
export function merged<T extends object>(under: T, over: T): T {
  const stated = Object.entries(over).filter(([, value]) => value !== null);
  return { ...under, ...Object.fromEntries(stated) };
}

function styleOf(node: XmlElement, base: DocxStyle | undefined): DocxStyle {
  const name = (valOf(node, "w:name") ?? "").toLowerCase();
  const own = paragraphLook(childOf(node, "w:pPr"));
  const heading = own.heading ?? headingByName(name);
  const run = runLook(childOf(node, "w:rPr"));
  return {
    name,
    run: base === undefined ? run : merged(base.run, run),
    paragraph: merged(base?.paragraph ?? paragraphLook(undefined), { ...own, heading }),
    shaded: (base?.shaded ?? false) || shadesCells(node),
  };
}

function headingByName(name: string): number | null {
  if (name === "title") return 1;
  const level = headingName.exec(name)?.[1];
  return level === undefined ? null : Number(level);
}

/** The list level a built-in list style stands for where its numbering is missing, from 0; null for other styles. */
export function listLevelOf(style: DocxStyle): number | null {
  const level = listName.exec(style.name);
  return level === null ? null : Math.max(0, Number(level[2] || 1) - 1);
}

function shadesCells(style: XmlElement): boolean {
  if (style.attributes["w:type"] !== "table") return false;
  const cells = [style, ...elementsOf(style, "w:tblStylePr")].map((node) => childOf(node, "w:tcPr"));
  return cells.some((cell) => !/^(auto|ffffff)?$/i.test(fillOf(cell) ?? ""));
}

/** Automatic space counts as one line of 14 points, as Word prints it. */
function pointsOf(twentieths: string | undefined, automatic: string | undefined): number | null {
  if (/^(1|true|on)$/.test(automatic ?? "")) return 14;
  const value = Number.parseFloat(twentieths ?? "");
  return Number.isFinite(value) ? value / 20 : null;
}

/** The named highlight colours are all dark or strong but these three. */
function highlightOf(node: XmlElement | undefined): string | null {
  const name = valOf(node, "w:highlight");
  if (name === null || name === "none") return null;
  return name === "white" ? "FFFFFF" : name === "yellow" ? "FFFF00" : name === "lightGray" ? "D3D3D3" : "808080";
}
