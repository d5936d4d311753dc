import type { SourceLine } from "../schema/source.js";
import { cutStudy, type SchoolPart, schoolPart, splitDegree } from "./degrees.js";
import { type Draft, type EntryDraft, isSourced, joined, printed, type Sourced, sourced, tidy } from "./draft.js";
import { datesOf, urlOf } from "./heads.js";
import { listItems } from "./items.js";
import { isWebAddress } from "./links.js";
import { wordCount } from "./look.js";
import type { Row } from "./rows.js";
import { strongPieces } from "./segments.js";
import type { ResumeWords } from "./words.js";
import type { SectionEntries } from "./work.js";

interface Piece {
  text: string;
  line: SourceLine;
  part: SchoolPart;
}

interface Study {
  head: Row[];
  body: Row[];
  pieces: Piece[];
}

/** The degrees of a section; several degrees under one institution each get its name. */
export function readEducation(rows: Row[], words: ResumeWords): SectionEntries {
  const studies = splitStudies(rows, words);
  const entries: EntryDraft[] = [];
  for (const study of studies) {
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
  return { entries, warnings: [], loose: [] };
}

/** Whether an entry names its institution above its degree, as where several degrees stand under one institution. */
function isAbove({ institution, studyType }: EntryDraft["value"]): boolean {
  const line = (draft: Draft | undefined) => (draft !== undefined && isSourced(draft) ? (draft.lines[0] ?? 0) : null);
  const [school, degree] = [line(institution), line(studyType)];
  return school !== null && degree !== null && school < degree;
}

function splitStudies(rows: Row[], words: ResumeWords): Study[] {
  const listFirst = rows[0]?.line.style === "list" && brings(piecesOf(rows[0], words)).size > 0;
  const plainHeads =
    !listFirst && rows.some((row) => row.line.style !== "list" && (row.dated || brings(piecesOf(row, words)).size > 0));
  const studies: Study[] = [];
  for (const row of rows) {
    const pieces = piecesOf(row, words);
    const parts = brings(pieces);
    const current = studies.at(-1);
    const head = isHead(row, parts, plainHeads);
    if (current === undefined)
      studies.push({ head: head ? [row] : [], body: head ? [] : [row], pieces: head ? pieces : [] });
    else if (head && (startsStudy(row, parts, current) || startsByStyle(row, current)))
      studies.push({ head: [row], body: [], pieces });
    else if (
      (head && (current.body.length === 0 || parts.size > 0)) ||
      (isName(row, pieces, current) && !isLabelled(row))
    ) {
      current.head.push(row);
      current.pieces.push(...pieces);
    } else current.body.push(row);
  }
  return studies;
}

/** Which of the parts that make a new entry a row brings. */
function brings(pieces: Piece[]): Set<SchoolPart> {
  return new Set(pieces.map(({ part }) => part).filter((part) => part === "degree" || part === "institution"));
}

function isHead(row: Row, parts: ReadonlySet<SchoolPart>, plainHeads: boolean): boolean {
  const dateOnly = row.dated && wordCount(row.rest) <= 4;
  if (row.line.style === "list" && !dateOnly && (plainHeads || row.line.level > 1)) return false;
  if (row.line.style === "heading") return true;
  if (isLabelled(row)) return false;
  if (row.dated) return true;
  return parts.size > 0 && !row.prose && wordCount(row.rest) <= 20;
}

function isLabelled({ line, rest }: Row): boolean {
  return (
    /^[\p{L} /&-]{2,40}[:：]\s+\S/u.test(rest) &&
    !line.text.includes("\t") &&
    line.style !== "heading" &&
    !/^[^:]*\b(?:ph\.?d|b\.?s|m\.?s)/i.test(rest)
  );
}

function isName(row: Row, pieces: Piece[], current: Study): boolean {
  const missing =
    !current.pieces.some(({ part }) => part === "institution") || !current.pieces.some(({ part }) => part === "degree");
  const place = pieces.length > 0 && pieces.every(({ part }) => part === "place");
  if (place && current.body.length === 0 && row.line.style !== "list") return true;
  const short = !row.prose && row.line.style !== "list" && wordCount(row.rest) <= 8 && !/[.:]$/.test(row.rest.trim());
  return current.body.length === 0 && short && (missing || current.pieces.length === 0 || row.line.gap === 0);
}

function startsStudy(row: Row, parts: ReadonlySet<SchoolPart>, { pieces, head, body }: Study): boolean {
  const has = (part: SchoolPart) => pieces.some((piece) => piece.part === part);
  const dated = head.some((one) => one.dated);
  const needed = (["degree", "institution"] as const).some((part) => parts.has(part) && !has(part));
  if (parts.has("degree") && has("degree")) return true;
  if (parts.has("institution") && has("institution")) return true;
  if (needed && body.length === 0) return row.line.gap > 1 && row.dated && dated;
  if (row.dated && dated) return true;
  return needed && body.length > 0 && (row.dated || row.line.gap > 0);
}

/** A heading below the section's begins an entry; the second of two adjacent ones does not. */
function startsByStyle(row: Row, { head, body }: Study): boolean {
  return row.line.style === "heading" && (body.length > 0 || !head.every(({ line }) => line.style === "heading"));
}

function piecesOf(row: Row, words: ResumeWords): Piece[] {
  return strongPieces(row.rest)
    .flatMap((piece) => cutStudy(piece, words))
    .flatMap((piece) => trailing(piece, words))
    .map((text) => ({ text: tidy(text), line: row.line, part: schoolPart(tidy(text), words) }))
    .filter(({ text }) => text !== "" && !isWebAddress(text));
}

/** Takes places, grades and honours off the end: "Boston College, Boston, MA", "B.S. Physics, cum laude". */
function trailing(piece: string, words: ResumeWords): string[] {
  for (const comma of piece.matchAll(/\s*[,;]\s+|\s+[-–—]\s+/g)) {
    const [head, tail] = [piece.slice(0, comma.index), piece.slice(comma.index + comma[0].length)];
    const part = schoolPart(tail, words);
    if (part === "place" && isCampus(head, tail, words)) return [piece];
    if (tidy(head) !== "" && (part === "place" || part === "score" || part === "honour")) return [head, tail];
    if (
      part === "name" &&
      schoolPart(head, words) === "institution" &&
      /^(?:[A-Z]{2}|\p{Lu}\p{L}+)$/u.test(tail) &&
      !words.marks.institution.is(tail)
    )
      return [piece];
  }
  const bracket = /^(.*\S)\s*\(([^()]+)\)$/u.exec(piece.trim());
  if (
    bracket?.[1] !== undefined &&
    bracket[2] !== undefined &&
    ["score", "honour", "place", "institution"].includes(schoolPart(bracket[2], words))
  )
    return [bracket[1], bracket[2]];
  return [piece];
}

/** "Example University, Computer Science" beside a bare degree: the field stands behind the institution. */
function areaBehind(
  institution: Piece,
  degree: Piece | undefined,
  words: ResumeWords,
): { institution: Piece; area: Piece } | null {
  if (degree === undefined || splitDegree(degree.text, words).area !== "") return null;
  const parted = /^([^,]+),\s+([^,]+)$/u.exec(institution.text);
  if (parted?.[1] === undefined || parted[2] === undefined) return null;
  const [left, right] = [parted[1], parted[2]].map((text) => words.marks.institution.hits(text).length > 0);
  const isArea = left && !right && !isCampus(parted[1], parted[2], words) && schoolPart(parted[2], words) === "name";
  return isArea
    ? { institution: { ...institution, text: parted[1] }, area: { ...institution, text: parted[2] } }
    : null;
}

/** "University of California, Berkeley": a town behind a state's university belongs to its name. */
function isCampus(head: string, tail: string, words: ResumeWords): boolean {
  const state = /\bof\s+([\p{L} ]+)$/u.exec(head.trim())?.[1] ?? "";
  return words.marks.state.is(state) && !/[,(]/.test(tail) && words.marks.institution.hits(head).length > 0;
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
  const behind = school === undefined ? null : areaBehind(school, whole, words);
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
  for (const { line } of rows) {
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
