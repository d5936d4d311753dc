import type { Lexicon } from "../schema/lexicon.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import type { MatchWords } from "../understand/match-words.js";
import { singular, tokenize } from "../understand/tokens.js";
import { showsFully } from "./categories.js";
import { degreeRank } from "./degrees.js";
import type { ResumeTerms } from "./resume-terms.js";
import { isLevel } from "./spoken-levels.js";

/** What a keyword counts that stands in the resume, but not where a reader looks first; and one named by a kind of it. */
const elsewhere = 0.7;
const byKind = 0.5;

/** A keyword's row of the report with its score 0–1 as it stands and at best by rewording. */
export interface KeywordMatch {
  row: MatchReport["keywords"][number];
  score: number;
  ceiling: number;
  /** What it counts among the others. */
  weight: number;
}

/** The posting's keywords beside the resume; degrees are matched as education and left out. */
export function matchKeywords(
  posting: Posting,
  terms: ResumeTerms,
  lexicon: Lexicon,
  words: MatchWords,
): KeywordMatch[] {
  const texts = [posting.title ?? "", ...posting.requirements.map(({ text }) => text), ...posting.responsibilities];
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { canonical } of lexicon.find(text)) counts.set(canonical, (counts.get(canonical) ?? 0) + 1);
  }
  const spared = sparedTerms(posting, terms);
  return posting.keywords
    .filter(({ canonical }) => degreeRank(canonical, lexicon, words) === null && !isLevel(canonical, words))
    .map(({ term, canonical, weight }) => {
      const lines = terms.named.get(canonical) ?? (lexicon.entries.has(canonical) ? [] : unknownLines(term, terms));
      const kinds = terms.implied.get(canonical) ?? [];
      const shownBy = lines.length > 0 ? [] : kinds.filter(({ by }) => showsFully(by, canonical, lexicon));
      const row = {
        term,
        canonical,
        weight,
        inResume: lines.length,
        inPosting: Math.max(1, counts.get(canonical) ?? 0),
        lines: [...new Set(lines)],
        ...(shownBy.length > 0 ? { shownBy: [...new Set(shownBy.map(({ by }) => by))] } : {}),
      };
      return {
        row,
        weight: spared.has(canonical) ? sparedShare * weight : weight,
        score: scoreOf(lines, kinds.length > 0, terms),
        ceiling: lines.length > 0 || kinds.length > 0 ? 1 : 0,
      };
    });
}

/** What a keyword weighs of which the posting takes another as well, and the resume names that. */
const sparedShare = 0.25;

/** Terms that the resume lacks and one of their alternatives makes up for, unless the posting asks for them elsewhere too. */
function sparedTerms({ requirements }: Posting, { named }: ResumeTerms): Set<string> {
  const spared = new Set<string>();
  const asked = new Set<string>();
  for (const { terms, alternatives } of requirements) {
    const open = new Set(terms);
    for (const group of alternatives) {
      const isShown = group.some((term) => named.has(term));
      for (const term of group) {
        open.delete(term);
        if (isShown && !named.has(term)) spared.add(term);
        else asked.add(term);
      }
    }
    for (const term of open) asked.add(term);
  }
  return new Set([...spared].filter((term) => !asked.has(term)));
}

function scoreOf(lines: readonly number[], byAKind: boolean, terms: ResumeTerms): number {
  if (lines.some((line) => terms.prominent.has(line))) return 1;
  if (lines.length > 0) return elsewhere;
  return byAKind ? byKind : 0;
}

/** Lines that hold every word of a term the lexicon lacks. */
function unknownLines(term: string, terms: ResumeTerms): number[] {
  const [first, ...others] = tokenize(term).map(({ key }) => terms.words.get(singular(key)) ?? []);
  return [...new Set(first ?? [])].filter((line) => others.every((lines) => lines.includes(line)));
}
