import { describe, expect, it } from "vitest";
import { fontFacts } from "../../src/read/pdf-fonts.js";
import { likelyLigature, meaningOf, withAccents } from "../../src/read/pdf-repair.js";
import { font, glyphs } from "./pdf-glyphs.js";

describe("a character means", () => {
  it.each([
    ["a letter itself", "A", "Helvetica", 65, { kind: "text", text: "A" }],
    ["a ligature its letters", "ﬃ", "Helvetica", 1, { kind: "text", text: "ffi" }],
    ["a no-break space a blank", "\u00a0", "Helvetica", 1, { kind: "blank" }],
    ["several spaces a blank", "\t \u00a0", "Cambria", 1, { kind: "blank" }],
    ["several hyphens one", "-\u00ad\u2010", "Cambria", 1, { kind: "text", text: "-" }],
    ["an office bullet a mark", "\uf0b7", "OpenSymbol", 1, { kind: "icon", text: "•" }],
    ["an icon no text", "\uf095", "FontAwesome", 1, { kind: "icon", text: "\uf095" }],
    [
      "an icon that borrows a letter's code no text",
      "§",
      "FontAwesome5Brands-Regular",
      167,
      { kind: "icon", text: "§" },
    ],
    ["a private character no text", "\ue989", "Phosphor-Bold", 1, { kind: "icon", text: "\ue989" }],
    ["TeX's code 28 fi", "\x1c", "Type3", 28, { kind: "text", text: "fi" }],
    ["Libertine's small capital a letter", "\ue055", "LinBiolinumO", 1, { kind: "text", text: "e" }],
    ["a lost character nothing", "\ufffd", "Helvetica", 300, { kind: "unknown" }],
  ])("%s", (_, text, name, code, meaning) => {
    expect(meaningOf({ text, font: font(name), code })).toEqual(meaning);
  });
});

it.each([
  [0.58, "l", "fi"],
  [0.58, "o", "fl"],
  [0.9, "c", "ffi"],
  [0.64, "e", "ff"],
  [2, "e", null],
])("a lost character %f em wide before %s is %s", (width, after, expected) => {
  const [glyph] = glyphs("?", 0, 0);
  if (glyph === undefined) throw new Error("no glyph");
  expect(likelyLigature({ ...glyph, x1: glyph.x0 + width * 10 }, after, new Map())).toBe(expected);
});

it("accents drawn over their letters become one with them", () => {
  const parts = [
    { text: "r", x0: 0, x1: 4 },
    { text: "´", x0: 4, x1: 8 },
    { text: "e", x0: 4, x1: 9 },
  ];
  expect(withAccents(parts)).toBe("ré");
});

it.each([
  ["ABCDEF+Helvetica-Bold", true, false],
  ["LinBiolinumOB", true, false],
  ["LinBiolinumOB-Identity-H", true, false],
  ["NKWEYF+LinLibertineZ", true, false],
  ["LinLibertineI", false, true],
  ["LinLibertine", false, false],
  ["NimbusRomNo9L-MediItal", true, true],
  ["CMSSBX10", true, false],
  ["CMTI10", false, true],
  ["Lato-Medium", false, false],
  ["Montserrat-SemiBold", true, false],
  ["TimesNewRomanPS-BoldItalicMT", true, true],
  ["Arial,Bold", true, false],
])("the font %s is bold: %s, italic: %s", (name, bold, italic) => {
  expect(fontFacts({ name })).toMatchObject({ bold, italic });
});
