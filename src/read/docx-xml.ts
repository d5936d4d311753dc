import { UserError } from "../errors.js";
import { attributesIn, scanXml } from "./xml-scan.js";

/** An element of a part; names carry the usual prefix whatever the file calls its namespace. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlNode[];
  /** Offset of its first character in the part's text. */
  start: number;
  /** Offset behind its last character. */
  end: number;
  /** For w:p its number among the part's w:p, from 0, in document order; else -1. */
  paragraph: number;
}

/** An element or a piece of text. */
type XmlNode = XmlElement | string;

/** Deepest nesting that is read; Word itself stays far below. */
const depthLimit = 400;
/** Most elements of one part; a resume of ten pages has about 20,000. */
const elementLimit = 200_000;

/** The usual prefix of each namespace, in its transitional, strict and Microsoft forms. */
const prefixes: readonly [namespace: RegExp, prefix: string][] = [
  [/wordprocessingml\/(2006\/)?main$/, "w"],
  [/officeDocument\/(2006\/)?relationships$/, "r"],
  [/officeDocument\/(2006\/)?math$/, "m"],
  [/markup-compatibility\/2006$/, "mc"],
  [/drawingml\/(2006\/)?wordprocessingDrawing$/, "wp"],
  [/drawingml\/(2006\/)?main$/, "a"],
  [/drawingml\/(2006\/)?diagram$/, "dgm"],
  [/drawingml\/(2006\/)?picture$/, "pic"],
  [/word\/2010\/wordprocessingShape$/, "wps"],
  [/word\/2010\/wordprocessingGroup$/, "wpg"],
  [/word\/2010\/wordml$/, "w14"],
  [/^urn:schemas-microsoft-com:vml$/, "v"],
  [/package\/2006\/relationships$/, ""],
  [/extended-properties$/i, ""],
];

/** The root of a part's markup; UserError "input" where there is none or it is nested too deep. `name` is the file's. */
export function parseXml(text: string, name: string): XmlElement {
  const document = element("", "", new Map(), 0);
  const open: XmlElement[] = [document];
  const scopes: Map<string, string>[] = [new Map()];
  let paragraphs = 0;
  let elements = 0;
  scanXml(text, {
    open(rawName, markup, start) {
      const outer = scopes.at(-1) ?? new Map();
      const scope = markup.includes("xmlns") ? scopeOf(attributesIn(markup), outer) : outer;
      scopes.push(scope);
      const node = element(renamed(rawName, scope, true), markup, scope, start);
      if (node.name === "w:p") node.paragraph = paragraphs++;
      if (open.length > depthLimit || ++elements > elementLimit) throw tooMuch(name);
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    text(piece) {
      const children = open.at(-1)?.children ?? [];
      const last = children.at(-1);
      if (typeof last === "string") children[children.length - 1] = last + piece;
      else children.push(piece);
    },
    close(end) {
      scopes.pop();
      const node = open.pop();
      if (node !== undefined) node.end = end;
    },
  });
  const root = document.children.find((node) => typeof node !== "string");
  if (root === undefined) throw noMarkup(name);
  return root;
}

/** The child elements, of one name where given. */
export function elementsOf(parent: XmlElement | undefined, name?: string): XmlElement[] {
  if (parent === undefined) return [];
  return parent.children.filter(
    (node): node is XmlElement => typeof node !== "string" && (name === undefined || node.name === name),
  );
}

/** The first child element of a name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const node of parent?.children ?? []) if (typeof node !== "string" && node.name === name) return node;
  return undefined;
}

/** The element at the end of a path of names. */
export function descend(parent: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => childOf(at, name), parent);
}

/** All elements of a name below a node, in document order. */
export function allBelow(parent: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const node of parent.children) {
    if (typeof node === "string") continue;
    if (node.name === name) found.push(node);
    allBelow(node, name, found);
  }
  return found;
}

/** The text directly inside an element. */
export function textIn(node: XmlElement | undefined): string {
  return (node?.children ?? []).filter((child) => typeof child === "string").join("");
}

/** The w:val of a child element; null where the child or its value is missing. */
export function valOf(parent: XmlElement | undefined, name: string): string | null {
  return childOf(parent, name)?.attributes["w:val"] ?? null;
}

/** An on-off property: null where it is not stated, else whether it is on (ISO 29500-1, 17.17.4). */
export function switchOf(parent: XmlElement | undefined, name: string): boolean | null {
  const node = childOf(parent, name);
  return node === undefined ? null : !/^(0|false|off|none)$/.test(node.attributes["w:val"] ?? "1");
}

/** An element whose attributes are read when asked for: most never are. */
function element(name: string, markup: string, scope: Map<string, string>, start: number): XmlElement {
  let attributes: Record<string, string> | undefined;
  return {
    name,
    get attributes() {
      attributes ??= renamedAll(attributesIn(markup), scope);
      return attributes;
    },
    children: [],
    start,
    end: start,
    paragraph: -1,
  };
}

/** The prefixes that differ from the usual ones below an element; most files have none. */
function scopeOf(attributes: Record<string, string>, outer: Map<string, string>): Map<string, string> {
  let scope = outer;
  for (const key in attributes) {
    if (!key.startsWith("xmlns")) continue;
    const namespace = attributes[key] ?? "";
    const usual = prefixes.find(([pattern]) => pattern.test(namespace))?.[1];
    const own = key.slice(6);
    if (usual === undefined || usual === own) {
      if (!scope.has(own)) continue;
      scope = new Map(scope);
      scope.delete(own);
    } else {
      scope = new Map(scope).set(own, usual);
    }
  }
  return scope;
}

function renamed(name: string, scope: Map<string, string>, isElement: boolean): string {
  if (scope.size === 0) return name;
  const colon = name.indexOf(":");
  if (colon < 0 && !isElement) return name;
  const usual = scope.get(colon < 0 ? "" : name.slice(0, colon));
  if (usual === undefined) return name;
  return usual === "" ? name.slice(colon + 1) : `${usual}:${name.slice(colon + 1)}`;
}

function renamedAll(attributes: Record<string, string>, scope: Map<string, string>): Record<string, string> {
  if (scope.size === 0) return attributes;
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [renamed(key, scope, false), value]));
}

function tooMuch(name: string): UserError {
  const hint = "If you trust the file, open it in a word processor, save it again as .docx, and try with the new file.";
  return new UserError("input", `${name} was refused: its markup is larger or deeper than any resume's.`, hint);
}

function noMarkup(name: string): UserError {
  const hint = "Open it in a word processor, save it again as .docx, and try with the new file.";
  return new UserError("input", `${name} is damaged: a part of it holds no markup.`, hint);
}
