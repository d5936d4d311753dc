import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readResume } from "../../src/read/document.js";
import type { Resume } from "../../src/schema/resume.js";
import { understandResume } from "../../src/understand/resume.js";
import { outlineOf } from "../../src/write/outline.js";
import { type Pages, program, startBrowser, type Watched } from "../e2e/browser.js";
import { parsedFrom, words as writtenWords } from "../fixtures/parsed-resume.js";
import { words } from "../understand/resume-words.js";
import { htmlLayouts } from "./made-html.js";
import { resumeShownBy } from "./made-print.js";
import { madeResume } from "./made-resumes.js";

const samples = (numRuns: number): Resume[] => fc.sample(madeResume, { numRuns, seed: 20261124 });

async function understoodPrint({ page }: Watched): Promise<Resume> {
  const bytes = new Uint8Array(await page.pdf({ format: "A4", printBackground: true }));
  await page.context().close();
  return understandResume({ ...(await readResume(bytes, "resume.pdf")), sha256: "" }, words).resume;
}

describe.skipIf(program === null)("a page printed as PDF reads back as the same resume", () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await startBrowser(program ?? "");
  });
  afterAll(() => pages.end());

  it.each(samples(5))("from our own page: $basics.name", async (resume) => {
    const outline = outlineOf(parsedFrom(resume), null, writtenWords);
    expect(await understoodPrint(await pages.open(outline))).toEqual(resume);
  });

  describe.each(Object.entries(htmlLayouts))("from %s", (_, layout) => {
    it.each(samples(2))("$basics.name", async (resume) => {
      const { made, shown } = resumeShownBy(layout, resume);
      expect(await understoodPrint(await pages.show(made))).toEqual(shown);
    });
  });
});
