import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { DOMParser } from "linkedom";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPdfJs, openPdf } from "../../src/read/pdf-load.js";
import { writeDocx } from "../../src/write/docx.js";
import { type Outline, outlineText } from "../../src/write/outline.js";
import { data, root } from "../doubles.js";
import { inManyScripts, nurse, withTexts } from "../fixtures/outlines.js";
import { programPath } from "../programs.js";

const run = promisify(execFile);
const [soffice, pandoc] = [programPath("soffice", "libreoffice"), programPath("pandoc")];
const outlines: Record<string, Outline> = {
  a4: { ...nurse, paper: "a4" },
  letter: { ...nurse, paper: "letter" },
  scripts: inManyScripts(nurse),
  wide: withTexts(
    nurse,
    (old) => `${old} and so on, at such a length that no line of any page could hold all of its words at once`,
  ),
};

let folder: string;
const place = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "resumelaw-docx-"));
  for (const [name, outline] of Object.entries(outlines))
    await writeFile(place(`${name}.docx`), await writeDocx(outline));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A text's letters without its spaces, which every program sets anew. */
const letters = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");
const headings = ({ sections }: Outline): string[] => sections.map(({ heading }) => heading);
const titles = ({ sections }: Outline): string[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.block === "entry" ? [block.title.map(({ text }) => text).join("")] : [])),
  );
/** The lines that a text of the document lacks. */
const missing = (outline: Outline, text: string): string[] =>
  outlineText(outline)
    .split(/[\n\t]/)
    .filter((line) => !letters(text).includes(letters(line)));
const addresses = [
  "https://cert.example.org/42",
  "https://falls.example.org/app",
  "https://falls.example.org/r",
  "https://ines.example.org/",
  "https://www.linkedin.example/in/ines-c",
  "mailto:ines.calloway@example.com",
  "tel:5550104477",
];

describe.skipIf(soffice === null)("LibreOffice", () => {
  const open: Record<string, PDFDocumentProxy> = {};
  beforeAll(async () => {
    const profile = pathToFileURL(place("profile")).href;
    const files = Object.keys(outlines).map((name) => place(`${name}.docx`));
    await mkdir(place("pdf"));
    const args = ["--headless", "--convert-to", "pdf", "--outdir", place("pdf"), ...files];
    await run(soffice ?? "", [`-env:UserInstallation=${profile}`, ...args]);
    const pdfjs = await loadPdfJs();
    for (const name of Object.keys(outlines))
      open[name] = await openPdf(pdfjs, await readFile(place(`pdf/${name}.pdf`)), `${name}.pdf`);
  });
  afterAll(() => Promise.all(Object.values(open).map((document) => document.destroy())));

  const opened = (name: string): PDFDocumentProxy => {
    const document = open[name];
    if (!document) throw new Error(`${name} was not converted`);
    return document;
  };
  const pages = (name: string) =>
    Promise.all(Array.from({ length: opened(name).numPages }, (_, i) => opened(name).getPage(i + 1)));
  const pieces = async (name: string) => {
    const contents = await Promise.all((await pages(name)).map((page) => page.getTextContent()));
    return contents.flatMap(({ items }, page) => items.flatMap((item) => ("str" in item ? [{ page, ...item }] : [])));
  };

  it.each(Object.keys(outlines))("prints all of the text: %s", async (name) => {
    const text = (await pieces(name)).map(({ str }) => str).join("");
    const outline = outlines[name] ?? nurse;
    expect(missing(outline, text)).toEqual([]);
    expect(text.match(/•/g)).toHaveLength(outlineItems(outline));
  });

  it.each([
    ["a4", 595, 842],
    ["letter", 612, 792],
  ])("prints on %s paper of %i × %i points, the dates at the right margin", async (name, width, height) => {
    for (const { view } of await pages(name)) expect(view.map(Math.round)).toEqual([0, 0, width, height]);
    const ends = (await pieces(name))
      .filter(({ str }) => /^(03\/2019 – present|Tucson, AZ|2014–2019|Feb 2024|2022)$/.test(str))
      .map((item) => Math.round(item.transform[4] + item.width));
    expect(ends).toHaveLength(5);
    expect(ends.filter((end) => Math.abs(end - (width - 51)) > 1)).toEqual([]);
  });

  it("takes headings for headings and links for links", async () => {
    const marks = (await opened("a4").getOutline()) ?? [];
    expect(marks.map(({ title }) => title)).toEqual(headings(nurse));
    const below = marks.flatMap(({ items }) => items.map(({ title }: { title: string }) => title));
    expect(below).toHaveLength(titles(nurse).length);
    for (const [i, title] of titles(nurse).entries()) expect(below[i]).toContain(title);
    const links = (await Promise.all((await pages("a4")).map((page) => page.getAnnotations()))).flat();
    expect([...new Set(links.map(({ unsafeUrl }) => unsafeUrl))].sort()).toEqual(addresses);
  });

  it("never prints one line over another, however long the texts", async () => {
    const lines = new Map<string, number>();
    for (const { page, str, transform, height } of await pieces("wide"))
      if (str.trim() !== "") lines.set(`${page} ${Math.round(transform[5])}`, height);
    const places = [...lines].map(([at, height]) => ({ page: at.split(" ")[0], y: Number(at.split(" ")[1]), height }));
    places.sort((a, b) => Number(a.page) - Number(b.page) || b.y - a.y);
    const over = places.filter(({ page, y, height }, i) => {
      const above = places[i - 1];
      return above !== undefined && above.page === page && above.y - y > 2 && above.y - y < height * 0.95;
    });
    expect(places.length).toBeGreaterThan(80);
    expect(over).toEqual([]);
  });
});

const outlineItems = ({ sections }: Outline): number =>
  sections
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.block === "entry" ? block.body : [block])))
    .filter(({ style }) => style === "item").length;

interface Node {
  t: string;
  c?: unknown;
}

/** Every node of pandoc's document, outer ones first. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== "object" || value === null) return [];
  const own = "t" in value && typeof value.t === "string" ? [value as Node] : [];
  return [...own, ...Object.values(value).flatMap(nodesIn)];
}

const textIn = (value: unknown): string =>
  nodesIn(value)
    .map(({ t, c }) => (t === "Str" && typeof c === "string" ? c : ""))
    .join("");

describe.skipIf(pandoc === null)("pandoc", () => {
  const read = async (name: string) => {
    const { stdout } = await run(pandoc ?? "", ["-f", "docx", "-t", "json", place(`${name}.docx`)]);
    return JSON.parse(stdout) as { meta: unknown; blocks: Node[] };
  };

  it.each(["a4", "scripts"])("reads all of the text: %s", async (name) => {
    const { meta, blocks } = await read(name);
    const text = textIn([meta, blocks]);
    expect(missing(outlines[name] ?? nurse, text)).toEqual([]);
    expect(text).toContain(name === "scripts" ? "张伟" : "Ines");
  });

  it("takes headings for headings, list items for list items and links for links", async () => {
    const { blocks } = await read("a4");
    const headers = nodesIn(blocks).flatMap(({ t, c }) => (t === "Header" && Array.isArray(c) ? [c] : []));
    const level = (n: number) => headers.filter(([at]) => at === n).map((header) => textIn(header[2]));
    expect(level(1)).toEqual(headings(nurse).map(letters));
    const second = level(2);
    expect(second).toHaveLength(titles(nurse).length);
    for (const [i, title] of titles(nurse).entries()) expect(second[i]).toContain(letters(title));
    const lists = nodesIn(blocks).filter(({ t }) => t === "BulletList");
    expect(lists.flatMap(({ c }) => (Array.isArray(c) ? c.map(textIn) : []))).toEqual([
      "Leadawardof28beds&14nurses.",
      "Cutfallsby30%(seethewardreport).",
      "Adoptedbythreewards.",
      "Honourabledischarge",
    ]);
    const links = nodesIn(blocks).flatMap(({ t, c }) => (t === "Link" && Array.isArray(c) ? [String(c[2][0])] : []));
    expect([...new Set(links)].sort()).toEqual(addresses);
  });
});

describe("the XML of a document", () => {
  /** What stands out of the order that Word asks for, as "part: parent > child". */
  function misplaced(part: string, xml: string, order: Map<string, string[]>): string[] {
    const document = new DOMParser().parseFromString(xml, "text/xml");
    return [...document.querySelectorAll("*")].flatMap((parent) => {
      const allowed = order.get(parent.nodeName);
      if (!allowed) return [];
      const at = [...parent.children].map(({ nodeName }) => allowed.indexOf(nodeName));
      return [...parent.children]
        .filter((_, i) => (at[i] ?? -1) < Math.max(0, ...at.slice(0, i)))
        .map(({ nodeName }) => `${part}: ${parent.nodeName} > ${nodeName}`);
    });
  }

  it("has its elements in the order that Word asks for, and every part that it names", async () => {
    const rows = (await data.text("test/fixtures/docx-order.tsv")).split("\n").filter((row) => /^\w/.test(row));
    const order = new Map(
      rows.map((row) => {
        const [parent = "", children = ""] = row.split("\t");
        return [`w:${parent}`, children.split(" ").map((name) => `w:${name}`)];
      }),
    );
    const parts = unzipSync(await readFile(place("wide.docx")));
    const sample = unzipSync(await readFile(join(root, "templates/sample/resume.docx")));
    const texts = [parts, sample].flatMap((files) =>
      Object.entries(files).flatMap(([name, bytes]) =>
        /^word\/\w+\.xml$/.test(name) ? [[name, strFromU8(bytes)]] : [],
      ),
    );
    expect(texts.flatMap(([name = "", xml = ""]) => misplaced(name, xml, order))).toEqual([]);
    const swapped = "<w:pPr><w:spacing/><w:pStyle/><w:unknown/></w:pPr>";
    expect(misplaced("x", swapped, order)).toEqual(["x: w:pPr > w:pStyle", "x: w:pPr > w:unknown"]);
    const named = [...strFromU8(parts["[Content_Types].xml"] ?? new Uint8Array()).matchAll(/PartName="\/([^"]+)"/g)];
    expect(named.map(([, name = ""]) => name).filter((name) => !(name in parts))).toEqual([]);
  });
});
