/** What a font says about the text set in it. */
export interface FontFacts {
  name: string;
  bold: boolean;
  italic: boolean;
  /** Pictographs (contact icons, bullets), not letters. */
  symbols: boolean;
  type3: boolean;
  /** Writes from top to bottom. */
  vertical: boolean;
  /** A character's width to font size: text space for one unit of a glyph's width. */
  unit: number;
  /** Heights above and below the baseline in font sizes. */
  ascent: number;
  descent: number;
  /** Characters in the font's own order have no meaning outside it. */
  hasUnicode: boolean;
  /** Names of the glyphs by character code, where the file states them. */
  glyphNames: readonly (string | null | undefined)[];
}

/** The parts of PDF.js's font object that are looked at; each may be missing. */
export interface RawFont {
  name?: string;
  loadedName?: string;
  bold?: boolean;
  black?: boolean;
  italic?: boolean;
  isType3Font?: boolean;
  vertical?: boolean;
  fontMatrix?: number[];
  ascent?: number;
  descent?: number;
  differences?: (string | null | undefined)[];
}

const boldName =
  /bold|black|heavy|demi|(?:^|[-_ ])medi(?!um)|(?:^|[-,_])bd(?![a-z])|cm(?:ss)?bx|^cmb|^sf(?:bx|sx)|^ec(?:bx|sx)|^ptmb|[a-z](?:O|T)B(?:I?)$|^lin(?:libertine|biolinum)[ot]?[zb]i?$/i;
const semiBold = /semi-?bold|demi-?bold/i;
const italicName =
  /ital|oblique|slanted|(?:^|[-_ ])it(?![a-z])|^cm(?:ti|sl|ssi|bxti)|^sf(?:ti|sl|si)|[a-z](?:O|T)(?:B?)I$|^lin(?:libertine|biolinum)[ot]?[zb]?i$/i;
const symbolName =
  /awesome|^fa-|icon(?!d)|symbol|wingding|webding|dingbat|marvosym|^zapf|academicons|typicons|^cmsy|^msam|^msbm|^pzd/i;

/** What is known about a font, from its name where the file does not say. */
export function fontFacts(raw: RawFont | undefined): FontFacts {
  const name = (raw?.name ?? "").replace(/^[A-Z]{6}\+/, "");
  const bare = name.replace(/\s+/g, "").replace(/-Identity-[HV]$/, "");
  const type3 = raw?.isType3Font === true;
  const scale = Math.abs(raw?.fontMatrix?.[0] ?? 0.001) || 0.001;
  return {
    name: type3 ? `${name} ${raw?.loadedName ?? ""}` : name,
    bold: raw?.bold === true || raw?.black === true || boldName.test(bare) || semiBold.test(bare),
    italic: raw?.italic === true || italicName.test(bare),
    symbols: symbolName.test(bare),
    type3,
    vertical: raw?.vertical === true,
    unit: scale,
    ascent: within(raw?.ascent, 0.5, 1.2, 0.8),
    descent: within(raw?.descent, -0.5, 0, -0.2),
    hasUnicode: !type3,
    glyphNames: raw?.differences ?? [],
  };
}

function within(value: number | undefined, least: number, most: number, otherwise: number): number {
  return value !== undefined && value >= least && value <= most ? value : otherwise;
}
