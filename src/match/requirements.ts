import type { Lexicon } from "../schema/lexicon.js";
import type { RequirementMatch } from "../schema/match.js";
import type { Posting, Requirement } from "../schema/posting.js";
import { degreeRank } from "./degrees.js";
import { type DemandParts, demandParts } from "./demand-parts.js";
import { citations } from "./evidence.js";
import { bestLine, contentKeys } from "./phrases.js";
import { askedLevels, isLanguage, isLevel } from "./spoken-levels.js";
import { type Candidate, equivalent, languageUnit, studyUnit, termUnit, type Unit } from "./term-units.js";

const metFrom = 0.75;
const partlyFrom = 0.3;
/** A unit of a demand is missing below this. */
const shownFrom = 0.6;
/** Soft skills weigh less in a demand that names something else too. */
const softWeight = 0.3;
/** Years are a part of the score of their own, so here they weigh less than what they are asked for in. */
const yearsWeight = 0.5;
/** What a demand only wishes for weighs less than what it requires. */
const wishWeight = 0.3;
const shortestWord = 4;
/** The most that words count of which no line has half. */
const unproven = 0.25;

/** A demand's score 0–1 as the resume stands, and at best by rewording alone. */
export interface ScoredRequirement {
  requirement: Requirement;
  match: RequirementMatch;
  score: number;
  ceiling: number;
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
  const parts = demandParts(requirement, lexicon, candidate.words);
  const units = parts.isCondition ? [] : unitsOf(requirement, parts, candidate, lexicon);
  if (years !== null && !parts.isCondition) {
    const share = Math.min(1, candidate.years / years);
    units.push({ terms: [], weight: yearsWeight, score: share, ceiling: share, lines: [] });
  }
  if (units.length === 0 || units.every(({ terms }) => terms.length === 0))
    units.push(wordUnit(requirement.text, candidate));
  const weight = units.reduce((sum, unit) => sum + unit.weight, 0);
  const mean = (of: (unit: Unit) => number): number =>
    units.reduce((sum, unit) => sum + unit.weight * of(unit), 0) / weight;
  const score = mean((unit) => unit.score);
  const toConfirm = parts.isCondition && statusOf(score) !== "met";
  return {
    requirement,
    score,
    ceiling: mean((unit) => unit.ceiling),
    match: {
      id: requirement.id,
      text: requirement.text,
      kind: requirement.kind,
      status: toConfirm || isMissing(units) ? "missing" : statusOf(score),
      postingLine: requirement.line,
      evidence: citations(
        units.filter((unit) => unit.score >= (toConfirm ? metFrom : partlyFrom)),
        candidate.terms,
      ),
      missingTerms: missingOf(requirement, units, lexicon),
      ...(toConfirm ? { toConfirm } : {}),
    },
  };
}

/** The terms that nothing shows, in the posting's own words. */
function missingOf({ text }: Requirement, units: readonly Unit[], lexicon: Lexicon): string[] {
  const printed = new Map<string, string>();
  for (const hit of lexicon.find(text)) if (!printed.has(hit.canonical)) printed.set(hit.canonical, hit.text);
  return units
    .filter(({ score }) => score < shownFrom)
    .flatMap(({ terms }) => terms.filter((term) => term !== equivalent))
    .map((term) => printed.get(term) ?? term);
}

function unitsOf(
  requirement: Requirement,
  { conditionTerms, wishTerms }: DemandParts,
  candidate: Candidate,
  lexicon: Lexicon,
): Unit[] {
  const groups = groupsOf(requirement, conditionTerms, candidate, lexicon);
  const unitOf = unitMaker(requirement.text, groups.flat(), candidate, lexicon);
  const allSoft = groups.every((group) => group.every((term) => isSoft(term, lexicon)));
  return groups.map((group) => {
    const units = group.map(unitOf);
    const best = units.reduce((one, other) => (other.score > one.score ? other : one));
    const soft = !allSoft && group.every((term) => isSoft(term, lexicon));
    const wished = group.every((term) => wishTerms.has(term));
    return {
      terms: group,
      weight: wished ? wishWeight : soft ? softWeight : 1,
      score: best.score,
      ceiling: Math.max(...units.map(({ ceiling }) => ceiling), best.score),
      lines: units.filter(({ score }) => score === best.score).flatMap(({ lines }) => lines),
    };
  });
}

/** The terms of a demand, those of which one is enough together; without what is no skill: a level, "a related field". */
function groupsOf(
  { text, terms, alternatives }: Requirement,
  conditionTerms: ReadonlySet<string>,
  { words }: Candidate,
  lexicon: Lexicon,
): string[][] {
  const spoken = terms.some((term) => isLanguage(term, lexicon));
  const study = asksForDegree(terms, lexicon, words);
  const counts = (term: string): boolean => {
    if (conditionTerms.has(term)) return false;
    if (spoken && isLevel(term, words)) return false;
    return !(study && !lexicon.entries.has(term) && words.has("study-field", `${term} ${text}`));
  };
  const grouped = new Set(alternatives.flat());
  return [
    ...alternatives.map((group) => group.filter(counts)).filter((group) => group.length > 0),
    ...terms.filter((term) => !grouped.has(term) && term !== equivalent && counts(term)).map((term) => [term]),
  ];
}

function asksForDegree(terms: readonly string[], lexicon: Lexicon, words: Candidate["words"]): boolean {
  return terms.some((term) => degreeRank(term, lexicon, words) !== null);
}

/** How each term of a demand is looked for: a language by its level, a field behind a degree in the education. */
function unitMaker(
  text: string,
  terms: readonly string[],
  candidate: Candidate,
  lexicon: Lexicon,
): (term: string) => Unit {
  const { words } = candidate;
  const levels = askedLevels(text, lexicon, words);
  const hits = asksForDegree(terms, lexicon, words) ? lexicon.find(text) : [];
  const degreeEnd = hits.findLast(({ canonical }) => degreeRank(canonical, lexicon, words) !== null)?.end ?? null;
  const isField = (term: string): boolean => {
    if (degreeEnd === null || term === equivalent || degreeRank(term, lexicon, words) !== null) return false;
    const start = hits.find(({ canonical }) => canonical === term)?.start ?? text.indexOf(term);
    return start >= degreeEnd && !/[.;]|\band\b/.test(text.slice(degreeEnd, start));
  };
  return (term) => {
    if (isLanguage(term, lexicon)) return languageUnit(term, levels.get(term) ?? null, candidate, lexicon);
    return isField(term) ? studyUnit(term, text, candidate, lexicon) : termUnit(term, candidate, lexicon);
  };
}

function isSoft(term: string, lexicon: Lexicon): boolean {
  return lexicon.entries.get(term)?.kind === "soft";
}

/** A demand that names no term: the share of its content words that the resume has; a line that has half of them shows it. */
function wordUnit(text: string, { terms, words }: Candidate): Unit {
  const keys = contentKeys(text, shortestWord).filter((key) => !words.isPlain(key));
  const present = keys.filter((key) => terms.words.has(key));
  const share = keys.length === 0 ? 0 : present.length / keys.length;
  const best = bestLine(keys, terms);
  const proven = best !== null && best.share >= 0.5;
  const score = Math.min(proven ? 1 : unproven, 0.5 * share + (best?.share ?? 0));
  return { terms: [], weight: 1, score, ceiling: score, lines: proven ? [best.line] : [] };
}

/** Nothing of what the demand names is shown; years of work alone show none of it. */
function isMissing(units: readonly Unit[]): boolean {
  const named = units.filter(({ terms }) => terms.length > 0);
  return named.length > 0 && named.every(({ score }) => score < partlyFrom);
}

function statusOf(score: number): RequirementMatch["status"] {
  if (score >= metFrom) return "met";
  return score >= partlyFrom ? "partly" : "missing";
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
