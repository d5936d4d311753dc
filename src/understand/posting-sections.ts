import type { SourceLine } from "../schema/source.js";
import { withInferredKinds } from "./posting-section-kinds.js";
import type { PostingSectionKind, PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** A stretch of a posting under one heading; `kind` is "intro" before the first and "other" under an unknown one. */
export interface PostingSection {
  kind: PostingSectionKind | "intro" | "other";
  heading: SourceLine | null;
  lines: PostingLine[];
}

/** A line of a section; `start` is the offset in the line's text where its content begins, behind an inline heading. */
export interface PostingLine {
  line: SourceLine;
  start: number;
}

const longestHeading = 9;

/** The sections of a posting in order: by headings, by bold lines, by short lines of a known wording, and by "Requirements: …". */
export function splitPosting(lines: readonly SourceLine[], words: PostingWords): PostingSection[] {
  const sections: PostingSection[] = [{ kind: "intro", heading: null, lines: [] }];
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    const current = sections.at(-1);
    if (current === undefined) continue;
    const kind = headingKind(line, lines[index + 1], words, index) ?? leadKind(line, lines[index + 1], current);
    if (kind === null) {
      const inline = inlineHeading(line, words);
      if (inline !== null) sections.push({ kind: inline.kind, heading: line, lines: [{ line, start: inline.start }] });
      else current.lines.push({ line, start: 0 });
      continue;
    }
    if (kind === "other" && isAcronymBelowHeading(line, current)) {
      current.lines.push({ line: { ...line, style: "body" }, start: 0 });
      continue;
    }
    const level = line.style === "heading" ? line.level : 7;
    if (kind === "other" && current.kind !== "intro" && level > depth && depth > 0) {
      current.lines.push({ line, start: 0 });
      continue;
    }
    sections.push({ kind, heading: line, lines: [] });
    depth = level;
  }
  return withInferredKinds(
    sections.filter(({ heading, lines: own }) => heading !== null || own.length > 0),
    words,
  );
}

/** "BSN" under "Preferred": capitals that look like a heading, but are the first thing the heading announces. */
function isAcronymBelowHeading(line: SourceLine, { heading, lines, kind }: PostingSection): boolean {
  const announced = heading !== null && (kind === "must" || kind === "nice" || kind === "keywords");
  return announced && lines.length === 0 && line.gap === 0 && /^\p{Lu}{2,5}$/u.test(line.text.trim());
}

function headingKind(
  line: SourceLine,
  next: SourceLine | undefined,
  words: PostingWords,
  index: number,
): PostingSectionKind | "other" | null {
  const text = line.text.trim();
  const count = text.split(/\s+/).length;
  if (line.style === "list" || line.style === "table" || count > longestHeading + 3) return null;
  const first = index === 0;
  const known = namesJob(text, index, words) ? null : words.heading(text);
  if (line.style === "heading") {
    return first && (known === null || words.has("title-word", fold(text)) !== null) ? null : (known ?? "other");
  }
  if (count > longestHeading || /[.!?;,]$/.test(text.replace(/\?$/, ""))) return null;
  const marked = line.bold || line.italic || text.endsWith(":") || line.boldLead.trim() === text || isCapitals(text);
  const leads = next?.style === "list" && !/\d|,|^[-–*]/.test(text);
  if (known !== null && (marked || (line.gap > 0 && !first) || leads)) return known;
  const unmarked = line.gap > 0 && next !== undefined && next.gap < line.gap && !/[\d,:]/.test(text);
  const above = next?.style === "list" || (index >= titleLines && mayHead(text, words));
  const asked = text.endsWith("?") || (line.bold && next?.style === "list");
  if (first || count > (asked ? longestHeading : 6)) return null;
  return line.bold || (unmarked && above) || standsAlone(line, next, words) ? "other" : null;
}

/** "Supplemental Information" between two gaps: a few words in capitals above a paragraph. */
function standsAlone(line: SourceLine, next: SourceLine | undefined, words: PostingWords): boolean {
  const parts = line.text.trim().split(/\s+/);
  if (line.gap === 0 || next === undefined || next.gap === 0 || next.style !== "body" || parts.length < 2) return false;
  const capital = parts.every((part) => /^\p{Lu}/u.test(part) || part.length <= 3);
  return (
    capital && !/[\d,:.]/.test(line.text) && next.text.split(/\s+/).length > longestHeading && mayHead(line.text, words)
  );
}

/** Whether a short line above lines without marks reads as a heading: it begins a text and is itself no demand. */
function mayHead(text: string, words: PostingWords): boolean {
  return (
    /^\p{Lu}/u.test(text) && !/[|·•@\t]/.test(text) && words.has("asset", fold(text)) === null && !words.isTitle(text)
  );
}

/** "As our driver you would:" above a list opens a section where none of demands is open. */
function leadKind(line: SourceLine, next: SourceLine | undefined, { kind }: PostingSection): "other" | null {
  const leads = line.style === "body" && line.text.trim().endsWith(":") && next?.style === "list";
  return leads && line.gap > 0 && kind !== "must" && kind !== "nice" && line.text.split(/\s+/).length <= longestLead
    ? "other"
    : null;
}

const longestLead = 14;
const titleLines = 3;

/** "Benefits Specialist" among the first lines is the job, not a heading. */
function namesJob(text: string, index: number, words: PostingWords): boolean {
  return index < titleLines && !/[:?]$/.test(text) && words.isTitle(text) && words.heading(text) !== "about";
}

/** "Requirements: a degree in …" on one line, where the words before the colon are a known heading of few words. */
function inlineHeading(line: SourceLine, words: PostingWords): { kind: PostingSectionKind; start: number } | null {
  if (line.style === "list" || line.style === "heading") return null;
  const colon = /^([^:]{3,40}):\s+(?=\S)/u.exec(line.text);
  if (colon === null || (colon[1] ?? "").split(/\s+/).length > 6) return null;
  const kind = words.heading(colon[1] ?? "");
  if (kind === null || kind === "about" || kind === "company") return null;
  const least = kind === "nice" || kind === "must" ? 2 : 3;
  if (line.text.slice(colon[0].length).split(/\s+/).length < least && kind !== "apply") return null;
  return { kind, start: colon[0].length };
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
}
