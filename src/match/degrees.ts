import type { Lexicon } from "../schema/lexicon.js";
import type { ParsedResume, Resume } from "../schema/resume.js";
import { ancestorsOf } from "./resume-terms.js";

/** Degrees by rank; an entry of the lexicon has the rank of the nearest of these above it. */
const ranks: ReadonlyMap<string, number> = new Map([
  ["High school diploma", 1],
  ["Vocational training certificate", 2],
  ["Apprenticeship", 2],
  ["Associate degree", 2],
  ["Bachelor's degree", 3],
  ["Master's degree", 4],
  ["Juris Doctor", 4],
  ["Doctor of Medicine", 5],
  ["Doctor of Pharmacy", 5],
  ["PhD", 5],
]);

/** The rank of a degree of the lexicon, 1 high school to 5 doctorate; null for what is no degree. */
export function degreeRank(term: string, lexicon: Lexicon): number | null {
  if (lexicon.entries.get(term)?.kind !== "degree") return null;
  const known = [term, ...ancestorsOf(term, lexicon)].find((one) => ranks.has(one));
  return known === undefined ? null : (ranks.get(known) ?? null);
}

/** The highest degree of a resume's education, 0 for none that is recognised. */
export function highestDegree(resume: Resume, lexicon: Lexicon): number {
  return Math.max(0, ...(resume.education ?? []).map((entry) => rankOf(entry, lexicon)));
}

/** The lines of a resume's education that name the study, by the rank of its degree. */
export function degreeLinesOf(parsed: ParsedResume, lexicon: Lexicon): Map<number, number[]> {
  const lines = new Map<number, number[]>();
  for (const [index, entry] of (parsed.resume.education ?? []).entries()) {
    const rank = rankOf(entry, lexicon);
    const own = ["studyType", "area", "institution"].map((field) => parsed.provenance[`education[${index}].${field}`]);
    const [first] = own.filter((found) => found !== undefined);
    if (rank > 0 && first !== undefined) lines.set(rank, [...(lines.get(rank) ?? []), ...first]);
  }
  return lines;
}

type Study = NonNullable<Resume["education"]>[number];

function rankOf({ studyType = "", area = "", institution = "" }: Study, lexicon: Lexicon): number {
  const found = lexicon
    .find(`${studyType} ${area}\n${institution}`)
    .map(({ canonical }) => degreeRank(canonical, lexicon) ?? 0);
  const first = lexicon.canonical(/^\p{L}+/u.exec(studyType)?.[0] ?? "");
  if (first !== null) found.push(degreeRank(first, lexicon) ?? 0);
  const studied = /universi|college|hochschule|polytechni|institute of/i.test(institution);
  return Math.max(0, ...found, studied ? 2 : 0);
}
