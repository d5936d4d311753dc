import type { RewriteTask } from "./engine.js";

/** How much a text shows of what a posting asks for. */
export interface Relevance {
  /** Weight of the posting's terms in a text, of those its requirements demand twice. */
  of(text: string, lines: readonly number[]): number;
  /** Canonical terms of a text that the posting asks for, weightiest first. */
  terms(text: string): string[];
  /** Weight of a canonical term for the posting; 0 where it does not ask for it. */
  weight(canonical: string): number;
}

const mustWeight = 3;
const niceWeight = 1.5;
const evidenceWeight = 1;

/** Measures texts by the requirements and keywords of the task's posting. */
export function relevanceOf(task: RewriteTask): Relevance {
  const { posting, match, lexicon } = task;
  const weights = new Map<string, number>();
  const most = Math.max(1, ...posting.keywords.map((one) => one.weight));
  for (const { canonical, weight } of posting.keywords) weights.set(canonical, weight / most);
  for (const { kind, terms, alternatives } of posting.requirements)
    for (const term of [...terms, ...alternatives.flat()])
      weights.set(term, Math.max(weights.get(term) ?? 0, 0) + (kind === "must" ? mustWeight : niceWeight));
  const cited = new Map<number, number>();
  for (const { kind, evidence } of match.requirements)
    for (const { line } of evidence)
      cited.set(line, (cited.get(line) ?? 0) + (kind === "must" ? 1 : 0.5) * evidenceWeight);
  const termsIn = (text: string): string[] =>
    [...new Set(lexicon.find(text).map((hit) => hit.canonical))].filter((term) => weights.has(term));
  const weight = (canonical: string): number => weights.get(canonical) ?? 0;
  return {
    weight,
    terms: (text) => termsIn(text).sort((a, b) => weight(b) - weight(a)),
    of: (text, lines) =>
      termsIn(text).reduce((sum, term) => sum + weight(term), 0) +
      lines.reduce((sum, line) => sum + (cited.get(line) ?? 0), 0),
  };
}
