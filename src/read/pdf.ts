import type { PDFDocumentProxy } from "pdfjs-dist";
import type { SourceDocument, Warning } from "../schema/source.js";
import { hiddenTextWarnings } from "./hidden-text.js";
import { numberLines, type ReadDocument } from "./lines.js";
import { keepLost } from "./loss.js";
import { withChips } from "./pdf-chips.js";
import { type Flow, flowsOf, hasColumns } from "./pdf-columns.js";
import { flowLines, flowParagraphs } from "./pdf-flow-lines.js";
import { type Furniture, type PageChunks, withoutFurniture } from "./pdf-furniture.js";
import { gridsOf } from "./pdf-grids.js";
import { wordSet } from "./pdf-hyphens.js";
import type { Box, PageInk } from "./pdf-ink.js";
import { levelLabels } from "./pdf-level-labels.js";
import { draftsOf, type Passage } from "./pdf-lines.js";
import { linksOf } from "./pdf-links.js";
import { damaged, loadPdfJs, noTextError, openPdf } from "./pdf-load.js";
import { markShapes } from "./pdf-mark-shapes.js";
import { joinedOverPages } from "./pdf-page-breaks.js";
import { type DrawnPage, drawnPages } from "./pdf-pages.js";
import type { Row } from "./pdf-rows.js";
import { sectionNamesApart, sectionNamesOf } from "./pdf-section-names.js";
import { chunksOf, cutAtEdges, type Word, withoutDoubles, wordsOf } from "./pdf-words.js";

/**
 * The lines of a PDF in reading order: columns one after the other, wrapped lines joined, list marks and page numbers taken off.
 *
 * Every visible word is in exactly one line. UserError "input" where the file is damaged, locked, too long or without text.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const pdfjs = await loadPdfJs();
  const document = await openPdf(pdfjs, bytes, name);
  try {
    const pages = await drawnPages(pdfjs, document).catch((cause: unknown) => {
      throw damaged(cause, name);
    });
    return documentFrom(pages, await metaOf(document), name);
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The document's own title and author, where it states them. */
async function metaOf(document: PDFDocumentProxy): Promise<SourceDocument["meta"]> {
  const { info } = await document.getMetadata();
  const facts = info as Record<string, unknown>;
  const stated = (["Title", "Author"] as const).map((key) => [key.toLowerCase(), facts[key]] as const);
  return Object.fromEntries(
    stated.filter((fact): fact is [string, string] => typeof fact[1] === "string" && fact[1].trim() !== ""),
  );
}

/** One page as words; `turned` are those of text that does not run from left to right. */
interface SeenPage extends PageChunks {
  ink: PageInk;
  dots: Box[];
  words: Word[];
  turned: Word[];
  unknown: number;
  hidden: string;
}

function documentFrom(drawn: readonly DrawnPage[], meta: SourceDocument["meta"], name: string): ReadDocument {
  const seen = drawn.map(({ ink }) => seenPage(ink));
  if (seen.every(({ words, turned }) => words.length + turned.length === 0)) {
    throw noTextError(
      name,
      seen.some(({ ink }) => ink.pictures.length > 0),
    );
  }
  const furniture = withoutFurniture(seen);
  const flows = furniture.pages.map((page, i) => flowsOf(page.chunks, seen[i]?.ink.rules ?? [], seen[i]?.dots ?? []));
  const passages = passagesOf(flows, furniture.kept, seen);
  const rows = passages.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.rows));
  const grids = seen.flatMap(({ page, ink }) => gridsOf(ink.rules).map((grid) => ({ ...grid, page })));
  const { lines, warnings } = numberLines(
    draftsOf(passages, {
      heights: new Map(seen.map(({ page, height }) => [page, height])),
      grids,
      rules: seen.flatMap(({ page, ink }) => ink.rules.map((rule) => ({ ...rule, page }))),
      links: linksOf(
        drawn.flatMap(({ ink, links }) => links.map((link) => ({ ...link, page: ink.page }))),
        rows,
      ),
    }),
    name,
  );
  const document: ReadDocument = {
    kind: "pdf",
    pages: drawn.length,
    lines,
    meta,
    traits: [
      ...traitsOf(seen, flows.some(hasColumns)),
      ...(lines.filter(({ style }) => style === "table").length > 1 ? (["tables"] as const) : []),
    ],
    warnings: [...warnings, ...hiddenTextWarnings(seen.map(({ hidden }) => hidden)), ...unmappedWarnings(seen)],
  };
  return keepLost(document, rawText(seen, furniture, rows), { in: "pdf", page: 1, box: [0, 0, 0, 0] }, name);
}

function seenPage(ink: PageInk): SeenPage {
  const shown = withoutDoubles(shownGlyphs(ink));
  const upright = wordsOf(shown.filter(({ angle }) => angle === 0));
  const words = withChips(upright.words, [...ink.fills, ...ink.frames]);
  const level = levelLabels(cutAtEdges(chunksOf(words)));
  const turned = wordsOf(shown.filter(({ angle }) => angle !== 0));
  const visible = new Set(shown);
  return {
    ink,
    dots: markShapes([...ink.fills, ...ink.frames]),
    page: ink.page,
    height: ink.height,
    chunks: level.chunks,
    words: words.map((word) => level.moved.get(word) ?? word),
    turned: turned.words,
    unknown: upright.unknown + turned.unknown,
    hidden: ink.glyphs
      .filter((glyph) => glyph.hidden !== "" && !visible.has(glyph))
      .map(({ text }) => text)
      .join(""),
  };
}

/** The characters a reader sees; text without ink over a page-filling picture is the text of a scan, which the picture shows. */
function shownGlyphs(ink: PageInk): PageInk["glyphs"] {
  const scanned = ink.pictures.some(({ x0, x1, y0, y1 }) => (x1 - x0) * (y1 - y0) > ink.width * ink.height * 0.5);
  const inked = ink.glyphs.filter(({ hidden }) => hidden === "").length;
  const ocr = scanned && inked < ink.glyphs.length * 0.2;
  return ink.glyphs.filter(({ hidden }) => hidden === "" || (ocr && hidden === "invisible"));
}

function passagesOf(flows: readonly Flow[][], kept: Furniture["kept"], seen: readonly SeenPage[]): Passage[] {
  const edge = kept.map(({ page, region, chunks }) => ({
    region,
    lines: flowLines({ chunks, side: false, column: false, heading: false, labels: [], notes: [] }, page, []),
    first: page === 1 && region === "header",
  }));
  const body = flows.flatMap((list, i) => {
    const page = seen[i];
    if (page === undefined) return [];
    const turned =
      page.turned.length > 0
        ? [{ chunks: chunksOf(page.turned), side: true, column: false, heading: false, labels: [], notes: [] }]
        : [];
    return [...list, ...turned].map((flow) => ({
      region: flow.side ? ("sidebar" as const) : ("body" as const),
      lines: flowLines(flow, page.page, page.dots),
      first: false,
    }));
  });
  const ordered = [...edge.filter(({ first }) => first), ...body, ...edge.filter(({ first }) => !first)];
  const words = wordSet(ordered.flatMap(({ lines }) => lines.rows.map(({ text }) => text)));
  const known = (word: string) => words.has(word);
  const parts = ordered.map(({ region, lines }) => ({ region, paragraphs: flowParagraphs(lines, known) }));
  const passages = joinedOverPages(parts, known);
  const names = sectionNamesOf(passages.flatMap(({ paragraphs }) => paragraphs));
  return passages.map(({ region, paragraphs }) => ({ region, paragraphs: sectionNamesApart(paragraphs, names) }));
}

/** The words in the order in which they were drawn, without dropped furniture and list marks. */
function rawText(seen: readonly SeenPage[], furniture: Furniture, rows: readonly Row[]): string[] {
  const left = new Set<Word>(furniture.dropped.flatMap(({ words }) => words));
  for (const { mark } of rows) if (mark !== null) left.add(mark);
  return seen
    .flatMap(({ words, turned }) => [...words, ...turned])
    .filter((word) => !word.icon && !left.has(word))
    .map(({ text }) => text);
}

function traitsOf(seen: readonly SeenPage[], columns: boolean): SourceDocument["traits"] {
  const traits: SourceDocument["traits"] = [];
  const pictures = seen.flatMap(({ ink }) => ink.pictures);
  if (pictures.some(({ x0, x1, y0, y1 }) => x1 - x0 > 24 && y1 - y0 > 24)) traits.push("images");
  if (columns) traits.push("columns");
  if (
    seen.some(
      ({ ink, unknown }) => unknown > 0 || ink.glyphs.filter(({ font }) => font.type3).length > ink.glyphs.length * 0.1,
    )
  )
    traits.push("odd-fonts");
  if (seen.some(({ hidden }) => hidden.trim() !== "")) traits.push("hidden-text");
  return traits;
}

function unmappedWarnings(seen: readonly SeenPage[]): Warning[] {
  const unknown = seen.reduce((sum, page) => sum + page.unknown, 0);
  if (unknown === 0) return [];
  const what = unknown === 1 ? "1 character is" : `${unknown} characters are`;
  const message = `${what} drawn with a font that does not say which letters they are; other programs cannot read them either.`;
  return [{ code: "unmapped-glyphs", message, line: null }];
}
