import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { type FontFacts, fontFacts, type RawFont } from "./pdf-fonts.js";
import { type Box, type Matrix, type PageInk, placeBox } from "./pdf-ink.js";
import type { PdfJs } from "./pdf-load.js";
import { walkPage } from "./pdf-walk.js";

/** A link area on a page. */
export interface LinkArea extends Box {
  url: string;
}

/** One page as drawn, with its links. */
export interface DrawnPage {
  ink: PageInk;
  links: LinkArea[];
}

/** Annotation flags of PDF: never shown, not shown on screen. */
const hiddenFlag = 2;
const noViewFlag = 32;

/** Every page's characters, shapes and links; the document is read once, page by page. */
export async function drawnPages(pdfjs: PdfJs, document: PDFDocumentProxy): Promise<DrawnPage[]> {
  const layers = await document.getOptionalContentConfig();
  const links = await linksIn(pdfjs, document);
  const pages: DrawnPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const view = page.getViewport({ scale: 1 });
    const base = view.transform as unknown as Matrix;
    const list = await page.getOperatorList();
    const ink = walkPage(list, pdfjs.OPS, {
      page: number,
      width: view.width,
      height: view.height,
      base,
      font: fontsOf(page),
      layerShown: (properties) => layers.isVisible(properties),
    });
    const own = links.filter(({ index }) => index === number - 1);
    pages.push({ ink, links: own.map((link) => areaOf(link, base)) });
    page.cleanup();
  }
  return pages;
}

function fontsOf(page: PDFPageProxy): (id: string) => FontFacts {
  const known = new Map<string, FontFacts>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const raw = page.commonObjs.has(id) ? (page.commonObjs.get(id) as RawFont | null) : null;
    const facts = fontFacts(raw ?? undefined);
    known.set(id, facts);
    return facts;
  };
}

/**
 * Every shown link of the document with the index of its page.
 *
 * Why not page by page: that call reads all text of the page once more, to tell what each link lies over.
 */
async function linksIn(
  pdfjs: PdfJs,
  document: PDFDocumentProxy,
): Promise<{ index: number; url: string; rect: number[] }[]> {
  const found: unknown = await document.getAnnotationsByType(new Set([pdfjs.AnnotationType.LINK]), new Set());
  const links: { index: number; url: string; rect: number[] }[] = [];
  for (const annotation of Array.isArray(found) ? found : []) {
    const { url, unsafeUrl, rect, pageIndex, annotationFlags } = annotation as Record<string, unknown>;
    const address = typeof url === "string" ? url : typeof unsafeUrl === "string" ? unsafeUrl : "";
    const hidden = (Number(annotationFlags) & (hiddenFlag | noViewFlag)) !== 0;
    if (hidden || !/^(?:https?|mailto|tel):/i.test(address) || !Array.isArray(rect)) continue;
    links.push({ index: Number(pageIndex), url: address, rect: rect.map(Number) });
  }
  return links;
}

function areaOf(
  { url, rect: [x0 = 0, y0 = 0, x1 = 0, y1 = 0] }: { url: string; rect: number[] },
  base: Matrix,
): LinkArea {
  return { ...placeBox(base, { x0, y0, x1, y1 }), url };
}
