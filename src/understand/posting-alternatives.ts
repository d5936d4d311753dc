import type { TermHit } from "../schema/lexicon.js";
import { equivalentTerm } from "./posting-terms.js";
import type { PostingWords } from "./posting-words.js";
import { fold, tokenize } from "./tokens.js";

/** Terms of a list that belong together; `either` where one of them is enough. */
interface Run {
  hits: TermHit[];
  either: boolean;
}

type Joiner = "or" | "and" | "," | null;

/**
 * Groups of terms of which one is enough: "Java or Kotlin", "C++/Rust", "Django or a similar web framework", "languages
 * such as Python, Go", and a degree "or equivalent experience". What examples stand for is of their group: "CI/CD, for
 * example Jenkins".
 */
export function alternativesOf(text: string, hits: readonly TermHit[], words: PostingWords): string[][] {
  const runs: Run[] = [];
  for (const hit of hits.filter(({ canonical }) => canonical !== equivalentTerm)) {
    const run = runs.at(-1);
    const before = run?.hits.at(-1);
    const joiner = before === undefined ? null : joinerBetween(text, before, hit, words);
    if (run !== undefined && joiner !== null) {
      run.hits.push(hit);
      run.either ||= joiner === "or";
    } else runs.push({ hits: [hit], either: false });
  }
  const groups = withExamples(text, runs, words).filter(
    (run) => run.hits.length > 1 && (run.either || endsOpen(text, run.hits, words)),
  );
  return [
    ...groups.map((run) => [...new Set(run.hits.map(({ canonical }) => canonical))]),
    ...equivalents(hits),
  ].filter((group) => group.length > 1);
}

/** "cloud platforms such as AWS, Azure": a run of examples takes the term it stands for, one of all is enough. */
function withExamples(text: string, runs: readonly Run[], words: PostingWords): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const whole = merged.at(-1);
    const general = whole?.hits.at(-1);
    const [first] = run.hits;
    const lead = first === undefined ? null : leadOf(text, run.hits, words);
    if (first === undefined || lead === null) {
      merged.push(run);
      continue;
    }
    const gap = general === undefined ? "" : text.slice(general.end, first.start);
    if (lead === "choice" || whole === undefined || general === undefined || !leadsToExamples(gap, words)) {
      merged.push({ hits: run.hits, either: true });
      continue;
    }
    if (whole.hits.length > 1 && !whole.either) whole.hits.pop();
    else merged.pop();
    merged.push({ hits: whole.either ? [...whole.hits, ...run.hits] : [general, ...run.hits], either: true });
  }
  return merged;
}

/** Whether nothing but the words for examples, and at most one more word, stands between a term and its examples. */
function leadsToExamples(gap: string, words: PostingWords): boolean {
  if (/[.;]\s/.test(gap.replace(/\b(?:e\.g|z\.\s?b|p\.\s?ex)\./gi, ""))) return false;
  const phrase = words.phrases("example").find((one) => hasPhrase(fold(gap), one));
  const rest = phrase === undefined ? fold(gap) : fold(gap).replace(phrase, " ");
  return tokenize(rest).length <= 1;
}

/** "Statistics, Economics, or a related field": what follows the list is one more way. */
function endsOpen(text: string, run: readonly TermHit[], words: PostingWords): boolean {
  const rest = fold(text.slice(run.at(-1)?.end ?? text.length))
    .trim()
    .replace(/^,\s*/, "");
  return words.phrases("or").some((or) => rest.startsWith(`${or} `));
}

function joinerBetween(text: string, before: TermHit, hit: TermHit, words: PostingWords): Joiner {
  const gap = text.slice(before.end, hit.start);
  const joiner = joinerOf(gap, words);
  if (joiner !== null || !isDegree(before.canonical) || !isDegree(hit.canonical)) return joiner;
  return words.phrases("range").includes(fold(gap).trim()) ? "or" : null;
}

/** What joins two terms: a comma, "and", "or", also "or a similar"; null where other words stand between. */
function joinerOf(gap: string, words: PostingWords): Joiner {
  const folded = fold(gap).trim().replace(/^,\s*/, "");
  if (folded === "/") return "or";
  if (folded === "&") return "and";
  if (folded === "") return (gap.includes(",") || gap.trim() === "") && gap !== "" ? "," : null;
  const [first = "", ...rest] = folded.split(/[\s,]+/);
  if (!rest.every((word) => words.phrases("or-filler").includes(word))) return null;
  if (words.phrases("or").includes(first)) return "or";
  return words.phrases("and").includes(first) && rest.length === 0 ? "and" : null;
}

/** What leads to a run: brackets or "such as" to examples, "one of" to a choice; null for neither. */
function leadOf(text: string, run: readonly TermHit[], words: PostingWords): "example" | "choice" | null {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return null;
  const before = fold(text.slice(Math.max(0, first.start - 28), first.start)).trim();
  const bracketed = /\($/.test(before) && /^\s*(?:,?\s*etc\.?)?\s*\)/.test(text.slice(last.end));
  const lead = before.replace(/[,:(.]$/, "").trim();
  const ends = (role: string): boolean =>
    words.phrases(role).some((phrase) => lead.endsWith(phrase) && hasPhrase(lead, phrase));
  if (bracketed || ends("example")) return "example";
  return ends("choice") ? "choice" : null;
}

function hasPhrase(folded: string, phrase: string): boolean {
  const at = folded.lastIndexOf(phrase);
  const [before, after] = [folded[at - 1] ?? " ", folded[at + phrase.length] ?? " "];
  return at >= 0 && !/\p{L}/u.test(before) && !/\p{L}/u.test(after);
}

function equivalents(hits: readonly TermHit[]): string[][] {
  if (!hits.some(({ canonical }) => canonical === equivalentTerm)) return [];
  const degrees = hits.filter(({ canonical }) => isDegree(canonical));
  return [[...new Set(degrees.map(({ canonical }) => canonical)), equivalentTerm]];
}

function isDegree(canonical: string): boolean {
  return /degree$|^MBA$|^PhD$|diploma$|^Bachelor |^Master |^Associate /.test(canonical);
}
