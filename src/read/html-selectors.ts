/** An element of a page, as selectors see it. */
export interface PageElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  classes: readonly string[];
  /** The element before it in the same parent; null for the first. */
  previous: PageElement | null;
  around: PageElement | null;
}

/** A selector as parsed, the last compound first. */
export interface Selector {
  compounds: readonly Compound[];
  /** It means the box in front of the element or behind it, not the element. */
  box: "before" | "after" | null;
  specificity: number;
}

interface Compound {
  tag: string | null;
  id: string | null;
  classes: string[];
  attributes: { name: string; sign: string; value: string }[];
  first: boolean;
  not: Compound[];
  /** Where the element that fits the next compound must be: around it, its parent, just before it, or before it in the same parent. */
  beside: " " | ">" | "+" | "~";
}

const name = String.raw`(?:\\.|[\w-]|[^\x00-\x7f])+`;
const part = new RegExp(
  String.raw`\s*([>+~])\s*|(\s+)|(\*)|([#.]?)(${name})|\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s\]]+))\s*i?\s*)?\]|(::?)([\w-]+)(?:\(([^()]*)\))?`,
  "y",
);

/** A selector without the commas; null where it asks for something that a page read from its start cannot tell, or for a state. */
export function parseSelector(text: string): Selector | null {
  const compounds = [emptyCompound()];
  let box: Selector["box"] = null;
  let specificity = 0;
  let at = 0;
  while (at < text.length) {
    part.lastIndex = at;
    const match = part.exec(text);
    const compound = compounds[0];
    if (match === null || compound === undefined) return null;
    at = part.lastIndex;
    const [, child, blank, , sign, word = "", attribute, compare = "", double, single, bare, , pseudo, inside] = match;
    if (child !== undefined || blank !== undefined) {
      if (compounds.length > 12) return null;
      compounds.unshift({ ...emptyCompound(), beside: sideOf(child) });
    } else if (sign !== undefined) {
      addName(compound, sign, word.replace(/\\(.)/g, "$1"));
      specificity += sign === "#" ? 10_000 : sign === "." ? 100 : 1;
    } else if (attribute !== undefined) {
      compound.attributes.push({ name: attribute, sign: compare, value: double ?? single ?? bare ?? "" });
      specificity += 100;
    } else if (pseudo === "before" || pseudo === "after") box = pseudo;
    else if (pseudo !== undefined) {
      if (!addPseudo(compound, pseudo, inside)) return null;
      specificity += 100;
    }
  }
  return { compounds, box, specificity };
}

/** The classes of an element. */
export function classesOf(attributes: Readonly<Record<string, string>>): readonly string[] {
  return attributes.class === undefined ? none : attributes.class.split(/\s+/);
}

const none: readonly string[] = [];

/** Whether an element is one that the selector means. */
export function isMeant(selector: Selector, element: PageElement): boolean {
  return matchesFrom(selector.compounds, 0, element);
}

function matchesFrom(compounds: readonly Compound[], at: number, element: PageElement): boolean {
  const compound = compounds[at];
  if (compound === undefined || !fits(compound, element)) return false;
  if (at + 1 === compounds.length) return true;
  const { beside } = compound;
  const along = beside === " " || beside === ">" ? "around" : "previous";
  for (let other = element[along]; other !== null; other = other[along]) {
    if (matchesFrom(compounds, at + 1, other)) return true;
    if (beside === ">" || beside === "+") return false;
  }
  return false;
}

function fits(compound: Compound, element: PageElement): boolean {
  const { tag, attributes, classes, previous } = element;
  if (compound.tag !== null && compound.tag !== tag) return false;
  if (compound.id !== null && compound.id !== attributes.id) return false;
  if (compound.first && previous !== null) return false;
  if (!compound.classes.every((one) => classes.includes(one))) return false;
  return (
    compound.attributes.every((wanted) => hasValue(attributes[wanted.name], wanted.sign, wanted.value)) &&
    compound.not.every((one) => !fits(one, element))
  );
}

function hasValue(found: string | undefined, sign: string, value: string): boolean {
  if (found === undefined || sign === "") return found !== undefined;
  if (sign === "=") return found === value;
  if (sign === "~=") return found.split(/\s+/).includes(value);
  if (sign === "|=") return found === value || found.startsWith(`${value}-`);
  if (value === "") return false;
  if (sign === "^=") return found.startsWith(value);
  return sign === "$=" ? found.endsWith(value) : found.includes(value);
}

function sideOf(sign: string | undefined): Compound["beside"] {
  return sign === ">" || sign === "+" || sign === "~" ? sign : " ";
}

function addName(compound: Compound, sign: string, word: string): void {
  if (sign === "#") compound.id = word;
  else if (sign === ".") compound.classes.push(word);
  else compound.tag = word.toLowerCase();
}

function addPseudo(compound: Compound, pseudo: string, inside: string | undefined): boolean {
  if (pseudo === "link" || pseudo === "any-link") return true;
  if (pseudo === "root") compound.tag = "html";
  else if (pseudo === "first-child") compound.first = true;
  else if (pseudo === "not" && inside !== undefined) {
    const inner = parseSelector(inside.trim());
    const [only, ...more] = inner?.compounds ?? [];
    if (only === undefined || more.length > 0 || inner?.box !== null) return false;
    compound.not.push(only);
  } else return false;
  return true;
}

function emptyCompound(): Compound {
  return { tag: null, id: null, classes: [], attributes: [], first: false, not: [], beside: " " };
}
