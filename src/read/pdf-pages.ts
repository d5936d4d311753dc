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

/** Every page's characters, shapes and links; the document is read once, page by page. */
export async function drawnPages(pdfjs: PdfJs, document: PDFDocumentProxy): Promise<DrawnPage[]> {
  const layers = await document.getOptionalContentConfig();
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
    pages.push({ ink, links: await linkAreas(page, base) });
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

async function linkAreas(page: PDFPageProxy, base: Matrix): Promise<LinkArea[]> {
  const areas: LinkArea[] = [];
  for (const annotation of await page.getAnnotations()) {
    const { subtype, url, unsafeUrl, rect } = annotation as Record<string, unknown>;
    const address = typeof url === "string" ? url : typeof unsafeUrl === "string" ? unsafeUrl : "";
    if (subtype !== "Link" || !/^(?:https?|mailto|tel):/i.test(address) || !Array.isArray(rect)) continue;
    const [x0, y0, x1, y1] = rect.map(Number);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) continue;
    areas.push({ ...placeBox(base, { x0, y0, x1, y1 }), url: address });
  }
  return areas;
}
