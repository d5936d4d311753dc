import { type Look, lookOf, plainLook } from "./html-style.js";

/** A page's own style sheets, as far as they tell what a reader sees. */
export interface Sheet {
  /** Looks by simple selector: ".name", "#id", "tag". */
  looks: ReadonlyMap<string, Look>;
  /** White text may stand on colour: some rule sets a background, or a sheet is not part of the page. */
  coloured: boolean;
}

/** Most style text that is looked at. */
const longestSheet = 500_000;

/**
 * The looks that the page's <style> elements give to classes, ids and tags.
 *
 * Rules inside @media are left out, as they may be for print or another screen; of a selector with ancestors only the last
 * part counts, and such a rule never hides, since it may hold somewhere else.
 */
export function sheetOf(page: string): Sheet {
  const styles = [...page.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style/gi)].map((match) => match[1] ?? "").join("\n");
  const external = /<link\b[^>]*\bstylesheet\b/i.test(page);
  const rules = plainRules(styles.slice(0, longestSheet));
  const coloured = external || rules.some(({ body }) => lookOf(body, false).coloured);
  const looks = new Map<string, Look>();
  for (const { selectors, body } of rules) {
    const look = lookOf(body, coloured);
    for (const selector of selectors) {
      const last = /([.#]?[\w-]+)$/.exec(selector);
      if (last?.[1] === undefined || /[:[*]/.test(selector)) continue;
      const alone = /^[a-z\d]*[.#]?[\w-]+$/i.test(selector);
      looks.set(last[1], merged(looks.get(last[1]), alone ? look : { ...look, hidden: false }));
    }
  }
  return { looks, coloured };
}

/** What an element looks like by its tag, id, classes and own style, the later ones first. */
export function elementLook(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  sheet: Sheet,
  coloured: boolean,
): Look {
  let look = merged(plainLook, sheet.looks.get(tag));
  for (const name of attributes.class?.split(/\s+/) ?? []) look = merged(look, sheet.looks.get(`.${name}`));
  if (attributes.id !== undefined) look = merged(look, sheet.looks.get(`#${attributes.id}`));
  const around = coloured || look.coloured || sheet.coloured;
  if (attributes.style !== undefined) look = merged(look, lookOf(attributes.style, around));
  if ("hidden" in attributes && attributes.hidden !== "until-found") look = { ...look, hidden: true };
  return look;
}

function merged(below: Look | undefined, above: Look | undefined): Look {
  if (below === undefined || above === undefined) return above ?? below ?? plainLook;
  return {
    hidden: below.hidden || above.hidden,
    bold: above.bold ?? below.bold,
    italic: above.italic ?? below.italic,
    coloured: below.coloured || above.coloured,
    row: below.row || above.row,
    right: below.right || above.right,
    keepsLines: below.keepsLines || above.keepsLines,
  };
}

function plainRules(sheet: string): { selectors: string[]; body: string }[] {
  const rules: { selectors: string[]; body: string }[] = [];
  const text = sheet.replace(/\/\*[\s\S]*?\*\//g, "");
  let depth = 0;
  let start = 0;
  let selector = "";
  for (const { 0: sign, index } of text.matchAll(/[{};]/g)) {
    if (sign === "{") {
      depth += 1;
      if (depth > 1) continue;
      selector = text.slice(start, index).trim();
      start = index + 1;
    } else if (sign === "}") {
      depth = Math.max(0, depth - 1);
      if (depth > 0) continue;
      if (!selector.startsWith("@"))
        rules.push({ selectors: selector.split(",").map((one) => one.trim()), body: text.slice(start, index) });
      start = index + 1;
    } else if (depth === 0) start = index + 1;
  }
  return rules;
}
