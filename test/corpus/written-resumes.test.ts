import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readResume } from "../../src/read/document.js";
import type { Resume } from "../../src/schema/resume.js";
import { understandResume } from "../../src/understand/resume.js";
import { writeDocx } from "../../src/write/docx.js";
import { htmlAssetPaths, writeHtml } from "../../src/write/html.js";
import { writeMarkdown } from "../../src/write/markdown.js";
import { type Outline, outlineOf } from "../../src/write/outline.js";
import { data } from "../doubles.js";
import { parsedFrom, words as writtenWords } from "../fixtures/parsed-resume.js";
import { words } from "../understand/resume-words.js";
import { madeResume } from "./made-resumes.js";

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

async function understood(bytes: Uint8Array, name: string): Promise<Resume> {
  return understandResume({ ...(await readResume(bytes, name)), sha256: "" }, words).resume;
}

describe("a resume that we write reads back as the same resume", () => {
  it.each(Object.keys(writers))("from %s", async (format) => {
    const write = writers[format] ?? writeDocx;
    await fc.assert(
      fc.asyncProperty(madeResume, async (resume) => {
        const outline = outlineOf(parsedFrom(resume), null, writtenWords);
        expect(await understood(await write(outline), `resume.${format}`)).toEqual(resume);
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });
});
