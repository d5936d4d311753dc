import type { Lexicon } from "../schema/lexicon.js";
import type { ParsedResume, Resume } from "../schema/resume.js";
import type { MatchWords } from "../understand/match-words.js";
import { ancestorsOf } from "./resume-terms.js";

/** The rank of a degree of the lexicon, 1 high school to 5 doctorate; null for what is no degree. */
export function degreeRank(term: string, lexicon: Lexicon, { degreeRanks }: MatchWords): number | null {
  if (lexicon.entries.get(term)?.kind !== "degree") return null;
  const known = [term, ...ancestorsOf(term, lexicon)].find((one) => degreeRanks.has(one));
  return known === undefined ? null : (degreeRanks.get(known) ?? null);
}

/** The highest degree of a resume's education, 0 for none that is recognised. */
export function highestDegree(resume: Resume, lexicon: Lexicon, words: MatchWords): number {
  return Math.max(0, ...(resume.education ?? []).map((entry) => rankOf(entry, lexicon, words)));
}

/** The lines of a resume's education that name the study, by the rank of its degree. */
export function degreeLinesOf(parsed: ParsedResume, lexicon: Lexicon, words: MatchWords): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (const [index, entry] of (parsed.resume.education ?? []).entries()) {
    const rank = rankOf(entry, lexicon, words);
    const own = ["studyType", "area", "institution"].map((field) => parsed.provenance[`education[${index}].${field}`]);
    const [first] = own.filter((found) => found !== undefined);
    if (rank > 0 && first !== undefined) lines.set(rank, [...(lines.get(rank) ?? []), ...first]);
  }
  return lines;
}

/** The rank of having attended a place of study, whatever came of it. */
const attended = 2;

type Study = NonNullable<Resume["education"]>[number];

function rankOf({ studyType = "", area = "", institution = "" }: Study, lexicon: Lexicon, words: MatchWords): number {
  const found = lexicon
    .find(`${studyType} ${area}\n${institution}`)
    .map(({ canonical }) => degreeRank(canonical, lexicon, words) ?? 0);
  const first = lexicon.canonical(/^\p{L}+/u.exec(studyType)?.[0] ?? "");
  if (first !== null) found.push(degreeRank(first, lexicon, words) ?? 0);
  return Math.max(0, ...found, words.isSchool(institution) ? attended : 0);
}

/** The lines that the education entries stand on. */
export function studyLines({ provenance }: ParsedResume): Set<number> {
  const paths = Object.keys(provenance).filter((path) => path.startsWith("education["));
  return new Set(paths.flatMap((path) => provenance[path] ?? []));
}
