/** What a style says about the text under it. */
export interface Look {
  hidden: boolean;
  bold: boolean | null;
  italic: boolean | null;
  /** A background other than white, on which white text can be read. */
  coloured: boolean;
  /** Children stand side by side. */
  row: boolean;
  /** Floated to the right, as dates are. */
  right: boolean;
  /** Line breaks of the source are shown. */
  keepsLines: boolean;
}

/** The look of an element that no style touches. */
export const plainLook: Look = {
  hidden: false,
  bold: null,
  italic: null,
  coloured: false,
  row: false,
  right: false,
  keepsLines: false,
};

/** The look of a style declaration: `coloured` tells whether an element around it has a background of its own. */
export function lookOf(style: string, coloured: boolean): Look {
  const rules = declarations(style);
  const display = rules.get("display") ?? "";
  const sideBySide =
    display.includes("grid") || (display.includes("flex") && !/column/.test(rules.get("flex-direction") ?? ""));
  const weight = rules.get("font-weight") ?? fontShorthand(rules.get("font"))?.weight;
  const slant = rules.get("font-style");
  const own = backgroundOf(rules);
  return {
    hidden: isHidden(rules, own === null ? coloured : !isWhite(own)),
    bold: weight === undefined ? null : /^(bold|bolder|[6-9]\d\d)$/.test(weight),
    italic: slant === undefined ? null : /^(italic|oblique)/.test(slant),
    coloured: own === null ? coloured : !isWhite(own),
    row: sideBySide,
    right: rules.get("float") === "right",
    keepsLines: /^pre/.test(rules.get("white-space") ?? ""),
  };
}

function declarations(style: string): Map<string, string> {
  const rules = new Map<string, string>();
  for (const part of style.toLowerCase().split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0)
      rules.set(
        part.slice(0, colon).trim(),
        part
          .slice(colon + 1)
          .replace("!important", "")
          .trim(),
      );
  }
  return rules;
}

/** Not shown, transparent, tiny, clipped to nothing, off the page, or white on white. */
function isHidden(rules: ReadonlyMap<string, string>, coloured: boolean): boolean {
  if (rules.get("display") === "none" || /^(hidden|collapse)$/.test(rules.get("visibility") ?? "")) return true;
  if (isZero(rules.get("opacity")) || isTiny(rules.get("font-size") ?? fontShorthand(rules.get("font"))?.size))
    return true;
  if (isFarOff(rules)) return true;
  if (isZero(rules.get("height")) && /^(hidden|clip)$/.test(rules.get("overflow") ?? "")) return true;
  const colour = rules.get("color");
  if (colour === undefined) return false;
  return (
    colour === "transparent" ||
    (/^(rgb|hsl)a?\(.*[,/]\s*0?\.?0+%?\s*\)$/.test(colour) && /a\(|\//.test(colour)) ||
    (isWhite(colour) && !coloured)
  );
}

function isZero(value: string | undefined): boolean {
  return value !== undefined && /^(0+|0*\.0+)(px|pt|em|rem|%)?$/.test(value);
}

const unitInPixels: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16, "%": 0.16 };

/** Text of two pixels or less cannot be read. */
function isTiny(size: string | undefined): boolean {
  const match = size === undefined ? null : /^(\d*\.?\d+)(px|pt|em|rem|%)?$/.exec(size);
  return match !== null && Number(match[1]) * (unitInPixels[match[2] ?? "px"] ?? 1) <= 2;
}

function fontShorthand(font: string | undefined): { size: string | undefined; weight: string | undefined } | undefined {
  if (font === undefined) return undefined;
  return {
    size: /(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%))/.exec(font)?.[1],
    weight: /(?:^|\s)(bold|bolder|[1-9]00)\s/.exec(font)?.[1],
  };
}

function isFarOff(rules: ReadonlyMap<string, string>): boolean {
  const far = (value: string | undefined) =>
    value !== undefined && /^-\d{3,}(\.\d+)?(px|em|rem|vw|vh|pt|%)$/.test(value);
  if (far(rules.get("text-indent"))) return true;
  if (!/^(absolute|fixed)$/.test(rules.get("position") ?? "")) return false;
  if (["left", "top", "right", "bottom"].some((side) => far(rules.get(side)))) return true;
  return /^rect\(\s*[01](px)?([\s,]+[01](px)?){3}\s*\)$/.test(rules.get("clip") ?? "");
}

function backgroundOf(rules: ReadonlyMap<string, string>): string | null {
  const value = rules.get("background-color") ?? rules.get("background");
  return value === undefined || /^(none|transparent|inherit|initial|unset)/.test(value) ? null : value;
}

function isWhite(colour: string): boolean {
  return /^(white|#fff(f|fff|ffff)?|rgba?\(\s*255[\s,]+255[\s,]+255\b[^)]*\))(\s|$)/.test(colour);
}
