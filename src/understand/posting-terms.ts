import type { Lexicon, TermHit } from "../schema/lexicon.js";
import type { PostingWords } from "./posting-words.js";
import { extractTerms } from "./terms.js";
import { fold } from "./tokens.js";

/** A text's terms in order: those of the lexicon and those told by wording. */
export function termsOf(text: string, lexicon: Lexicon, words: PostingWords): TermHit[] {
  const known = lexicon.find(text);
  return [...known, ...extractTerms(text, known, words)].sort((one, other) => one.start - other.start);
}

/**
 * Groups of terms of which one is enough: "Java or Kotlin", "C++/Rust", "languages such as Python, Go", "frameworks
 * (TensorFlow, PyTorch)", and a degree "or equivalent experience".
 */
export function alternativesOf(text: string, hits: readonly TermHit[], words: PostingWords): string[][] {
  const runs: { hits: TermHit[]; either: boolean }[] = [];
  for (const hit of hits) {
    const run = runs.at(-1);
    const before = run?.hits.at(-1);
    const joiner = before === undefined ? null : joinerOf(text.slice(before.end, hit.start), words);
    if (run !== undefined && joiner !== null) {
      run.hits.push(hit);
      run.either ||= joiner === "or";
    } else runs.push({ hits: [hit], either: false });
  }
  const groups = runs.filter((run) => run.hits.length > 1 && (run.either || isExample(text, run.hits, words)));
  return [
    ...groups.map((run) => [...new Set(run.hits.map(({ canonical }) => canonical))]),
    ...equivalents(hits),
  ].filter((group) => group.length > 1);
}

function joinerOf(gap: string, words: PostingWords): "or" | "and" | "," | null {
  const folded = fold(gap).trim().replace(/^,\s*/, "");
  if (folded === "/" || words.phrases("or").includes(folded)) return "or";
  if (words.phrases("and").includes(folded) || folded === "&") return "and";
  return folded === "" && (gap.includes(",") || gap.trim() === "") && gap !== "" ? "," : null;
}

/** The run stands in brackets or behind "such as", so its members are examples. */
function isExample(text: string, run: readonly TermHit[], words: PostingWords): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return false;
  const before = fold(text.slice(Math.max(0, first.start - 28), first.start));
  const bracketed = /\($/.test(before.trim()) && /^\s*(?:etc\.?)?\s*\)/.test(text.slice(last.end));
  return (
    bracketed ||
    words
      .phrases("example")
      .some((phrase) => new RegExp(`(?:^|[^\\p{L}])${phrase.replaceAll(".", "\\.")}[,:]?\\s*$`, "u").test(before))
  );
}

const equivalent = "Equivalent experience";

function equivalents(hits: readonly TermHit[]): string[][] {
  if (!hits.some(({ canonical }) => canonical === equivalent)) return [];
  const degrees = hits.filter(({ canonical }) => /degree$|^MBA$|^PhD$|diploma$/.test(canonical));
  return [[...new Set(degrees.map(({ canonical }) => canonical)), equivalent]];
}
