import type { DocxPackage, DocxPart } from "./docx-package.js";
import type { Findings } from "./docx-story.js";
import { allBelow, childOf, elementsOf, switchOf, type XmlElement } from "./docx-xml.js";

/** The headers or footers that some page shows, those of a first page before the others, each once. */
export function shownParts(docx: DocxPackage, kind: "header" | "footer"): DocxPart[] {
  const facing = switchOf(docx.related("settings")?.root, "w:evenAndOddHeaders") === true;
  const found = new Map<string, DocxPart>();
  for (const section of allBelow(docx.main.root, "w:sectPr")) {
    const first = switchOf(section, "w:titlePg") === true;
    const shown = [...(first ? ["first"] : []), "default", ...(facing ? ["even"] : [])];
    const references = elementsOf(section, `w:${kind}Reference`);
    for (const type of shown) {
      const reference = references.find(({ attributes }) => (attributes["w:type"] ?? "default") === type);
      const relation = docx.main.relations.get(reference?.attributes["r:id"] ?? "");
      const part = relation === undefined || relation.external ? null : docx.part(relation.target);
      if (part !== null) found.set(part.path, part);
    }
  }
  return [...found.values()];
}

/** The footnotes and endnotes the text refers to, in that order, each once. */
export function noteParts(docx: DocxPackage, notes: Findings["notes"]): { part: DocxPart; note: XmlElement }[] {
  const found = new Map<XmlElement, DocxPart>();
  for (const { type, id } of notes) {
    const part = docx.related(type);
    const note = elementsOf(part?.root).find(({ attributes }) => attributes["w:id"] === id);
    if (part !== null && note !== undefined && childOf(note, "w:separator") === undefined) found.set(note, part);
  }
  return [...found].map(([note, part]) => ({ part, note }));
}
