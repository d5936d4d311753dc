import type { SectionKind } from "../schema/resume.js";
import type { SourceLine, Warning } from "../schema/source.js";
import { type HeadingDoubt, headingWarning } from "./doubts.js";
import {
  type Candidate,
  isSkill,
  itemsBelow,
  looksLikeUnknown,
  namesEntry,
  namesPart,
  type Parent,
} from "./heading-place.js";
import { bareHeading, type HeadingMatch, headingMatch } from "./headings.js";
import { bodySize, isCaps, isMarked, lookOf, wordCount } from "./look.js";
import type { ResumeWords } from "./words.js";

/** A section of the document: its heading and the lines under it; `heading` is null for what stands before the first one. */
export interface SectionLines {
  heading: SourceLine | null;
  /** The heading's words; where the heading begins a line of text, only the heading. */
  title: string;
  kind: SectionKind;
  lines: SourceLine[];
}

/** The document cut at its section headings. */
export interface Sections {
  sections: SectionLines[];
  warnings: Warning[];
}

interface Found {
  kind: SectionKind;
  title: string;
  rest: SourceLine | null;
  doubt: HeadingDoubt | null;
}

/**
 * Cuts the lines at the section headings, told by wording, style and likeness to the other headings; `stated`: the file
 * itself says which lines are headings, so that none of them is doubtful for being unknown.
 */
export function splitSections(lines: SourceLine[], words: ResumeWords, stated = false): Sections {
  const body = bodySize(lines);
  const candidates = lines.map((line, at) => candidateOf(line, at, body, words));
  const looks = headingLooks(candidates, body);
  const found = new Map<number, Found>();
  let parent: Parent | null = null;
  for (const candidate of candidates) {
    const heading = sectionAt(candidate, candidates, looks, body, parent, words);
    if (heading === null) continue;
    const plain = stated && heading.doubt === "look" && candidate.line.style === "heading";
    found.set(candidate.at, plain ? { ...heading, doubt: null } : heading);
    const level = candidate.line.style === "heading" ? candidate.line.level : 0;
    parent = { kind: heading.kind, level, look: candidate.look };
  }
  return cut(lines, withGuessedSkills(found, candidates, words), nameLine(lines, found));
}

/** Unknown headings over short items are skill groups, where no heading of the document names the skills. */
function withGuessedSkills(
  found: ReadonlyMap<number, Found>,
  candidates: Candidate[],
  words: ResumeWords,
): ReadonlyMap<number, Found> {
  if ([...found.values()].some(({ kind, doubt }) => kind === "skills" && doubt !== "content")) return found;
  const guessed = ([at, heading]: [number, Found]): [number, Found] => {
    const candidate = candidates[at];
    const unknown = heading.kind === "other" && candidate?.match === null;
    const items = unknown ? itemsBelow(candidate, candidates) : [];
    const skills = items.length >= 2 && items.every((item) => isSkill(item, words));
    return [at, skills ? { ...heading, kind: "skills", doubt: "content" } : heading];
  };
  return new Map([...found].map(guessed));
}

/** A line larger than all others that stands behind the first headings: the name, where a sidebar was read before it. */
function nameLine(lines: SourceLine[], found: ReadonlyMap<number, Found>): number | null {
  const largest = Math.max(0, ...lines.map(({ size }) => size ?? 0));
  const at = lines.findIndex(({ size }) => size === largest);
  const first = Math.min(...found.keys());
  if (largest === 0 || at <= first || found.has(at)) return null;
  const headings = [...found.keys()].map((index) => lines[index]?.size ?? 0);
  const words = wordCount(lines[at]?.text ?? "");
  return largest > Math.max(...headings) * 1.15 && words >= 2 && words <= 5 ? at : null;
}

function candidateOf(line: SourceLine, at: number, body: number | null, words: ResumeWords): Candidate {
  const short = wordCount(line.text) <= 8 && line.text.length <= 70 && !line.text.includes("\t");
  const match = short ? headingMatch(line.text, words) : null;
  return { line, at, match, look: lookOf(line, body) };
}

/** The looks that known headings share, with how many kinds of section each stands for. */
function headingLooks(candidates: Candidate[], body: number | null): Map<string, number> {
  const kinds = new Map<string, Set<string>>();
  for (const { line, match, look } of candidates) {
    if (match === null || match.strength < 2 || match.kind === "document" || line.style === "list") continue;
    if (line.region === "header" || line.region === "footer") continue;
    kinds.set(look, (kinds.get(look) ?? new Set()).add(match.kind === "other" ? bareHeading(line.text) : match.kind));
  }
  const counts = [...kinds].map(([look, set]): [string, number] => [look, set.size]);
  const most = Math.max(0, ...counts.map(([, count]) => count));
  const marked = new Set(candidates.filter(({ line }) => isMarked(line, body)).map(({ look }) => look));
  return new Map(counts.filter(([look, count]) => count >= 2 && (marked.has(look) || count >= most / 2)));
}

function sectionAt(
  candidate: Candidate,
  all: Candidate[],
  looks: ReadonlyMap<string, number>,
  body: number | null,
  parent: Parent | null,
  words: ResumeWords,
): Found | null {
  const { line, match, look, at } = candidate;
  const inline = inlineHeading(candidate, looks, parent, words);
  if (inline !== null) return inline;
  const title = line.text.replace(/\s+/g, " ").trim();
  if (match?.kind === "document" || namesPart(candidate, all, parent, words)) return null;
  if (match?.strength === 1 && namesEntry(candidate, all, parent?.kind, words)) return null;
  if (match !== null && isSection(candidate, match, all, looks, body, parent)) {
    const items = match.kind === "languages" ? itemsBelow(candidate, all) : [];
    if (items.length > 0 && items.every((item) => isSkill(item, words) && !/\p{L}\s\d(?:\s|$)/u.test(item.text)))
      return { kind: "skills", title, rest: null, doubt: "content" };
    return { kind: match.kind, title, rest: null, doubt: match.strength === 1 ? "last-word" : null };
  }
  const typical = looks.has(look) && isMarked(line, body) && (looks.get(look) ?? 0) >= 2;
  if (
    match === null &&
    typical &&
    at > 0 &&
    looksLikeUnknown(candidate, all, looks) &&
    !namesEntry(candidate, all, parent?.kind, words)
  )
    return { kind: "other", title, rest: null, doubt: "look" };
  return null;
}

function isSection(
  { line, look, at }: Candidate,
  match: HeadingMatch,
  all: Candidate[],
  looks: ReadonlyMap<string, number>,
  body: number | null,
  parent: Parent | null,
): boolean {
  const deeper = parent !== null && line.style === "heading" && parent.level > 0 && line.level > parent.level;
  if (deeper && !standsAlone(line, match, all, at, parent.kind)) return false;
  if (looks.has(look)) return match.strength > 1 || isMarked(line, body);
  if (line.style === "list") return false;
  const points =
    (line.style === "heading" ? 3 : 0) +
    (isCaps(line.text) ? 1.5 : 0) +
    (line.bold ? 1 : 0) +
    (isMarked(line, body) && line.size !== null && body !== null && line.size > body + 0.9 ? 1.5 : 0) +
    (line.gap > 0 ? 1 : 0) +
    (/[:：]$/.test(line.text.trim()) ? 0.5 : 0) +
    (parent === null && match.kind === "basics" ? 1 : 0) +
    (looks.size === 0 ? 1 : -1) +
    match.strength -
    3;
  return points >= 1.5 && !(parent?.kind === "skills" && match.kind === "languages" && line.gap === 0);
}

/** Whether a heading below another heading's level begins a section of its own; skill groups do not. */
function standsAlone(
  line: SourceLine,
  match: HeadingMatch,
  all: Candidate[],
  at: number,
  parent: SectionKind,
): boolean {
  if (match.strength < 3) return false;
  const level = all.filter(({ line: other }) => other.style === "heading" && other.level === line.level);
  const known = level.filter(({ match: other }) => other !== null && other.strength === 3);
  const kinds = new Set(known.map(({ match: other }) => other?.kind)).size;
  if (kinds >= 3 && known.length >= level.length * 0.8) return true;
  return parent !== "skills" && parent !== match.kind && known.length >= level.length / 2 && at > 0;
}

/** A heading that begins a line of text: "SKILLS: Go, SQL", or the label column of a table. */
function inlineHeading(
  { line }: Candidate,
  looks: ReadonlyMap<string, number>,
  parent: Parent | null,
  words: ResumeWords,
): Found | null {
  const parted = /^(.{3,40}?)\s*(?:[:：]\s*|\t)(\S.*)$/u.exec(line.text);
  const lead = parted?.[1]?.trim() ?? "";
  const rest = parted?.[2] ?? "";
  if (lead === "" || line.style === "list") return null;
  const match = headingMatch(lead, words);
  if (match === null || match.strength < 3 || match.kind === "document" || match.kind === "other") return null;
  if (parent?.kind === "skills" && isSkill({ text: rest }, words)) return null;
  const caps = isCaps(lead) && !isCaps(rest);
  const typical = [...looks.keys()].some((look) => look.split("|")[1] === "C");
  const tabbed = line.text.includes("\t") && line.boldLead !== "";
  const block = tabbed && line.gap >= 1.5 && line.boldLead.trim() === lead && match.kind !== parent?.kind;
  const likely =
    looks.size === 0
      ? caps || line.boldLead !== "" || line.gap > 0
      : (caps && typical && line.gap > 0) || (tabbed && caps) || block;
  if (!likely) return null;
  return { kind: match.kind, title: lead, rest: { ...line, text: rest, boldLead: "", bold: false }, doubt: "inline" };
}

function cut(lines: SourceLine[], found: ReadonlyMap<number, Found>, name: number | null): Sections {
  const sections: SectionLines[] = [{ heading: null, title: "", kind: "basics", lines: [] }];
  const warnings: Warning[] = [];
  lines.forEach((line, at) => {
    const heading = found.get(at);
    if (at === name) sections.push({ heading: null, title: "", kind: "basics", lines: [] });
    if (heading === undefined) {
      sections.at(-1)?.lines.push(line);
      return;
    }
    sections.push({
      heading: line,
      title: heading.title,
      kind: heading.kind,
      lines: heading.rest === null ? [] : [heading.rest],
    });
    if (heading.doubt !== null) warnings.push(headingWarning(heading.doubt, heading.title, heading.kind, line.n));
  });
  return { sections, warnings };
}
