import type { ParsedResume, Section, SectionKind } from "../schema/resume.js";
import type { SourceDocument, SourceLine, Warning } from "../schema/source.js";
import { assemble, entryPaths } from "./assemble.js";
import { type Contact, paragraphs, readContact } from "./contact.js";
import { contactFacts } from "./contact-facts.js";
import { unplacedLines } from "./coverage.js";
import { type EntryDraft, printed, type Sourced } from "./draft.js";
import { editableLines } from "./ids.js";
import { understandValues } from "./json-values.js";
import { languageOf } from "./language.js";
import { bodySize, wordCount } from "./look.js";
import { readSection } from "./section-entries.js";
import { type SectionLines, splitSections } from "./sections.js";
import type { ResumeWords } from "./words.js";

interface Understood {
  section: SectionLines;
  kind: SectionKind;
  entries: EntryDraft[];
  paths: string[];
  notes: Sourced[];
}

/** The resume a document holds, with the lines each value came from; no line is left out, doubtful decisions are in `warnings`. */
export function understandResume(document: SourceDocument, words: ResumeWords): ParsedResume {
  if (document.values !== undefined) return understandValues(document, document.values, words);
  const lines = document.lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const signs = document.lines.filter((line) => !lines.includes(line));
  const language = languageOf(lines.map(({ text }) => text).join("\n"), words);
  const body = bodySize(lines);
  const outer = lines.filter(({ region }) => region === "header" || region === "footer");
  const { sections, warnings } = splitSections(
    lines.filter((line) => !outer.includes(line)),
    words,
    ["docx", "html", "markdown"].includes(document.kind),
  );
  const contact = contactOf(sections, outer, lines, words);
  warnings.push(...contact.warnings);
  const dayFirst = language !== "en";
  const read = sections.map((section) => understand(section, body, words, dayFirst, warnings));
  const summary = summaryOf(read, contact);
  return finished(
    document,
    read,
    { ...contact, summary, furniture: [...contact.furniture, ...signs] },
    language,
    warnings,
  );
}

/** The person, from the top of the page, contact sections, the page's header and footer, and contact lines elsewhere. */
function contactOf(sections: SectionLines[], outer: SourceLine[], lines: SourceLine[], words: ResumeWords): Contact {
  const [top, ...others] = sections;
  const strays: SourceLine[] = [];
  for (const section of others) {
    if (["basics", "references", "work", "volunteer", "projects", "publications"].includes(section.kind)) continue;
    const about = section.kind === "summary";
    const moved = section.lines.filter((line) => isContactLine(line, words, about));
    if (about && moved.length > 0 && section.lines.every((line) => moved.includes(line) || !isProse(line))) {
      section.kind = "basics";
      continue;
    }
    strays.push(...moved);
    section.lines = section.lines.filter((line) => !moved.includes(line));
  }
  const contactSections = others.filter(({ kind }) => kind === "basics").flatMap((section) => section.lines);
  const header = outer.filter(({ region }) => region === "header");
  const footer = outer.filter(({ region }) => region === "footer");
  return readContact([...header, ...(top?.lines ?? [])], [...contactSections, ...strays, ...footer], lines, words);
}

function isProse({ text }: SourceLine): boolean {
  return wordCount(text) >= 8 || (wordCount(text) >= 3 && /[.!?。]$/.test(text.trim()));
}

/** A line that holds nothing but an e-mail address or telephone number; under "About" also a web address or place. */
function isContactLine(line: SourceLine, words: ResumeWords, about: boolean): boolean {
  if (wordCount(line.text) > 12 || !(about || /@|\+?\d[\d ().-]{7,}/.test(line.text))) return false;
  const { rest, emails, phones, links, places, handles } = contactFacts(line, words);
  const others = about ? links.length + places.length + handles.length : 0;
  return rest.length === 0 && emails.length + phones.length + others > 0;
}

function understand(
  section: SectionLines,
  body: number | null,
  words: ResumeWords,
  dayFirst: boolean,
  warnings: Warning[],
): Understood {
  const read = readSection(section, body, words, dayFirst);
  warnings.push(...read.warnings);
  return { section, kind: section.kind, entries: read.entries, paths: [], notes: read.notes };
}

/** The summary: the first section of that kind, else the paragraph under the name. A second one is kept as a section. */
function summaryOf(read: Understood[], contact: Contact): SourceLine[] {
  const found = read.filter(({ kind, section }) => kind === "summary" && section.lines.length > 0);
  const [first, ...others] = found;
  for (const other of others) other.entries.push(otherSection(other.section.title, other.section.lines));
  if (first === undefined) return contact.summary;
  first.paths.push("basics.summary");
  if (contact.summary.length > 0) read[0]?.entries.push(otherSection("", contact.summary));
  return first.section.lines;
}

function otherSection(name: string, lines: SourceLine[]): EntryDraft {
  const own = lines[0]?.n ?? 0;
  return { collection: "sections", value: { name: { text: name, lines: [own] }, items: lines.map(printed) } };
}

function finished(
  document: SourceDocument,
  read: Understood[],
  contact: Contact,
  language: string,
  warnings: Warning[],
): ParsedResume {
  const top = read[0];
  const fixed: EntryDraft[] = [];
  if (contact.personal.length > 0) fixed.push(otherSection("", contact.personal));
  top?.entries.push(...fixed);
  if (contact.unread.length > 0) top?.entries.push(otherSection("", contact.unread));
  for (const line of contact.unread) warnings.push(unplaced(line));
  const basics = { ...contact.basics, summary: paragraphs(contact.summary) };
  const notes = [...contact.furniture.map(printed), ...read.flatMap((one) => one.notes)];
  const draft = () => ({ basics, entries: read.flatMap(({ entries }) => entries), notes });
  const left = unplacedLines(
    document.lines,
    assemble(draft()).provenance,
    read.map(({ section }) => ({ line: section.heading?.n ?? null })),
  );
  if (left.length > 0) top?.entries.push(otherSection("", left));
  for (const line of left) warnings.push(unplaced(line));
  const { resume, provenance } = assemble(draft());
  const paths = entryPaths(draft().entries);
  const fixedPaths = new Set(fixed.flatMap((entry) => paths.get(entry) ?? []));
  return {
    resume,
    ids: editableLines(resume, provenance, fixedPaths),
    provenance,
    sections: read.flatMap((one) => sectionOf(one, paths)),
    language,
    warnings,
  };
}

function unplaced(line: SourceLine): Warning {
  return {
    code: "unplaced",
    message: `Nothing was understood of "${line.text.replace(/\s+/g, " ").slice(0, 60)}"; it is kept as it is.`,
    line: line.n,
  };
}

function sectionOf({ section, kind, entries, paths }: Understood, known: ReadonlyMap<EntryDraft, string>): Section[] {
  const printedPaths = [...paths, ...entries.flatMap((entry) => known.get(entry) ?? [])];
  const own = kind === "basics" ? ["basics", ...printedPaths] : printedPaths;
  return [{ line: section.heading?.n ?? null, heading: section.title, kind, entries: own }];
}
