import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type PipelineWorld, type Rewritten, rewriteResume, stopwatch, understandBoth } from "../../src/pipeline.js";
import type { NamedBytes, Reader } from "../../src/ports.js";
import { readPosting, readResume } from "../../src/read/document.js";
import type { Engine, RewriteTask } from "../../src/rewrite/engine.js";
import { loadPrompts, type Prompts } from "../../src/rewrite/prompts.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { corpus, data } from "../doubles.js";
import { knowledge } from "./postings.js";

/** Resumes with a posting of their own or a near profession, by kind of file. */
export const pairs: Record<string, [resume: string, posting: string][]> = {
  docx: [
    ["docx/contact-in-header-alex-nguyen.docx", "markdown/18f-software-developer.md"],
    ["docx/libreoffice-holly-dickson.docx", "docx/graphic-design-institute-design-team.docx"],
    ["docx/pandoc-alex-chen-ml.docx", "txt/amazon-data-scientist.txt"],
    ["docx/python-docx-david-thompson-marketing-manager.docx", "txt/la-city-public-relations-specialist.txt"],
    ["docx/python-docx-james-wilson-mechanical-engineer.docx", "txt/la-city-electrician.txt"],
    ["docx/python-docx-michael-chen-devops.docx", "html/indeed-senior-devops.html"],
    ["docx/python-docx-sarah-johnson-nurse.docx", "txt/la-city-licensed-vocational-nurse.txt"],
    ["docx/python-docx-sarah-mitchell-fullstack.docx", "txt/meta-frontend-engineer.txt"],
    ["docx/table-certifications-alex-nguyen.docx", "html/linkedin-senior-software-engineer.html"],
    ["docx/word-01-accountant.docx", "txt/la-city-accountant.txt"],
    ["docx/word-02-office-coordinator.docx", "txt/la-city-secretary-legal.txt"],
    ["docx/word-ms-alex-wilber.docx", "docx/graphic-design-institute-design-team.docx"],
  ],
  pdf: [
    ["pdf/chromium-one-column-john-doe.pdf", "txt/google-swe3-cloud.txt"],
    ["pdf/chromium-two-column-john-doe.pdf", "txt/northwind-senior-backend.txt"],
    ["pdf/europass-katie-smith.pdf", "markdown/18f-content-designer.md"],
    ["pdf/latex-article-john-doe.pdf", "txt/google-swe3-cloud.txt"],
    ["pdf/libreoffice-alex-wilber.pdf", "docx/graphic-design-institute-design-team.docx"],
    ["pdf/reactive-resume-bronzor.pdf", "txt/meta-frontend-engineer.txt"],
    ["pdf/rendercv-classic-john-doe.pdf", "txt/amazon-data-scientist.txt"],
    ["pdf/reportlab-sarah-johnson-nurse.pdf", "txt/la-city-licensed-vocational-nurse.txt"],
    ["pdf/reportlab-sarah-mitchell-fullstack.pdf", "txt/meta-frontend-engineer.txt"],
    ["pdf/two-column-catherine-stark.pdf", "html/indeed-senior-devops.html"],
    ["pdf/typst-sidebar-sam-rivera.pdf", "txt/northwind-senior-backend.txt"],
    ["pdf/pas-cv-centaure-french.pdf", "json/wttj-developpeur-junior-french.json"],
  ],
  text: [
    ["txt/david-thompson-marketing-manager.txt", "txt/la-city-public-relations-specialist.txt"],
    ["txt/james-thompson-frontend.txt", "txt/meta-frontend-engineer.txt"],
    ["txt/james-wilson-mechanical-engineer.txt", "txt/la-city-electrician.txt"],
    ["txt/jean-dupont-minimal-french.txt", "json/wttj-developpeur-junior-french.json"],
    ["txt/john-smith-soupboss.txt", "txt/google-swe3-cloud.txt"],
    ["txt/michael-chen-devops.txt", "html/indeed-senior-devops.html"],
    ["txt/michael-chen-swe.txt", "txt/google-swe3-cloud.txt"],
    ["txt/sarah-johnson-nurse.txt", "txt/la-city-licensed-vocational-nurse.txt"],
    ["markdown/alex-chen-ml.md", "txt/amazon-data-scientist.txt"],
    ["markdown/sam-rivera.md", "txt/northwind-senior-backend.txt"],
    ["markdown/sophie-martin-french.md", "json/wttj-developpeur-junior-french.json"],
  ],
};

/** The same, one after the other. */
export const allPairs = Object.entries(pairs).flatMap(([kind, list]) =>
  list.map(([resume, posting]) => ({ kind, resume, posting })),
);

/** The shipped word lists of verification. */
export const verifyWords = await loadVerifyWords(data);

/** The shipped prompts. */
export async function shippedPrompts(): Promise<Prompts> {
  const paths = await data.list("prompts");
  return loadPrompts(
    await Promise.all(paths.map(async (path) => ({ path, text: await data.text(path), origin: "bundled" as const }))),
  );
}

/** Reads in this thread: what is tried here is the rewriting. */
const reader: Reader = {
  resume: async ({ bytes, name }) => ({ ...(await readResume(bytes, name)), sha256: "" }),
  posting: async ({ bytes, name }) => ({ ...(await readPosting(bytes, name)), sha256: "" }),
};
const held = {
  reader,
  knowledge,
  clock: { now: () => new Date("2026-11-23T00:00:00Z"), ms: () => 0 },
  onEvent: () => {},
  signal: new AbortController().signal,
};

const named = async (path: string) => ({ name: basename(path), bytes: new Uint8Array(await readFile(path)) });

async function inputsOf(resume: string, posting: string): Promise<{ resume: NamedBytes; posting: NamedBytes }> {
  return {
    resume: await named(join(corpus, "resumes", resume)),
    posting: await named(join(corpus, "jobs", posting)),
  };
}

/** A pair rewritten completely by an engine. */
export async function rewritten(resume: string, posting: string, engine: Engine): Promise<Rewritten> {
  const world: PipelineWorld = { ...held, engine, verifyWords };
  return rewriteResume({ ...(await inputsOf(resume, posting)), tier: "complete", facts: [] }, world);
}

/** The task a complete rewrite of a pair sets an engine. */
export async function taskFor(resume: string, posting: string): Promise<RewriteTask> {
  const understood = await understandBoth(await inputsOf(resume, posting), held, stopwatch(held).stage);
  return { ...understood, tier: "complete", lexicon: knowledge.lexicon, facts: [] };
}
