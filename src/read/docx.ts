import { UserError } from "../errors.js";
import type { Warning } from "../schema/source.js";
import { blockLines } from "./docx-blocks.js";
import { drawsBehind } from "./docx-hidden.js";
import { draftOf, withoutRepeats } from "./docx-lines.js";
import { docxNumbering } from "./docx-numbering.js";
import { type DocxPackage, openDocx } from "./docx-package.js";
import { noteParts, shownParts } from "./docx-parts.js";
import { rawText } from "./docx-raw.js";
import type { DocxLine, Findings, Setting, Story } from "./docx-story.js";
import { docxStyles } from "./docx-styles.js";
import { childOf, elementsOf, textIn } from "./docx-xml.js";
import { numberLines, type ReadDocument } from "./lines.js";
import { keepLost } from "./loss.js";
import type { Unpack } from "./zip.js";

/**
 * The lines of a Word document: headers, body with its text boxes, footers, notes; every ref is exact to the paragraph's markup.
 *
 * UserError "input" where the package is damaged, hostile, or holds its text in a form only Word can open.
 */
export async function readDocx(bytes: Uint8Array, name: string, unpack?: Unpack): Promise<ReadDocument> {
  const docx = await openDocx(bytes, name, unpack);
  const findings = newFindings(docx);
  const { lines, raw } = linesOf(docx, findings);
  if (lines.length === 0 && findings.hidden.length === 0) return otherwise(bytes, name, findings, raw);
  const numbered = numberLines(
    lines.map((line) => draftOf(line, findings.rendered && line.part === docx.main.path)),
    name,
  );
  addContactTrait(lines, findings);
  const warnings = [...numbered.warnings, ...warningsOf(findings)];
  if (findings.hidden.length > 0) findings.traits.add("hidden-text");
  const document: ReadDocument = {
    kind: "docx",
    pages: pagesOf(docx, findings),
    lines: numbered.lines,
    meta: metaOf(docx),
    traits: [...findings.traits].sort(),
    warnings,
  };
  const ref = { in: "docx" as const, part: docx.main.path, paragraphs: [], start: 0, end: docx.main.text.length };
  return keepLost(document, raw, ref, name, findings.aside);
}

function newFindings(docx: DocxPackage): Findings {
  return {
    traits: new Set(),
    aside: [],
    hidden: [],
    doubtful: [],
    notes: [],
    placeholders: [],
    chunks: 0,
    page: 1,
    rendered: docx.main.text.includes("lastRenderedPageBreak"),
    fields: [],
  };
}

/** Headers, body, footers, notes, in this order, each with the raw text it must account for. */
function linesOf(docx: DocxPackage, findings: Findings): { lines: DocxLine[]; raw: string[] } {
  const styles = docxStyles(docx.related("styles")?.root);
  const numbering = docxNumbering(docx.related("numbering")?.root);
  const headers = shownParts(docx, "header");
  const footers = shownParts(docx, "footer");
  const shapes = drawsBehind(
    docx.main.text,
    headers.map(({ text }) => text),
  );
  const page = childOf(docx.main.root, "w:background")?.attributes["w:color"] ?? null;
  const story = (part: Story["part"]): Story => ({ part, styles, numbering, findings });
  const raw: string[][] = [];
  const read = (part: Story["part"], region: Setting["region"], root = part.root) => {
    findings.fields = [];
    raw.push(rawText(root));
    return blockLines(root, { story: story(part), region, behind: { fill: page === "auto" ? null : page, shapes } });
  };
  const top = withoutRepeats(
    headers.flatMap((part) => read(part, "header")),
    findings.aside,
  );
  const body = read(docx.main, "body", childOf(docx.main.root, "w:body") ?? docx.main.root);
  const bottom = withoutRepeats(
    footers.flatMap((part) => read(part, "footer")),
    findings.aside,
  );
  const notes = noteParts(docx, findings.notes).flatMap(({ part, note }) => read(part, "footer", note));
  return { lines: [...top, ...body, ...bottom, ...notes], raw: raw.flat() };
}

/** A file without lines: its text as mammoth reads it or as it stands in the markup, or the reason why there is none. */
async function otherwise(bytes: Uint8Array, name: string, findings: Findings, raw: string[]): Promise<ReadDocument> {
  if (findings.chunks > 0) {
    throw new UserError(
      "input",
      `${name} only wraps a web page or another document, which Word unpacks when it opens the file.`,
      "Open it in Word, save it again as .docx, and try with the new file.",
    );
  }
  const value = raw.length === 0 ? "" : await mammothText(bytes);
  const ref = (i: number) => ({ in: "docx" as const, part: "word/document.xml", paragraphs: [i], start: 0, end: 0 });
  const { lines, warnings } = numberLines(
    (value.trim() === "" ? raw : value.split("\n\n")).map((text, i) => ({ text, ref: ref(i) })),
    name,
  );
  const message = "The document is built in an unusual way; its text was read without styles, lists and links.";
  const unusual: Warning[] = lines.length === 0 ? [] : [{ code: "plain-reading", message, line: null }];
  const traits = [...findings.traits].sort();
  return { kind: "docx", pages: null, lines, meta: {}, traits, warnings: [...warnings, ...unusual] };
}

async function mammothText(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
}

function pagesOf(docx: DocxPackage, findings: Findings): number | null {
  if (findings.rendered) return findings.page;
  const facts = docx.part("docProps/app.xml")?.root;
  const pages = Number(textIn(childOf(facts, "Pages")));
  const words = Number(textIn(childOf(facts, "Words")));
  return pages > 0 && words > 0 ? pages : null;
}

function metaOf(docx: DocxPackage): Record<string, string> {
  const facts = elementsOf(docx.part("docProps/core.xml")?.root);
  const value = (name: string) => textIn(facts.find((fact) => fact.name.endsWith(`:${name}`))).trim();
  const meta = { title: value("title"), author: value("creator") };
  return Object.fromEntries(Object.entries(meta).filter(([, text]) => text !== ""));
}

function addContactTrait(lines: DocxLine[], { traits }: Findings): void {
  const isContact = /\S@\S+\.\S|(?:\d[\s().-]*){7}/;
  const aside = lines.filter(({ region }) => region === "header" || region === "footer");
  if (aside.some(({ spans }) => isContact.test(spans.map(({ text }) => text).join("")))) traits.add("header-contact");
}

function warningsOf({ hidden, doubtful, placeholders, traits, chunks }: Findings): Warning[] {
  const warnings: Warning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message, line: null });
  if (hidden.length > 0) {
    const how = [...new Set(hidden.map(({ by }) => by))].join(", ");
    warn(
      "hidden-text",
      `Text that a reader cannot see (${how}) was left out: "${excerpt(hidden.map(({ text }) => text))}".`,
    );
  }
  if (doubtful.length > 0) {
    warn("white-text", `White text was kept because a shape lies behind the text of the page: "${excerpt(doubtful)}".`);
  }
  if (traits.has("tracked-changes")) {
    warn("tracked-changes", "The document has tracked changes; it was read as if all of them were accepted.");
  }
  if (placeholders.length > 0) warn("placeholder", `A form field was never filled in: "${excerpt(placeholders)}".`);
  if (chunks > 0) warn("embedded-document", "A document embedded in this one was not read.");
  return warnings;
}

function excerpt(texts: string[]): string {
  const text = texts.join(" ").replace(/\s+/g, " ").trim();
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}
