import type { Posting } from "../schema/posting.js";
import type { SourceDocument, SourceLine } from "../schema/source.js";
import { companyOf } from "./posting-company.js";
import { type HeadPart, headLinesOf, headParts, isSideFact, lineParts } from "./posting-head.js";
import type { PostingSection } from "./posting-sections.js";
import { cleanTitle, soughtTitle } from "./posting-title.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** Who offers what where, as printed. */
export type PostingFacts = Pick<Posting, "title" | "company" | "location" | "seniority">;

const statedKinds = new Set(["html", "json", "markdown"]);
const labelledLines = 25;

/** Title, company, place and seniority: from the page's data, from labels, from the first lines, from how the text speaks. */
export function postingFacts(
  document: SourceDocument,
  sections: readonly PostingSection[],
  words: PostingWords,
): PostingFacts {
  const { lines } = document;
  const stated = statedKinds.has(document.kind) ? document.meta : {};
  const labelled = (role: string): string | null => labelledValue(lines.slice(0, labelledLines), role, words);
  const head = placed(headParts(lines, words), lines);
  const titled = titleParts(head, lines, words);
  const named = stated.title ?? labelled("title-label");
  const titlePart = titled === null || (named !== null && !titled.sure) ? null : titled.part;
  const names = head.filter((part) => part.kind === "name" && part !== titlePart);
  const company = stated.company ?? labelled("company-label") ?? companyOf(lines, sections, head, titlePart, words);
  const location = stated.location ?? placeLabel(labelled("location-label"), words) ?? placeOf(head, names, company);
  const title = titleOf(named, titled, company, lines, words);
  return {
    title: title === null ? null : cleanTitle(title, location, words),
    company,
    location,
    seniority: seniorityOf(title, labelled("level-label"), words),
  };
}

/** What stands behind "Location:" and its like in the first lines. */
function labelledValue(lines: readonly SourceLine[], role: string, words: PostingWords): string | null {
  const labels = words.phrases(role);
  for (const [index, { text }] of lines.entries()) {
    if (role === "location-label" && labels.includes(fold(text).trim()) && !/\s/.test(text.trim()))
      return shortValue(lines[index + 1]?.text);
    const found = /^([^:\t]{2,30})[:\t]\s*(\S.{0,100})$/u.exec(text.trim());
    if (found === null || !labels.includes(fold(found[1] ?? "").trim())) continue;
    return (found[2] ?? "").split(/\t| {3,}/)[0]?.trim() || null;
  }
  return null;
}

/** A value on the line below its label, as some boards print it. */
function shortValue(text: string | undefined): string | null {
  const value = text?.trim() ?? "";
  return value === "" || value.split(/\s+/).length > 6 || /[.:!?]$/.test(value) ? null : value;
}

/** A place as labelled, without brackets about the employment. */
function placeLabel(text: string | null, words: PostingWords): string | null {
  if (text === null) return null;
  return text.replace(/\s*\(([^()]*)\)$/u, (whole, inside: string) => (isSideFact(inside, words) ? "" : whole)).trim();
}

/** The line with the job's title, with the part of it that names the job. */
interface Titled {
  line: SourceLine;
  part: HeadPart | null;
  parts: HeadPart[];
  /** Whether a word of the line says that it is a title. */
  sure: boolean;
}

/** The first line of the head that names a job; without one, the first line that may be a title for want of a better. */
function titleParts(head: readonly HeadPart[], lines: readonly SourceLine[], words: PostingWords): Titled | null {
  const part = head.find(({ kind }) => kind === "title");
  if (part !== undefined) {
    const parts = head.filter(({ line }) => line === part.line);
    return { line: part.line, part, parts, sure: true };
  }
  const [line, second] = headLinesOf(lines, words).filter((one) => one.style !== "list" && one.style !== "table");
  if (line === undefined) return null;
  const named = second !== undefined && namesAgain(line.text, lines) && !namesAgain(second.text, lines);
  const chosen = named && lineParts(second, words).some(({ kind }) => kind === "name") ? second : line;
  if (chosen.text.trim().split(/\s+/).length > 10) return null;
  const parts = head.filter((one) => one.line === chosen);
  return { line: chosen, part: parts[0] ?? null, parts, sure: false };
}

/** Whether the text speaks of a name that stands in the head: then it is who offers the job. */
function namesAgain(name: string, lines: readonly SourceLine[]): boolean {
  return lines.filter(({ text }) => text.includes(name.trim()) && text.trim() !== name.trim()).length > 0;
}

function titleOf(
  stated: string | null | undefined,
  titled: Titled | null,
  company: string | null,
  lines: readonly SourceLine[],
  words: PostingWords,
): string | null {
  if (stated) return stated;
  const texts = lines.map(({ text }) => text);
  if (titled === null) return soughtTitle(texts, words);
  const sentence = titled.sure ? soughtTitle([titled.line.text], words) : soughtTitle(texts, words);
  if (sentence !== null || titled.part === null) return sentence ?? titled.line.text.trim();
  return withDashes(titled.part, titled.parts, company);
}

/** The title with what stands behind its dash, where that is neither company, place nor employment: "Nurse - Pediatrics". */
function withDashes(part: HeadPart, parts: readonly HeadPart[], company: string | null): string {
  const { text } = part.line;
  const start = text.indexOf(part.text);
  let end = start + part.text.length;
  for (const next of parts.slice(parts.indexOf(part) + 1)) {
    if (!next.dash || (next.kind !== "name" && next.kind !== "title") || sameName(next.text, company)) break;
    end = text.indexOf(next.text, end) + next.text.length;
  }
  return start < 0 ? part.text : text.slice(start, end);
}

function sameName(one: string, other: string | null): boolean {
  return other !== null && fold(one) === fold(other);
}

/** Names of the head that the text puts behind "in" are places. */
function placed(parts: HeadPart[], lines: readonly SourceLine[]): HeadPart[] {
  return parts.map((part) => {
    if (part.kind !== "name") return part;
    const first = part.text.split(", ")[0] ?? part.text;
    const behind = [" in ", " à ", " en ", " near ", " im Raum "].map((lead) => lead + first);
    const isPlace = lines.some(({ text }) => behind.some((one) => endsAtName(text, one)));
    return isPlace ? { ...part, kind: "place" } : part;
  });
}

function endsAtName(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/^(?:[\p{L}\p{N}&]| (?:[&+]|\p{Lu}))/u.test(text.slice(at + name.length));
}

/** The head's place; without one, the name that stands behind the company on its line. */
function placeOf(head: readonly HeadPart[], names: readonly HeadPart[], company: string | null): string | null {
  const place = head.find(({ kind }) => kind === "place");
  if (place !== undefined) return place.text;
  const at = names.findIndex(({ text }) => sameName(text, company));
  const next = names[at + 1];
  if (at >= 0 && next !== undefined && next.line === names[at]?.line) return next.text;
  return names.find(({ text }) => /^\p{Lu}[\p{L} -]+, \p{Lu}[\p{L} -]+$/u.test(text))?.text ?? null;
}

const levels = ["intern", "executive", "lead", "senior", "junior", "mid"] as const;

/** The level a title or a "Level:" line states; null where neither does. */
function seniorityOf(title: string | null, label: string | null, words: PostingWords): Posting["seniority"] {
  for (const text of [title, label]) {
    if (text === null) continue;
    const folded = fold(text);
    const level = levels.find((one) => words.has(`level-${one}`, folded) !== null);
    if (level !== undefined) return level;
  }
  return null;
}
