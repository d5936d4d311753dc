import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readResume } from "../../src/read/document.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { understandResume } from "../../src/understand/resume.js";
import { parseResumeWords, resumeWordFiles } from "../../src/understand/words.js";
import { writeDocx } from "../../src/write/docx.js";
import { htmlAssetPaths, writeHtml } from "../../src/write/html.js";
import { writeMarkdown } from "../../src/write/markdown.js";
import { type Outline, outlineOf, outlineText } from "../../src/write/outline.js";
import { leavesOf, printOf, stringAt } from "../../src/write/printed.js";
import { corpus, data, hasCorpus, root } from "../doubles.js";
import { words } from "../fixtures/parsed-resume.js";

const resumeWords = parseResumeWords(
  await Promise.all(resumeWordFiles.map(async (name) => ({ name, text: await data.text(name) }))),
);
const assets = {
  page: await data.text(htmlAssetPaths.page),
  css: await data.text(htmlAssetPaths.css),
  script: await data.text(htmlAssetPaths.script),
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const writers: Record<string, (outline: Outline) => Promise<Uint8Array>> = {
  docx: writeDocx,
  md: async (outline) => utf8(writeMarkdown(outline)),
  html: async (outline) => utf8(await writeHtml(outline, assets)),
};

const kinds = hasCorpus ? ["docx", "pdf", "txt", "markdown", "json"] : [];
const files = kinds.flatMap((folder) =>
  readdirSync(join(corpus, "resumes", folder))
    .filter((name) => !name.endsWith(".expected.json"))
    .map((name) => join(corpus, "resumes", folder, name)),
);
const sample = join(root, "templates/sample/resume.docx");

async function understood(bytes: Uint8Array, name: string): Promise<{ source: SourceDocument; parsed: ParsedResume }> {
  const source = { ...(await readResume(bytes, name)), sha256: "" };
  return { source, parsed: understandResume(source, resumeWords) };
}

async function outlined(path: string): Promise<{ source: SourceDocument; parsed: ParsedResume; outline: Outline }> {
  const { source, parsed } = await understood(new Uint8Array(readFileSync(path)), path);
  return { source, parsed, outline: outlineOf(parsed, source, words) };
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function valuesOf(parsed: ParsedResume): Map<string, string> {
  const print = printOf(parsed, null, words);
  const paths = leavesOf(print, "").filter((path) => !/^(\$schema|meta|basics\.image)/.test(path));
  return new Map(paths.map((path) => [path, stringAt(print, path)]));
}

describe.skipIf(!hasCorpus)("writing the resumes of the corpus", () => {
  it("has resumes to write", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it.each(files)("loses no word of a value of %s", async (path) => {
    const { parsed, outline, source } = await outlined(path);
    const outer = source.lines.filter(({ region }) => region === "header" || region === "footer").map(({ n }) => n);
    const isOuter = (at: string): boolean => parsed.provenance[at]?.every((n) => outer.includes(n)) ?? false;
    const has = new Set(wordsOf(JSON.stringify(outline)));
    const together = [...has].join(" ");
    const lost = [...valuesOf(parsed)]
      .filter(([path]) => !/date$/i.test(path) && !(path.startsWith("sections[") && isOuter(path)))
      .flatMap(([path, value]) => wordsOf(value).map((word) => ({ path, word })))
      .filter(({ path, word }) => !has.has(word) && !(path.endsWith(".network") && together.includes(word)));
    expect(lost).toEqual([]);
  });

  it.each(["docx", "md", "html"])("says in %s exactly what the other formats say", async (format) => {
    const write = writers[format] ?? writeDocx;
    for (const path of files) {
      const { outline } = await outlined(path);
      if (outlineText(outline).length < 80) continue;
      const { source } = await understood(await write(outline), `again.${format}`);
      const read = wordsOf(source.lines.map(({ text }) => text).join("\n"));
      expect({ path, words: read.sort() }).toEqual({ path, words: wordsOf(outlineText(outline)).sort() });
    }
  });
});

/** The parts of a resume whose values must come back as they were. */
const exact = /^(basics|work|volunteer|education|skills|languages)\b/;

it.each(["docx", "md"])("reads the bundled sample back from %s as the same resume", async (format) => {
  const { parsed, outline } = await outlined(sample);
  const again = await understood(await (writers[format] ?? writeDocx)(outline), `again.${format}`);
  const values = (of: ParsedResume): object =>
    Object.fromEntries([...valuesOf(of)].filter(([path]) => exact.test(path)));
  expect(values(again.parsed)).toEqual(values(parsed));
  expect(again.parsed.sections.map(({ heading }) => heading)).toEqual(parsed.sections.map(({ heading }) => heading));
  expect(again.source.traits).toEqual([]);
});
