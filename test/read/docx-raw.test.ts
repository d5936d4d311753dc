import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/read/docx.js";
import { rawText } from "../../src/read/docx-raw.js";
import { parseXml } from "../../src/read/docx-xml.js";
import { docxOf, p, part, table, textBox } from "./docx-file.js";

/** Any nesting of what a body may hold; "#" stands where a word of its own goes, "~" where one goes that is not shown. */
const { blocks } = fc.letrec<{ block: string; blocks: string; paragraph: string }>((tie) => ({
  paragraph: fc.constantFrom(
    p("#"),
    p("# #\t#"),
    p("• #"),
    p("#", '<w:outlineLvl w:val="0"/>', "<w:b/>"),
    "<w:p/>",
    "<w:p><w:r><w:t>#</w:t><w:br/><w:t>#</w:t></w:r><w:del><w:r><w:delText>~</w:delText></w:r></w:del></w:p>",
    `<w:p><w:hyperlink r:id="x"><w:r><w:t>#</w:t></w:r></w:hyperlink><w:ins><w:r><w:t> #</w:t></w:r></w:ins></w:p>`,
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF ~</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>#</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
  ),
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("paragraph"),
    fc
      .array(fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map((rows) => table(rows)),
    tie("blocks").map((content) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`),
    fc.tuple(tie("blocks"), fc.nat(400), fc.nat(700)).map(([content, left, top]) => boxOnce(content, left, top)),
    tie("blocks").map((content) => `<w:ins>${content}</w:ins>`),
  ),
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
}));

/** A text box without the copy for old readers, so that each of its words stands once in the file. */
function boxOnce(content: string, left: number, top: number): string {
  return `<w:p>${textBox(content, [left, top, 150, 60]).replace(/<mc:Fallback>.*<\/mc:Fallback>/, "")}</w:p>`;
}

/** The body with a different word at each mark, and those a reader sees. */
function worded(marked: string): { body: string; seen: string[] } {
  const seen: string[] = [];
  let count = 0;
  const body = marked.replace(/[#~]/g, (mark) => {
    count += 1;
    if (mark === "#") seen.push(`seen${count}`);
    return mark === "#" ? `seen${count}` : `gone${count}`;
  });
  return { body, seen };
}

describe("rawText", () => {
  it("gives every text once, without deletions, instructions and fallbacks", () => {
    const body = `${p("One")}<w:p>${textBox(p("Boxed"), [0, 0, 9, 9])}</w:p><w:p><w:del><w:r><w:t>no</w:t></w:r></w:del></w:p>`;
    expect(rawText(parseXml(part("document", `<w:body>${body}</w:body>`), "x"))).toEqual(["One", "Boxed"]);
  });
});

describe("a document of any build", () => {
  it("gives each visible word in exactly one line and no other word", async () => {
    await fc.assert(
      fc.asyncProperty(blocks, async (built) => {
        const { body, seen } = worded(built);
        const { lines, warnings } = await readDocx(docxOf(body), "cv.docx");
        const found = lines.flatMap(({ text }) => text.match(/[a-z]+\d+/g) ?? []);
        expect([...found].sort()).toEqual([...seen].sort());
        expect(warnings.filter(({ code }) => code !== "tracked-changes")).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
