import { valueAt } from "../rewrite/paths.js";
import type { ParsedResume, Section, SectionKind } from "../schema/resume.js";
import { resumeLists } from "../schema/resume-fields.js";
import type { SourceDocument } from "../schema/source.js";
import { contactsOf } from "./contacts.js";
import { entryOf } from "./entries.js";
import { linesBlock, listedBlocks } from "./listed.js";
import { type Print, printOf, stringAt } from "./printed.js";
import { type Run, textOf } from "./runs.js";
import type { Words } from "./words.js";

/** A line of text: a paragraph or a list item, with what stands at the right margin ("" for nothing). */
export interface Line {
  block: "line";
  style: "paragraph" | "item";
  runs: Run[];
  right: string;
}

/** A job, degree or project: a title line with its dates, a second line, and what is said about it. */
export interface Entry {
  block: "entry";
  title: Run[];
  dates: string;
  subtitle: Run[];
  place: string;
  body: Line[];
}

/** A heading as printed ("" for text without one) and what stands under it. */
export interface OutlineSection {
  heading: string;
  kind: SectionKind;
  blocks: (Line | Entry)[];
}

/** All that a writer prints, in the order of the resume; every format is made from it, so that none says more than another. */
export interface Outline {
  /** ISO 639-1. */
  language: string;
  /** Letter where the contact data is North American. */
  paper: "a4" | "letter";
  name: string;
  label: string;
  contacts: Run[];
  sections: OutlineSection[];
}

const ENTRY_KINDS = ["work", "volunteer", "education", "projects"] as const;
const KINDS = [...resumeLists, "sections"] as const;

/**
 * The resume as it will be printed: its own sections in its own order under its own headings, with dates, places and links in the
 * notation of the source. A heading is made up only for a section that the source has no heading for.
 */
export function outlineOf(parsed: ParsedResume, source: SourceDocument | null, words: Words): Outline {
  const print = printOf(parsed, source, words);
  const done = new Set<string>();
  const sections = parsed.sections.flatMap((section) => sectionOf(print, section, done) ?? []);
  return {
    language: parsed.language,
    ...contactsOf(print),
    sections: inHouseStyle(withForgotten(print, sections, done)),
  };
}

function sectionOf(print: Print, section: Section, done: Set<string>): OutlineSection | null {
  const paths = section.entries.filter((path) => isPrinted(path) && !done.has(path));
  for (const path of paths) done.add(path);
  const blocks = blocksOf(print, section, paths);
  if (blocks.length === 0 && (section.heading === "" || section.kind === "basics")) return null;
  return { heading: headingOf(print, section, paths), kind: section.kind, blocks };
}

/** Contact data is printed in the header, wherever the source has it. */
const isPrinted = (path: string): boolean => path === "basics.summary" || !path.startsWith("basics");

function headingOf(print: Print, section: Section, paths: readonly string[]): string {
  const added = paths.includes("basics.summary") && print.parsed.ids.summary?.lines.length === 0;
  return section.heading === "" && added ? print.words("summary", print.parsed.language) : section.heading;
}

function blocksOf(print: Print, section: Section, paths: readonly string[]): (Line | Entry)[] {
  const blocks: (Line | Entry)[] = [];
  let rest = [...paths];
  while (rest.length > 0) {
    const kind = /^\w+/.exec(rest[0] ?? "")?.[0] ?? "";
    const same = rest.findIndex((path) => !path.startsWith(kind));
    const group = same < 0 ? rest : rest.slice(0, same);
    rest = rest.slice(group.length);
    if (kind === "basics") blocks.push(...linesBlock(print, group));
    else if (isEntryKind(kind)) blocks.push(...group.map((path) => entryOf(print, kind, path)));
    else blocks.push(...listedBlocks(print, kind, group, section));
  }
  return blocks;
}

/** A kind whose items have a title line of their own. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

const isEntryKind = (kind: string): kind is EntryKind => ENTRY_KINDS.some((entry) => entry === kind);

/** Adds whatever no section names, as a resume made by hand or by another program may have it. */
function withForgotten(print: Print, sections: OutlineSection[], done: Set<string>): OutlineSection[] {
  const result = [...sections];
  if (stringAt(print, "basics.summary") !== "" && !done.has("basics.summary"))
    result.unshift(madeUp(print, "summary", ["basics.summary"]));
  for (const kind of KINDS) {
    const list = valueAt(print.parsed.resume, kind);
    const paths = (Array.isArray(list) ? list : []).map((_, i) => `${kind}[${i}]`).filter((path) => !done.has(path));
    if (kind === "sections") result.push(...paths.map((path) => madeUp(print, "other", [path])));
    else if (paths.length > 0) {
      const made = madeUp(print, kind, paths);
      const at = result.findIndex((section) => section.kind === kind);
      const there = result[at];
      if (there) result[at] = { ...there, blocks: [...there.blocks, ...made.blocks] };
      else result.push(made);
    }
  }
  return result;
}

function madeUp(print: Print, kind: SectionKind, paths: string[]): OutlineSection {
  const heading = kind === "other" ? stringAt(print, `${paths[0]}.name`) : print.words(kind, print.parsed.language);
  return { heading, kind, blocks: blocksOf(print, { line: null, heading, kind, entries: paths }, paths) };
}

/** A made-up summary heading among headings in capitals is in capitals too. */
function inHouseStyle(sections: OutlineSection[]): OutlineSection[] {
  const others = sections.filter(({ kind, heading }) => kind !== "summary" && heading !== "");
  const inCapitals = others.length > 0 && others.every(({ heading }) => heading === heading.toUpperCase());
  return sections.map((section) =>
    inCapitals && section.kind === "summary" ? { ...section, heading: section.heading.toUpperCase() } : section,
  );
}

/** Everything an outline prints, as plain lines. */
export function outlineText(outline: Outline): string {
  const lineText = (line: Line): string => [textOf(line.runs), line.right].filter(Boolean).join("\t");
  const head = [outline.name, outline.label, ...outline.contacts.map(({ text }) => text)];
  const sections = outline.sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) =>
      block.block === "line"
        ? [lineText(block)]
        : [
            [textOf(block.title), block.dates].filter(Boolean).join("\t"),
            [textOf(block.subtitle), block.place].filter(Boolean).join("\t"),
            ...block.body.map(lineText),
          ],
    ),
  ]);
  return [...head, ...sections].filter((text) => text !== "").join("\n");
}
