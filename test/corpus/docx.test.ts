import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import mammoth from "mammoth";
import { beforeAll, describe, expect, it } from "vitest";
import { readDocx } from "../../src/read/docx.js";
import { openDocx } from "../../src/read/docx-package.js";
import type { ReadDocument } from "../../src/read/lines.js";
import { lossOf } from "../../src/read/loss.js";
import { corpus, hasCorpus } from "../doubles.js";

const read = new Map<string, { bytes: Uint8Array; document: ReadDocument }>();

beforeAll(async () => {
  for (const folder of ["resumes/docx", "jobs/docx"]) {
    for (const file of await readdir(join(corpus, folder))) {
      if (!file.endsWith(".docx")) continue;
      const bytes = new Uint8Array(await readFile(join(corpus, folder, file)));
      read.set(file.slice(0, -5), { bytes, document: await readDocx(bytes, file) });
    }
  }
});

function documentOf(name: string): ReadDocument {
  const found = read.get(name);
  if (found === undefined) throw new Error(`${name} is not in the corpus`);
  return found.document;
}

const texts = (name: string) => documentOf(name).lines.map(({ text }) => text);
const of = (name: string, style: string) =>
  documentOf(name)
    .lines.filter((line) => line.style === style)
    .map(({ text }) => text);

describe.skipIf(!hasCorpus)("every Word file of the corpus", () => {
  it("is there to be read", () => {
    expect(read.size).toBeGreaterThanOrEqual(17);
  });

  it("gives every word mammoth sees, and in the body none more often", async () => {
    const faults: string[] = [];
    for (const [name, { bytes, document }] of read) {
      const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
      const body = document.lines.filter(({ region }) => region !== "header" && region !== "footer");
      const { lost, doubled } = lossOf(value.split("\n"), body);
      if (lost.length + doubled.length > 0)
        faults.push(`${name}: lost ${lost.join(", ")}; doubled ${doubled.join(", ")}`);
    }
    expect(faults).toEqual([]);
  });

  it("leaves nothing unplaced, doubled or hidden", () => {
    const codes = [...read].flatMap(([name, { document }]) => document.warnings.map(({ code }) => `${name}: ${code}`));
    expect(codes).toEqual([]);
  });

  it("cites each line from markup that holds its first word", async () => {
    for (const { bytes, document } of read.values()) {
      const docx = await openDocx(bytes, "x.docx");
      for (const { text, ref } of document.lines) {
        if (ref.in !== "docx") throw new Error("a line of a DOCX file has another kind of ref");
        const markup = docx.part(ref.part)?.text.slice(ref.start, ref.end) ?? "";
        expect(markup).toMatch(/^<w:p[ >]/);
        expect(markup.endsWith("</w:p>")).toBe(true);
        const shown = markup
          .replace(/<[^>]*>/g, "")
          .replace(/&amp;/g, "&")
          .replace(/&quot;/g, '"');
        expect(shown.replace(/\s+/g, "")).toContain(text.split(/\s/)[0]);
      }
    }
  });

  it("has no line with a bullet mark, a control character or blanks at its ends", () => {
    for (const { document } of read.values()) {
      for (const { text } of document.lines) expect(text).not.toMatch(/^[•▪◦\s]|\s$|[\x00-\x08\x0a-\x1f]/);
    }
  });
});

describe.skipIf(!hasCorpus)("what a reader sees", () => {
  it("Word 16 sample: headings by level, items, the page break", () => {
    const { lines, pages } = documentOf("word-01-desktop-support");
    expect(lines.filter(({ level, style }) => style === "heading" && level <= 4).map(({ text }) => text)).toEqual([
      ...["Ivy Haddington", "Summary", "Education", "Experience", "Certifications", "Skills"],
    ]);
    expect(of("word-01-desktop-support", "list")).toHaveLength(18);
    expect(lines.find(({ page }) => page === 2)?.text).toMatch(/^Met with law practice owners/);
    expect(pages).toBe(2);
  });

  it("Word 16 sample of an accountant: jobs with their dates on the next line", () => {
    const all = texts("word-01-accountant");
    const job = all.indexOf("Gilmore Financial, New Orleans, LA, Certified Public Accountant");
    expect(all.slice(job + 1, job + 3)).toEqual([
      "Oct. 2021 – Current",
      "Meet with clients to discuss their accounting needs",
    ]);
    expect(of("word-01-accountant", "list").slice(-5)).toEqual([
      ...["Proficiency in accounting software", "Basic mathematics", "Organizational skills", "Attention to detail"],
      "Communication skills",
    ]);
  });

  it("table of skills: one line per group", () => {
    expect(of("python-docx-sarah-mitchell-fullstack", "table")).toHaveLength(7);
    expect(of("python-docx-sarah-mitchell-fullstack", "table")[3]).toBe(
      "Databases:\tPostgreSQL, MongoDB, MySQL, Redis, DynamoDB",
    );
  });

  it("line breaks in a paragraph: title and place are lines of their own with their own looks", () => {
    const { lines } = documentOf("python-docx-michael-chen-devops");
    const at = lines.findIndex(({ text }) => text === "Senior DevOps Engineer | CloudScale Technologies");
    expect(lines[at]).toMatchObject({ bold: true, italic: false });
    expect(lines[at + 1]).toMatchObject({ text: "Seattle, WA | March 2021 - Present", bold: false, italic: true });
  });

  it("bullets styled as headings: items all the same", () => {
    const name = "python-docx-david-thompson-marketing-manager";
    expect(of(name, "list")).toContain("Managed PPC campaigns with average ROAS of 450%");
    expect(of(name, "heading").slice(2)).toEqual([
      ...[
        "PROFESSIONAL SUMMARY",
        "PROFESSIONAL EXPERIENCE",
        "EDUCATION",
        "MBA in Marketing | Columbia University | 2016",
      ],
      ...["CORE COMPETENCIES", "CERTIFICATIONS", "ACHIEVEMENTS", "PROFESSIONAL ASSOCIATIONS"],
    ]);
  });

  it("contact in the page header: the first line, and said so", () => {
    const { lines, traits } = documentOf("contact-in-header-alex-nguyen");
    expect(lines[0]).toMatchObject({
      text: "Alex R. Nguyen | alex.nguyen@example.com | (555) 222-3333",
      region: "header",
    });
    expect(traits).toEqual(["header-contact"]);
  });

  it("Chinese table: a header row and a job in a row", () => {
    expect(of("chinese-table-zhang-san", "table")).toEqual([
      "公司\t时间\t职责",
      "科技公司 A\t2020-2023\t后端架构设计与维护",
    ]);
    expect(of("chinese-table-zhang-san", "heading")).toEqual(["个人简历", "工作经历"]);
  });

  it("table of certificates: name and year in a line", () => {
    expect(texts("table-certifications-alex-nguyen").slice(-3)).toEqual([
      "Certification\tYear",
      "PMP\t2019",
      "Certified Scrum Master\t2021",
    ]);
  });

  it("text boxes: columns one after the other, the link kept, the name from the header", () => {
    const { lines, traits } = documentOf("text-boxes-placeholder");
    const headings = lines.filter(({ size, region }) => size === 14 && region === "textbox").map(({ text }) => text);
    expect(headings).toEqual([
      ...["KEY SKILLS", "EDUCATION & TRAINING", "PERSONAL SUMMARY", "PROFESSIONAL EXPERIENCE"],
      ...["INTERESTS", "AWARDS", "MEMBERSHIPS", "REFERENCES"],
    ]);
    expect(lines[0]).toMatchObject({ text: "FULL NAME", region: "header" });
    expect(lines.flatMap(({ links }) => links)).toEqual([
      {
        text: "How to sell yourself in 25 words or less.",
        url: "https://www.seek.com.au/career-advice/how-to-sell-yourself-in-25-words-or-less",
      },
    ]);
    expect(traits).toEqual(["images", "textboxes"]);
  });

  it("pandoc: bold starts of items and headings of three levels", () => {
    const { lines } = documentOf("pandoc-alex-chen-ml");
    expect(lines.filter(({ style }) => style === "heading").map(({ level }) => level)).toEqual([
      1, 2, 2, 3, 3, 2, 2, 2,
    ]);
    expect(lines.filter(({ style }) => style === "list").map(({ boldLead }) => boldLead)).toEqual(
      expect.arrayContaining(["FraudShield", "ML/AI:", "Infra:"]),
    );
  });

  it("LibreOffice and Word copies of one resume give the same lines", () => {
    expect(texts("libreoffice-holly-dickson")).toEqual(texts("word-ms-holly-dickson"));
  });

  it("a posting with lists in lists: levels 1 to 3", () => {
    const { lines } = documentOf("graphic-design-institute-design-team");
    const collaboration = lines.findIndex(({ text }) => text.startsWith("Collaboration:"));
    expect(lines[collaboration]).toMatchObject({ style: "list", level: 1, boldLead: "Collaboration" });
    expect(lines.slice(collaboration + 1, collaboration + 8).map(({ level }) => level)).toEqual([2, 2, 2, 2, 3, 3, 3]);
  });
});
