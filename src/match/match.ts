import type { Lexicon } from "../schema/lexicon.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import type { MatchWords } from "../understand/match-words.js";
import { atsFindings } from "./ats.js";
import { degreeLinesOf, highestDegree, studyLines } from "./degrees.js";
import { type KeywordMatch, matchKeywords } from "./keywords.js";
import { type ScoredRequirement, scoreRequirements } from "./requirements.js";
import { type ResumeTerms, resumeTerms } from "./resume-terms.js";
import { heldLevels } from "./spoken-levels.js";
import type { Candidate } from "./term-units.js";
import { titleScore, titleShare } from "./titles.js";
import { workYears } from "./work-years.js";
import { plainYears } from "./years-asked.js";

/** What each part weighs in a hundred, before those that the posting does not ask for are left out. */
const partWeights = { requirements: 45, keywords: 25, title: 12, years: 10, education: 8 } as const;
/** A must counts as much as this many wishes. */
const mustWeight = 3;

/** When the match is made, an ISO month ("2026-11") that ends a job that goes on, and by which words. */
export interface MatchOptions {
  asOf: string;
  words: MatchWords;
}

interface Part {
  name: keyof typeof partWeights;
  score: number;
  ceiling: number;
}

/**
 * How well a resume fits a posting. score = 100 × Σ weight × part ÷ Σ weight over the parts the posting asks for:
 *
 * - requirements (45): mean over the demands, a must counting three times a wish, what no resume shows (travel, shifts, right to
 *   work) left out; a demand is the mean of its terms and
 *   years: named 1, shown by a product or certificate of it (PostgreSQL for SQL, AWS for cloud computing) 0.9, by another
 *   kind of it (wound care for nursing) 0.7, only what it is a kind of 0.2; of alternatives and examples the best counts;
 * - keywords (25): mean over the posting's terms by their weight: in the summary, the skills or the first highlights 1,
 *   elsewhere 0.7, by a kind of it 0.5; a quarter of its weight where an alternative to it is named;
 * - title (12): words and terms shared with the titles held, newer ones first, a fifth of it for the level;
 * - years (10): years of work ÷ years demanded, at most 1; a job counts in full where its title shares a word with the
 *   posting's or its lines name two of the posting's weightier keywords, else a quarter;
 * - education (8): the highest degree beside the one demanded.
 *
 * `ceiling` is the same with every term the resume supports placed and named as the posting does; nothing is invented.
 */
export function matchResume(
  source: SourceDocument,
  parsed: ParsedResume,
  posting: Posting,
  lexicon: Lexicon,
  options: MatchOptions,
): MatchReport {
  const terms = resumeTerms(source, parsed, lexicon);
  const candidate: Candidate = {
    terms,
    years: countedYears(posting, parsed, terms, lexicon, options),
    degree: highestDegree(parsed.resume, lexicon, options.words),
    degreeLines: degreeLinesOf(parsed, lexicon, options.words),
    language: parsed.language,
    languageLevels: heldLevels(parsed.resume, lexicon, options.words),
    studyLines: studyLines(parsed),
    words: options.words,
  };
  const requirements = scoreRequirements(posting, candidate, lexicon, plainYears);
  const keywords = matchKeywords(posting, terms, lexicon, options.words);
  const parts = partsOf({ posting, parsed, lexicon, candidate, requirements, keywords });
  const score = total(parts, (part) => part.score);
  return {
    score,
    ceiling: Math.max(
      score,
      total(parts, (part) => part.ceiling),
    ),
    parts: parts.map(({ name, score: own }) => ({
      name,
      weight: Math.round((100 * partWeights[name]) / weightOf(parts)),
      score: Math.round(own * 100),
    })),
    requirements: requirements.map(({ match }) => match),
    keywords: keywords.map(({ row }) => row),
    ats: atsFindings(source, parsed, options.words),
    warnings: warningsOf(posting, parsed),
  };
}

/** What a year in a job of another kind counts. */
const otherYears = 0.25;
/** A job is of the posting's kind where its lines name this many keywords of at least this weight. */
const nearKeywords = 2;
const weighty = 0.5;

function countedYears(
  posting: Posting,
  parsed: ParsedResume,
  terms: ResumeTerms,
  lexicon: Lexicon,
  { asOf, words }: MatchOptions,
): number {
  const wanted = posting.keywords.filter(({ canonical, weight }) => weight >= weighty && !isSoft(canonical, lexicon));
  const jobs = linesOfJobs(parsed);
  const near = (job: number): boolean => {
    if (titleShare(posting.title, parsed.resume.work?.[job]?.position, lexicon, words) > 0) return true;
    const lines = jobs.get(job);
    if (lines === undefined) return false;
    const shown = wanted.filter(({ canonical }) =>
      [...(terms.named.get(canonical) ?? []), ...(terms.implied.get(canonical) ?? []).map(({ line }) => line)].some(
        (line) => lines.has(line),
      ),
    );
    return shown.length > 0 && shown.length >= Math.min(nearKeywords, wanted.length);
  };
  const all = workYears(parsed.resume, asOf);
  const own = workYears(parsed.resume, asOf, near);
  return Math.round((own + otherYears * (all - own)) * 10) / 10;
}

/** The lines of each job by its index. */
function linesOfJobs({ provenance }: ParsedResume): Map<number, Set<number>> {
  const jobs = new Map<number, Set<number>>();
  for (const [path, lines] of Object.entries(provenance)) {
    if (!path.startsWith("work[")) continue;
    const job = Number.parseInt(path.slice("work[".length), 10);
    const own = jobs.get(job) ?? new Set<number>();
    jobs.set(job, own);
    for (const line of lines) own.add(line);
  }
  return jobs;
}

function isSoft(term: string, lexicon: Lexicon): boolean {
  return lexicon.entries.get(term)?.kind === "soft";
}

function partsOf(from: {
  posting: Posting;
  parsed: ParsedResume;
  lexicon: Lexicon;
  candidate: Candidate;
  requirements: readonly ScoredRequirement[];
  keywords: readonly KeywordMatch[];
}): Part[] {
  const { posting, parsed, lexicon, candidate, requirements, keywords } = from;
  const parts: Part[] = [];
  const told = requirements.filter(({ match }) => !match.toConfirm);
  if (told.length > 0) {
    const weigh = ({ requirement }: ScoredRequirement): number => (requirement.kind === "must" ? mustWeight : 1);
    parts.push({ name: "requirements", ...means(told, weigh) });
  }
  if (keywords.length > 0) parts.push({ name: "keywords", ...means(keywords, ({ weight }) => weight) });
  const title = titleScore(posting, parsed, lexicon, candidate.words);
  if (title !== null) parts.push({ name: "title", score: title, ceiling: title });
  if (posting.yearsExperience !== null && posting.yearsExperience > 0) {
    const years = Math.min(1, candidate.years / posting.yearsExperience);
    parts.push({ name: "years", score: years, ceiling: years });
  }
  const education = requirements.find(({ requirement }) => requirement.text === posting.education);
  if (education !== undefined) parts.push({ name: "education", score: education.score, ceiling: education.ceiling });
  return parts;
}

function means<T extends { score: number; ceiling: number }>(
  items: readonly T[],
  weigh: (item: T) => number,
): { score: number; ceiling: number } {
  const weight = items.reduce((sum, item) => sum + weigh(item), 0);
  if (weight === 0) return { score: 0, ceiling: 0 };
  return {
    score: items.reduce((sum, item) => sum + weigh(item) * item.score, 0) / weight,
    ceiling: items.reduce((sum, item) => sum + weigh(item) * item.ceiling, 0) / weight,
  };
}

function weightOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { name }) => sum + partWeights[name], 0);
}

function total(parts: readonly Part[], of: (part: Part) => number): number {
  if (parts.length === 0) return 0;
  return Math.round((100 * parts.reduce((sum, part) => sum + partWeights[part.name] * of(part), 0)) / weightOf(parts));
}

function warningsOf(posting: Posting, parsed: ParsedResume): MatchReport["warnings"] {
  const dated = (parsed.resume.work ?? []).some(({ startDate }) => startDate !== undefined);
  if (posting.yearsExperience === null || dated) return [];
  return [{ code: "no-work-dates", message: "No job has dates, so years of experience count as none.", line: null }];
}
