import type { FontFacts } from "./pdf-fonts.js";
import type { Box, Matrix } from "./pdf-ink.js";

/** Numbers of the drawing operations, by name (PDF.js's OPS). */
export type OperationCodes = Readonly<Record<string, number>>;

/** What a walk over a page needs beside its operations. */
export interface PageFacts {
  page: number;
  width: number;
  height: number;
  /** From the page's own space to points from the top left corner. */
  base: Matrix;
  font(id: string): FontFacts;
  /** Whether an optional layer is shown. */
  layerShown(properties: unknown): boolean;
}

/** The operations of a page as PDF.js lists them. */
export interface OperationList {
  fnArray: ArrayLike<number>;
  argsArray: ArrayLike<unknown>;
}

/** The part of the graphics state that decides where text stands and whether it is seen. */
export interface TextState {
  ctm: Matrix;
  color: string | null;
  alpha: number;
  font: FontFacts | null;
  size: number;
  direction: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** A point as seen when the page is turned so that slanted text stands upright. */
export function turned([x, y]: [number, number], angle: number): [number, number] {
  const radians = (angle * Math.PI) / 180;
  return [x * Math.cos(radians) - y * Math.sin(radians), x * Math.sin(radians) + y * Math.cos(radians)];
}

/** Whether a point lies in a box. */
export function covers(box: Box, x: number, y: number): boolean {
  return box.x0 <= x && x <= box.x1 && box.y0 <= y && y <= box.y1;
}

/** Six numbers as a map; the map that changes nothing where they are not six. */
export function matrixOf(value: unknown): Matrix {
  const numbers = Array.from((value ?? []) as ArrayLike<number>, Number);
  return numbers.length === 6 ? (numbers as unknown as Matrix) : [1, 0, 0, 1, 0, 0];
}

/** The state at the start of a page. */
export function freshState(ctm: Matrix): TextState {
  return {
    ctm,
    color: "#000000",
    alpha: 1,
    font: null,
    size: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
}
