import { UserError } from "../errors.js";
import type { SourceKind } from "../schema/source.js";
import { looksZipped, type ZipMember, zipMembers } from "./zip.js";

/** How far into a text the marks of its format are looked for, in bytes. */
const headSize = 256 * 1024;

/** Formats known by their first bytes that cannot be read, with what to do about each. */
const foreign: readonly [start: RegExp, what: string, hint: string][] = [
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, "an old Word document (.doc) or a password-protected one", saveAs("DOCX")],
  [/^\{\\rtf/, "an RTF document", saveAs("DOCX")],
  [
    /^(\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP|.{4}ftyp(heic|heix|mif1|avif))/s,
    "a picture",
    ocr(),
  ],
  [
    /^(\xfd7zXZ|\x1f\x8b|BZh|7z\xbc\xaf|Rar!)/,
    "a compressed archive",
    "Unpack it first, then give the document inside.",
  ],
  [/^(%!PS|\x04%!PS)/, "a PostScript file", saveAs("PDF")],
  [/^(\x7fELF|MZ.{58}|\xca\xfe\xba\xbe|SQLite format 3)/s, "a program or data file, not a document", anyFormat()],
];

/**
 * The format of a file, decided by its content; the name only breaks the tie between Markdown and plain text.
 *
 * UserError "input" for an empty file, formats that cannot be read, damaged zips and binary data.
 */
export function typeOf(bytes: Uint8Array, name: string): SourceKind {
  if (bytes.length === 0) throw new UserError("input", `${name} is empty.`, anyFormat());
  const head = latin1(bytes.subarray(0, 1024));
  const known = foreign.find(([start]) => start.test(head));
  if (known !== undefined) throw new UserError("input", `${name} is ${known[1]}, which cannot be read.`, known[2]);
  if (/%PDF-\d/.test(head)) return "pdf";
  if (looksZipped(bytes)) return kindOfZip(zipMembers(bytes, name), bytes, name);
  return kindOfText(textHead(bytes, name), bytes, name);
}

function kindOfZip(members: ReadonlyMap<string, ZipMember>, bytes: Uint8Array, name: string): SourceKind {
  const names = [...members.keys()];
  const has = (start: string) => names.some((member) => member.toLowerCase().startsWith(start));
  if (has("word/") || (has("[content_types].xml") && names.some((member) => /(^|\/)document\d*\.xml$/i.test(member))))
    return "docx";
  const refuse = (what: string, hint: string) =>
    new UserError("input", `${name} is ${what}, which cannot be read.`, hint);
  if (has("xl/")) throw refuse("an Excel workbook", saveAs("PDF"));
  if (has("ppt/")) throw refuse("a PowerPoint presentation", saveAs("PDF"));
  if (latin1(bytes.subarray(0, 200)).includes("opendocument.text"))
    throw refuse("an OpenDocument text (ODT)", saveAs("DOCX"));
  if (has("mimetype")) throw refuse("an OpenDocument or e-book file", saveAs("DOCX or PDF"));
  if (has("index/document.iwa")) throw refuse("an Apple Pages document", saveAs("DOCX or PDF"));
  throw refuse("a zip archive without a document of Word inside", "Unpack it first, then give the document inside.");
}

function kindOfText(head: string, bytes: Uint8Array, name: string): SourceKind {
  const text = head.trimStart();
  if (text === "") throw new UserError("input", `${name} is empty: it holds only blank space.`, anyFormat());
  if (/^MIME-Version:|^From: <Saved by/i.test(text) && /multipart\/related/i.test(text)) {
    throw new UserError(
      "input",
      `${name} is a web archive (MHTML), which cannot be read.`,
      'Save the page as "Web page, HTML only" and try again.',
    );
  }
  if (/^<\?xml/.test(text) && /<pkg:package|<w:wordDocument|<office:document/.test(text)) {
    throw new UserError("input", `${name} is a document saved as XML, which cannot be read.`, saveAs("DOCX"));
  }
  const kind = isJson(text, head, bytes) ? "json" : isHtml(text) ? "html" : markdownOrText(text, name);
  if (kind !== "text" || !/\.(docx|pdf)$/i.test(name)) return kind;
  const called = /\.pdf$/i.test(name) ? "PDF" : "DOCX";
  throw new UserError(
    "input",
    `${name} is no ${called} file although its name says so: it holds plain text.`,
    `Export it again as ${called}; if the text is what you want, rename it to .txt.`,
  );
}

function isJson(text: string, head: string, bytes: Uint8Array): boolean {
  if (!/^(\{\s*["}]|\[\s*[[{"\]])/.test(text)) return false;
  if (head.length < headSize && bytes.length > headSize) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return /^(\{\s*"[^"\n]*"\s*:|\[\s*\{\s*"[^"\n]*"\s*:)/.test(text);
  }
}

function isHtml(text: string): boolean {
  const start = text.replace(/^(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)+/, "").slice(0, 4096);
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  if (
    !/^<(div|p|h[1-6]|ul|ol|table|section|article|main|header|span|meta|title|style|script|br|strong|b)\b[^>]*>/i.test(
      start,
    )
  )
    return false;
  return (
    (text.match(/<\/(p|div|h[1-6]|li|ul|td|span|section|article|strong)>/gi) ?? []).length >= 2 &&
    marksOfMarkdown(text) < 3
  );
}

function markdownOrText(text: string, name: string): SourceKind {
  const marks = marksOfMarkdown(text);
  const named = /\.(md|markdown|mdown|mkd|mdx|rmd|qmd)$/i.test(name);
  return marks >= 3 || named ? "markdown" : "text";
}

/** How many marks of Markdown stand in a text; plain text may have one or two by chance. */
function marksOfMarkdown(text: string): number {
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
  const frontMatter = /^---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t-].*\r?\n|\r?\n)+---/.test(text) ? 3 : 0;
  const headings = count(/^#{1,6} +[^\s#]/gm);
  const underlined = count(/^\S.*\r?\n(={3,}|-{3,})[ \t]*\r?$/gm) >= 2 && count(/^[-*+] \S/gm) > 0 ? 1 : 0;
  const emphasis = count(/(?<![*\w])\*\*[^*\s][^*\n]*\*\*(?![*\w])/g);
  const links = count(/\[[^\]\n]+\]\((https?:|mailto:|tel:|www\.|[#./])[^)\s]*\)/g);
  const rows = count(/^\|.*\|[ \t]*\r?\n\|?[ \t:|-]+\|?[ \t]*\r?$/gm);
  const fences = count(/^```/gm) >= 2 ? 1 : 0;
  return frontMatter + headings + underlined + emphasis + links * 2 + rows * 2 + fences;
}

/** The start of a text, decoded well enough to look for marks; UserError "input" where it is binary. */
function textHead(bytes: Uint8Array, name: string): string {
  const head = bytes.subarray(0, headSize);
  const wide = wideEncoding(head);
  const text = new TextDecoder(wide ?? "utf-8").decode(head);
  const odd = (text.match(/[\x00-\x06\x0e-\x1a\x1c-\x1f]/g) ?? []).length;
  if (text.includes("\0") || odd > 8 + text.length / 200) {
    throw new UserError("input", `${name} is binary data of an unknown format, not a document.`, anyFormat());
  }
  return text;
}

/** UTF-16 by its mark, or by the zero bytes that every second place of Western text then has. */
function wideEncoding(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const sample = head.subarray(0, 4096);
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 5 && even < sample.length / 50) return "utf-16le";
  return even > sample.length / 5 && odd < sample.length / 50 ? "utf-16be" : null;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function saveAs(format: string): string {
  return `Open it in the program it was made with, save it as ${format}, and try again.`;
}

function ocr(): string {
  return "Text inside pictures cannot be read: run OCR over it, or give the text as DOCX, PDF or plain text.";
}

function anyFormat(): string {
  return "Give a resume or posting as DOCX, PDF, Markdown, HTML, plain text or JSON.";
}
