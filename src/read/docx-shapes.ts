import { boxFill } from "./docx-hidden.js";
import { allBelow, childOf, type XmlElement } from "./docx-xml.js";

/** A text box with what is known about its place, in points; null where the file does not tell. */
export interface TextBox {
  content: XmlElement;
  fill: string | null;
  hidden: boolean;
}

/** The text boxes in a drawing or picture, each once, without those inside other boxes. */
export function boxesIn(drawing: XmlElement): TextBox[] {
  const boxes: TextBox[] = [];
  function walk(node: XmlElement, shape: XmlElement | undefined, hidden: boolean): void {
    if (node.name === "w:txbxContent") {
      boxes.push({ content: node, fill: boxFill(shape), hidden });
      return;
    }
    if (node.name === "mc:AlternateContent") {
      const shown = branchOf(node);
      if (shown !== undefined) walk(shown, shape, hidden);
      return;
    }
    const isShape = node.name === "wps:wsp" || /^v:(shape|rect|roundrect|oval|textbox)$/.test(node.name);
    const unseen = /visibility:\s*hidden|display:\s*none/i.test(node.attributes.style ?? "");
    const inner = node.name === "v:textbox" || !isShape ? shape : node;
    const off = hidden || unseen || /^(1|true)$/.test(childOf(node, "wp:docPr")?.attributes.hidden ?? "");
    for (const child of node.children) if (typeof child !== "string") walk(child, inner, off);
  }
  walk(drawing, undefined, false);
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
