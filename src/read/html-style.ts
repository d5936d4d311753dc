/** What a style says about an element. */
export interface Look {
  hidden: boolean;
  /** Its display is stated, and not none. */
  shown: boolean;
  bold: boolean | null;
  italic: boolean | null;
  /** A background other than white, on which white text can be read. */
  coloured: boolean;
  /** How it stands in the page; null where that is not stated. `row`: its children stand side by side; `chip`: drawn as a box where it stands in a line. */
  display: "block" | "inline" | "box" | "chip" | "row" | "cell" | null;
  /** Floated to a side, or laid at the right edge as dates are. */
  side: "left" | "right" | null;
  /** Blank space is set at its left or right. */
  spaced: boolean;
  /** As wide as a column, of a width that is stated. */
  wide: boolean;
  /** Of a width that is stated, so that a gap stands behind short text. */
  sized: boolean;
  /** Line breaks of the source are shown. */
  keepsLines: boolean | null;
  /** List items have bullets. */
  bullets: boolean | null;
  /** Font size as stated. */
  size: string | null;
}

/** The look that declared properties give: `coloured` tells whether there may be a background around the element. */
export function lookOf(rules: ReadonlyMap<string, string>, coloured: boolean): Look {
  const display = rules.get("display");
  const font = fontShorthand(rules.get("font"));
  const weight = rules.get("font-weight") ?? font?.weight;
  const slant = rules.get("font-style");
  const own = backgroundOf(rules);
  const space = rules.get("white-space");
  const list = rules.get("list-style-type") ?? rules.get("list-style");
  const width = rules.get("width") ?? rules.get("flex-basis") ?? "";
  const around = own === null ? coloured : !isWhite(own);
  return {
    hidden: isHidden(rules, around),
    shown: display !== undefined && display !== "none",
    bold: weight === undefined || weight === "inherit" ? null : /^(bold|bolder|[6-9]\d\d)$/.test(weight),
    italic: slant === undefined || slant === "inherit" ? null : /^(italic|oblique)/.test(slant),
    coloured: own === null ? false : !isWhite(own),
    display: displayOf(display, rules),
    side: sideOf(rules),
    spaced: isSpaced(rules, "margin") || isSpaced(rules, "padding"),
    wide: /^(calc\(.*|[2-9]\d(\.\d+)?%|100%|[2-9]\d\dpx)/.test(width),
    sized: /^\d/.test(width) || /^\d/.test(rules.get("min-width") ?? ""),
    keepsLines: space === undefined || space === "inherit" ? null : /^pre/.test(space),
    bullets: list === undefined || list === "inherit" ? null : !/\bnone\b/.test(list),
    size: rules.get("font-size") ?? font?.size ?? null,
  };
}

/** Whether a sheet sets a background other than white anywhere. */
export function hasColour(styles: string): boolean {
  for (const [, value = ""] of styles.toLowerCase().matchAll(/[{;\s]background(?:-color)?\s*:\s*([^;}]+)/g)) {
    if (!noBackground.test(value) && !isWhite(value.trim())) return true;
  }
  return false;
}

/** A font size in pixels, `around` being that of the element around and `root` that of the page; null where it is in no unit known here. */
export function pixels(size: string, around: number, root: number): number | null {
  const named = namedSizes[size];
  if (named !== undefined) return named;
  if (size === "smaller" || size === "larger") return size === "smaller" ? around / 1.2 : around * 1.2;
  if (/^0+$/.test(size)) return 0;
  const match = /^(\d*\.?\d+)(px|pt|em|rem|%)$/.exec(size);
  const number = Number(match?.[1]);
  switch (match?.[2]) {
    case "px":
      return number;
    case "pt":
      return (number * 4) / 3;
    case "em":
      return number * around;
    case "rem":
      return number * root;
    case "%":
      return (number / 100) * around;
    default:
      return null;
  }
}

/** CSS Fonts 4, section 2.5: the absolute sizes, at a medium of 16 pixels. */
const namedSizes: Readonly<Record<string, number>> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
};

function displayOf(display: string | undefined, rules: ReadonlyMap<string, string>): Look["display"] {
  if (display === undefined) return isSpaced(rules, "padding") && drawn(rules) ? "chip" : null;
  const column = /column/.test(rules.get("flex-direction") ?? rules.get("flex-flow") ?? "");
  if (display.includes("flex")) return column ? "block" : "row";
  if (display.includes("grid")) return "row";
  if (display === "table-cell") return "cell";
  if (display === "inline-block" || display === "inline-table") return "box";
  if (display === "inline" || display === "contents") return "inline";
  return /^(block|list-item|flow-root|table)/.test(display) ? "block" : null;
}

/** Whether a background or border shows where the element begins and ends. */
function drawn(rules: ReadonlyMap<string, string>): boolean {
  return backgroundOf(rules) !== null || /[1-9]/.test(rules.get("border") ?? rules.get("border-width") ?? "");
}

function isSpaced(rules: ReadonlyMap<string, string>, kind: "margin" | "padding"): boolean {
  const [top = "0", right = top, , left = right] = (rules.get(kind) ?? "0").split(/\s+/);
  return [rules.get(`${kind}-left`) ?? left, rules.get(`${kind}-right`) ?? right].some((one) =>
    /^\.?[\d.]*[1-9]/.test(one),
  );
}

function sideOf(rules: ReadonlyMap<string, string>): Look["side"] {
  const float = /^(absolute|fixed)$/.test(rules.get("position") ?? "") ? null : rules.get("float");
  if (float === "left" || float === "right") return float;
  return rules.get("position") === "absolute" &&
    /^(0|\d{1,2}(px|pt|r?em|%))/.test(rules.get("right") ?? "") &&
    !rules.has("left")
    ? "right"
    : null;
}

/** Not shown, transparent, clipped to nothing, off the page, or white on white. */
function isHidden(rules: ReadonlyMap<string, string>, coloured: boolean): boolean {
  if (rules.get("display") === "none" || /^(hidden|collapse)$/.test(rules.get("visibility") ?? "")) return true;
  if (isZero(rules.get("opacity"))) return true;
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
  return value === undefined || noBackground.test(value) ? null : value;
}

const noBackground = /^\s*(none|transparent|inherit|initial|unset|0)/;

function isWhite(colour: string): boolean {
  return /^(white|#fff(f|fff|ffff)?|rgba?\(\s*255[\s,]+255[\s,]+255\b[^)]*\))(\s|$)/.test(colour);
}
