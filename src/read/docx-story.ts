import type { SourceDocument, SourceLine, SourceLink } from "../schema/source.js";
import type { OpenField } from "./docx-fields.js";
import type { Behind, HiddenBy } from "./docx-hidden.js";
import type { DocxNumbering } from "./docx-numbering.js";
import type { DocxPart } from "./docx-package.js";
import type { DocxStyles } from "./docx-styles.js";

/** A piece of visible text with one look. */
export interface Span {
  /** "\t" for a tab stop, "\n" for a line break inside the paragraph. */
  text: string;
  bold: boolean;
  italic: boolean;
  size: number | null;
  /** The same object for all spans of one link. */
  link: SourceLink | null;
  /** A page number, not text of the author. */
  counter: boolean;
  page: number;
}

/** What a walk through a document gathers beside its lines. */
export interface Findings {
  traits: Set<SourceDocument["traits"][number]>;
  /** Text of the file that is rightly in no line: hidden text, page numbers, repeated headers, icons. */
  aside: string[];
  hidden: { text: string; by: HiddenBy }[];
  /** White text that was kept because a shape may lie behind it. */
  doubtful: string[];
  /** Notes in the order in which the text refers to them. */
  notes: { type: "footnotes" | "endnotes"; id: string }[];
  /** Placeholders of content controls that nobody filled in. */
  placeholders: string[];
  /** Documents embedded in other formats (w:altChunk), which are not read. */
  chunks: number;
  /** The page reached, from 1. */
  page: number;
  /** The file says where its pages broke when it was last printed or shown. */
  rendered: boolean;
  fields: OpenField[];
}

/** A line on the way to its draft: still in spans, so that cells can be joined and marks cut off. */
export interface DocxLine {
  spans: Span[];
  style: SourceLine["style"];
  level: number;
  /** In blank lines. */
  gap: number;
  region: SourceLine["region"];
  part: string;
  /** Numbers of the w:p it was read from. */
  paragraphs: number[];
  start: number;
  end: number;
}

/** A part being read, with what its text needs to be understood. */
export interface Story {
  part: DocxPart;
  styles: DocxStyles;
  numbering: DocxNumbering;
  findings: Findings;
}

/** Where a block of text stands. */
export interface Setting {
  story: Story;
  region: SourceLine["region"];
  behind: Behind;
}
