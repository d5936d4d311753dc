import type { IParagraphStyleOptions, IPropertiesOptions, IStylesOptions, Paragraph } from "docx";
import type { Outline } from "./outline.js";

/** Colour of headings and links. */
const accent = "1F4E79";
/** Colour of dates and places. */
export const soft = "545C66";

/** Page sizes in twentieths of a point. */
const PAPER = { a4: { width: 11906, height: 16838 }, letter: { width: 12240, height: 15840 } } as const;
const MARGIN = { top: 850, bottom: 850, left: 1020, right: 1020 } as const;
/** Calibri where Word is; LibreOffice shows Carlito, which has the same widths. */
const FONT = { ascii: "Calibri", hAnsi: "Calibri", cs: "Calibri", eastAsia: "Microsoft YaHei" } as const;

/** The document around the paragraphs: page, styles, bullets, language. */
export function documentOptions(
  docx: typeof import("docx"),
  { paper, language }: Outline,
  children: Paragraph[],
): IPropertiesOptions {
  const { width, height } = PAPER[paper];
  const highlights = {
    level: 0,
    format: docx.LevelFormat.BULLET,
    text: "•",
    alignment: docx.AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 312, hanging: 227 } }, run: { color: soft, font: FONT } },
  };
  return {
    creator: "resumelaw",
    lastModifiedBy: "resumelaw",
    compatabilityModeVersion: 15,
    styles: { default: defaults(docx, language), paragraphStyles: paragraphStyles() },
    numbering: { config: [{ reference: "highlights", levels: [highlights] }] },
    sections: [{ properties: { page: { size: { width, height }, margin: MARGIN } }, children }],
  };
}

/** Where the tab stop for dates stands, from the left margin. */
export const rightEdge = (paper: Outline["paper"]): number => PAPER[paper].width - MARGIN.left - MARGIN.right;

function defaults(docx: typeof import("docx"), language: string): NonNullable<IStylesOptions["default"]> {
  return {
    document: {
      run: { font: FONT, size: 21, language: { value: language } },
      paragraph: { spacing: { after: 0, line: 259, lineRule: docx.LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 44, bold: true },
      paragraph: { spacing: { after: 0, line: 240, lineRule: docx.LineRuleType.AUTO }, keepNext: true },
    },
    hyperlink: { run: { color: accent, underline: { type: docx.UnderlineType.NONE } } },
    heading1: {
      run: { font: FONT, size: 25, bold: true, color: accent },
      paragraph: {
        spacing: { before: 220, after: 80 },
        keepNext: true,
        keepLines: true,
        outlineLevel: 0,
        border: { bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 1, color: "C9CED5" } },
      },
    },
    heading2: {
      next: "EntryDetail",
      run: { font: FONT, size: 22, bold: true, color: "000000" },
      paragraph: { spacing: { before: 130, after: 0 }, keepNext: true, keepLines: true, outlineLevel: 1 },
    },
  };
}

function paragraphStyles(): IParagraphStyleOptions[] {
  const body = { basedOn: "Normal", quickFormat: true } as const;
  return [
    {
      ...body,
      id: "Subtitle",
      name: "Subtitle",
      run: { font: FONT, size: 24, color: soft },
      paragraph: { keepNext: true },
    },
    { ...body, id: "Contact", name: "Contact", paragraph: { spacing: { before: 40, after: 60 } } },
    { ...body, id: "BodyText", name: "Body Text", paragraph: { spacing: { after: 50 } } },
    {
      ...body,
      id: "EntryDetail",
      name: "Entry Detail",
      run: { italics: true },
      paragraph: { spacing: { after: 30 }, keepNext: true },
    },
    {
      ...body,
      id: "ListBullet",
      name: "List Bullet",
      paragraph: { spacing: { after: 30 }, keepLines: true, contextualSpacing: false },
    },
  ];
}
