import type { PDFDocumentProxy } from "pdfjs-dist";
import { UserError } from "../errors.js";

/** PDF.js and the constants of its operator lists. */
export type PdfJs = typeof import("pdfjs-dist");

/** Most pages a resume or a posting may have. */
const pageLimit = 50;
/** Pictures above this number of pixels are left undecoded: only their place matters, and decoding costs seconds. */
const pictureLimit = 16_000_000;

/** A font as PDF.js wants one "loaded" before it goes on; nothing is drawn here, so there is nothing to load. */
class UnloadedFont {
  readonly loaded = Promise.resolve(this);
}

/**
 * PDF.js, loaded once per thread with its parser in the same thread, because we already run inside a worker.
 *
 * Why the stand-ins: on load it builds a DOMMatrix, which it takes from a native canvas package; where that package is
 * missing (odd platforms, `--omit=optional`) the import would fail, though reading text needs none of it. Without a
 * FontFace it would compile the outline of every glyph, a third of the reading time.
 */
export async function loadPdfJs(): Promise<PdfJs> {
  const world = globalThis as Record<string, unknown>;
  // @ts-expect-error: the package ships no types for this file
  world.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) world[name] ??= class {};
  world.FontFace ??= UnloadedFont;
  // @ts-expect-error: the package types only the file that is not minified
  return (await import("pdfjs-dist/legacy/build/pdf.min.mjs")) as PdfJs;
}

/** The document of a PDF file; a UserError "input" that names the file where it cannot be opened. */
export async function openPdf(pdfjs: PdfJs, bytes: Uint8Array, name: string): Promise<PDFDocumentProxy> {
  const folder = (part: string) =>
    new URL(`../../${part}/`, import.meta.resolve("pdfjs-dist/legacy/build/pdf.min.mjs"));
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: false,
    ownerDocument: { fonts: { add() {}, delete() {} } } as never,
    fontExtraProperties: true,
    enableXfa: false,
    maxImageSize: pictureLimit,
    cMapUrl: pathOf(folder("cmaps")),
    cMapPacked: true,
    standardFontDataUrl: pathOf(folder("standard_fonts")),
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (cause) {
    await task.destroy();
    throw damaged(cause, name);
  }
  if (document.numPages > pageLimit) {
    await task.destroy();
    throw new UserError(
      "input",
      `${name} has ${document.numPages} pages; a resume or a job posting has at most ${pageLimit}.`,
      "Check that this is the right file, or save only the pages that matter as a file of their own.",
    );
  }
  return document;
}

/** The failure of a PDF without any text: what it most likely is and what helps. */
export function noTextError(name: string, pictures: boolean): UserError {
  return pictures
    ? new UserError(
        "input",
        `${name} has no text layer: its pages are pictures (a scan, or an export as images).`,
        "Run OCR over it (for example `ocrmypdf in.pdf out.pdf`), or give the DOCX or text it was made from.",
      )
    : new UserError(
        "input",
        `${name} shows no text that can be read.`,
        "Check that this is the right file, or give the DOCX or text it was made from.",
      );
}

/** PDF.js reads these folders with the file system, so they go in as paths; `/C:/x` of Windows loses its first slash. */
function pathOf(url: URL): string {
  return decodeURIComponent(url.pathname).replace(/^\/(?=[A-Za-z]:\/)/, "");
}

/** The UserError for what PDF.js threw while it read a file. */
export function damaged(cause: unknown, name: string): UserError {
  const kind = cause instanceof Error ? cause.name : "";
  if (kind === "PasswordException") {
    return new UserError(
      "input",
      `${name} is protected with a password and cannot be read.`,
      "Save a copy without the password (open it, then print or export it as PDF) and give that.",
      cause,
    );
  }
  return new UserError(
    "input",
    `${name} is no PDF that can be read: the file is damaged or was cut off.`,
    "Export or download it again, or give the DOCX or text it was made from.",
    cause,
  );
}
