/** Elements whose content no reader of the page sees as text. */
export const skippedTags: ReadonlySet<string> = new Set(
  "script style template noscript title svg math iframe object canvas audio video select datalist textarea dialog map".split(
    " ",
  ),
);

/** Elements that begin a line of their own. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** Blocks that browsers set off by blank space. */
export const spacedTags: ReadonlySet<string> = new Set(
  "blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split(" "),
);

/** Font sizes of elements in that of the text around them, as browsers set them (HTML Standard, section 15.3). */
export const tagSizes: Readonly<Record<string, number>> = {
  h1: 2,
  h2: 1.5,
  h3: 1.17,
  h5: 0.83,
  h6: 0.67,
  small: 5 / 6,
  sub: 5 / 6,
  sup: 5 / 6,
  big: 1.2,
};

/** Elements set in bold. */
export const boldTags: ReadonlySet<string> = new Set(["b", "strong"]);
/** Elements set in italics. */
export const italicTags: ReadonlySet<string> = new Set(["i", "em", "cite", "dfn"]);

/** The level of a heading element, 0 for any other. */
export function headingLevel(tag: string, attributes: Readonly<Record<string, string>>): number {
  const match = /^h([1-6])$/.exec(tag);
  if (match !== null) return Number(match[1]);
  return attributes.role === "heading" ? Math.min(6, Math.max(1, Number(attributes["aria-level"]) || 2)) : 0;
}

/** An icon drawn by a font from a word or a sign: shown, but not text. */
export function isIcon(tag: string, attributes: Readonly<Record<string, string>>): boolean {
  return (
    /^(i|span|em)$/.test(tag) &&
    /(^|\s)(material-(icons|symbols)|icon|fa|fas|far|fab|glyphicon)\S*(\s|$)/.test(attributes.class ?? "")
  );
}

/** Text meant for screen readers alone, by the names that web frameworks give it. */
export function isForScreenReaders(attributes: Readonly<Record<string, string>>): boolean {
  return /(^|\s)(sr-only|visually-?hidden|screen-reader-text|a11y-text)(\s|$)/i.test(attributes.class ?? "");
}
