import { type FontFacts, fontFacts } from "../../src/read/pdf-fonts.js";
import type { Glyph } from "../../src/read/pdf-ink.js";
import { type Chunk, chunkFrom, type Word } from "../../src/read/pdf-words.js";

/** A font by name, its other facts taken from that. */
export function font(name = "Helvetica"): FontFacts {
  return fontFacts({ name });
}

/** The characters of a string, each `size / 2` wide, a blank among them as wide; `tracking` is added behind each. */
export function glyphs(
  text: string,
  x: number,
  y: number,
  facts: Partial<Glyph> & { tracking?: number } = {},
): Glyph[] {
  const { tracking = 0, ...rest } = facts;
  const size = rest.size ?? 10;
  return [...text].map((character, i) => ({
    text: character,
    x0: x + i * (size / 2 + tracking),
    x1: x + i * (size / 2 + tracking) + size / 2,
    y,
    size,
    font: font(),
    thick: false,
    angle: 0,
    hidden: "",
    run: 1,
    code: character.charCodeAt(0),
    ...rest,
  }));
}

/** A word at a place, five points wide for each letter at size 10. */
export function word(text: string, x: number, y: number, facts: Partial<Word> = {}): Word {
  const size = facts.size ?? 10;
  return {
    text,
    x0: x,
    x1: x + text.length * size * 0.5,
    y0: y - size * 0.8,
    y1: y + size * 0.2,
    y,
    size,
    bold: false,
    italic: false,
    font: "Helvetica",
    icon: false,
    loose: false,
    ...facts,
  };
}

/** A chunk of the words of a text, three points between them. */
export function chunk(text: string, x: number, y: number, facts: Partial<Word> = {}): Chunk {
  let at = x;
  const words = text.split(" ").map((part) => {
    const made = word(part, at, y, facts);
    at = made.x1 + 3;
    return made;
  });
  return chunkFrom(words);
}
