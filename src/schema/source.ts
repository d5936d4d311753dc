import { z } from "zod";

/** What a file turned out to be, decided from its bytes. */
export const SourceKind = z.enum(["docx", "pdf", "markdown", "html", "text", "json"]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Something the user should know about a reading or a result; `line` is the source line it is about. */
export const Warning = z.object({
  code: z.string().describe("kebab-case, stable: hidden-text, unplaced, lost-words, …"),
  message: z.string(),
  line: z.number().int().nullable(),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("of a doubtful decision: how likely it is right; left out where nothing was decided"),
});
export type Warning = z.infer<typeof Warning>;

/** Where a line sits in its file, exact enough to change it in place and to cite it. */
export const SourceRef = z.discriminatedUnion("in", [
  z.object({
    in: z.literal("docx"),
    part: z.string().describe("word/document.xml, word/header1.xml, …"),
    paragraphs: z
      .array(z.number().int())
      .describe("indexes of the part's w:p elements, in document order, nested ones included"),
    start: z.number().int().describe("offset of the first paragraph's markup in the part's text"),
    end: z.number().int().describe("offset behind the last paragraph's markup"),
  }),
  z.object({
    in: z.literal("pdf"),
    page: z.number().int(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe("left, bottom, right, top in points"),
  }),
  z
    .object({ in: z.literal("text"), from: z.number().int(), to: z.number().int() })
    .describe("first and last line of the file, from 1"),
  z
    .object({ in: z.literal("html"), start: z.number().int(), end: z.number().int() })
    .describe("offsets in the decoded page"),
  z.object({ in: z.literal("json"), pointer: z.string().describe("RFC 6901") }),
]);
export type SourceRef = z.infer<typeof SourceRef>;

/** A link shown on a line; `text` is what the page shows for it (may be empty for an icon). */
export const SourceLink = z.object({ text: z.string(), url: z.string() });
export type SourceLink = z.infer<typeof SourceLink>;

/** One logical paragraph or list item, unwrapped. */
export const SourceLine = z.object({
  n: z.number().int().positive().describe("1, 2, 3 … in reading order"),
  text: z
    .string()
    .describe(
      "one line, no bullet mark; a tab stands where the print has a wide gap: tab stop, table cell, right-aligned date",
    ),
  page: z.number().int().nullable(),
  style: z.enum(["heading", "list", "body", "table"]),
  level: z.number().int().describe("heading 1–6 (0: not a heading), list nesting from 1"),
  bold: z.boolean().describe("all visible text of the line is bold"),
  italic: z.boolean(),
  boldLead: z
    .string()
    .describe(
      "the bold text the line begins with, or its text behind a label, where only the start is bold; else empty",
    ),
  size: z.number().nullable().describe("font size in points of most of the line"),
  x: z.number().nullable().describe("left edge in points"),
  y: z.number().nullable().describe("top edge in points from the top of the page"),
  gap: z.number().describe("blank space above, in blank lines: 0 none, 1 one empty line, …"),
  region: z.enum(["body", "header", "footer", "textbox", "sidebar"]),
  links: z.array(SourceLink),
  ref: SourceRef,
});
export type SourceLine = z.infer<typeof SourceLine>;

/** A file as numbered lines in reading order; no visible word of the file is missing or doubled. */
export const SourceDocument = z.object({
  kind: SourceKind,
  sha256: z.string().describe("of the file's bytes, hex"),
  pages: z.number().int().nullable(),
  lines: z.array(SourceLine),
  meta: z
    .record(z.string(), z.string())
    .describe("facts stated beside the text: title, company, location of a job page; author, title of a document"),
  values: z
    .record(z.string(), z.string())
    .optional()
    .describe("of a JSON Resume alone: each value of the file that is printed, by its RFC 6901 pointer"),
  traits: z
    .array(
      z.enum([
        "tables",
        "textboxes",
        "images",
        "columns",
        "header-contact",
        "tracked-changes",
        "comments",
        "odd-fonts",
        "hidden-text",
      ]),
    )
    .describe("layout facts that applicant tracking systems stumble over"),
  warnings: z.array(Warning),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
