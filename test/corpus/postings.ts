import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { matchResume } from "../../src/match/match.js";
import { readPosting } from "../../src/read/document.js";
import type { MatchReport } from "../../src/schema/match.js";
import type { Posting } from "../../src/schema/posting.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { corpus, data, hasCorpus } from "../doubles.js";
import { type LabelledText, type PostingScore, readKnowledge, scorePosting } from "./posting-truth.js";
import { understood } from "./resumes.js";

/** The shipped lexicon and word lists. */
export const knowledge = await loadKnowledge(data);

/** The postings of the corpus, each as kind/name; empty where there is no corpus. */
export function postingFiles(): string[] {
  return filesUnder("jobs").filter((name) => !name.endsWith(".expected.json"));
}

function filesUnder(folder: string): string[] {
  const names = hasCorpus ? readdirSync(join(corpus, folder), { recursive: true, encoding: "utf8" }) : [];
  return names.filter((name) => /\.\w+$/.test(name)).sort();
}

/** The lines of a posting: kind/name. */
export async function postingSource(file: string): Promise<SourceDocument> {
  return { ...(await readPosting(new Uint8Array(readFileSync(join(corpus, "jobs", file))), file)), sha256: "" };
}

/** A posting as the code understands it: kind/name. */
export async function postingOf(file: string): Promise<Posting> {
  return understandPosting(await postingSource(file), knowledge.lexicon, knowledge.posting);
}

/** How each posting with a truth beside it was understood. */
export async function postingScores(): Promise<(PostingScore & { file: string })[]> {
  const truths = filesUnder("jobs").filter((name) => name.endsWith(".expected.json"));
  const files = postingFiles();
  return Promise.all(
    truths.map(async (name) => {
      const stem = name.replace(".expected.json", "");
      const file = files.find((one) => one.replace(/\.\w+$/, "") === stem) ?? stem;
      const truth = JSON.parse(readFileSync(join(corpus, "jobs", name), "utf8"));
      return { file, ...scorePosting(await postingOf(file), truth) };
    }),
  );
}

/** The sentences of SkillSpan's advertisements with what is marked as knowledge. */
export function labelledAdvertisements(): LabelledText[] {
  const names = ["tech-dev", "tech-train", "house-dev", "house-train"];
  return names.flatMap((name) =>
    readKnowledge(readFileSync(join(corpus, "labels", "skillspan", `skillspan-${name}.conll`), "utf8")),
  );
}

/** A job and a resume that a person called a match or not, with our report. */
export interface Pair {
  job: string;
  resume: string;
  label: string;
  report: MatchReport;
}

/** The pairs a person judged. */
export async function judgedPairs(): Promise<Pair[]> {
  const table = readFileSync(join(corpus, "labels", "match", "pairs.tsv"), "utf8");
  const rows = table.trim().split("\n").slice(1);
  return Promise.all(
    rows.map(async (row) => {
      const [job = "", resume = "", label = ""] = row.split("\t");
      const { document, parsed } = await understood(resume.replace(/^resumes\//, ""));
      const posting = await postingOf(job.replace(/^jobs\//, ""));
      const report = matchResume(document, parsed, posting, knowledge.lexicon, {
        asOf: "2026-11",
        words: knowledge.match,
      });
      return { job, resume, label, report };
    }),
  );
}
