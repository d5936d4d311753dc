import { childOf, elementsOf, valOf, type XmlElement } from "./docx-xml.js";

/** How the items of a list are marked: with a sign, with a counter, or not at all. */
type ListMark = "sign" | "counter" | "none";

/** How a list marks its items at a level from 0; null where the document defines no such list. */
export type DocxNumbering = (numId: string, level: number) => ListMark | null;

/** The lists defined in word/numbering.xml. */
export function docxNumbering(root: XmlElement | undefined): DocxNumbering {
  const abstracts = new Map(
    elementsOf(root, "w:abstractNum").map((node) => [node.attributes["w:abstractNumId"] ?? "", node]),
  );
  const byStyle = new Map<string, XmlElement>();
  for (const node of abstracts.values()) {
    const style = valOf(node, "w:styleLink");
    if (style !== null) byStyle.set(style, node);
  }
  const lists = new Map(elementsOf(root, "w:num").map((node) => [node.attributes["w:numId"] ?? "", node]));

  return (numId, level) => {
    const list = lists.get(numId);
    if (list === undefined) return null;
    const own = abstracts.get(valOf(list, "w:abstractNumId") ?? "");
    const abstract = byStyle.get(valOf(own, "w:numStyleLink") ?? "") ?? own;
    const override = atLevel(elementsOf(list, "w:lvlOverride"), level);
    const definition = childOf(override, "w:lvl") ?? atLevel(elementsOf(abstract, "w:lvl"), level);
    return definition === undefined ? null : markOf(definition);
  };
}

function atLevel(nodes: XmlElement[], level: number): XmlElement | undefined {
  return nodes.find(({ attributes }) => attributes["w:ilvl"] === String(level));
}

function markOf(definition: XmlElement): ListMark {
  const format = valOf(definition, "w:numFmt") ?? "decimal";
  const text = valOf(definition, "w:lvlText") ?? "";
  if (format === "bullet")
    return text.trim() === "" && childOf(definition, "w:lvlPicBulletId") === undefined ? "none" : "sign";
  return format === "none" || text.trim() === "" ? "none" : "counter";
}
