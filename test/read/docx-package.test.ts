import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/read/docx.js";
import { openDocx } from "../../src/read/docx-package.js";
import { docxOf, p, part } from "./docx-file.js";

const texts = async (bytes: Uint8Array) => (await readDocx(bytes, "cv.docx")).lines.map(({ text }) => text);
const withMain = (markup: string | Uint8Array) => docxOf({ body: "", members: { "word/document.xml": markup } });
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);

describe("packages other writers make", () => {
  it.each([
    [
      "strict namespaces",
      part("document", `<w:body>${p("Jo Doe")}</w:body>`).replace(
        /http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/,
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      ),
    ],
    [
      "another prefix",
      part("document", `<w:body>${p("Jo Doe", '<w:outlineLvl w:val="0"/>')}</w:body>`)
        .replace(/xmlns:w=/, "xmlns:ns0=")
        .replace(/(<\/?|\s)w:/g, "$1ns0:"),
    ],
    [
      "no prefix",
      part("document", `<w:body>${p("Jo Doe")}</w:body>`)
        .replace(/xmlns:w=/, "xmlns=")
        .replace(/(<\/?)w:/g, "$1"),
    ],
    [
      "UTF-16",
      Uint8Array.of(
        0xff,
        0xfe,
        ...utf16(part("document", `<w:body>${p("Jo Doe")}</w:body>`).replace("UTF-8", "UTF-16")),
      ),
    ],
    [
      "a byte order mark",
      Uint8Array.of(0xef, 0xbb, 0xbf, ...strToU8(part("document", `<w:body>${p("Jo Doe")}</w:body>`))),
    ],
    ["CDATA and entities", part("document", `<w:body>${p("<![CDATA[Jo]]> &#68;oe")}</w:body>`)],
  ])("are read: %s", async (_, markup) => {
    expect(await texts(withMain(markup))).toEqual(["Jo Doe"]);
  });

  it("keep their headings under another prefix", async () => {
    const markup = part("document", `<w:body>${p("Work", '<w:outlineLvl w:val="0"/>')}</w:body>`);
    const odd = markup.replace(/xmlns:w=/, "xmlns:x=").replace(/(<\/?|\s)w:/g, "$1x:");
    expect((await readDocx(withMain(odd), "cv.docx")).lines[0]).toMatchObject({
      text: "Work",
      style: "heading",
      level: 1,
    });
  });

  it("may call the document something else", async () => {
    const rels =
      '<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const members = { "_rels/.rels": rels, "word/document2.xml": part("document", `<w:body>${p("Jo Doe")}</w:body>`) };
    expect(await texts(docxOf({ body: p("not this"), members }))).toEqual(["Jo Doe"]);
  });

  it("may lack styles, numbering and relationships", async () => {
    const members = { "_rels/.rels": "<Relationships/>", "word/_rels/document.xml.rels": "<Relationships/>" };
    expect(await texts(docxOf({ body: p("Jo Doe"), members }))).toEqual(["Jo Doe"]);
  });

  it("give the title and author they state, and the address of each part", async () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>CV</dc:title><dc:creator>Jo Doe</dc:creator></cp:coreProperties>';
    const bytes = docxOf({ body: p("Clerk"), headers: [p("x")], members: { "docProps/core.xml": core } });
    expect((await readDocx(bytes, "cv.docx")).meta).toEqual({ title: "CV", author: "Jo Doe" });
    expect((await openDocx(bytes, "cv.docx")).main.relations.get("h0")).toMatchObject({
      type: "header",
      target: "word/header0.xml",
    });
  });
});

describe("packages that cannot be read", () => {
  it.each([
    [
      "no document inside",
      zipSync({ "word/styles.xml": strToU8("<w:styles/>") }),
      /the document inside the package is missing/,
    ],
    ["markup nested without end", withMain(`<w:document>${"<w:sdt>".repeat(5_000)}`), /larger or deeper/],
    ["more elements than any resume has", withMain(`<w:document>${"<w:p/>".repeat(200_001)}`), /larger or deeper/],
    ["markup without an element", withMain("  "), /no markup/],
    ["nothing but an embedded page", docxOf('<w:altChunk r:id="x"/>'), /only wraps a web page/],
  ])("are refused: %s", async (_, bytes, message) => {
    await expect(readDocx(bytes, "cv.docx")).rejects.toMatchObject({ name: "UserError", kind: "input" });
    await expect(readDocx(bytes, "cv.docx")).rejects.toThrow(message);
  });

  it("do not expand entities of their own", async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${part("document", `<w:body>${p("Jo &b; Doe")}</w:body>`).replace(/<\?xml[^>]*>/, "")}`;
    expect(await texts(withMain(bomb))).toEqual(["Jo &b; Doe"]);
  });

  it("that tear off in the middle still give the text before", async () => {
    const markup = part("document", `<w:body>${p("Jo Doe")}${p("Clerk")}</w:body>`);
    expect(await texts(withMain(markup.slice(0, markup.indexOf("Clerk") + 3)))).toEqual(["Jo Doe", "Cle"]);
  });

  it("whose text stands outside of paragraphs are read as mammoth reads them, with a warning", async () => {
    const { lines, warnings } = await readDocx(docxOf("<w:r><w:t>Jo Doe, clerk</w:t></w:r>"), "cv.docx");
    expect(lines.map(({ text }) => text)).toEqual(["Jo Doe, clerk"]);
    expect(warnings).toEqual([expect.objectContaining({ code: "plain-reading" })]);
  });
});
