import { classesOf, type PageElement } from "./html-selectors.js";
import { elementLook, hasMark, type Sheet } from "./html-sheet.js";
import { type Look, pixels } from "./html-style.js";
import {
  blockTags,
  boldTags,
  headingLevel,
  isForScreenReaders,
  isIcon,
  italicTags,
  skippedTags,
  tagSizes,
} from "./html-tags.js";
import { safeUrl } from "./runs.js";

/** An element that is open while a page is read, and how the text in it looks. */
export interface Frame {
  tag: string;
  element: PageElement | null;
  skipped: boolean;
  hidden: boolean;
  bold: boolean;
  italic: boolean;
  /** Font size in pixels. */
  size: number;
  /** Font size of the page, in pixels. */
  root: number;
  url: string | null;
  coloured: boolean;
  keepsLines: boolean;
  heading: number;
  listDepth: number;
  /** Items of a list have bullets. */
  bullets: boolean;
  /** It begins a line of its own. */
  block: boolean;
  /** A box on a line among others, as chips are. */
  box: boolean;
  /** Blank space is set at its left or right. */
  spaced: boolean;
  /** Its width is stated. */
  sized: boolean;
  /** Laid at the right edge of the line that it stands in. */
  aside: boolean;
  /** Its children stand side by side. */
  row: boolean;
  /** It stands beside its neighbours as a cell of its own; null where it does not. */
  cell: "left" | "right" | null;
  /** It does so because it floats. */
  floated: boolean;
  /** While open: a row is being gathered for its children. */
  opensRow: boolean;
  /** While open: the row is of floating children and ends where one does not float. */
  floats: boolean;
  /** While open: the last thing in it was a box. */
  behindBox: boolean;
  /** While open: the last thing in it was an element in the line, which has space or a sign behind it or not. */
  behindInline: "spaced" | "close" | null;
  /** While open: the last child element. */
  last: PageElement | null;
}

/** Largest font size, in pixels, that nobody can read. */
export const tiny = 2;

/** The frame around a whole page. */
export const rootFrame: Frame = {
  ...{ tag: "", element: null, skipped: false, hidden: false, bold: false, italic: false, size: 16, root: 16 },
  ...{ url: null, coloured: false, keepsLines: false, heading: 0, listDepth: 0, bullets: true, block: true },
  ...{ box: false, spaced: false, sized: false, aside: false, row: false, cell: null, floated: false },
  ...{ opensRow: false, floats: false, behindBox: false, behindInline: null, last: null },
};

/** The frame of an element that opens inside another. */
export function frameOf(
  tag: string,
  attributes: Record<string, string>,
  around: Frame,
  { sheet, skip }: { sheet: Sheet; skip: ReadonlySet<string> },
): Frame {
  const element: PageElement = {
    tag,
    attributes,
    classes: classesOf(attributes),
    previous: around.last,
    around: around.element,
  };
  const skipped = skippedTags.has(tag) || skip.has(tag) || isIcon(tag, attributes) || isForScreenReaders(attributes);
  if (skipped) return { ...around, ...openState, tag, element, skipped };
  const look = elementLook(element, sheet, around.coloured);
  const stated = look.size === null ? null : pixels(look.size, around.size, around.root);
  const size = stated ?? around.size * (tagSizes[tag] ?? 1);
  const listed = tag === "ul" || tag === "ol";
  const place = placeOf(tag, look, around);
  return {
    tag,
    element,
    skipped,
    hidden: around.hidden || look.hidden,
    bold: look.bold ?? (around.bold || boldTags.has(tag)),
    italic: look.italic ?? (around.italic || italicTags.has(tag)),
    size,
    root: tag === "html" ? size : around.root,
    url: tag === "a" && attributes.href !== undefined ? safeUrl(attributes.href) : around.url,
    coloured: around.coloured || look.coloured,
    keepsLines: look.keepsLines ?? (around.keepsLines || tag === "pre"),
    heading: headingLevel(tag, attributes) || around.heading,
    listDepth: around.listDepth + (listed ? 1 : 0),
    bullets: bulletsOf(tag, look, listed || around.bullets, element, sheet),
    block: place.block,
    box: place.box,
    spaced: place.spaced,
    sized: place.sized,
    aside: place.aside,
    row: place.row,
    cell: place.cell,
    floated: place.floated,
    opensRow: false,
    floats: false,
    behindBox: false,
    behindInline: null,
    last: null,
  };
}

const openState = { opensRow: false, floats: false, behindBox: false, behindInline: null, last: null };

/** Whether list items have bullets, be they the browser's own or drawn by the page. */
function bulletsOf(tag: string, look: Look, around: boolean, element: PageElement, sheet: Sheet): boolean {
  const own = look.bullets ?? around;
  return own || (tag === "li" && hasMark(element, sheet));
}

function placeOf(
  tag: string,
  { display, side, wide, sized, spaced }: Look,
  around: Frame,
): Pick<Frame, "block" | "box" | "spaced" | "sized" | "aside" | "row" | "cell" | "floated"> {
  const inRow = around.row;
  const natural = blockTags.has(tag);
  const inline = display === "box" || display === "inline";
  const box =
    !inRow &&
    ((display === "chip" && !natural) ||
      (display === "box" && !(natural && wide)) ||
      (display === "inline" && tag === "li"));
  const row = tag === "tr" || (display === "row" && tag !== "body" && tag !== "html");
  const block =
    inRow ||
    row ||
    display === "block" ||
    display === "cell" ||
    (natural && (!inline || !box) && !(display === "inline"));
  const floated = side !== null && block && !inRow && tag !== "body" && tag !== "html";
  const cell = inRow || display === "cell" || floated ? (side ?? "left") : null;
  return { block, box, spaced, sized, aside: side === "right" && !block, row, cell, floated };
}
