import type { Lexicon } from "../schema/lexicon.js";
import type { MatchWords } from "../understand/match-words.js";
import { isProduct, showsFully } from "./categories.js";
import { degreeRank } from "./degrees.js";
import { bestLine, contentKeys } from "./phrases.js";
import { parentsOf, type ResumeTerms } from "./resume-terms.js";

/** What a demanded term is worth that the resume does not name: shown by a product or certificate of it, by another kind of it, or only something near it is named. */
const shownShare = 0.9;
const impliedShare = 0.7;
const nearShare = 0.2;
/** Years of work that stand for a degree "or equivalent experience". */
const equivalentYears = 4;

/** The term that stands for years of work in the place of a degree. */
export const equivalent = "Equivalent experience";

/** What the resume is, beside its terms. */
export interface Candidate {
  terms: ResumeTerms;
  years: number;
  /** The highest degree by rank, 0 for none, and the lines its entries stand on by rank. */
  degree: number;
  degreeLines: ReadonlyMap<number, readonly number[]>;
  /** The language the resume is written in, ISO 639-1: it shows that language. */
  language: string;
  /** The levels of the spoken languages that the resume gives one for, 1–6. */
  languageLevels: ReadonlyMap<string, number>;
  /** The lines of the education entries. */
  studyLines: ReadonlySet<number>;
  words: MatchWords;
}

/** What one term, group of alternatives or number of years of a demand is worth, 0–1, now and at best by rewording. */
export interface Unit {
  terms: string[];
  weight: number;
  score: number;
  ceiling: number;
  /** The lines that show it; none where something near it is all there is. */
  lines: readonly number[];
}

/** What the resume shows for one demanded term. */
export function termUnit(term: string, candidate: Candidate, lexicon: Lexicon): Unit {
  const unit = (score: number, ceiling: number, lines: readonly number[]): Unit => ({
    terms: [term],
    weight: 1,
    score,
    ceiling,
    lines: [...new Set(lines)],
  });
  const { named, implied } = candidate.terms;
  if (term === equivalent) return unit(Math.min(1, candidate.years / equivalentYears), 0, []);
  const rank = degreeRank(term, lexicon, candidate.words);
  if (rank !== null) return degreeUnit(unit, rank, candidate);
  const own = named.get(term);
  if (own !== undefined) return unit(1, 1, own);
  const kinds = implied.get(term);
  if (kinds !== undefined) {
    const showing = kinds.filter(({ by }) => showsFully(by, term, lexicon));
    return showing.length > 0
      ? unit(
          shownShare,
          1,
          showing.map(({ line }) => line),
        )
      : unit(
          impliedShare,
          1,
          kinds.map(({ line }) => line),
        );
  }
  const entry = lexicon.entries.get(term);
  if (entry !== undefined) {
    if (entry.kind === "human-language" && nameOfLanguage(candidate.language) === term) return unit(shownShare, 1, []);
    const near = isProduct(term, lexicon) && parentsOf(term, lexicon).some((one) => named.has(one)) ? nearShare : 0;
    return unit(near, near, []);
  }
  const phrase = phraseLines(term, candidate.terms);
  return unit(phrase.share, phrase.share, phrase.lines);
}

/** A field of study in a demand for a degree: what an education entry names shows it, what other lines name shows a part. */
export function studyUnit(term: string, text: string, candidate: Candidate, lexicon: Lexicon): Unit {
  const unit = termUnit(term, candidate, lexicon);
  const studied = unit.lines.filter((line) => candidate.studyLines.has(line));
  if (candidate.studyLines.size === 0 || studied.length > 0)
    return { ...unit, lines: studied.length > 0 ? studied : unit.lines };
  const isOpen = candidate.words.has("study-field", text);
  const most = isOpen ? otherField : unstudied;
  const score = isOpen ? most : Math.min(unit.score, most);
  return { ...unit, score, ceiling: score, lines: score > 0 ? unit.lines : [] };
}

const unstudied = 0.4;
const otherField = 0.6;

/** A spoken language at the level a demand asks for (null for any): one level below shows a part, two below less. */
export function languageUnit(term: string, asked: number | null, candidate: Candidate, lexicon: Lexicon): Unit {
  const unit = termUnit(term, candidate, lexicon);
  const held = candidate.languageLevels.get(term);
  if (asked === null || held === undefined || held >= asked) return unit;
  const score = Math.min(unit.score, held === asked - 1 ? levelBelow : levelsBelow);
  return { ...unit, score, ceiling: score };
}

const levelBelow = 0.6;
const levelsBelow = 0.3;

/** A degree shows the lower ones; the one below the demanded is something near it. */
function degreeUnit(
  unit: (score: number, ceiling: number, lines: readonly number[]) => Unit,
  rank: number,
  { degree, degreeLines }: Candidate,
): Unit {
  const lines = [...degreeLines].filter(([own]) => own >= rank).flatMap(([, own]) => own);
  if (degree >= rank) return unit(1, 1, lines);
  const below = degree === rank - 1 && degree > 0;
  return unit(below ? belowDegree : 0, below ? belowDegree : 0, below ? (degreeLines.get(degree) ?? []) : []);
}

const belowDegree = 0.3;

/** The English name of a language: en → English. */
function nameOfLanguage(code: string): string | undefined {
  return new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(code);
}

/** A term the lexicon lacks: the share of its words on the resume's best line for it. */
function phraseLines(term: string, terms: ResumeTerms): { share: number; lines: number[] } {
  const keys = contentKeys(term, 2);
  const best = keys.length === 0 ? null : bestLine(keys, terms);
  if (best === null) return { share: 0, lines: [] };
  if (best.share < 1) return { share: keys.length > 1 ? best.share * nearShare : 0, lines: [] };
  return { share: 1, lines: [best.line] };
}
