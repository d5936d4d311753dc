import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/read/docx.js";
import { type DocxContent, docxOf, p, part, textBox } from "./docx-file.js";

const read = (content: DocxContent | string) => readDocx(docxOf(content), "cv.docx");
const texts = async (content: DocxContent | string) => (await read(content)).lines.map(({ text }) => text);
const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

const styles = `
  <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Resume Section"/><w:basedOn w:val="berschrift2"/></w:style>
  <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="Plain2"><w:name w:val="Plain"/><w:basedOn w:val="berschrift2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet 2"/></w:style>
  <w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>`;

const numbering = `
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
    <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
    <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="3"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>`;
const item = (level: number, id = 7) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;

describe("paragraph styles", () => {
  it.each([
    ["a built-in heading under a localized id", '<w:pStyle w:val="berschrift2"/>', "heading", 2],
    ["a style based on a heading", '<w:pStyle w:val="Section"/>', "heading", 2],
    ["a title", '<w:pStyle w:val="Titel"/>', "heading", 1],
    ["an outline level of its own", '<w:outlineLvl w:val="3"/>', "heading", 4],
    ["body text based on a heading", '<w:pStyle w:val="Plain2"/>', "body", 0],
    ["a style that does not exist", '<w:pStyle w:val="Gone"/>', "body", 0],
    ["a style based on itself", '<w:pStyle w:val="Loop"/>', "body", 0],
    ["a bullet", item(0), "list", 1],
    ["a bullet of the second level", item(1), "list", 2],
    ["a counter", item(2), "list", 3],
    ["a list level without a mark", item(3), "body", 0],
    ["a list switched off", `<w:pStyle w:val="Aufzhlung"/>${item(0, 0)}`, "body", 0],
    ["a built-in list style without its numbering", '<w:pStyle w:val="Aufzhlung"/>', "list", 2],
    ["a bullet on a heading style", `<w:pStyle w:val="berschrift2"/>${item(0)}`, "list", 1],
    ["a counter on a heading style", `<w:pStyle w:val="berschrift2"/>${item(2)}`, "heading", 2],
  ])("reads %s", async (_, properties, style, level) => {
    const { lines } = await read({ body: p("Anything", properties), styles, numbering });
    expect(lines[0]).toMatchObject({ text: "Anything", style, level });
  });

  it.each([
    "• Led a team",
    "•\tLed a team",
    "- Led a team",
    "–\tLed a team",
    "o\tLed a team",
    "▪Led a team",
    "* Led a team",
    "\uf0b7\tLed a team",
  ])("takes a typed bullet off: %j", async (text) => {
    const { lines } = await read({ body: p(text, '<w:pStyle w:val="berschrift2"/>'), styles });
    expect(lines[0]).toMatchObject({ text: "Led a team", style: "list", level: 1 });
  });

  it.each(["-5 °C", "o neill", "§ 203 StGB", "+1 555 010 2000", "C• D", "--- ---", "*"])(
    "leaves %j as it stands",
    async (text) => {
      expect((await read(p(text))).lines[0]).toMatchObject({ text, style: "body" });
    },
  );

  it("takes a bullet drawn with a sign font for one, and contact icons for none of the text", async () => {
    const sign = (text: string) => run(text, '<w:rFonts w:ascii="Wingdings"/>');
    const { lines, warnings } = await read(
      `<w:p>${sign("l")}${run(" Led a team")}</w:p><w:p>${run("Mail: a@example.com")}${sign("*(")}</w:p>`,
    );
    expect(lines).toMatchObject([{ text: "Led a team", style: "list" }, { text: "Mail: a@example.com" }]);
    expect(warnings).toEqual([]);
  });
});

describe("runs", () => {
  it("resolves bold, italic and size through run, character style, paragraph style and defaults", async () => {
    const { lines } = await read({
      styles,
      body:
        p("direct", "", '<w:b/><w:i/><w:sz w:val="30"/>') +
        p("off", '<w:pStyle w:val="berschrift2"/>', '<w:b w:val="0"/>') +
        p("strong", "", '<w:rStyle w:val="Fett"/>') +
        p("cancels out", '<w:pStyle w:val="berschrift2"/>', '<w:rStyle w:val="Fett"/>'),
    });
    expect(lines.map(({ bold, italic, size }) => [bold, italic, size])).toEqual([
      [true, true, 15],
      [false, false, 14],
      [true, false, 11],
      [false, false, 14],
    ]);
  });

  it("gives the bold start of a line and the size of most of it", async () => {
    const body = `<w:p>${run("Clerk, ", '<w:b/><w:sz w:val="40"/>')}${run("Ac", "<w:b/>")}${run("me and others, Paris")}</w:p>`;
    expect((await read({ body, styles })).lines[0]).toMatchObject({ bold: false, boldLead: "Clerk, Ac", size: 11 });
  });

  it("keeps tabs, no-break hyphens and symbols, and joins words split over runs", async () => {
    const body =
      `<w:p>${run("Soft")}${run("ware ", "<w:b/>")}<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:tab/><w:t>2019</w:t>` +
      '<w:softHyphen/><w:ptab w:alignment="right"/><w:sym w:font="Arial" w:char="2013"/></w:r></w:p>';
    expect(await texts(body)).toEqual(["Software co-op\t2019\t–"]);
  });

  it("takes a long run of blanks for the gap it is used as", async () => {
    expect(await texts(p("Clerk, Acme          2019  – 2021"))).toEqual(["Clerk, Acme\t2019 – 2021"]);
  });

  it("makes lines of the rows of a paragraph, all with its place, but one of a wrapped list item", async () => {
    const rows = "<w:r><w:t>Clerk</w:t><w:br/><w:t>Acme</w:t><w:cr/><w:t>• Filed</w:t></w:r>";
    const { lines } = await read({ body: `<w:p>${rows}</w:p><w:p><w:pPr>${item(0)}</w:pPr>${rows}</w:p>`, numbering });
    expect(lines.map(({ text, style }) => [text, style])).toEqual([
      ["Clerk", "body"],
      ["Acme", "body"],
      ["Filed", "list"],
      ["Clerk Acme", "list"],
      ["Filed", "list"],
    ]);
    expect(lines.map(({ ref }) => ref.in === "docx" && ref.paragraphs)).toEqual([[0], [0], [0], [1], [1]]);
  });
});

describe("links and fields", () => {
  it("gives the links of hyperlinks and fields, and drops those no resume needs", async () => {
    const field = (instruction: string, text: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const { lines } = await read({
      links: { a: "mailto:jo@example.com", b: "https://example.com/jo", c: "javascript:alert(1)" },
      body:
        `<w:p><w:hyperlink r:id="a">${run("jo@")}${run("example.com")}</w:hyperlink>${run(" | ")}` +
        `<w:hyperlink r:id="b">${run("Portfolio")}</w:hyperlink><w:hyperlink r:id="c">${run("evil")}</w:hyperlink>` +
        `<w:hyperlink w:anchor="top">${run(" up ")}</w:hyperlink></w:p>` +
        `<w:p>${field(' HYPERLINK "https://example.org" \\o "tip" ', "Site")}${field(' HYPERLINK \\l "mark" ', " here")}</w:p>` +
        `<w:p><w:fldSimple w:instr=" HYPERLINK https://example.net ">${run("Net")}</w:fldSimple></w:p>`,
    });
    expect(lines.map(({ text }) => text)).toEqual(["jo@example.com | Portfolioevil up", "Site here", "Net"]);
    expect(lines.map(({ links }) => links)).toEqual([
      [
        { text: "jo@example.com", url: "mailto:jo@example.com" },
        { text: "Portfolio", url: "https://example.com/jo" },
      ],
      [{ text: "Site", url: "https://example.org" }],
      [{ text: "Net", url: "https://example.net" }],
    ]);
  });

  it("shows the result of nested fields once and never an instruction", async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const inner = `${mark("begin")}<w:r><w:instrText>DATE</w:instrText></w:r>${mark("separate")}${run("2019")}${mark("end")}`;
    const body = `<w:p>${mark("begin")}<w:r><w:instrText>IF </w:instrText></w:r>${inner}${mark("separate")}${run("since 2020")}${mark("end")}</w:p>`;
    expect((await texts(body))[0]).toBe("since 2020");
  });

  it("gives the link behind an icon with no text", async () => {
    const icon =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="i"><a:hlinkClick r:id="a"/></wp:docPr></wp:inline></w:drawing></w:r>';
    const { lines } = await read({
      links: { a: "https://example.com/jo" },
      body: `<w:p>${icon}${run(" profile")}</w:p>`,
    });
    expect(lines[0]?.links).toEqual([{ text: "", url: "https://example.com/jo" }]);
  });
});

describe("changes, comments, controls and notes", () => {
  it("reads tracked changes as accepted", async () => {
    const { lines, traits, warnings } = await read(
      `<w:p>${run("Led ")}<w:del><w:r><w:delText>four</w:delText></w:r></w:del><w:ins>${run("five")}</w:ins>${run(" people")}</w:p>` +
        `<w:del>${p("gone")}</w:del><w:p><w:moveFrom>${run("moved")}</w:moveFrom></w:p><w:moveTo>${p("moved")}</w:moveTo>`,
    );
    expect(lines.map(({ text }) => text)).toEqual(["Led five people", "moved"]);
    expect(traits).toContain("tracked-changes");
    expect(warnings.map(({ code }) => code)).toEqual(["tracked-changes"]);
  });

  it("leaves comments out and says that there are some", async () => {
    const { lines, traits } = await read(
      `<w:p><w:commentRangeStart w:id="0"/>${run("Clerk")}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    );
    expect(lines.map(({ text }) => text)).toEqual(["Clerk"]);
    expect(traits).toEqual(["comments"]);
  });

  it("reads content controls at every level and names placeholders that were left", async () => {
    const control = (content: string, properties = "") =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const { lines, warnings } = await read(
      control(p("Block")) +
        `<w:p>${control(run("inline "))}${control(run("Click to enter"), "<w:showingPlcHdr/>")}</w:p>`,
    );
    expect(lines.map(({ text }) => text)).toEqual(["Block", "inline Click to enter"]);
    expect(warnings).toEqual([
      expect.objectContaining({ code: "placeholder", message: expect.stringContaining("Click to enter") }),
    ]);
  });

  it("puts notes at the end, only those the text refers to", async () => {
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`;
    const body = `<w:p>${run("Award")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${p("Last")}`;
    expect(await texts({ body, footnotes: note(1, "unused") + note(2, "Given in 2019") })).toEqual([
      "Award",
      "Last",
      "Given in 2019",
    ]);
  });
});

describe("headers and footers", () => {
  const reference = (kind: string, id: string, type = "default") =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;

  it("stand first and last, repeated ones once, page numbers not at all", async () => {
    const number = `<w:fldSimple w:instr="PAGE">${run("2")}</w:fldSimple>`;
    const { lines, traits, warnings } = await read({
      headers: [p("Jo Doe | jo@example.com"), p("Jo Doe | jo@example.com")],
      footers: [`<w:p>${run("– ")}${number}${run(" –")}</w:p>${p("References on request")}`],
      body:
        `<w:p><w:pPr><w:sectPr>${reference("header", "h0")}</w:sectPr></w:pPr>${run("Body")}</w:p>` +
        `<w:sectPr>${reference("header", "h1")}${reference("footer", "f0")}</w:sectPr>`,
    });
    expect(lines.map(({ text, region }) => [text, region])).toEqual([
      ["Jo Doe | jo@example.com", "header"],
      ["Body", "body"],
      ["References on request", "footer"],
    ]);
    expect(traits).toEqual(["header-contact"]);
    expect(warnings).toEqual([]);
  });

  it("of a first or an even page are read only where the document shows them", async () => {
    const headers = [p("default"), p("first"), p("even")];
    const references =
      reference("header", "h0") + reference("header", "h1", "first") + reference("header", "h2", "even");
    const body = (extra: string) => `${p("Body")}<w:sectPr>${references}${extra}</w:sectPr>`;
    expect(await texts({ headers, body: body("") })).toEqual(["default", "Body"]);
    expect(await texts({ headers, body: body("<w:titlePg/>"), settings: "<w:evenAndOddHeaders/>" })).toEqual([
      "first",
      "default",
      "even",
      "Body",
    ]);
  });
});

describe("text boxes", () => {
  it("are read once, after the paragraph that holds them, in the order of the page", async () => {
    const boxes =
      textBox(p("Skills"), [400, 100, 100, 50]) +
      textBox(p("Summary"), [10, 200, 300, 50]) +
      textBox(p("Contact"), [400, 10, 100, 50]) +
      textBox(p("Profile"), [10, 10, 300, 50]);
    const { lines, traits } = await read(`<w:p>${run("Jo Doe")}${boxes}</w:p>${p("After")}`);
    expect(lines.map(({ text, region }) => `${region} ${text}`)).toEqual([
      "body Jo Doe",
      "textbox Profile",
      "textbox Summary",
      "textbox Contact",
      "textbox Skills",
      "body After",
    ]);
    expect(traits).toEqual(["textboxes"]);
  });

  it("are read from the fallback where only that one holds text", async () => {
    const body =
      '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>' +
      `<w:txbxContent>${p("Old box")}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await texts(body)).toEqual(["Old box"]);
  });

  it("finds a box whose picture stands beside the runs instead of inside one", async () => {
    const box = `<w:pict><v:shape><v:textbox><w:txbxContent>${p("Jo Doe")}${p("Rome")}</w:txbxContent></v:textbox></v:shape></w:pict>`;
    expect(await texts(`<w:p>${box}</w:p>${p("After")}`)).toEqual(["Jo Doe", "Rome", "After"]);
  });
});

describe("place and page", () => {
  it("points at the exact markup of each paragraph", async () => {
    const body = `${p("One") + p("Two &amp; three")}<w:p>${textBox(p("Boxed"), [0, 0, 9, 9])}</w:p>`;
    const markup = part("document", `<w:body>${body}</w:body>`);
    const { lines } = await read(body);
    const cited = lines.map(({ ref }) => (ref.in === "docx" ? markup.slice(ref.start, ref.end) : ""));
    expect(cited).toEqual([p("One"), p("Two &amp; three"), p("Boxed")]);
    expect(lines.map(({ ref }) => ref.in === "docx" && ref.paragraphs)).toEqual([[0], [1], [3]]);
  });

  it("counts the pages the file says it was printed on", async () => {
    const { lines, pages } = await read(`${p("One")}<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>`);
    expect(lines.map(({ page }) => page)).toEqual([1, 2]);
    expect(pages).toBe(2);
    expect((await read(p("One"))).pages).toBeNull();
  });

  it("measures the gap above in blank lines from empty paragraphs and spacing", async () => {
    const spaced = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`;
    const { lines } = await read({
      styles,
      body: `${p("One", spaced(0, 264)) + p("Two", spaced(132, 0))}<w:p/><w:p/>${p("Three", spaced(264, 0))}`,
    });
    expect(lines.map(({ gap }) => gap)).toEqual([0, 1, 3]);
  });

  it("tells of columns, pictures and tables", async () => {
    const picture =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:blip r:embed="x"/></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const table = `<w:tbl><w:tr><w:tc>${p("cell")}</w:tc></w:tr></w:tbl>`;
    const { traits } = await read(`${picture}${table}<w:sectPr><w:cols w:num="2"/></w:sectPr>`);
    expect(traits).toEqual(["columns", "images", "tables"]);
  });
});
