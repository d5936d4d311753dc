import type { SectionKind } from "../schema/resume.js";
import type { SourceLine } from "../schema/source.js";
import { isBareDegree } from "./degrees.js";
import type { HeadingMatch } from "./headings.js";
import { isCaps, wordCount } from "./look.js";
import type { ResumeWords } from "./words.js";

/** A line with its place in the document, what it means as a heading, and its look. */
export interface Candidate {
  line: SourceLine;
  at: number;
  match: HeadingMatch | null;
  look: string;
}

/** The section a line stands in: its kind, and the level and look of its heading. */
export interface Parent {
  kind: SectionKind;
  level: number;
  look: string;
}

const entryKinds: readonly SectionKind[] = ["work", "volunteer", "education", "projects"];

/**
 * Whether a known heading only names a part of the section above it: the highlights of a job, the courses of a degree,
 * a group of skills ("Languages" over Go and SQL).
 */
export function namesPart(candidate: Candidate, all: Candidate[], parent: Parent | null, words: ResumeWords): boolean {
  const { line, match, look } = candidate;
  if (parent === null) return false;
  const text = line.text.replace(/\s*[:：]\s*$/, "").trim();
  if (entryKinds.includes(parent.kind) && (words.marks.part.is(text) || words.marks.courses.is(text)))
    return look !== parent.look || all.filter(({ line: other }) => other.text === line.text).length > 1;
  if (parent.kind === "skills" && match?.kind === "skills" && look !== parent.look) return namesGroup(line, parent);
  if (parent.kind !== "skills" || match === null || !["languages", "projects"].includes(match.kind)) return false;
  const below = itemsBelow(candidate, all);
  return below.length > 0 && below.every((item) => isSkill(item, words));
}

/** "Methods" in bold under the larger heading Skills. */
function namesGroup(line: SourceLine, { level }: Parent): boolean {
  return line.style === "heading" ? line.level > level && level > 0 : line.style === "body" && line.bold && level > 0;
}

/** The lines under a heading to the next of its look or the next known one, twelve at most. */
export function itemsBelow({ at, look }: Candidate, all: Candidate[]): SourceLine[] {
  const rest = all.slice(at + 1, at + 13);
  const end = rest.findIndex((other) => other.look === look || (other.match !== null && other.match.strength > 1));
  return (end < 0 ? rest : rest.slice(0, end)).map(({ line }) => line);
}

/** Whether a line can be a skill or a list of some: short pieces without dates, human languages and sentences. */
export function isSkill({ text }: Pick<SourceLine, "text">, words: ResumeWords): boolean {
  const pieces = text.split(/[,;|•·\t]/);
  if (/\b(?:19|20)\d\d\b|@|https?:|www\.|[.!?]$/.test(text.trim())) return false;
  return pieces.every((piece) => wordCount(piece) <= 4) && words.marks.language.hits(text).length === 0;
}

/** Whether a line that looks like the section headings but has unknown words is one of them. */
export function looksLikeUnknown(
  { line, at }: Candidate,
  all: Candidate[],
  looks: ReadonlyMap<string, number>,
): boolean {
  const text = line.text.trim();
  if (line.style === "list" || line.text.includes("\t") || wordCount(text) > 7 || text.length > 60) return false;
  if (/[.,;]$|\d{4}|@|https?:|www\.|\||[•●]/.test(text)) return false;
  const known = all.filter(({ look, match }) => looks.has(look) && match !== null && match.strength > 1);
  const first = known[0]?.at ?? 0;
  if (at < first && at < 3) return false;
  const styled = line.style === "heading" || line.size !== null;
  const gapped = known.filter(({ line: one }) => one.gap > 0).length > known.length * 0.7;
  if (!styled && !gapped) return false;
  if (gapped && line.gap === 0 && line.style !== "heading") return false;
  if (wordCount(text) > 3 && !isCaps(text) && isSentence(text)) return false;
  const next = all[at + 1];
  if (next === undefined) return false;
  if (!styled || line.style !== "heading") {
    const sizes = known.every(({ line: one }) => one.size === line.size);
    if (!sizes && line.size !== null) return false;
  }
  return true;
}

/** Whether a line under work or education more likely names a job or degree: its words, or dates on the lines below, say so. */
export function namesEntry(
  { line, at }: Candidate,
  all: Candidate[],
  parent: SectionKind | undefined,
  words: ResumeWords,
): boolean {
  if (parent === undefined || !entryKinds.includes(parent)) return false;
  const { title, employer, institution, degree } = words.marks;
  const named = [title, employer, institution, degree].some((set) => set.hits(line.text).length > 0);
  if (parent === "education" && (institution.hits(line.text).length > 0 || isBareDegree(line.text, words))) return true;
  const below = all.slice(at + 1, at + 3).map((candidate) => candidate.line);
  const dated = below.some(({ text, style }) => style !== "list" && words.dates(text).some(({ range }) => range));
  const titled = below.some(({ text, style }) => style !== "list" && title.hits(text).length > 0);
  return line.style === "heading" ? (named || titled || line.gap === 0) && dated : named || dated;
}

/** Whether most words behind the first are in lower case, as in a sentence. */
function isSentence(text: string): boolean {
  const rest = text
    .split(/\s+/)
    .slice(1)
    .filter((word) => /^\p{L}{4,}/u.test(word));
  return rest.length > 0 && rest.filter((word) => /^\p{Ll}/u.test(word)).length > rest.length / 2;
}
