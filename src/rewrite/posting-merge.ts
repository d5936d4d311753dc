import type { Lexicon } from "../schema/lexicon.js";
import { Posting, type Requirement } from "../schema/posting.js";
import type { SourceDocument, SourceLine, Warning } from "../schema/source.js";
import type { PostingAnswer } from "./model-schemas.js";

const level = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/**
 * The posting as the code understood it, corrected by what a model read: a requirement of the model counts where its quote
 * stands in the posting, a title or place where it is printed, a number of years where the posting has that number.
 * What the code found and the model left out stays. Where no quote can be found the code's posting is returned as it was.
 */
export function mergePosting(
  source: SourceDocument,
  understood: Posting,
  answer: PostingAnswer,
  lexicon: Lexicon,
): Posting {
  const page = level([...source.lines.map((line) => line.text), ...Object.values(source.meta)].join(" "));
  const printed = (text: string | null): string | null =>
    text !== null && text.trim() !== "" && page.includes(level(text)) ? text.trim() : null;
  const read = answer.requirements.flatMap((one) => quoted(one, source.lines, understood, lexicon));
  read.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const lost = answer.requirements.length - read.length;
  const kept = understood.requirements.filter((one) => !read.some((other) => overlap(one, other)));
  const requirements = [...read, ...kept]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map((one, index) => ({ ...one, id: `r${index + 1}` }));
  return {
    ...understood,
    title: understood.title ?? printed(answer.title),
    company: understood.company ?? printed(answer.company),
    location: understood.location ?? printed(answer.location),
    seniority: understood.seniority ?? seniorityOf(answer.seniority),
    yearsExperience: understood.yearsExperience ?? yearsOf(answer.yearsExperience, page),
    requirements: read.length > 0 ? requirements : understood.requirements,
    responsibilities:
      understood.responsibilities.length > 0 ? understood.responsibilities : printedOnly(answer, printed),
    keywords: withKeywords(understood.keywords, read),
    warnings: [...understood.warnings, ...lostQuotes(lost)],
  };
}

function quoted(
  one: PostingAnswer["requirements"][number],
  lines: readonly SourceLine[],
  understood: Posting,
  lexicon: Lexicon,
): Requirement[] {
  const quote = level(one.quote.replace(/^\s*[>•*-]\s+/, ""));
  const line = quote.length < 2 ? undefined : lines.find((candidate) => level(candidate.text).includes(quote));
  if (!line) return [];
  const exact = exactQuote(line.text, quote);
  const known = understood.requirements.filter((other) => overlap(other, { quote: exact, line: line.n }));
  const named = one.terms.filter((term) => quote.includes(level(term))).map((term) => lexicon.canonical(term) ?? term);
  const terms = [...lexicon.find(exact).map((hit) => hit.canonical), ...named];
  const first = known[0];
  return [
    {
      id: "",
      text: first?.text ?? exact,
      kind: one.kind === "nice" || one.kind === "must" ? one.kind : (first?.kind ?? "must"),
      terms: [...new Set(terms)],
      alternatives: known
        .flatMap((other) => other.alternatives)
        .filter((group) => group.every((term) => terms.includes(term))),
      quote: exact,
      line: line.n,
    },
  ];
}

/** The posting's own letters for a levelled quote; the whole line where levelling has changed its length. */
function exactQuote(text: string, quote: string): string {
  const at = text.toLowerCase().indexOf(quote);
  return at >= 0 ? text.slice(at, at + quote.length) : text.trim();
}

function overlap(one: Pick<Requirement, "quote" | "line">, other: Pick<Requirement, "quote" | "line">): boolean {
  if (one.line !== null && other.line !== null && one.line !== other.line) return false;
  const [a, b] = [level(one.quote), level(other.quote)];
  return a.includes(b) || b.includes(a);
}

function seniorityOf(text: string | null): Posting["seniority"] {
  const parsed = Posting.shape.seniority.safeParse(text);
  return parsed.success ? parsed.data : null;
}

function yearsOf(years: number | null, page: string): number | null {
  if (years === null || !(years > 0 && years < 60)) return null;
  return new RegExp(`(?<![\\d.])${String(years).replace(".", "\\.")}(?![\\d%])`).test(page) ? years : null;
}

function printedOnly(answer: PostingAnswer, printed: (text: string | null) => string | null): string[] {
  return answer.responsibilities.flatMap((text) => printed(text) ?? []);
}

function withKeywords(keywords: Posting["keywords"], read: readonly Requirement[]): Posting["keywords"] {
  const known = new Set(keywords.map(({ canonical }) => canonical));
  const lowest = Math.min(1, ...keywords.map(({ weight }) => weight));
  const added = new Set(read.flatMap(({ terms }) => terms).filter((term) => !known.has(term)));
  return [...keywords, ...[...added].map((term) => ({ term, canonical: term, weight: lowest }))];
}

function lostQuotes(count: number): Warning[] {
  if (count === 0) return [];
  const message = `${count} ${count === 1 ? "requirement" : "requirements"} of the model stood nowhere in the posting and was left out.`;
  return [{ code: "quote-not-found", message, line: null }];
}
