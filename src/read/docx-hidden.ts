import type { RunLook } from "./docx-styles.js";
import { childOf, type XmlElement } from "./docx-xml.js";

/** Why a reader of the page cannot see a run. */
export type HiddenBy = "hidden" | "white" | "tiny";

/** `doubtful`: white text that a shape behind it may make visible. */
export type Sight = HiddenBy | "doubtful" | null;

/** What lies behind a run: the nearest stated colour, and whether a shape may lie there that the markup does not tell. */
export interface Behind {
  fill: string | null;
  shapes: boolean;
}

/** Largest size, in points, that nobody can read. */
const tiny = 2;

/**
 * Why a run cannot be seen, null where it can.
 *
 * Why white text over `shapes` is only doubtful: a template often lays white words over a dark shape that stands elsewhere in the file;
 * losing a name is worse than keeping a trick, so only white text that surely lies on white is dropped.
 */
export function sightOf(look: RunLook, behind: Behind): Sight {
  if (look.vanish === true || look.clear === true) return "hidden";
  if (look.size !== null && look.size <= tiny) return "tiny";
  const color = rgb(look.color);
  if (color === null) return null;
  const fill = look.fill ?? behind.fill;
  if (fill === null || fill === "auto") return !isNear(color, white) ? null : behind.shapes ? "doubtful" : "white";
  const back = rgb(fill);
  return back !== null && isNear(color, back) ? "white" : null;
}

/** The colour a text box is filled with: RRGGBB, a stand-in grey for a theme colour, null where nothing is stated. */
export function boxFill(shape: XmlElement | undefined): string | null {
  if (shape === undefined) return null;
  if (shape.attributes.filled === "f") return null;
  const vml = shape.attributes.fillcolor;
  if (vml !== undefined)
    return vml.startsWith("#") ? longHex(vml.slice(1, 7)) : /^white/i.test(vml) ? "FFFFFF" : darkish;
  const properties = childOf(shape, "wps:spPr");
  if (childOf(properties, "a:noFill") !== undefined) return null;
  const solid = childOf(properties, "a:solidFill");
  if (solid !== undefined) {
    const direct = childOf(solid, "a:srgbClr")?.attributes.val;
    return direct ?? (/^(bg1|lt1)$/.test(childOf(solid, "a:schemeClr")?.attributes.val ?? "") ? "FFFFFF" : darkish);
  }
  const styled = childOf(childOf(shape, "wps:style"), "a:fillRef")?.attributes.idx ?? "0";
  return childOf(properties, "a:gradFill") !== undefined || styled !== "0" ? darkish : null;
}

/** Whether the document draws shapes or pictures behind its text; everything in a header lies behind the body. */
export function drawsBehind(main: string, headers: readonly string[]): boolean {
  if (/<\w+:anchor\s[^>]*behindDoc="(1|true)"|<v:\w+\s[^>]*z-index:\s*-/.test(main)) return true;
  return headers.some((markup) => /<\w+:anchor[\s>]|<v:(rect|shape|roundrect)[\s>]/.test(markup));
}

/** Stands for a fill whose colour only the theme knows: neither white nor black. */
const darkish = "808080";
const white = [255, 255, 255];

function rgb(color: string | null): number[] | null {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? "");
  return parts === null ? null : parts.slice(1).map((part) => Number.parseInt(part, 16));
}

function isNear(a: number[], b: number[]): boolean {
  return a.every((value, i) => Math.abs(value - (b[i] ?? 0)) <= 12);
}

function longHex(hex: string): string {
  return hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
}
