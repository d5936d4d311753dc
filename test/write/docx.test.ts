import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { legalXml, writeDocx } from "../../src/write/docx.js";
import { type Outline, outlineOf } from "../../src/write/outline.js";
import { plain } from "../../src/write/runs.js";
import { words } from "../fixtures/parsed-resume.js";
import { printed } from "../fixtures/printed-resume.js";
import { expectGolden } from "./golden.js";

const outline = outlineOf(printed.parsed, printed.source, words);
const empty: Outline = { language: "en", paper: "a4", name: "", label: "", contacts: [], sections: [] };

async function partsOf(made: Outline): Promise<Record<string, string>> {
  const parts = unzipSync(await writeDocx(made));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** Paragraph by paragraph: style and text, a tab where the document has one. */
function paragraphs(document: string): string[] {
  return [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([markup]) => {
    const style = /<w:pStyle w:val="([^"]+)"/.exec(markup)?.[1] ?? "";
    const pieces = [...markup.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)].map(([, text]) => text ?? "\t");
    return `${style}: ${pieces.join("")}`;
  });
}

describe("writeDocx", () => {
  it("writes the whole resume as the golden file has it", async () => {
    const document = (await partsOf(outline))["word/document.xml"] ?? "";
    await expectGolden("nurse.docx.txt", `${paragraphs(document).join("\n")}\n`);
  });

  it("gives the same bytes for the same outline", async () => {
    const [one, two] = [await writeDocx(outline), await writeDocx(outline)];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it("names itself, its title and its language, and no time", async () => {
    const core = (await partsOf(outline))["docProps/core.xml"] ?? "";
    expect(core).toContain("<dc:title>Ines Calloway-Ruiz – Resume</dc:title>");
    expect(core).toContain("<dc:creator>resumelaw</dc:creator>");
    expect(core).toContain("<dc:language>en</dc:language>");
    expect(core).not.toMatch(/\d{4}-\d\d-\d\d/);
  });

  it("lets a reader find headings, list items and links as what they are", async () => {
    const parts = await partsOf(outline);
    const document = parts["word/document.xml"] ?? "";
    expect(document).not.toContain("<w:tbl>");
    expect(document.match(/<w:numPr>/g)).toHaveLength(4);
    const styles = parts["word/styles.xml"] ?? "";
    const ids = [...styles.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(styles).toContain('w:default="1" w:styleId="Normal"');
    expect(styles).toMatch(/w:styleId="Heading1"><w:name w:val="heading 1"\/>.*?<w:outlineLvl w:val="0"\/>/);
    for (const id of new Set([...document.matchAll(/w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id)))
      expect(styles).toContain(`w:styleId="${id}"`);
    const targets = [
      ...(parts["word/_rels/document.xml.rels"] ?? "").matchAll(/Target="([^"]+)" TargetMode="External"/g),
    ];
    expect(targets.map(([, url]) => url)).toContain("https://falls.example.org/r");
    expect(document.match(/<w:hyperlink /g)?.length).toBe(targets.length);
  });

  it("never links to anything but web pages, mail and telephone", async () => {
    const runs = ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"].map((url) => ({
      text: url,
      url,
      bold: false,
    }));
    const parts = await partsOf({ ...empty, contacts: runs });
    expect(parts["word/_rels/document.xml.rels"]).not.toContain("External");
    expect(parts["word/document.xml"]).toContain("javascript:alert(1)");
  });

  it("writes well-formed XML without illegal characters, whatever the text", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("\u0000", "\ud800", "\ufffe", "\uffff", "]]>", "&<>\"'", "\u001b[0m"),
    );
    await fc.assert(
      fc.asyncProperty(text, async (text) => {
        const line = {
          block: "line",
          style: "item",
          runs: [{ text, url: "https://x.example/?a=1&b=<>", bold: true }],
          right: text,
        } as const;
        const parts = await partsOf({
          ...empty,
          name: text,
          label: text,
          contacts: plain(text),
          sections: [{ heading: text, kind: "other", blocks: [{ ...line, runs: [...line.runs] }] }],
        });
        for (const [name, xml] of Object.entries(parts)) {
          expect(`${name} ${/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(xml)?.index ?? "clean"}`).toBe(
            `${name} clean`,
          );
          expect(parseDocument(xml, { xmlMode: true }).children.length).toBeGreaterThan(0);
          expect(xml.replace(/&(amp|lt|gt|quot|apos|#\d+);/g, "")).not.toContain("&");
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["a4", 'w:w="11906" w:h="16838"'],
    ["letter", 'w:w="12240" w:h="15840"'],
  ] as const)("prints on %s paper", async (paper, size) => {
    expect((await partsOf({ ...empty, paper, name: "A" }))["word/document.xml"]).toContain(size);
  });
});

it.each([
  ["a\u0000b\u0008c\u000bd", "abcd"],
  ["tab\tline\n", "tab\tline\n"],
  ["half \ud800 pair", "half \ufffd pair"],
  ["\ufffe\uffff", ""],
  ["é 文 😀", "é 文 😀"],
])("makes %j legal XML", (text, legal) => {
  expect(legalXml(text)).toBe(legal);
});
