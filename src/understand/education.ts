import type { Warning } from "../schema/source.js";
import { type SchoolPart, schoolPart, splitDegree } from "./degrees.js";
import { degreeWarning } from "./doubts.js";
import { type Draft, type EntryDraft, isSourced, joined, printed, type Sourced, sourced } from "./draft.js";
import { datesOf, urlOf } from "./heads.js";
import { listItems } from "./items.js";
import { isWebAddress } from "./links.js";
import { wordCount } from "./look.js";
import type { Row } from "./rows.js";
import { isCampus, isCourseLabel, type Piece, type Study, splitStudies } from "./studies.js";
import type { ResumeWords } from "./words.js";
import type { SectionEntries } from "./work.js";

/** The degrees of a section; several degrees under one institution each get its name. */
export function readEducation(rows: Row[], words: ResumeWords): SectionEntries {
  const studies = splitStudies(rows, words);
  const entries: EntryDraft[] = [];
  const warnings: Warning[] = [];
  for (const study of studies) {
    warnings.push(...guessedNames(study, words));
    const before = entries.at(-1);
    const value = studyOf(study, words);
    if (
      value.institution === undefined &&
      value.studyType !== undefined &&
      before !== undefined &&
      isAbove(before.value)
    )
      value.institution = before.value.institution;
    entries.push({ collection: "education", value });
  }
  return { entries, warnings, loose: [] };
}

/** A warning where no word told which of two names is the institution, or whether a lone name is one. */
function guessedNames({ pieces }: Study, words: ResumeWords): Warning[] {
  const has = (part: SchoolPart) => pieces.some((piece) => piece.part === part);
  const { institution, degree } = namedPieces(pieces, words);
  const [first] = pieces.filter(({ part }) => part === "name");
  if (first === undefined || institution === undefined || (has("institution") && has("degree"))) return [];
  const unsure = has("degree") || has("institution") ? "one-named" : "none-named";
  return institution === first || degree === first
    ? [degreeWarning(unsure, institution.text, degree?.text ?? "", first.line.n)]
    : [];
}

/** Whether an entry names its institution above its degree, as where several degrees stand under one institution. */
function isAbove({ institution, studyType }: EntryDraft["value"]): boolean {
  const line = (draft: Draft | undefined) => (draft !== undefined && isSourced(draft) ? (draft.lines[0] ?? 0) : null);
  const [school, degree] = [line(institution), line(studyType)];
  return school !== null && degree !== null && school < degree;
}

/** "Example University, Computer Science" or the other way round beside a bare degree: the field stands at the institution. */
function areaBeside(
  institution: Piece,
  degree: Piece | undefined,
  words: ResumeWords,
): { institution: Piece; area: Piece } | null {
  if (degree === undefined || splitDegree(degree.text, words).area !== "") return null;
  const parted = /^([^,]+),\s+([^,]+)$/u.exec(institution.text);
  if (parted?.[1] === undefined || parted[2] === undefined) return null;
  const [left, right] = [parted[1], parted[2]].map((text) => words.marks.institution.hits(text).length > 0);
  if (!left && right && schoolPart(parted[1], words) === "name")
    return { institution: { ...institution, text: parted[2] }, area: { ...institution, text: parted[1] } };
  const isArea = left && !right && !isCampus(parted[1], parted[2], words) && schoolPart(parted[2], words) === "name";
  return isArea
    ? { institution: { ...institution, text: parted[1] }, area: { ...institution, text: parted[2] } }
    : null;
}

interface Named {
  institution: Piece | undefined;
  degree: Piece | undefined;
  /** The field of study where it stands apart from the degree. */
  area: Piece | undefined;
  rest: Piece[];
}

/** Which pieces name the institution and the degree; where no word tells, the first is the institution. */
function namedPieces(pieces: Piece[], words: ResumeWords): Named {
  const of = (part: SchoolPart) => pieces.filter((piece) => piece.part === part);
  const [names, institutions, degrees] = [of("name"), of("institution"), of("degree")];
  const apart = degrees.length > 0 ? commaSchool(degrees[0], institutions, names, words) : null;
  if (apart !== null) return { ...apart, area: undefined, rest: degrees.slice(1) };
  const school = institutions[0] ?? names.shift();
  const whole = degrees[0] ?? names.shift();
  const rest = [...institutions.slice(1), ...degrees.slice(1), ...names];
  const behind = school === undefined ? null : areaBeside(school, whole, words);
  if (behind !== null) return { institution: behind.institution, degree: whole, area: behind.area, rest };
  const bare = whole !== undefined && splitDegree(whole.text, words).area === "";
  const at = bare ? rest.findIndex(({ part }) => part === "name") : -1;
  return { institution: school, degree: whole, area: at < 0 ? undefined : rest.splice(at, 1)[0], rest };
}

/** "MS Statistics, Example" where nothing else names an institution: it stands behind the comma. */
function commaSchool(
  degree: Piece | undefined,
  institutions: Piece[],
  names: Piece[],
  words: ResumeWords,
): Pick<Named, "institution" | "degree"> | null {
  if (degree === undefined || institutions.length + names.length > 0) return null;
  const parted = /^(.+?),\s+(\S.*)$/u.exec(degree.text);
  if (parted?.[1] === undefined || parted[2] === undefined || words.marks.degree.hits(parted[1]).length === 0)
    return null;
  return { institution: { ...degree, text: parted[2] }, degree: { ...degree, text: parted[1] } };
}

function studyOf({ head, body, pieces }: Study, words: ResumeWords): EntryDraft["value"] {
  const of = (part: SchoolPart) => pieces.filter((piece) => piece.part === part);
  const value = (piece: Piece | undefined) => (piece === undefined ? undefined : sourced(piece.text, piece.line));
  const { institution, degree, area, rest } = namedPieces(pieces, words);
  const split = degree === undefined ? { studyType: "", area: "" } : splitDegree(degree.text, words);
  const field = (text: string): Sourced | undefined =>
    degree === undefined || text === "" ? undefined : { text, lines: [degree.line.n] };
  const dates = datesOf(head);
  const single = dates.end === undefined && !dates.ongoing;
  const details = detailsOf(body, words);
  const others = [...rest, ...of("honour"), ...of("score").slice(1)].flatMap((piece) => value(piece) ?? []);
  return {
    url: urlOf([...head, ...body]),
    institution: value(institution),
    studyType: field(split.studyType),
    area: field(split.area) ?? value(area),
    startDate: single ? undefined : dates.start,
    endDate: single ? dates.start : dates.end,
    score: scoreOf(of("score")[0]) ?? details.score,
    location: joined(of("place").map(value), ", "),
    courses: details.courses.length === 0 ? undefined : details.courses,
    highlights: listOf(others, details.highlights),
  };
}

/** The grade of "GPA: 3.8" or "3.8 GPA". */
function scoreOf(piece: Piece | undefined): Sourced | undefined {
  if (piece === undefined) return undefined;
  const bare = piece.text.replace(/^[^:\d]*:\s*/, "").replace(/^([\d.,/ ]+)\s+\p{L}+$/u, "$1");
  return sourced(bare, piece.line);
}

function listOf(...lists: Sourced[][]): Sourced[] | undefined {
  const all = lists.flat();
  return all.length === 0 ? undefined : all;
}

interface Details {
  score: Sourced | undefined;
  courses: Sourced[];
  highlights: Sourced[];
}

/** Grade, courses and other lines under a degree. */
function detailsOf(all: Row[], words: ResumeWords): Details {
  const details: Details = { score: undefined, courses: [], highlights: [] };
  const rows = all.filter(({ text }) => !isWebAddress(text));
  let courses: number | null = null;
  for (const { line, text } of rows) {
    if (isCourseLabel({ text }, words)) {
      courses = line.n;
      continue;
    }
    if (courses !== null && line.style === "list") {
      details.courses.push({ text: printed(line).text, lines: [courses, line.n] });
      continue;
    }
    courses = null;
    const label = /^([^:：]{2,40})[:：]\s*(\S.*)$/u.exec(line.text.trim());
    const name = label?.[1] ?? "";
    const rest = label?.[2] ?? "";
    const grade = gradeIn(line.text, words);
    if (label !== null && words.marks.courses.is(name))
      details.courses.push(...listItems(rest).map((text) => ({ text, lines: [line.n] })));
    else if (label !== null && words.marks.score.is(name) && isGrade(rest) && details.score === undefined)
      details.score = sourced(rest, line);
    else {
      if (grade !== null && details.score === undefined) details.score = { text: grade, lines: [line.n] };
      details.highlights.push(printed(line));
    }
  }
  return details;
}

/** Whether a text is a grade and nothing else: "3.8/4.0", "1,3 (sehr gut)", "First Class". */
function isGrade(text: string): boolean {
  return wordCount(text) <= 4 && !(/\d/.test(text) && /[,;]\s*\p{L}/u.test(text));
}

function gradeIn(text: string, words: ResumeWords): string | null {
  for (const { end } of words.marks.score.hits(text)) {
    const found = /^\s*(?:of\s+)?[:：]?\s*(\d[\d.,]*(?:\s*\/\s*\d[\d.,]*)?\s?%?)/.exec(text.slice(end))?.[1];
    if (found !== undefined) return found.replace(/[.,]$/, "").trim();
  }
  return null;
}
