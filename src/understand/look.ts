import type { SourceLine } from "../schema/source.js";
import { hasOtherLetters, letterPattern } from "./letter-pattern.js";

const letterGaps = letterPattern(/[^\p{L}]+/gu);
const wordSign = letterPattern(/[\p{L}\p{N}]/u);

/** Whether all letters are capitals, with three or more of them. */
export function isCaps(text: string): boolean {
  const letters = text.replace(letterGaps(text), "");
  return letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/** The number of words. */
export function wordCount(text: string): number {
  const letter = wordSign(text);
  const spaced = text
    .trim()
    .split(/\s+/)
    .filter((word) => letter.test(word)).length;
  if (!hasOtherLetters(text)) return spaced;
  const wide = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  return spaced + Math.floor(wide / 3);
}

/** The font size of most of the document's text, in points; null where the file has no sizes. */
export function bodySize(lines: readonly SourceLine[]): number | null {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) if (size !== null) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** How a line looks, as a key that is equal for lines of the same look: heading level, capitals, bold, size. */
export function lookOf(line: SourceLine, body: number | null): string {
  const size = line.size === null || body === null ? 0 : Math.round((line.size - body) * 2) / 2;
  return [
    line.style === "heading" ? `h${line.level}` : line.style === "list" ? "l" : "",
    isCaps(line.text) ? "C" : "",
    line.bold ? "B" : "",
    size,
  ].join("|");
}

/** Whether a line looks marked out: a heading style, bold, capitals, or larger than the body. */
export function isMarked(line: SourceLine, body: number | null): boolean {
  if (line.style === "heading" || line.bold || isCaps(line.text)) return true;
  return line.size !== null && body !== null && line.size > body + 0.9;
}
