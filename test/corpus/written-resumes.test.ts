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
import { type JobLayout, jobLayouts, madeResume } from "./made-resumes.js";

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

describe("a text that prints its jobs in a usual order reads back as the same jobs", () => {
  const withoutPlace = /brackets|before title|with dates/;
  it.each(Object.entries(jobLayouts))("%s", async (name, layout) => {
    await fc.assert(
      fc.asyncProperty(madeResume, fc.boolean(), async ({ basics, work, education, skills }, tight) => {
        const printed = textOf({ basics, work, education, skills }, layout, tight ? "" : "\n");
        const jobs = work?.map(({ location, ...job }) =>
          location === undefined || withoutPlace.test(name) ? job : { ...job, location },
        );
        expect(await understood(utf8(printed), "resume.txt")).toEqual({ basics, work: jobs, education, skills });
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });
});

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function textOf(
  { basics, work = [], education = [], skills = [] }: Resume,
  layout: JobLayout,
  between: string,
): string {
  const jobs = work.map(
    ({ position = "", name = "", location = "", startDate, endDate, highlights = [] }) =>
      `${layout({ title: position, employer: name, place: location, dates: `${printed(startDate)} - ${printed(endDate)}` })}\n${highlights.map((text) => `- ${text}`).join("\n")}\n`,
  );
  const studies = education.map(
    ({ institution, studyType, area, startDate, endDate }) =>
      `${studyType} in ${area}\n${institution} | ${startDate} - ${endDate}\n`,
  );
  const groups = skills.map(({ name, keywords = [] }) => (name === "" ? "" : `${name}: `) + keywords.join(", "));
  return [
    `${basics?.name}\n${basics?.email} | ${basics?.phone}\n`,
    ...(basics?.summary === undefined ? [] : [`SUMMARY\n${basics.summary}\n`]),
    `EXPERIENCE\n${between}${jobs.join(between)}`,
    `EDUCATION\n${between}${studies.join(between)}`,
    `SKILLS\n${groups.join("\n")}\n`,
  ].join("\n");
}

function printed(date: string | undefined): string {
  if (date === undefined) return "Present";
  return date.length === 4 ? date : `${months[Number(date.slice(5)) - 1]} ${date.slice(0, 4)}`;
}
