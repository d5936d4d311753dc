import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { typeOf } from "../../src/read/type.js";
import { corpus, hasCorpus } from "../doubles.js";
import { docxOf, p } from "./docx-file.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer)]);
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])));

describe("typeOf", () => {
  it.each([
    ["a Word package, whatever its name", docxOf(p("x")), "cv.txt", "docx"],
    ["a PDF", bytes("%PDF-1.7\n…"), "cv", "pdf"],
    ["a PDF behind junk", bytes("\r\n\r\n%PDF-1.4"), "cv.pdf", "pdf"],
    ["a page with a doctype", bytes("<!DOCTYPE html><p>Hi"), "job.txt", "html"],
    ["a page behind a comment", bytes("<!-- saved -->\n<html><body>"), "job", "html"],
    ["a fragment of a page", bytes("<div><p>Cook</p><p>Berlin</p></div>"), "-", "html"],
    ["an object of JSON", bytes('\ufeff {"basics": {}}'), "cv", "json"],
    ["JSON with an error, so that its reader can name it", bytes('{"basics": {"name": "Jo",}}'), "cv.json", "json"],
    ["a placeholder in brackets as text", bytes("[Your name]\n[Your address]"), "-", "text"],
    ["Markdown by its marks", bytes("# Jane Doe\n\n## Work\n\n**Clerk**, Acme\n- did x"), "-", "markdown"],
    ["front matter", bytes("---\ntitle: CV\nname: Jane\n---\nText"), "cv.txt", "markdown"],
    [
      "Markdown that begins with HTML",
      bytes('<div align="center">\n\n# Jane\n\n</div>\n\n## Work\n\n**Clerk** [Acme](https://acme.example)'),
      "-",
      "markdown",
    ],
    ["text that is named Markdown", bytes("Jane Doe\nClerk"), "cv.md", "markdown"],
    ["plain text with a few signs", bytes("Jane Doe\n# of reports: 5\n* Clerk\n- Acme *since* 2019"), "cv.txt", "text"],
    [
      "text in Windows-1252",
      Uint8Array.of(...bytes("Caf"), 0xe9, ...bytes(" \u2022 R"), 0xe9, ...bytes("sum")),
      "cv.txt",
      "text",
    ],
    ["text in UTF-16", utf16("Jane Doe, clerk"), "cv.txt", "text"],
    ["text in UTF-16 without its mark", utf16("Jane Doe, clerk at Acme in Paris").subarray(2), "cv.txt", "text"],
    ["a page in UTF-16", utf16("<!doctype html><p>Hi"), "job.html", "html"],
  ])("knows %s", (_, content, name, kind) => {
    expect(typeOf(content, name)).toBe(kind);
  });

  it.each([
    ["an empty file", new Uint8Array(), "cv.txt", /cv\.txt is empty/],
    ["blank space", bytes(" \n\t "), "cv.txt", /only blank space/],
    ["an old Word file", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), "cv.doc", /old Word document/],
    ["RTF", bytes("{\\rtf1\\ansi Jane}"), "cv.doc", /RTF/],
    [
      "OpenDocument",
      zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }] }),
      "cv.odt",
      /OpenDocument text/,
    ],
    ["a workbook", zip("xl/workbook.xml", "[Content_Types].xml"), "cv.xlsx", /Excel/],
    ["slides", zip("ppt/presentation.xml"), "cv.pptx", /PowerPoint/],
    ["Pages", zip("Index/Document.iwa"), "cv.pages", /Pages/],
    ["another zip", zip("a.txt"), "cv.zip", /zip archive/],
    ["a cut zip", docxOf(p("x")).subarray(0, 200), "cv.docx", /damaged/],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), "cv.png", /picture/],
    ["a photo", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "cv.jpg", /picture/],
    ["a program", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1), "cv", /program/],
    ["binary data", Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 32), "cv.txt", /binary data/],
    [
      "a web archive",
      bytes('From: <Saved by X>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"'),
      "job.mht",
      /MHTML/,
    ],
    ["Word saved as XML", bytes('<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>'), "cv.xml", /saved as XML/],
    ["text named .docx", bytes("This is not a docx"), "cv.docx", /cv\.docx is no DOCX file/],
    ["text named .pdf", bytes("This is not a pdf"), "cv.pdf", /cv\.pdf is no PDF file/],
  ])("refuses %s by name, with the reason and a next step", (_, content, name, message) => {
    let thrown: unknown;
    try {
      typeOf(content, name);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: "UserError", kind: "input", hint: expect.stringMatching(/^.{15,}\.$/) });
    expect((thrown as Error).message).toMatch(message);
    expect((thrown as Error).message).toContain(name);
  });

  it.skipIf(!hasCorpus).each(["resumes", "jobs"])(
    "knows every readable file of the corpus's %s by the folder it is in",
    async (set) => {
      const kinds: Record<string, string> = { txt: "text" };
      const found: string[] = [];
      for (const kind of ["docx", "pdf", "markdown", "txt", "json", "html"]) {
        const folder = join(corpus, set, kind);
        const names = await readdir(folder).catch(() => []);
        for (const name of names.filter((file) => !file.endsWith(".expected.json"))) {
          const type = typeOf(new Uint8Array(await readFile(join(folder, name))), "-");
          if (type !== (kinds[kind] ?? kind)) found.push(`${kind}/${name}: ${type}`);
        }
      }
      expect(found).toEqual([]);
    },
  );
});
