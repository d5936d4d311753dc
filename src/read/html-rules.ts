import { isMeant, type PageElement, parseSelector, type Selector } from "./html-selectors.js";

/** Declared properties in lower case, those marked !important apart. */
export interface Declarations {
  normal: ReadonlyMap<string, string>;
  important: ReadonlyMap<string, string>;
}

/** A rule of a style sheet for one selector; what it says is parsed when an element asks for it. */
interface Rule {
  selector: string;
  parsed?: Selector | null;
  body: { text: string; read?: Declarations };
  order: number;
}

/** The rules of a page's style sheets, by the last id, class or tag of their selectors. */
export type Rules = ReadonlyMap<string, readonly Rule[]>;

/** Most style text that is looked at. */
const longestSheet = 500_000;
/** Width in pixels of the window that a page is thought to be read in. */
const windowWidth = 1_200;

/** The rules that hold on a screen of a desk computer; of the rules for other media none. */
export function rulesOf(styles: string): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  let order = 0;
  for (const { prelude, text } of blocksOf(styles.slice(0, longestSheet).replace(/\/\*[\s\S]*?\*\//g, ""))) {
    const body = { text };
    for (const one of prelude.split(/,(?![^(]*\))/)) {
      const selector = one.trim();
      const plain = keyOf(selector);
      if (plain === null) continue;
      const key = /:(before|after)$/.test(selector) ? `${boxMark}${plain}` : plain;
      const rule = { selector, body, order: order++ };
      const others = rules.get(key);
      if (others === undefined) rules.set(key, [rule]);
      else others.push(rule);
    }
  }
  return rules;
}

/** Begins the keys of rules for boxes in front of elements or behind them. */
const boxMark = "::";

/** What the rules and the element's own style declare for it, the winning value of each property; `box` asks for the box in front of it or behind it. */
export function declaredFor(
  element: PageElement,
  rules: Rules,
  box: Selector["box"] = null,
): ReadonlyMap<string, string> {
  if (rules.size === 0 && element.attributes.style === undefined) return nothing;
  const { tag, attributes, classes } = element;
  const mark = box === null ? "" : boxMark;
  const keys = [`${mark}*`, mark + tag, ...classes.map((one) => `${mark}.${one}`)];
  if (attributes.id !== undefined) keys.push(`${mark}#${attributes.id}`);
  const found: { specificity: number; order: number; said: Declarations }[] = [];
  for (const key of keys) {
    for (const rule of rules.get(key) ?? []) {
      if (rule.parsed === undefined) rule.parsed = parseSelector(rule.selector);
      const { parsed, order, body } = rule;
      if (parsed === null || parsed.box !== box || !isMeant(parsed, element)) continue;
      body.read ??= declarations(body.text);
      found.push({ specificity: parsed.specificity, order, said: body.read });
    }
  }
  const own = box !== null || attributes.style === undefined ? null : declarations(attributes.style);
  if (found.length === 0 && own === null) return nothing;
  found.sort((a, b) => a.specificity - b.specificity || a.order - b.order);
  const said = found.map((one) => one.said);
  if (own !== null) said.push(own);
  const winning = new Map<string, string>();
  for (const { normal } of said) for (const [property, value] of normal) winning.set(property, value);
  for (const { important } of said) for (const [property, value] of important) winning.set(property, value);
  return winning;
}

const nothing: ReadonlyMap<string, string> = new Map();

/** The declarations of a style: "color: red; margin: 0 !important". */
export function declarations(style: string): Declarations {
  const normal = new Map<string, string>();
  const important = new Map<string, string>();
  for (const part of style.toLowerCase().split(";")) {
    const colon = part.indexOf(":");
    if (colon <= 0) continue;
    const value = part.slice(colon + 1);
    const strong = value.includes("!");
    (strong ? important : normal).set(part.slice(0, colon).trim(), value.replace(/!\s*important/, "").trim());
  }
  return { normal, important };
}

/** The blocks of a sheet that hold on a desk computer's screen. */
function blocksOf(text: string, depth = 0): { prelude: string; text: string }[] {
  const blocks: { prelude: string; text: string }[] = [];
  let open = 0;
  let start = 0;
  let prelude = "";
  for (const { 0: sign, index } of text.matchAll(/[{};]/g)) {
    if (sign === "{") {
      open += 1;
      if (open > 1) continue;
      prelude = text.slice(start, index).trim();
      start = index + 1;
    } else if (sign === "}") {
      open = Math.max(0, open - 1);
      if (open > 0) continue;
      const inside = text.slice(start, index);
      if (!prelude.startsWith("@")) blocks.push({ prelude, text: inside });
      else if (depth < 4 && holdsOnScreen(prelude)) for (const block of blocksOf(inside, depth + 1)) blocks.push(block);
      start = index + 1;
    } else if (open === 0) start = index + 1;
  }
  return blocks;
}

/** Whether the rules inside an at-rule hold for a page on a desk computer's screen. */
function holdsOnScreen(prelude: string): boolean {
  const query = /^@media\s*([\s\S]*)$/i.exec(prelude)?.[1]?.toLowerCase();
  if (query === undefined) return /^@(layer|supports|container)\b/i.test(prelude);
  return query.split(",").some((one) => {
    const negated = /^\s*not\s/.test(one);
    const holds = (!/\bprint\b/.test(one) || negated) && !/prefers-|hover|orientation:\s*portrait|speech/.test(one);
    return holds && !(negated && /\b(screen|all)\b/.test(one)) && fitsWidth(one);
  });
}

function fitsWidth(query: string): boolean {
  for (const [, bound, size, unit] of query.matchAll(/\b(min|max)-(?:device-)?width:\s*(\d*\.?\d+)(px|r?em)/g)) {
    const pixels = Number(size) * (unit === "px" ? 1 : 16);
    if (bound === "min" ? pixels > windowWidth : pixels < windowWidth) return false;
  }
  for (const [, sign, size, unit] of query.matchAll(/\bwidth\s*([<>])=?\s*(\d*\.?\d+)(px|r?em)/g)) {
    const pixels = Number(size) * (unit === "px" ? 1 : 16);
    if (sign === ">" ? pixels > windowWidth : pixels < windowWidth) return false;
  }
  return true;
}

/** The last id, class or tag of a selector's last part, by which its elements are found; null where it has none that counts. */
function keyOf(selector: string): string | null {
  const last = /[^\s>+~]*$/.exec(selector.replace(/\[[^\]]*\]|:not\([^()]*\)/g, ""))?.[0] ?? "";
  if (/[+~]/.test(last) || (selector.includes(":") && /:(hover|focus|active|after|visited)/.test(selector)))
    return null;
  const name = /#((?:\\.|[\w-]|[^\x00-\x7f])+)/.exec(last) ?? /\.((?:\\.|[\w-]|[^\x00-\x7f])+)/.exec(last);
  if (name?.[1] !== undefined) return name[0][0] + name[1].replace(/\\(.)/g, "$1");
  const tag = /^[a-z][\w-]*/i.exec(last)?.[0];
  return tag === undefined ? "*" : tag.toLowerCase();
}
