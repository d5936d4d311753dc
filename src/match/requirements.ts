import type { Lexicon } from "../schema/lexicon.js";
import type { Citation, RequirementMatch } from "../schema/match.js";
import type { Posting, Requirement } from "../schema/posting.js";
import { singular, tokenize } from "../understand/tokens.js";
import { degreeRank } from "./degrees.js";
import { ancestorsOf, type ResumeTerms } from "./resume-terms.js";

/** What a demanded term is worth that the resume does not name: named by a kind of it, or only by something near it. */
const impliedShare = 0.7;
const nearShare = 0.3;
const metFrom = 0.75;
const partlyFrom = 0.3;
/** Soft skills weigh less in a demand that names something else too. */
const softWeight = 0.3;
const mostEvidence = 4;
/** Years of work that stand for a degree "or equivalent experience". */
const equivalentYears = 4;
const equivalent = "Equivalent experience";
const shortestWord = 4;

/** What the resume is, beside its terms. */
export interface Candidate {
  terms: ResumeTerms;
  years: number;
  degree: number;
}

/** A demand's score 0–1 as the resume stands, and at best by rewording alone. */
export interface ScoredRequirement {
  requirement: Requirement;
  match: RequirementMatch;
  score: number;
  ceiling: number;
}

interface Unit {
  terms: string[];
  weight: number;
  score: number;
  ceiling: number;
  lines: number[];
}

/**
 * Each demand of the posting beside what the resume shows for it. A demand is a set of units (a term, a group of
 * alternatives, a number of years); its score is the mean of theirs. Of demands joined by "; or" the best counts for all.
 */
export function scoreRequirements(
  posting: Posting,
  candidate: Candidate,
  lexicon: Lexicon,
  years: (text: string) => number | null,
): ScoredRequirement[] {
  const scored = posting.requirements.map((requirement) =>
    scoreOne(requirement, candidate, lexicon, years(requirement.text)),
  );
  return shareAlternatives(scored);
}

function scoreOne(
  requirement: Requirement,
  candidate: Candidate,
  lexicon: Lexicon,
  years: number | null,
): ScoredRequirement {
  const units = unitsOf(requirement, candidate, lexicon);
  if (years !== null) {
    const share = Math.min(1, candidate.years / years);
    units.push({ terms: [], weight: 1, score: share, ceiling: share, lines: [] });
  }
  if (units.length === 0 || units.every(({ terms }) => terms.length === 0))
    units.push(wordUnit(requirement.text, candidate.terms));
  const weight = units.reduce((sum, unit) => sum + unit.weight, 0);
  const mean = (of: (unit: Unit) => number): number =>
    units.reduce((sum, unit) => sum + unit.weight * of(unit), 0) / weight;
  const score = mean((unit) => unit.score);
  return {
    requirement,
    score,
    ceiling: mean((unit) => unit.ceiling),
    match: {
      id: requirement.id,
      text: requirement.text,
      kind: requirement.kind,
      status: statusOf(score),
      postingLine: requirement.line,
      evidence: citations(units, candidate.terms),
      missingTerms: units
        .filter((unit) => unit.score < impliedShare)
        .flatMap(({ terms }) => terms.filter((term) => term !== equivalent)),
    },
  };
}

function unitsOf({ terms, alternatives }: Requirement, candidate: Candidate, lexicon: Lexicon): Unit[] {
  const grouped = new Set(alternatives.flat());
  const groups = [
    ...alternatives,
    ...terms.filter((term) => !grouped.has(term) && term !== equivalent).map((term) => [term]),
  ];
  const allSoft = groups.every((group) => group.every((term) => isSoft(term, lexicon)));
  return groups.map((group) => {
    const best = group
      .map((term) => termUnit(term, candidate, lexicon))
      .reduce((one, other) => (other.score > one.score ? other : one));
    const soft = !allSoft && group.every((term) => isSoft(term, lexicon));
    return { ...best, terms: group, weight: soft ? softWeight : 1, ceiling: Math.max(best.ceiling, best.score) };
  });
}

function isSoft(term: string, lexicon: Lexicon): boolean {
  return lexicon.entries.get(term)?.kind === "soft";
}

function termUnit(term: string, candidate: Candidate, lexicon: Lexicon): Unit {
  const unit = (score: number, ceiling: number, lines: readonly number[]): Unit => ({
    terms: [term],
    weight: 1,
    score,
    ceiling,
    lines: [...new Set(lines)],
  });
  const { named, implied } = candidate.terms;
  if (term === equivalent) return unit(Math.min(1, candidate.years / equivalentYears), 0, []);
  const rank = degreeRank(term, lexicon);
  if (rank !== null) return degreeUnit(unit, rank, term, candidate);
  const own = named.get(term);
  if (own !== undefined) return unit(1, 1, own);
  const kinds = implied.get(term);
  if (kinds !== undefined) return unit(impliedShare, 1, kinds);
  const near = ancestorsOf(term, lexicon).filter((one) => named.has(one));
  if (near.length > 0)
    return unit(
      nearShare,
      nearShare,
      near.flatMap((one) => named.get(one) ?? []),
    );
  if (lexicon.entries.has(term)) return unit(0, 0, []);
  const phrase = phraseLines(term, candidate.terms);
  return unit(phrase.share, phrase.share, phrase.lines);
}

function degreeUnit(
  unit: (score: number, ceiling: number, lines: readonly number[]) => Unit,
  rank: number,
  term: string,
  { degree, terms }: Candidate,
): Unit {
  const score = degree >= rank ? 1 : degree === rank - 1 && degree > 0 ? nearShare : 0;
  return unit(score, score, terms.named.get(term) ?? terms.implied.get(term) ?? []);
}

/** A term the lexicon lacks: the share of its words on the resume's best line for it. */
function phraseLines(term: string, terms: ResumeTerms): { share: number; lines: number[] } {
  const keys = contentKeys(term, 2);
  if (keys.length === 0) return { share: 0, lines: [] };
  const best = bestLine(keys, terms);
  return best === null || best.share < 1
    ? { share: best !== null && keys.length > 1 ? best.share * nearShare : 0, lines: [] }
    : { share: 1, lines: [best.line] };
}

/** A demand that names no term: the share of its content words that the resume has, with the lines that have most. */
function wordUnit(text: string, terms: ResumeTerms): Unit {
  const keys = contentKeys(text, shortestWord);
  const present = keys.filter((key) => terms.words.has(key));
  const share = keys.length === 0 ? 0 : present.length / keys.length;
  const best = bestLine(keys, terms);
  const score = Math.min(1, 0.5 * share + (best?.share ?? 0));
  return { terms: [], weight: 1, score, ceiling: score, lines: best === null ? [] : [best.line] };
}

function contentKeys(text: string, shortest: number): string[] {
  return [...new Set(tokenize(text).map(({ key }) => singular(key)))].filter((key) => key.length >= shortest);
}

function bestLine(keys: readonly string[], terms: ResumeTerms): { line: number; share: number } | null {
  const counts = new Map<number, number>();
  for (const key of keys) for (const line of terms.words.get(key) ?? []) counts.set(line, (counts.get(line) ?? 0) + 1);
  let best: { line: number; share: number } | null = null;
  for (const [line, count] of counts) {
    if (best === null || count / keys.length > best.share) best = { line, share: count / keys.length };
  }
  return best;
}

function statusOf(score: number): RequirementMatch["status"] {
  if (score >= metFrom) return "met";
  return score >= partlyFrom ? "partly" : "missing";
}

/** The lines that show most of the demand, in the order of the resume. */
function citations(units: readonly Unit[], terms: ResumeTerms): Citation[] {
  const counts = new Map<number, number>();
  for (const { lines } of units) for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts]
    .sort(([one, oneCount], [other, otherCount]) => otherCount - oneCount || one - other)
    .slice(0, mostEvidence)
    .map(([line]) => ({ line, text: terms.text(line) }))
    .sort((one, other) => one.line - other.line);
}

/** "1. A degree …; or" and the demand behind it are two ways of one: both take the better score. */
function shareAlternatives(scored: readonly ScoredRequirement[]): ScoredRequirement[] {
  const result = [...scored];
  for (let first = 0; first < result.length; first += 1) {
    let last = first;
    while (endsWithOr(result[last]) && last + 1 < result.length) last += 1;
    if (last === first) continue;
    const chain = result.slice(first, last + 1);
    const score = Math.max(...chain.map((one) => one.score));
    const ceiling = Math.max(...chain.map((one) => one.ceiling));
    for (const [offset, one] of chain.entries()) {
      result[first + offset] = { ...one, score, ceiling, match: { ...one.match, status: statusOf(score) } };
    }
    first = last;
  }
  return result;
}

function endsWithOr(one: ScoredRequirement | undefined): boolean {
  return one !== undefined && /[;,]\s*(?:or|oder|ou|o)$/i.test(one.requirement.text.trim());
}
