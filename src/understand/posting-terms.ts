import type { Lexicon, TermHit } from "../schema/lexicon.js";
import type { PostingWords } from "./posting-words.js";
import { extractTerms } from "./terms.js";
import { fold, singular } from "./tokens.js";

/** A text's terms in order: those of the lexicon and those told by wording. */
export function termsOf(text: string, lexicon: Lexicon, words: PostingWords): TermHit[] {
  const known = lexicon.find(text);
  return [...known, ...extractTerms(text, known, words)].sort((one, other) => one.start - other.start);
}

/** Kinds that are a skill wherever they are named; the others only where the sentence asks for something. */
const plainKinds = new Set("language framework library tool platform database service protocol standard".split(" "));

/**
 * The terms of running text that stand for knowledge: what is named in a sentence that asks for something, and tools
 * and technologies anywhere, but not as part of a job's name ("our Java developers").
 */
export function knowledgeOf(text: string, lexicon: Lexicon, words: PostingWords): TermHit[] {
  const asked = words.has("asset", fold(text)) !== null;
  return termsOf(text, lexicon, words).filter((hit) => {
    const kind = lexicon.entries.get(hit.canonical)?.kind;
    if (kind === "soft" || hit.canonical === equivalent) return false;
    if (!asked && (kind === undefined || !plainKinds.has(kind))) return false;
    return kind === "degree" || !namesJob(text, hit, words);
  });
}

function namesJob(text: string, hit: TermHit, words: PostingWords): boolean {
  const after = /^[\s-]+([\p{L}-]+)/u.exec(text.slice(hit.end))?.[1] ?? "";
  return words.has("title-word", fold(hit.text)) !== null || words.has("title-word", singular(fold(after))) !== null;
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
  const groups = runs.filter(
    (run) => run.hits.length > 1 && (run.either || isExample(text, run.hits, words) || endsOpen(text, run.hits, words)),
  );
  return [
    ...groups.map((run) => [...new Set(run.hits.map(({ canonical }) => canonical))]),
    ...equivalents(hits),
  ].filter((group) => group.length > 1);
}

/** "Statistics, Economics, or a related field": what follows the list is one more way. */
function endsOpen(text: string, run: readonly TermHit[], words: PostingWords): boolean {
  const rest = fold(text.slice(run.at(-1)?.end ?? text.length))
    .trim()
    .replace(/^,\s*/, "");
  return words.phrases("or").some((or) => rest.startsWith(`${or} `));
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
