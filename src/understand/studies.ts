import type { SourceLine } from "../schema/source.js";
import { cutStudy, endsInHonours, type SchoolPart, schoolPart, splitDegree } from "./degrees.js";
import { tidy, withoutStop } from "./draft.js";
import { isWebAddress } from "./links.js";
import { wordCount } from "./look.js";
import type { Row } from "./rows.js";
import { strongPieces } from "./segments.js";
import type { ResumeWords } from "./words.js";

/** A piece of an education entry's heading lines with what it says. */
export interface Piece {
  text: string;
  line: SourceLine;
  part: SchoolPart;
}

/** The rows of one entry: heading lines with their pieces, and the lines under them. */
export interface Study {
  head: Row[];
  body: Row[];
  pieces: Piece[];
}

/** The rows of an education section cut into its entries. */
export function splitStudies(rows: Row[], words: ResumeWords): Study[] {
  const listFirst = rows[0]?.line.style === "list" && brings(piecesOf(rows[0], words)).size > 0;
  const plainHeads =
    !listFirst && rows.some((row) => row.line.style !== "list" && (row.dated || brings(piecesOf(row, words)).size > 0));
  const studies: Study[] = [];
  for (const row of rows) {
    const pieces = piecesOf(row, words);
    const parts = brings(pieces);
    const current = studies.at(-1);
    const head = !isCourseLabel(row, words) && isHead(row, parts, plainHeads, words);
    if (current === undefined) {
      const first = head || isShortName(row, words);
      studies.push({ head: first ? [row] : [], body: first ? [] : [row], pieces: first ? pieces : [] });
    } else if (head && (startsStudy(row, parts, current) || startsByStyle(row, parts, current)))
      studies.push({ head: [row], body: [], pieces });
    else if (belongsToHead(row, pieces, head, current, words)) {
      current.head.push(row);
      current.pieces.push(...pieces);
    } else current.body.push(row);
  }
  return studies;
}

/** A head row under another; a date alone also below the lines under the degree, where the entry has none yet. */
function belongsToHead(row: Row, pieces: Piece[], head: boolean, current: Study, words: ResumeWords): boolean {
  const brought = brings(pieces).size > 0;
  if (head && (current.body.length === 0 || brought)) return true;
  if (head && isDateOnly(row) && (!current.head.some(({ dated }) => dated) || repeatsDates(row, current))) return true;
  if (isLabelled(row, words) || isCourseLabel(row, words)) return false;
  return isName(row, pieces, current) || isField(row, pieces, current, words);
}

function isDateOnly(row: Row): boolean {
  return row.dated && tidy(row.rest) === "";
}

/** The dates of the entry once more, as a page prints them that has one place for wide and one for narrow screens. */
function repeatsDates(row: Row, { head }: Study): boolean {
  const [span] = row.spans;
  if (span === undefined || !isDateOnly(row)) return false;
  return head.some(({ spans }) => spans.some(({ from, to, range }) => range && from === span.from && to === span.to));
}

/** "Relevant courses" alone on its line, whatever its look. */
export function isCourseLabel({ text }: Pick<Row, "text">, words: ResumeWords): boolean {
  return words.marks.courses.is(text.replace(/\s*[:：]\s*$/, ""));
}

/** The field of study on a line of its own under a degree that names none. */
function isField(row: Row, pieces: Piece[], { body, pieces: known }: Study, words: ResumeWords): boolean {
  if (body.length > 0 || row.line.style === "list" || row.prose || wordCount(row.rest) > 6) return false;
  const degree = known.find(({ part }) => part === "degree");
  const bare = degree !== undefined && splitDegree(degree.text, words).area === "";
  return bare && known.every(({ part }) => part !== "name") && pieces.length === 1 && pieces[0]?.part === "name";
}

/** Which of the parts that make a new entry a row brings. */
function brings(pieces: Piece[]): Set<SchoolPart> {
  return new Set(pieces.map(({ part }) => part).filter((part) => part === "degree" || part === "institution"));
}

function isHead(row: Row, parts: ReadonlySet<SchoolPart>, plainHeads: boolean, words: ResumeWords): boolean {
  const dateOnly = row.dated && wordCount(row.rest) <= 4;
  if (row.line.style === "list" && !dateOnly && (plainHeads || row.line.level > 1)) return false;
  if (row.line.style === "heading") return true;
  if (isLabelled(row, words)) return false;
  if (row.dated) return true;
  return parts.size > 0 && !row.prose && wordCount(row.rest) <= 20;
}

/** "Thesis: …"; a label that names a degree or school is no label: "Licence: Droit". */
function isLabelled({ line, rest }: Row, { marks }: ResumeWords): boolean {
  const label = /^([\p{L} /&-]{2,40})[:：]\s+\S/u.exec(rest)?.[1];
  if (label === undefined || line.text.includes("\t") || line.style === "heading") return false;
  if (/\b(?:ph\.?d|b\.?s|m\.?s)/i.test(label)) return false;
  const [degree] = marks.degree.hits(label);
  const named = degree !== undefined && !isDetail(label, degree.end);
  return !named && (marks.courses.is(label) || marks.institution.hits(label).length === 0);
}

/** Whether words behind a degree's say that it is a part of it: "Master's thesis", "Degree classification". */
function isDetail(label: string, end: number): boolean {
  return (
    /^['’]?s?[\s-]*\p{Ll}/u.test(label.slice(end)) ||
    /^(?:course|degree|honou?rs|major|minor|double|certificat)/i.test(label)
  );
}

/** A short line that reads as a name: the first one may be an institution no word tells. */
function isShortName(row: Row, words: ResumeWords): boolean {
  if (row.line.style === "list" || row.prose || isLabelled(row, words) || isCourseLabel(row, words)) return false;
  return wordCount(row.rest) <= 8 && !/[.:]$/.test(row.rest.trim());
}

function isName(row: Row, pieces: Piece[], current: Study): boolean {
  const missing =
    !current.pieces.some(({ part }) => part === "institution") || !current.pieces.some(({ part }) => part === "degree");
  const place = pieces.length > 0 && pieces.every(({ part }) => part === "place");
  if (place && current.body.length === 0 && row.line.style !== "list") return true;
  const short = !row.prose && row.line.style !== "list" && wordCount(row.rest) <= 8 && !/[.:]$/.test(row.rest.trim());
  return current.body.length === 0 && short && (missing || current.pieces.length === 0 || row.line.gap === 0);
}

function startsStudy(row: Row, parts: ReadonlySet<SchoolPart>, current: Study): boolean {
  const { pieces, head, body } = current;
  if (repeatsDates(row, current)) return false;
  const has = (part: SchoolPart) => pieces.some((piece) => piece.part === part);
  const dated = head.some((one) => one.dated);
  const needed = (["degree", "institution"] as const).some((part) => parts.has(part) && !has(part));
  if (parts.has("degree") && has("degree")) return true;
  if (parts.has("institution") && has("institution")) return true;
  if (isDateOnly(row) && body.length === 0 && head.every(isDateOnly) && head.length === 1) return false;
  if (needed && body.length === 0) return row.line.gap > 1 && row.dated && dated;
  if (row.dated && dated) return true;
  return needed && body.length > 0 && (row.dated || row.line.gap > 0);
}

/**
 * A heading below the section's begins an entry, if the one above has lines under it or is whole. The second of two
 * adjacent headings does not, nor one of a lower level than the entry's own.
 */
function startsByStyle(row: Row, parts: ReadonlySet<SchoolPart>, { head, body, pieces }: Study): boolean {
  if (row.line.style !== "heading" || (body.length === 0 && head.every(({ line }) => line.style === "heading")))
    return false;
  if (isDateOnly(row) && !head.some(({ dated }) => dated)) return false;
  const own = head.find(({ line }) => line.style === "heading")?.line.level ?? 0;
  if (own > 0 && row.line.level > own) return false;
  if (body.length > 0) return true;
  if (head.every(isDateOnly)) return false;
  const has = (part: SchoolPart) => pieces.some((piece) => piece.part === part);
  if ([...parts].some((part) => !has(part))) return false;
  return head.some(({ dated }) => dated) || (has("degree") && has("institution"));
}

function piecesOf(row: Row, words: ResumeWords): Piece[] {
  return strongPieces(row.rest)
    .map(withoutStop)
    .filter((piece) => !words.isDuration(piece))
    .flatMap((piece) => atGrade(piece, words))
    .flatMap((piece) => cutStudy(piece, words))
    .flatMap((piece) => trailing(piece, words))
    .map((text) => ({ text: tidy(text), line: row.line, part: schoolPart(tidy(text), words) }))
    .filter(({ text }) => text !== "" && !isWebAddress(text));
}

/** "BSc Physics GPA: 3.7" before the label of the grade. */
function atGrade(piece: string, words: ResumeWords): string[] {
  const hit = words.marks.score
    .hits(piece)
    .find(({ start, end }) => start > 0 && /^\s*[:：]\s*\d/.test(piece.slice(end)));
  if (hit === undefined || /[(,;]\s*$/.test(piece.slice(0, hit.start))) return [piece];
  return [piece.slice(0, hit.start), piece.slice(hit.start)];
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
    !endsInHonours(piece, words) &&
    ["score", "honour", "place", "institution"].includes(schoolPart(bracket[2], words))
  )
    return [bracket[1], bracket[2]];
  return [piece];
}

/** "University of California, Berkeley": a town behind a state's university belongs to its name. */
export function isCampus(head: string, tail: string, words: ResumeWords): boolean {
  const state = /\bof\s+([\p{L} ]+)$/u.exec(head.trim())?.[1] ?? "";
  return words.marks.state.is(state) && !/[,(]/.test(tail) && words.marks.institution.hits(head).length > 0;
}
