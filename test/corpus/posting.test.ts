import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { matchResume } from "../../src/match/match.js";
import { readPosting, readResume } from "../../src/read/document.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { knowledgeOf } from "../../src/understand/posting-terms.js";
import { understandResume } from "../../src/understand/resume.js";
import { corpus, data } from "../doubles.js";
import { plainWordList, ratesOf, readKnowledge, scorePosting, scoreSpans, sumCounts } from "./posting-truth.js";

const knowledge = await loadKnowledge(data);
const files = (await readdir(join(corpus, "jobs"), { recursive: true })).filter((name) => /\.\w+$/.test(name));
const truths = files.filter((name) => name.endsWith(".expected.json"));
const documents = files.filter((name) => !name.endsWith(".expected.json"));

async function sourceOf(path: string, read: typeof readPosting): Promise<SourceDocument> {
  const bytes = await readFile(join(corpus, path));
  return { ...(await read(new Uint8Array(bytes), path)), sha256: "" };
}

const postingOf = async (path: string) =>
  understandPosting(await sourceOf(path, readPosting), knowledge.lexicon, knowledge.posting);

describe("postings with a truth", async () => {
  const scores = await Promise.all(
    truths.map(async (name) => {
      const stem = name.replace(".expected.json", "");
      const path = documents.find((one) => one.replace(/\.\w+$/, "") === stem) ?? stem;
      const truth = JSON.parse(await readFile(join(corpus, "jobs", name), "utf8"));
      return { path, ...scorePosting(await postingOf(`jobs/${path}`), truth) };
    }),
  );

  it("are there", () => expect(scores.length).toBeGreaterThanOrEqual(7));
  it.each(scores)("$path: title, company and years are exact", ({ title, company, years }) =>
    expect({ title, company, years }).toEqual({ title: true, company: true, years: true }),
  );
  it("reach an F1 of 0.95 over their requirements", () => {
    expect(ratesOf(sumCounts(scores.map(({ requirements }) => requirements))).f1).toBeGreaterThanOrEqual(0.95);
  });
});

/** What a person reads in postings without a truth file: musts, wishes, years, and a word of the first must. */
const readings: [string, { musts: number; wishes: number; years: number | null; company: string | null }][] = [
  ["jobs/txt/meta-frontend-engineer.txt", { musts: 5, wishes: 7, years: 4, company: "META" }],
  ["jobs/txt/google-swe3-cloud.txt", { musts: 3, wishes: 4, years: 2, company: "Google" }],
  ["jobs/html/indeed-senior-devops.html", { musts: 4, wishes: 0, years: null, company: "PaperCut Software" }],
  ["jobs/html/linkedin-senior-software-engineer.html", { musts: 6, wishes: 4, years: 3, company: "Heidi" }],
  ["jobs/txt/la-city-electrician.txt", { musts: 2, wishes: 0, years: 7, company: "City of Los Angeles" }],
  ["jobs/txt/la-city-librarian.txt", { musts: 1, wishes: 0, years: null, company: "City of Los Angeles" }],
  ["jobs/txt/la-city-secretary-legal.txt", { musts: 1, wishes: 1, years: 2, company: "City of Los Angeles" }],
  ["jobs/txt/la-city-social-worker.txt", { musts: 1, wishes: 0, years: null, company: "City of Los Angeles" }],
  ["jobs/txt/la-city-delivery-driver.txt", { musts: 4, wishes: 0, years: 1, company: "City of Los Angeles" }],
  [
    "jobs/txt/la-city-public-relations-specialist.txt",
    { musts: 1, wishes: 0, years: null, company: "City of Los Angeles" },
  ],
  ["jobs/markdown/18f-visual-designer.md", { musts: 0, wishes: 0, years: null, company: "18F" }],
];

describe("postings read by eye", () => {
  it.each(readings)("%s", async (path, expected) => {
    const { requirements, yearsExperience, company } = await postingOf(path);
    const count = (kind: string) => requirements.filter((one) => one.kind === kind).length;
    expect({ musts: count("must"), wishes: count("nice"), years: yearsExperience, company }).toEqual(expected);
  });
});

describe("every posting", () => {
  it.each(documents)("%s: quotes stand in their lines and something is understood", async (path) => {
    const source = await sourceOf(`jobs/${path}`, readPosting);
    const posting = understandPosting(source, knowledge.lexicon, knowledge.posting);
    for (const { quote, line } of posting.requirements) {
      expect(source.lines.find(({ n }) => n === line)?.text).toContain(quote);
    }
    expect(posting.title).not.toBeNull();
    expect(posting.keywords.length).toBeGreaterThanOrEqual(5);
  });
});

describe("knowledge in labelled advertisements (SkillSpan)", async () => {
  const names = ["tech-dev", "tech-train", "house-dev", "house-train"];
  const texts = await Promise.all(
    names.map((name) => readFile(join(corpus, "labels", "skillspan", `skillspan-${name}.conll`), "utf8")),
  );
  const labelled = texts.flatMap(readKnowledge);

  it("is found with a recall of 0.6 at a precision of 0.55, a plain list of words far less precisely", () => {
    const ours = scoreSpans(labelled, (text) => knowledgeOf(text, knowledge.lexicon, knowledge.posting));
    const list = scoreSpans(labelled, plainWordList(knowledge.lexicon));
    expect(ours.overlap.recall).toBeGreaterThanOrEqual(0.6);
    expect(ours.overlap.precision).toBeGreaterThanOrEqual(0.55);
    expect(ours.overlap.precision).toBeGreaterThan(list.overlap.precision + 0.1);
    expect(ratesOf(ours.exact).f1).toBeGreaterThan(ratesOf(list.exact).f1);
  });
});

describe("pairs of job and resume", async () => {
  const table = await readFile(join(corpus, "labels", "match", "pairs.tsv"), "utf8");
  const pairs = table
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split("\t"));
  const scores = await Promise.all(
    pairs.map(async ([job = "", resume = "", label = ""]) => {
      const source = await sourceOf(resume, readResume);
      const parsed = understandResume(source, knowledge.resume);
      const report = matchResume(source, parsed, await postingOf(job), knowledge.lexicon, { asOf: "2026-11" });
      return { job, resume, label, report };
    }),
  );

  it.each(scores.filter(({ label }) => label === "match"))(
    "$job: $resume comes before every other",
    ({ job, report }) => {
      const others = scores.filter((one) => one.job === job && one.label === "no");
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) expect(report.score).toBeGreaterThan(other.report.score);
    },
  );
  it.each(scores)("$job, $resume: the ceiling is no lower than the score", ({ report }) =>
    expect(report.ceiling).toBeGreaterThanOrEqual(report.score),
  );
});
