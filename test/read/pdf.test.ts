import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.js";
import type { ReadDocument } from "../../src/read/lines.js";
import { readPdf } from "../../src/read/pdf.js";
import { corpus, hasCorpus } from "../doubles.js";
import { type Drawn, madePdf } from "./pdf-made.js";

const folder = join(corpus, "resumes", "pdf");
const names = hasCorpus ? readdirSync(folder) : [];
const files = names.filter((name) => name.endsWith(".pdf"));
const known = new Map<string, Promise<ReadDocument>>();

function read(name: string): Promise<ReadDocument> {
  const found = known.get(name) ?? readPdf(readFileSync(join(folder, `${name}.pdf`)), `${name}.pdf`);
  known.set(name, found);
  return found;
}

const texts = ({ lines }: ReadDocument) => lines.map(({ text }) => text);
const headings = ({ lines }: ReadDocument) => lines.filter(({ style }) => style === "heading").map(({ text }) => text);
const made = async (...pages: Drawn[][]) => texts(await readPdf(madePdf(pages), "made.pdf"));

/** The list items between a line and the next that is none. */
function itemsUnder(document: ReadDocument, head: string): number {
  const at = document.lines.findIndex(({ text }) => text === head);
  const rest = document.lines.slice(at + 1);
  const from = rest.findIndex(({ style }) => style === "list");
  const until = rest.findIndex(({ style }, i) => i > from && style !== "list");
  return (until < 0 ? rest.length : until) - from;
}

it.skipIf(!hasCorpus)("finds PDF resumes in the corpus", () => {
  expect(files.length).toBeGreaterThanOrEqual(34);
});

describe.each(files)("%s", (file) => {
  it("loses and doubles no word of what is drawn", async () => {
    const { lines, warnings } = await read(file.replace(/\.pdf$/, ""));
    expect(warnings.filter(({ code }) => code === "unplaced" || code === "doubled")).toEqual([]);
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.map(({ n }) => n)).toEqual(lines.map((_, i) => i + 1));
  });
});

describe.skipIf(!hasCorpus)("first lines", () => {
  it.each([
    ["word-01-accountant", ["Ebony Moore", "Seattle, WA | 206-555-0149 | emoore@email.com", "Summary"]],
    ["two-column-catherine-stark", ["CATHERINE STARK", "AWS DevOps Engineer", "CONTACT", "catherinestark@email.com"]],
    ["moderncv-bruce-wayne", ["Bruce Wayne", "MERN Stack Developer", "123 Gotham St Gotham, USA", "(123) 456-7890"]],
    ["typst-chinese-simple", ["某某某", "某某岁 | 某某成员 | 某某地区"]],
    [
      "openresume-react-pdf-john-doe",
      ["John Doe", "Software engineer obsessed with building exceptional products that people love"],
    ],
    ["reportlab-two-column-mini", ["John Q. Smith", "john.smith@example.com | (555) 987-6543", "EXPERIENCE"]],
  ])("of %s are those at its top", async (name, expected) => {
    expect(texts(await read(name)).slice(0, expected.length)).toEqual(expected);
  });
});

describe.skipIf(!hasCorpus)("sections", () => {
  const truths = files
    .map((file) => file.replace(/\.pdf$/, ""))
    .filter((name) => names.includes(`${name}.expected.json`))
    .filter((name) => !["europass-katie-smith"].includes(name));
  const level = (text: string) => text.normalize("NFKC").replace(/’/g, "'");
  it.each(truths)("of %s are headings, in their order", async (name) => {
    const { sections } = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), "utf8")) as {
      sections: string[];
    };
    const found = headings(await read(name)).map(level);
    expect(found.filter((heading) => sections.map(level).includes(heading))).toEqual(sections.map(level));
  });
});

describe.skipIf(!hasCorpus)("rows", () => {
  it.each([
    ["openresume-react-pdf-john-doe", "Software Engineer\tMay 2023 - Present"],
    ["chromium-one-column-john-doe", "Senior Software Engineer\tJan 2023 - Present"],
    ["word-mac-leo-leopard", "Dean’s List\tFall 2013 – Spring 2014"],
    ["yamlresume-andy-dufresne", "Senior Software Engineer\tDec 2022 – Present"],
    ["typst-sidebar-sam-rivera", "Director of Engineering · Meridian Logistics\tApr 2019 -- May 2026"],
    ["moderncv-bruce-wayne", "June 2020 – Present\tMERN Stack Developer, OpenAI, San Francisco, USA"],
    ["moderncv-bruce-wayne", "2009 – 2012\tPhD in Computer Science, CalTech, Pasadena, USA"],
    ["europass-katie-smith", "August 2002 – Present\tIndependent consultant"],
    ["bewerbung-german-musterfrau", "03/13\tAbschluss: Dipl.-Pädagogin (Univ.)."],
    ["rendercv-classic-john-doe", "Nexus AI, Co-Founder & CTO\tSan Francisco, CA"],
  ])("of %s keep a date with its line", async (name, line) => {
    expect(texts(await read(name))).toContain(line);
  });

  it("put dates at the right margin behind the entry, not inside its highlights", async () => {
    const lines = texts(await read("rendercv-classic-john-doe"));
    const at = lines.indexOf("Nexus AI, Co-Founder & CTO\tSan Francisco, CA");
    expect(lines.slice(at + 1, at + 4)).toEqual([
      "June 2023 – present",
      "2 years 10 months",
      "Built foundation model infrastructure serving 2M+ monthly API requests with 99.97% uptime",
    ]);
  });
});

describe.skipIf(!hasCorpus)("list items", () => {
  it.each([
    ["two-column-catherine-stark", "April 2019 - current / Birmingham, AL", 6],
    ["two-column-catherine-stark", "June 2016 - March 2019 / Tuscaloosa, AL", 6],
    ["chromium-two-column-john-doe", "Notion • San Francisco, CA", 3],
    ["word-01-desktop-support", "January 2021 – Current", 5],
    ["reactive-resume-bronzor", "https://techadvancers.com/", 3],
    ["moderncv-classic-placeholder", "Detailed achievements:", 9],
    ["cv4tw-jules-verne-compact", "Championed several improvements and served for fifteen years", 3],
    ["libreoffice-alex-wilber", "Skills", 0],
  ])("of %s under %j are counted right", async (name, head, count) => {
    const document = await read(name);
    expect(texts(document)).toContain(head);
    if (count > 0) expect(itemsUnder(document, head)).toBe(count);
  });

  it("are nested by their indent", async () => {
    const { lines } = await read("moderncv-classic-placeholder");
    const levels = lines.filter(({ text }) => /^(?:Sub-)*achievement/i.test(text)).map(({ level }) => level);
    expect(levels).toEqual([1, 1, 2, 2, 3, 3, 3, 2, 1]);
  });
});

describe.skipIf(!hasCorpus)("links", () => {
  it.each([
    ["two-column-catherine-stark", "LinkedIn", "http://linkedin.com/in/catherine-stark"],
    ["moderncv-bruce-wayne", "bwayne", "https://github.com/bwayne"],
    ["altacv-placeholder", "your_id", "https://gitlab.com/your_id"],
    ["yamlresume-andy-dufresne", "hi@ppresume.com", "mailto:hi@ppresume.com"],
    ["rendercv-classic-john-doe", "10.1234/icml.2022.9012", "https://doi.org/10.1234/icml.2022.9012"],
    ["typst-sidebar-sam-rivera", "GitHub", "https://github.com/sam-rivera-dev"],
  ])("of %s belong to the line that shows %j", async (name, text, url) => {
    const { lines } = await read(name);
    const line = lines.find(({ links }) => links.some((link) => link.url === url));
    expect(line?.links).toContainEqual({ text, url });
    expect(line?.text).toContain(text);
  });
});

describe.skipIf(!hasCorpus)("text that the file hides or garbles", () => {
  it("is left out and reported where a reader does not see it", async () => {
    const { lines, warnings, traits } = await read("reportlab-sarah-mitchell-fullstack");
    expect(warnings).toMatchObject([
      { code: "hidden-text", message: expect.stringContaining("Senior Full-Stack Developer") },
    ]);
    expect(traits).toContain("hidden-text");
    expect(lines.slice(0, 2).map(({ text }) => text)).not.toContain("Senior Full-Stack Developer");
  });

  it.each([
    ["reactive-resume-bronzor", "Certifications"],
    ["cv4tw-jules-verne-compact", "More than 50 novels written"],
    ["pas-cv-centaure-french", "Science fiction, fantastique, comédie"],
    ["pas-cv-gaia-french", "10 ans d'expérience"],
  ])("is repaired in %s: %j", async (name, line) => {
    expect(texts(await read(name))).toContain(line);
  });

  it("is dropped where it only numbers pages", async () => {
    const lines = texts(await read("moderncv-bruce-wayne"));
    expect(lines.filter((line) => /^\d\/\d$/.test(line))).toEqual([]);
  });
});

describe("files that cannot be read", () => {
  it.skipIf(!hasCorpus).each([
    ["encrypted-user-password.pdf", /password/],
    ["truncated.pdf", /damaged|cut off/],
    ["image-only-raster.pdf", /no text layer/],
    ["image-only-scan.pdf", /no text layer/],
  ])("%s is refused with its name and a reason", async (name, reason) => {
    const reading = readPdf(readFileSync(join(corpus, "resumes", "error", name)), name);
    await expect(reading).rejects.toThrow(reason);
    await expect(reading).rejects.toThrow(name);
    await expect(reading).rejects.toBeInstanceOf(UserError);
  });

  it.skipIf(!hasCorpus)("do not include one with only an owner's password", async () => {
    const name = "owner-password-only.pdf";
    const { lines } = await readPdf(readFileSync(join(corpus, "resumes", "error", name)), name);
    expect(lines.map(({ text }) => text)).toContain("John Doe");
  });

  it.each([
    ["no PDF at all", new TextEncoder().encode("%PDF-1.7 nothing else"), /damaged|cut off/],
    ["one without text", madePdf([[]]), /no text/],
    ["one with too many pages", madePdf(Array.from({ length: 51 }, () => [])), /51 pages/],
  ])("include %s", async (_, bytes, reason) => {
    await expect(readPdf(bytes, "some.pdf")).rejects.toThrow(reason);
  });
});

describe("made pages", () => {
  const base = { text: "Seen by every reader of this page", x: 72, y: 100 };

  it.each([
    ["without ink", { ...base, text: "Hidden words", y: 120, state: "3 Tr" }],
    ["in the colour of the page", { ...base, text: "Hidden words", y: 120, state: "1 1 1 rg" }],
    ["too small to read", { ...base, text: "Hidden words", y: 120, size: 1 }],
    ["off the page", { ...base, text: "Hidden words", x: 700, y: 120 }],
  ])("hide text %s", async (_, hidden) => {
    const document = await readPdf(madePdf([[base, hidden]]), "made.pdf");
    expect(texts(document)).toEqual([base.text]);
    expect(document.warnings).toMatchObject([
      { code: "hidden-text", message: expect.stringContaining("Hidden words") },
    ]);
  });

  it("show white text on a dark ground", async () => {
    const white = { ...base, text: "White on blue", y: 120, state: "0 0 0.5 rg 60 650 300 40 re f 1 1 1 rg" };
    expect(await made([base, white])).toEqual([base.text, "White on blue"]);
  });

  it("tell where a line stands", async () => {
    const { lines } = await readPdf(madePdf([[{ ...base, bold: true }]]), "made.pdf");
    expect(lines[0]).toMatchObject({ page: 1, size: 10, x: 72, bold: true, ref: { in: "pdf", page: 1 } });
  });

  it("keep every word whatever the layout", async () => {
    const word = fc.stringMatching(/^[A-Za-z]{2,9}$/);
    const string = fc.record({
      text: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
      x: fc.integer({ min: 40, max: 200 }),
      size: fc.integer({ min: 8, max: 12 }),
      bold: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(string, { minLength: 1, maxLength: 14 }), async (strings) => {
        const page = strings.map((drawn, i) => ({ ...drawn, y: 150 + i * 34 }));
        const found = (await made(page)).join(" ").split(/\s+/).sort();
        expect(found).toEqual(strings.flatMap(({ text }) => text.split(" ")).sort());
      }),
      { numRuns: 60 },
    );
  });
});
