import { declaredFor, type Rules, rulesOf } from "./html-rules.js";
import type { PageElement } from "./html-selectors.js";
import { hasColour, type Look, lookOf } from "./html-style.js";

/** A page's own style sheets, as far as they tell what a reader sees. */
export interface Sheet {
  rules: Rules;
  /** White text may stand on colour: some rule sets a background, or a sheet is not part of the page. */
  coloured: boolean;
}

/** No styles but those that elements have themselves. */
export const noSheet: Sheet = { rules: new Map(), coloured: false };

/** The styles of a page's <style> elements, as they hold on a desk computer's screen. */
export function sheetOf(page: string): Sheet {
  const styles = [...page.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style/gi)].map((match) => match[1] ?? "").join("\n");
  return { rules: rulesOf(styles), coloured: /<link\b[^>]*\bstylesheet\b/i.test(page) || hasColour(styles) };
}

/** What an element looks like; `coloured` tells whether an element around it has a background of its own. */
export function elementLook(element: PageElement, sheet: Sheet, coloured: boolean): Look {
  const look = lookOf(declaredFor(element, sheet.rules), coloured || sheet.coloured);
  const { hidden } = element.attributes;
  return hidden !== undefined && hidden !== "until-found" && !look.shown ? { ...look, hidden: true } : look;
}

/** Whether the styles set a sign or text in front of an element or behind it: bullets of lists, strokes between the parts of a line. */
export function hasMark(element: PageElement, sheet: Sheet, box: "before" | "after" = "before"): boolean {
  const content = declaredFor(element, sheet.rules, box).get("content");
  return content !== undefined && !/^(none|normal|["']\s*["'])$/.test(content);
}
