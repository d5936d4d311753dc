import { UserError } from "../errors.js";
import { elementsOf, parseXml, type XmlElement } from "./docx-xml.js";
import { openZip, type Unpack } from "./zip.js";

/** A part of the package: its markup and what it points to. */
export interface DocxPart {
  /** word/document.xml, word/header1.xml, … */
  path: string;
  /** The decoded text the offsets of `root` count in. */
  text: string;
  root: XmlElement;
  relations: ReadonlyMap<string, Relation>;
}

/** What a relationship id stands for. */
interface Relation {
  /** Last word of its type: header, hyperlink, footnotes, … */
  type: string;
  /** A path inside the package, or the address where `external`. */
  target: string;
  external: boolean;
}

/** A DOCX file opened: its main part, and any other by path. */
export interface DocxPackage {
  main: DocxPart;
  /** A part by its path, null where the package has none. */
  part(path: string): DocxPart | null;
  /** The part of the main document with a type of relationship (styles, numbering, settings, …), null where it has none. */
  related(type: string): DocxPart | null;
  /** Whether any member's path matches. */
  has(pattern: RegExp): boolean;
}

/** Opens the package around a document; UserError "input" where it is damaged or holds no document. */
export async function openDocx(bytes: Uint8Array, name: string, unpack?: Unpack): Promise<DocxPackage> {
  const zip = await openZip(bytes, name, unpack);
  const paths = new Map([...zip.members.keys()].map((path) => [path.toLowerCase(), path]));
  const opened = new Map<string, DocxPart | null>();

  function textOf(path: string): string | null {
    const member = paths.get(path.toLowerCase());
    const content = member === undefined ? null : zip.part(member);
    return content === null ? null : decodeXml(content);
  }

  function part(path: string): DocxPart | null {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const text = textOf(path);
    const made = text === null ? null : { path, text, root: parseXml(text, name), relations: relations(path) };
    opened.set(path, made);
    return made;
  }

  function relations(path: string): Map<string, Relation> {
    const slash = path.lastIndexOf("/") + 1;
    const folder = path.slice(0, slash);
    const text = textOf(`${folder}_rels/${path.slice(slash)}.rels`);
    return text === null ? new Map() : relationsIn(parseXml(text, name), folder);
  }

  const office = [...relations("").values()].find(({ type }) => type === "officeDocument");
  const main = (office && part(office.target)) ?? part("word/document.xml");
  if (main === null) {
    throw new UserError(
      "input",
      `${name} is damaged: the document inside the package is missing.`,
      "Open it in a word processor, save it again as .docx, and try with the new file.",
    );
  }
  const related = (type: string) => {
    const found = [...main.relations.values()].find((relation) => relation.type === type && !relation.external);
    return found === undefined ? null : part(found.target);
  };
  return { main, part, related, has: (pattern) => [...paths.values()].some((path) => pattern.test(path)) };
}

function relationsIn(root: XmlElement, folder: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const { attributes } of elementsOf(root)) {
    const external = attributes.TargetMode === "External";
    const target = attributes.Target ?? "";
    const type = (attributes.Type ?? "").split("/").at(-1) ?? "";
    relations.set(attributes.Id ?? "", { type, external, target: external ? target : resolved(folder, target) });
  }
  return relations;
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith("/") ? [] : folder.split("/").filter((step) => step !== "");
  for (const step of target.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** XML is UTF-8 unless it begins with the mark or the zero bytes of UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  const little = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  const big = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c);
  return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8").decode(bytes);
}
