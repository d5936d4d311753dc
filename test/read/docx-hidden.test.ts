import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/read/docx.js";
import { type DocxContent, docxOf, p, table, textBox } from "./docx-file.js";

const read = (content: DocxContent | string) => readDocx(docxOf(content), "cv.docx");
const white = '<w:color w:val="FFFFFF"/>';
const styles = `
  <w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr>${white}</w:rPr></w:style>
  <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
  <w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>`;

describe("hidden text", () => {
  it.each([
    ["marked hidden", p("ten years of Java", "", "<w:vanish/>")],
    ["hidden by a character style", p("ten years of Java", "", '<w:rStyle w:val="Secret"/>')],
    ["white", p("ten years of Java", "", white)],
    ["almost white", p("ten years of Java", "", '<w:color w:val="FAFAFA"/>')],
    ["white by a paragraph style", p("ten years of Java", '<w:pStyle w:val="Ghost"/>')],
    ["white on white shading", p("ten years of Java", '<w:shd w:val="clear" w:fill="FFFFFF"/>', white)],
    [
      "of the colour behind it",
      p("ten years of Java", "", '<w:color w:val="1F3864"/><w:shd w:val="clear" w:fill="1F3864"/>'),
    ],
    ["too small to read", p("ten years of Java", "", '<w:sz w:val="2"/>')],
    [
      "in a hidden row",
      `<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p("ten years of Java")}</w:tc></w:tr></w:tbl>`,
    ],
    [
      "in a hidden text box",
      `<w:p>${textBox(p("ten years of Java"), [0, 0, 9, 9]).replace('name="box"', 'name="box" hidden="1"')}</w:p>`,
    ],
  ])("%s is left out and reported", async (_, hidden) => {
    const { lines, traits, warnings } = await read({ styles, body: p("Jo Doe, clerk") + hidden });
    expect(lines.map(({ text }) => text)).toEqual(["Jo Doe, clerk"]);
    expect(traits).toContain("hidden-text");
    expect(warnings).toEqual([
      expect.objectContaining({ code: "hidden-text", message: expect.stringContaining("ten years of Java") }),
    ]);
  });

  it.each([
    ["white on a dark run", p("Jo Doe", "", `${white}<w:shd w:val="clear" w:fill="1F3864"/>`)],
    ["white on a highlight", p("Jo Doe", "", `${white}<w:highlight w:val="darkBlue"/>`)],
    ["white on a dark paragraph", p("Jo Doe", '<w:shd w:val="clear" w:fill="333333"/>', white)],
    [
      "white in a dark cell",
      table([[p("Jo Doe", "", white)]]).replace("<w:tcPr>", '<w:tcPr><w:shd w:val="clear" w:fill="333333"/>'),
    ],
    [
      "white in a table whose style is dark",
      table([[p("Jo Doe", "", white)]]).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr>'),
    ],
    ["hidden switched off again", p("Jo Doe", "", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')],
    ["grey", p("Jo Doe", "", '<w:color w:val="D0D0D0"/>')],
    ["of automatic colour", p("Jo Doe", "", '<w:color w:val="auto"/>')],
    ["hidden only in its paragraph mark", p("Jo Doe", "<w:rPr><w:vanish/></w:rPr>")],
  ])("%s is visible", async (_, body) => {
    const { lines, traits } = await read({ styles, body });
    expect(lines.map(({ text }) => text)).toContain("Jo Doe");
    expect(traits).not.toContain("hidden-text");
  });

  it("keeps white text where a shape lies behind the page's text, and says so", async () => {
    const behind = `<w:p>${textBox(p("box"), [0, 0, 9, 9]).replace("<wp:anchor>", '<wp:anchor behindDoc="1">')}</w:p>`;
    const { lines, traits, warnings } = await read(behind + p("Jo Doe", "", white));
    expect(lines.map(({ text }) => text)).toEqual(["box", "Jo Doe"]);
    expect(traits).not.toContain("hidden-text");
    expect(warnings).toEqual([
      expect.objectContaining({ code: "white-text", message: expect.stringContaining("Jo Doe") }),
    ]);
  });

  it("drops white text beside a picture that lies in front", async () => {
    const beside = `<w:p>${textBox(p("box"), [0, 0, 9, 9])}</w:p>`;
    expect((await read(beside + p("ten years of Java", "", white))).lines.map(({ text }) => text)).toEqual(["box"]);
  });

  it("says nothing of hidden blanks", async () => {
    expect((await read(p("Jo") + p("  ", "", "<w:vanish/>"))).warnings).toEqual([]);
  });
});
