import { singular, tokenize } from "../understand/tokens.js";
import type { ResumeTerms } from "./resume-terms.js";

/** The different words of a text in the singular that have at least `shortest` letters. */
export function contentKeys(text: string, shortest: number): string[] {
  return [...new Set(tokenize(text).map(({ key }) => singular(key)))].filter((key) => key.length >= shortest);
}

/** The first line that holds most of the words, with the share it holds, 0–1; null where no line has one. */
export function bestLine(keys: readonly string[], terms: ResumeTerms): { line: number; share: number } | null {
  const counts = new Map<number, number>();
  for (const key of keys) {
    for (const line of terms.words.get(key) ?? []) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  let best: { line: number; share: number } | null = null;
  for (const [line, count] of [...counts].sort(([one], [other]) => one - other)) {
    if (best === null || count / keys.length > best.share) best = { line, share: count / keys.length };
  }
  return best;
}
