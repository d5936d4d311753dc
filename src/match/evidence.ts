import type { Citation } from "../schema/match.js";
import type { ResumeTerms } from "./resume-terms.js";
import type { Unit } from "./term-units.js";

const mostEvidence = 3;

/**
 * The lines that prove a demand best, at most three, in the order of the resume: first those that show what no chosen
 * line shows yet, most at once; of equals a highlight before the summary before a list of skills.
 */
export function citations(units: readonly Unit[], terms: ResumeTerms): Citation[] {
  const shown = new Map<number, Set<number>>();
  for (const [index, { lines }] of units.entries()) {
    for (const line of lines) shown.set(line, (shown.get(line) ?? new Set()).add(index));
  }
  const open = new Set(units.keys());
  const chosen: number[] = [];
  while (chosen.length < mostEvidence && shown.size > 0) {
    const gain = (line: number): number => [...(shown.get(line) ?? [])].filter((index) => open.has(index)).length;
    const value = (line: number): number => 100 * gain(line) + 10 * (shown.get(line)?.size ?? 0) + terms.worth(line);
    const best = [...shown.keys()].sort((one, other) => value(other) - value(one) || one - other)[0];
    if (best === undefined) break;
    for (const index of shown.get(best) ?? []) open.delete(index);
    shown.delete(best);
    chosen.push(best);
  }
  return chosen.sort((one, other) => one - other).map((line) => ({ line, text: terms.text(line) }));
}
