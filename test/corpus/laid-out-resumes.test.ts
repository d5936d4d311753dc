import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readResume } from "../../src/read/document.js";
import type { Resume } from "../../src/schema/resume.js";
import { understandResume } from "../../src/understand/resume.js";
import { words } from "../understand/resume-words.js";
import { docxLayouts } from "./made-docx.js";
import { htmlLayouts } from "./made-html.js";
import { markdownLayouts } from "./made-markdown.js";
import { type Printed, resumeShownBy } from "./made-print.js";
import { madeResume } from "./made-resumes.js";
import { textLayouts } from "./made-text.js";

type Layout = (resume: Printed) => string | Promise<Uint8Array>;
const layouts = (ending: string, of: Record<string, Layout>): [string, string, Layout][] =>
  Object.entries(of).map(([name, layout]) => [ending, name, layout]);
const all = [
  ...layouts("docx", docxLayouts),
  ...layouts("html", htmlLayouts),
  ...layouts("md", markdownLayouts),
  ...layouts("txt", textLayouts),
];

async function understood(made: string | Uint8Array, name: string): Promise<Resume> {
  const bytes = typeof made === "string" ? new TextEncoder().encode(made) : made;
  return understandResume({ ...(await readResume(bytes, name)), sha256: "" }, words).resume;
}

describe("a resume laid out by a person reads back as the same resume", () => {
  it.each(all)("from %s with %s", async (ending, _, layout) => {
    await fc.assert(
      fc.asyncProperty(madeResume, async (resume) => {
        const { made, shown } = resumeShownBy(layout, resume);
        expect(await understood(await made, `resume.${ending}`)).toEqual(shown);
      }),
      { numRuns: ending === "docx" ? 6 : 10, seed: 20261123 },
    );
  });
});
