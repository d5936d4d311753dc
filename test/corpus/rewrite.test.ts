import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openaiModel } from "../../src/edge/openai.js";
import { type PipelineWorld, type Rewritten, rewriteResume } from "../../src/pipeline.js";
import type { Reader } from "../../src/ports.js";
import { readPosting, readResume } from "../../src/read/document.js";
import type { Engine } from "../../src/rewrite/engine.js";
import { modelEngine } from "../../src/rewrite/model-engine.js";
import { offlineEngine } from "../../src/rewrite/offline.js";
import { loadPrompts } from "../../src/rewrite/prompts.js";
import { type Knowledge, loadKnowledge } from "../../src/understand/knowledge.js";
import { loadVerifyWords, type VerifyWords } from "../../src/verify/words.js";
import { documentsOf } from "../../src/write/documents.js";
import { corpus, data } from "../doubles.js";
import { type Loopback, loopback, obedientModel } from "../loopback.js";

/** Resumes with a posting of their own or a near profession, by kind of file. */
const pairs: Record<string, [resume: string, posting: string][]> = {
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
const all = Object.entries(pairs).flatMap(([kind, list]) =>
  list.map(([resume, posting]) => ({ kind, resume, posting })),
);

/** What the lying model below adds to each line; no resume of the corpus has it. */
const lies = [
  "which raised revenue by 73%",
  "while leading a department of 480 people",
  "using Zabbix and COBOL",
  "at Initech Worldwide",
];

let knowledge: Knowledge;
let verifyWords: VerifyWords;
let server: Loopback;
let engines: Record<"offline" | "lying", Engine>;

const reader: Reader = {
  resume: async ({ bytes, name }) => ({ ...(await readResume(bytes, name)), sha256: "" }),
  posting: async ({ bytes, name }) => ({ ...(await readPosting(bytes, name)), sha256: "" }),
};

const named = async (path: string) => ({ name: basename(path), bytes: new Uint8Array(await readFile(path)) });

async function rewritten(resume: string, posting: string, engine: Engine): Promise<Rewritten> {
  const world: PipelineWorld = {
    reader,
    engine,
    knowledge,
    verifyWords,
    clock: { now: () => new Date("2026-11-23T00:00:00Z"), ms: () => 0 },
    onEvent: () => {},
    signal: new AbortController().signal,
  };
  const [resumeFile, postingFile] = await Promise.all([
    named(join(corpus, "resumes", resume)),
    named(join(corpus, "jobs", posting)),
  ]);
  return rewriteResume({ resume: resumeFile, posting: postingFile, tier: "complete", facts: [] }, world);
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

describe.skipIf(!existsSync(corpus))("rewrites of real resumes for postings of their profession", () => {
  beforeAll(async () => {
    knowledge = await loadKnowledge(data);
    verifyWords = await loadVerifyWords(data);
    const prompts = loadPrompts(
      await Promise.all(
        (await data.list("prompts")).map(async (path) => ({
          path,
          text: await data.text(path),
          origin: "bundled" as const,
        })),
      ),
    );
    server = await loopback(
      obedientModel({
        edits: ({ lines }) => ({
          edits: lines.map(({ id, text }, at) => ({
            id,
            op: "replace",
            text: `${text.replace(/\.$/, "")} ${lies[at % lies.length]}`,
            after: null,
            evidence: [id],
            keywords: [],
            why: "stronger",
          })),
          questions: [],
          strategy: [],
        }),
      }),
    );
    const model = openaiModel({ apiKey: "sk-test", baseUrl: server.url, model: "test-model" });
    engines = {
      offline: offlineEngine(verifyWords),
      lying: modelEngine(model, prompts, { fence: "k7f3q9", lexicon: knowledge.lexicon, verifyWords }),
    };
  });
  afterAll(() => server?.close());

  it("has at least ten of each kind", () => {
    expect(
      Object.values(pairs)
        .map((list) => list.length)
        .every((count) => count >= 10),
    ).toBe(true);
  });

  it.each(all)(
    "offline, $resume: every change proven, the match no worse, nothing lost",
    async ({ resume, posting }) => {
      const { result, before, after, source } = await rewritten(resume, posting, engines.offline);
      expect(result.changes.filter(({ status }) => status === "held-back")).toEqual([]);
      expect(result.match.after).toBeGreaterThanOrEqual(result.match.before);
      expect(result.match.after).toBeLessThanOrEqual(result.match.ceiling);
      const changed = new Set(result.changes.map(({ id }) => id));
      for (const [id, line] of Object.entries(before.ids))
        if (!changed.has(id)) expect(after.ids[id]?.text).toBe(line.text);
      const [markdown = "", docx = ""] = await documentsOf({ after, source }, ["md", "docx"], { data });
      const printed = new Set(wordsOf(String(markdown)));
      const kept = Object.values(after.ids).flatMap(({ text }) => wordsOf(text));
      expect([...new Set(kept.filter((word) => !printed.has(word)))]).toEqual([]);
      const seen = new Set(
        wordsOf(
          execFileSync("pandoc", ["-f", "docx", "-t", "plain", "--wrap=none"], { input: docx, encoding: "utf8" }),
        ),
      );
      expect([...new Set(kept.filter((word) => !seen.has(word)))]).toEqual([]);
    },
  );

  it.each(all)("with a model that invents, $resume: no invention reaches the document", async ({ resume, posting }) => {
    const { result, after, source } = await rewritten(resume, posting, engines.lying);
    expect(result.changes.length).toBeGreaterThan(0);
    const [markdown = ""] = await documentsOf({ after, source }, ["md"], { data });
    const told = lies.filter((lie) => String(markdown).includes(lie));
    expect(told).toEqual([]);
    expect(result.changes.filter(({ status }) => status !== "held-back")).toEqual([]);
  });
});
