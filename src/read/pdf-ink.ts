import type { FontFacts } from "./pdf-fonts.js";

/** A rectangle in points, y growing downwards from the top of the page. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One character as drawn; `y` is its baseline. */
export interface Glyph {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  font: FontFacts;
  /** Drawn with a stroke around the fill, the way some programs fake bold. */
  thick: boolean;
  /** Direction of writing in degrees, counter-clockwise; 0 for ordinary text. */
  angle: number;
  /** Why nobody sees it: "invisible", "colour", "tiny", "outside", "layer"; empty for visible text. */
  hidden: "" | "invisible" | "colour" | "tiny" | "outside" | "layer";
  /** Number of the drawing operation: glyphs of the same one were written as one string. */
  run: number;
  /** Character code in its font. */
  code: number;
}

/** What one page shows. */
export interface PageInk {
  page: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  /** Filled shapes, without those that fill the page. */
  fills: Box[];
  /** Shapes drawn as a line only: round list marks, borders of boxes. */
  frames: Box[];
  /** Straight strokes and very thin fills. */
  rules: Box[];
  pictures: Box[];
}

/** A filled shape with its colour; null where it is a pattern, a gradient or a picture. */
export interface Paint extends Box {
  color: string | null;
}

/** An affine map [a b c d e f] as PDF writes it. */
export type Matrix = readonly [number, number, number, number, number, number];

/** The map that does `inner` first and `outer` after it. */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

/** A point moved by a map. */
export function place(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The upright box around a box moved by a map. */
export function placeBox([a, b, c, d, e, f]: Matrix, { x0, y0, x1, y1 }: Box): Box {
  return {
    x0: Math.min(a * x0, a * x1) + Math.min(c * y0, c * y1) + e,
    y0: Math.min(b * x0, b * x1) + Math.min(d * y0, d * y1) + f,
    x1: Math.max(a * x0, a * x1) + Math.max(c * y0, c * y1) + e,
    y1: Math.max(b * x0, b * x1) + Math.max(d * y0, d * y1) + f,
  };
}

/** Whether a colour ("#rrggbb") cannot be told from its background. */
export function sameColor(a: string, b: string): boolean {
  return [1, 3, 5].every((at) => {
    const difference = Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16);
    return Math.abs(difference) <= 10;
  });
}
