import type { IParagraphOptions, Paragraph, ParagraphChild } from "docx";
import { repack } from "./docx-package.js";
import { documentOptions, rightEdge, soft } from "./docx-styles.js";
import type { Entry, Line, Outline } from "./outline.js";
import { joinRuns, plain, type Run, safeUrl } from "./runs.js";

interface Docx {
  docx: typeof import("docx");
  /** The tab stop for what stands at the right margin. */
  right: number;
}

/**
 * The outline as a DOCX: one column, real headings, lists and links, dates at a right tab stop; the same outline gives the same bytes.
 *
 * Why one column without tables: applicant tracking systems read it in the order in which it is shown.
 */
export async function writeDocx(outline: Outline): Promise<Uint8Array> {
  const docx = await import("docx");
  const made: Docx = { docx, right: rightEdge(outline.paper) };
  const children = [...headOf(made, outline), ...outline.sections.flatMap((section) => sectionOf(made, section))];
  const file = new docx.Document(documentOptions(docx, outline, children));
  const packed = await docx.Packer.toArrayBuffer(file);
  return repack(new Uint8Array(packed), {
    title: [legalXml(outline.name), "Resume"].filter(Boolean).join(" – "),
    language: outline.language,
  });
}

/** The text without what XML 1.0 cannot hold: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export function legalXml(text: string): string {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(text));
  return wellFormed.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, "");
}

function headOf(made: Docx, { name, label, contacts }: Outline): Paragraph[] {
  const contactLine = joinRuns(
    contacts.map((run) => [run]),
    "  |  ",
  );
  return [
    ...(name === "" ? [] : [paragraph(made, "Title", plain(name))]),
    ...(label === "" ? [] : [paragraph(made, "Subtitle", plain(label))]),
    ...(contactLine.length === 0 ? [] : [paragraph(made, "Contact", contactLine)]),
  ];
}

function sectionOf(made: Docx, { heading, blocks }: Outline["sections"][number]): Paragraph[] {
  return [
    ...(heading === "" ? [] : [paragraph(made, "Heading1", plain(heading))]),
    ...blocks.flatMap((block) => (block.block === "line" ? [lineOf(made, block)] : entryOf(made, block))),
  ];
}

function entryOf(made: Docx, { title, dates, subtitle, place, body }: Entry): Paragraph[] {
  const isOnlyTitle = body.length === 0;
  const second =
    subtitle.length === 0 && place === ""
      ? []
      : [paragraph(made, "EntryDetail", subtitle, place, isOnlyTitle ? { keepNext: false } : {})];
  return [paragraph(made, "Heading2", title, dates), ...second, ...body.map((line) => lineOf(made, line))];
}

function lineOf(made: Docx, { style, runs, right }: Line): Paragraph {
  return paragraph(made, style === "item" ? "ListBullet" : "BodyText", runs, right);
}

function paragraph(
  made: Docx,
  style: string,
  runs: readonly Run[],
  right = "",
  options: IParagraphOptions = {},
): Paragraph {
  const isList = style === "ListBullet";
  const behind = right === "" ? [] : [rightText(made, right, style)];
  return new made.docx.Paragraph({
    ...options,
    style,
    ...(right === "" ? {} : { tabStops: [{ type: made.docx.TabStopType.RIGHT, position: made.right }] }),
    ...(isList ? { numbering: { reference: "highlights", level: 0 } } : {}),
    children: [...runs.flatMap((run) => childrenOf(made, run)), ...behind],
  });
}

function rightText(made: Docx, right: string, style: string): ParagraphChild {
  const isTitle = style === "Heading2";
  return new made.docx.TextRun({
    children: [new made.docx.Tab(), legalXml(right)],
    color: soft,
    ...(isTitle ? { bold: false, size: 21 } : {}),
    italics: false,
  });
}

/** A line break inside a value is a space here: in a run it would vanish. LibreOffice prints a link to PDF only in the style of links. */
function childrenOf(made: Docx, { text, url, bold }: Run): ParagraphChild[] {
  const shown = legalXml(text.replace(/\s*\n\s*/g, " "));
  const target = url === null ? null : safeUrl(url);
  const weight = bold ? { bold: true } : {};
  if (target === null) return [new made.docx.TextRun({ text: shown, ...weight })];
  const link = new made.docx.TextRun({ text: shown, style: "Hyperlink", ...weight });
  return [new made.docx.ExternalHyperlink({ link: legalXml(target), children: [link] })];
}
