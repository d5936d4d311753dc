import type { Rewritten } from "../../src/pipeline.js";
import { plannedRequests } from "../../src/rewrite/dry-run.js";
import type { RewriteTask } from "../../src/rewrite/engine.js";
import { estimateTokens } from "../../src/rewrite/estimate.js";
import { offlineEngine } from "../../src/rewrite/offline.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import { loadCases, statusOf } from "../verify/cases.js";
import { knowledge } from "./postings.js";
import { allPairs, rewritten, shippedPrompts, taskFor, verifyWords } from "./rewriting.js";
import { numberRow, type Row, shareRow } from "./scorecard.js";

/** Rows about the gate: faults it catches, fair changes it blocks. */
export async function gateRows(): Promise<Row[]> {
  const { cases, tasks } = await loadCases(knowledge.lexicon);
  const held = cases.map((one) => ({ ...one, held: statusOf(one, tasks, verifyWords).held }));
  const row = (key: string, expected: "hold" | "pass"): Row => {
    const files = [...tasks.keys()].map((file) => {
      const own = held.filter((one) => one.profession === file && one.expect === expected);
      return { file, right: own.filter((one) => one.held).length, found: own.length, expected: own.length };
    });
    return shareRow(key, files);
  };
  return [row("caught", "hold"), row("falseBlocks", "pass")];
}

/** The offline engine over every pair of the corpus. */
export async function offlineRows(): Promise<Row[]> {
  const engine = offlineEngine(verifyWords);
  const all: { file: string; done: Rewritten }[] = [];
  for (const { resume, posting } of allPairs)
    all.push({ file: resume, done: await rewritten(resume, posting, engine) });
  const row = (key: string, together: "mean" | "sum", of: (done: Rewritten) => number): Row =>
    numberRow(
      key,
      all.map(({ file, done }) => ({ file, value: of(done) })),
      together,
    );
  return [
    row(
      "improved",
      "mean",
      ({ result }) => result.changes.filter(({ status, op }) => status !== "held-back" && op !== "drop").length,
    ),
    row("heldBack", "sum", ({ result }) => result.changes.filter(({ status }) => status === "held-back").length),
    row("worse", "sum", ({ result }) => (result.match.after < result.match.before ? 1 : 0)),
    {
      ...row("coverage", "mean", (done) => coverage(done, done.after) - coverage(done, done.before)),
      beside: { what: "seen before", value: row("coverage", "mean", (done) => coverage(done, done.before)).value },
    },
  ];
}

/** Of a hundred keywords the resume supports, how many are seen in the summary, the skills and the first highlights. */
function coverage({ match }: Rewritten, parsed: ParsedResume): number {
  const supported = match.keywords.filter(({ inResume }) => inResume > 0).map(({ canonical }) => canonical);
  const text = seenFirst(parsed);
  const named = new Set(knowledge.lexicon.find(text).map(({ canonical }) => canonical));
  const seen = supported.filter((term) => named.has(term) || text.toLowerCase().includes(term.toLowerCase()));
  return (100 * seen.length) / Math.max(1, supported.length);
}

/** What a reader sees first: the summary, the skills, three highlights of each of the latest two jobs. */
function seenFirst({ resume }: ParsedResume): string {
  const jobs = (resume.work ?? []).slice(0, 2).flatMap(({ highlights }) => (highlights ?? []).slice(0, 3));
  const skills = (resume.skills ?? []).flatMap(({ name, keywords }) => [name ?? "", ...(keywords ?? [])]);
  return [resume.basics?.summary ?? "", ...skills, ...jobs].join("\n");
}

/** Resumes of one to three pages, of several professions, for the size of what a model is sent. */
const sized = [
  "docx/word-01-accountant.docx",
  "docx/python-docx-david-thompson-marketing-manager.docx",
  "pdf/rendercv-classic-john-doe.pdf",
  "pdf/reportlab-sarah-johnson-nurse.pdf",
  "pdf/two-column-catherine-stark.pdf",
];

/**
 * The tokens that a model writes for all to see in a complete rewrite: both answers in full, as the prompts ask for them, with
 * twelve edits as long as the lines they replace.
 */
function visibleTokens({ posting, parsed }: Pick<RewriteTask, "posting" | "parsed">): number {
  const { title, company, location, seniority, yearsExperience, language } = posting;
  const read = {
    ...{ title, company, location, seniority, yearsExperience, language },
    requirements: posting.requirements.map(({ quote, kind, terms }) => ({ quote, text: null, kind, terms })),
    responsibilities: posting.responsibilities.slice(0, 5),
  };
  const lines = Object.entries(parsed.ids).filter(([, { text }]) => text !== "");
  const edits = lines.slice(0, 12).map(([id, { text }]) => ({
    ...{ id, op: "replace", text, after: null, evidence: [id] },
    ...{ keywords: ["budgeting", "forecasting"], why: "puts what the posting asks for first here" },
  }));
  const question = { requirement: "r3", question: "Have you done this, in which job was that, and what for?" };
  const step = "Lead with the month-end close, which the posting asks for before anything else.";
  const written = { edits, questions: [question, question, question, question], strategy: [step, step, step] };
  return estimateTokens(JSON.stringify(read)) + estimateTokens(JSON.stringify(written));
}

/** Estimated tokens of a complete rewrite, all requests together. */
export async function tokenRows(): Promise<Row[]> {
  const prompts = await shippedPrompts();
  const sizes = await Promise.all(
    allPairs
      .filter(({ resume }) => sized.includes(resume))
      .map(async ({ resume, posting }) => {
        const task = await taskFor(resume, posting);
        const requests = plannedRequests(task, prompts);
        const sum = (of: "inputTokens" | "outputTokens") => requests.reduce((total, one) => total + one[of], 0);
        return { file: resume, in: sum("inputTokens"), out: sum("outputTokens"), seen: visibleTokens(task) };
      }),
  );
  const row = (key: string, of: "in" | "out" | "seen"): Row =>
    numberRow(
      key,
      sizes.map((one) => ({ file: one.file, value: one[of] })),
      "most",
    );
  return [row("tokensIn", "in"), row("tokensOut", "out"), row("tokensSeen", "seen")];
}
