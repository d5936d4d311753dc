import { branchOf } from "./docx-shapes.js";
import { descend, textIn, type XmlElement } from "./docx-xml.js";

/** Elements whose text the page never shows: deletions, instructions, old properties. */
const unseen = /^w:(del|moveFrom|pPr|rPr|tblPr|tcPr|trPr|sdtPr|sectPr|instrText|delText|delInstrText)$/;
/** Elements that begin a new word. */
const breaks = /^(w:(p|tab|ptab|br|cr|tc|sym)|w:txbxContent)$/;

/**
 * The text of a part in pieces, hidden text included, by a plain walk that knows nothing of styles, lists or layout.
 *
 * Why: the loss checker holds the lines against it; a fault in the walk that makes the lines must not repeat here.
 */
export function rawText(root: XmlElement): string[] {
  const pieces: string[] = [""];
  function walk(node: XmlElement): void {
    if (unseen.test(node.name)) return;
    if (node.name === "w:tr" && descend(node, "w:trPr", "w:del") !== undefined) return;
    if (node.name === "mc:AlternateContent") {
      const shown = branchOf(node);
      if (shown !== undefined) walk(shown);
      return;
    }
    if (node.name === "w:t" || node.name === "m:t") pieces[pieces.length - 1] += textIn(node);
    if (node.name === "w:noBreakHyphen") pieces[pieces.length - 1] += "-";
    if (breaks.test(node.name)) pieces.push("");
    for (const child of node.children) if (typeof child !== "string") walk(child);
    if (breaks.test(node.name)) pieces.push("");
  }
  walk(root);
  return pieces.filter((piece) => piece.trim() !== "");
}
