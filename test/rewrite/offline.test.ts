import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { matchResume } from "../../src/match/match.js";
import { readPosting, readResume } from "../../src/read/document.js";
import { applyEdits } from "../../src/rewrite/apply.js";
import type { Proposal, RewriteTask } from "../../src/rewrite/engine.js";
import { offlineEngine } from "../../src/rewrite/offline.js";
import { relevanceOf } from "../../src/rewrite/offline-relevance.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { understandResume } from "../../src/understand/resume.js";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { corpus, data, hasCorpus } from "../doubles.js";
import { taskOf } from "../verify/task.js";

const words = await loadVerifyWords(data);
const knowledge = await loadKnowledge(data);
const engine = offlineEngine(words);
const propose = (task: RewriteTask): Promise<Proposal> =>
  engine.propose(task, () => undefined, new AbortController().signal);

const pairs = [
  ["txt/michael-chen-devops.txt", "txt/northwind-senior-backend.txt"],
  ["txt/michael-chen-swe.txt", "txt/google-swe3-cloud.txt"],
  ["txt/james-thompson-frontend.txt", "txt/meta-frontend-engineer.txt"],
  ["txt/sarah-johnson-nurse.txt", "txt/la-city-licensed-vocational-nurse.txt"],
  ["txt/david-thompson-marketing-manager.txt", "txt/la-city-public-relations-specialist.txt"],
  ["txt/john-smith-soupboss.txt", "txt/la-city-programmer-analyst.txt"],
  ["txt/jean-dupont-minimal-french.txt", "txt/google-swe3-cloud.txt"],
] as const;

async function corpusTask(resume: string, job: string): Promise<RewriteTask> {
  const bytes = (path: string): Promise<Uint8Array> => readFile(join(corpus, path));
  const source = { ...(await readResume(await bytes(`resumes/${resume}`), resume)), sha256: resume };
  const postingSource = { ...(await readPosting(await bytes(`jobs/${job}`), job)), sha256: job };
  const parsed = understandResume(source, knowledge.resume);
  const posting = understandPosting(postingSource, knowledge.lexicon, knowledge.posting);
  const match = matchResume(source, parsed, posting, knowledge.lexicon, {
    asOf: "2026-11",
    words: knowledge.match,
  });
  return {
    tier: "complete",
    source,
    parsed,
    postingSource,
    posting,
    match,
    lexicon: knowledge.lexicon,
    facts: [],
    today: "2026-11-23",
  };
}

describe.skipIf(!hasCorpus).each(pairs)("%s for %s", (resume, job) => {
  it("proposes only changes that pass verification, apply, and say the same twice", async () => {
    const task = await corpusTask(resume, job);
    const proposal = await propose(task);
    expect(verifyEdits(task, proposal.edits, words).filter((verdict) => verdict.status !== "applied")).toEqual([]);
    expect(await propose(task)).toEqual(proposal);
    const after = applyEdits(task.parsed, proposal.edits);
    expect(
      Object.keys(after.ids)
        .filter((id) => id !== "summary")
        .sort(),
    ).toEqual(
      Object.keys(task.parsed.ids)
        .filter((id) => id !== "summary")
        .sort(),
    );
    if (task.parsed.language !== "en")
      expect(proposal.edits.filter(({ id, op }) => op === "replace" && !id.startsWith("k"))).toEqual([]);
  });

  it("never shows less of the posting at the top than before", async () => {
    const task = await corpusTask(resume, job);
    const { edits } = await propose(task);
    const relevance = relevanceOf(task);
    const top = (parsed: RewriteTask["parsed"]): number => {
      const firsts = Object.values(parsed.ids).filter(
        ({ path }) => path === "basics.summary" || /^work\[\d+\]\.highlights\[0\]$/.test(path),
      );
      return firsts.reduce((sum, { text, lines }) => sum + relevance.of(text, lines), 0);
    };
    expect(top(applyEdits(task.parsed, edits))).toBeGreaterThanOrEqual(top(task.parsed));
  });
});

describe("the offline engine", () => {
  const rows = [
    ["w1", "Warehouse Clerk", "Fernbrook Ltd", "Leeds", "2018-01", "2024-01"],
    ["w1.h1", "Kept the break room supplied"],
    ["w1.h2", "Responsible for scheduling 12 deliveries a day"],
    ["w1.h3", "Counted stock in SAP and Excel every week"],
    ["w1.h4", "I trained new starters"],
    ["k1", "Tools: Word, Excel, Outlook, SAP"],
    ["posting", "You know SAP and Excel."],
  ];
  const base = taskOf(rows, knowledge.lexicon);
  const posting = {
    ...base.posting,
    requirements: [
      {
        id: "r1",
        text: "SAP and Excel",
        kind: "must" as const,
        terms: ["SAP", "Microsoft Excel", "Excel"],
        alternatives: [],
        quote: "SAP and Excel",
        line: 1,
      },
    ],
  };
  const task: RewriteTask = { ...base, posting };

  it("says directly what was done, puts the relevant first and writes a summary from facts", async () => {
    const { edits } = await propose(task);
    const text = (id: string): string | null | undefined =>
      edits.find((edit) => edit.id === id && edit.op === "replace")?.text;
    expect(text("w1.h2")).toBe("Scheduled 12 deliveries a day");
    expect(text("w1.h4")).toBe("Trained new starters");
    expect(text("k1")).toMatch(/^Tools: (SAP, Excel|Excel, SAP), Word, Outlook$/);
    expect(text("summary")).toMatch(/^Warehouse Clerk with 6 years of experience\. Background includes .*SAP/);
    expect(edits).toContainEqual(expect.objectContaining({ id: "w1.h3", op: "move", after: null }));
  });

  it("costs nothing and says who it is", async () => {
    const { usage, engine: info } = await propose(task);
    expect(usage).toEqual({
      requests: 0,
      inputTokens: 0,
      cachedTokens: 0,
      outputTokens: 0,
      reasoningTokens: 0,
      costUsd: 0,
    });
    expect(info).toEqual({ name: "offline", model: null, promptVersion: null });
  });

  it("rewrites at most three lines in a preview", async () => {
    const { edits } = await propose({ ...task, tier: "preview" });
    expect(edits.length).toBeLessThanOrEqual(3);
    expect(edits.every((edit) => edit.op === "replace")).toBe(true);
  });

  it("changes nothing where the posting asks for nothing that is there", async () => {
    const plain = taskOf(
      [
        ["w1", "Clerk", "Fernbrook Ltd", "Leeds", "2018", "2024"],
        ["w1.h1", "Counted stock every week"],
        ["k1", "Tools: Word, Outlook"],
      ],
      knowledge.lexicon,
    );
    expect((await propose(plain)).edits).toEqual([]);
  });

  it("asks for what the resume does not show", async () => {
    const requirement = {
      id: "r1",
      text: "Terraform",
      kind: "must" as const,
      status: "missing" as const,
      postingLine: 1,
      evidence: [],
      missingTerms: ["Terraform"],
    };
    const { questions } = await propose({ ...task, match: { ...task.match, requirements: [requirement] } });
    expect(questions).toEqual([
      {
        requirement: "Terraform",
        question:
          "The posting asks for “Terraform”. Have you used Terraform? In which job, and what did you do with it?",
      },
    ]);
  });

  const asks = (terms: string[], text: string): Pick<RewriteTask, "posting"> => ({
    posting: {
      ...base.posting,
      requirements: [{ id: "r1", text, kind: "must", terms, alternatives: [], quote: text, line: 1 }],
    },
  });
  const summaryOf = async (rows: string[][], terms: string[]): Promise<string | null | undefined> => {
    const made = taskOf([...rows, ["posting", `You know ${terms.join(", ")}.`]], knowledge.lexicon);
    const { edits } = await propose({ ...made, ...asks(terms, `You know ${terms.join(", ")}.`) });
    return edits.find(({ id }) => id === "summary")?.text;
  };
  const job = ["w1", "Baker", "Fernbrook Ltd", "Leeds", "2012-01", "2020-01"];

  it("drops the first person of a summary and adds what the work shows and the summary lacks", async () => {
    const rows = [job, ["summary", "I am a baker with eight years in Leeds. I enjoy early mornings."]];
    const lines = [
      ["w1.h1", "Entered orders of 12 shops in Salesforce"],
      ["w1.h2", "Counted the flour in SAP"],
    ];
    expect(await summaryOf([...rows, ...lines], ["SAP", "Salesforce"])).toBe(
      "Baker with eight years in Leeds. Enjoys early mornings. Experience with Salesforce and SAP.",
    );
  });

  const three = "Baker with eight years in Leeds. Enjoys early mornings. Keeps a tidy kitchen.";
  it("joins what it adds behind three sentences, and adds nothing behind five or behind lines that are no sentences", async () => {
    const lines = [
      ["w1.h1", "Entered orders of 12 shops in Salesforce"],
      ["w1.h2", "Counted the flour in SAP"],
      ["k1", "Tools: Docker"],
    ];
    const asked = ["SAP", "Salesforce", "Docker"];
    expect(await summaryOf([job, ["summary", three], ...lines], asked)).toBe(
      `${three} Experience with Salesforce and SAP; further skills include Docker.`,
    );
    expect(await summaryOf([job, ["summary", `${three} Bakes rye. Bakes wheat.`], ...lines], asked)).toBeUndefined();
    expect(await summaryOf([job, ["summary", "Baker of rye\nBaker of wheat."], ...lines], asked)).toBeUndefined();
  });

  it("adds nothing that the upper half of the resume names anyway", async () => {
    const rest = Array.from({ length: 24 }, (_, at) => [`w1.h${at + 3}`, `Baked ${at + 2} kinds of rye`]);
    const rows = [
      job,
      ["summary", "Baker with eight years in Leeds."],
      ["w1.h1", "Entered orders in Salesforce"],
      ["w1.h2", "Counted the flour in SAP"],
    ];
    expect(await summaryOf([...rows, ...rest], ["SAP", "Salesforce"])).toBeUndefined();
  });

  it("rewords no line so that a term of the posting is lost", async () => {
    const rows = [job, ["w1.h1", "Responsible for welding and cleaning of the machines"]];
    const made = taskOf([...rows, ["posting", "Welding."]], knowledge.lexicon);
    const text = async (terms: string[]): Promise<string | null | undefined> =>
      (await propose({ ...made, ...asks(terms, "Welding") })).edits.find(({ id }) => id === "w1.h1")?.text;
    expect(await text([])).toBe("Welded and cleaned the machines");
    const [canonical = ""] = knowledge.lexicon.find("Welding").map((hit) => hit.canonical);
    expect(canonical).not.toBe("");
    expect(knowledge.lexicon.find("Welded and cleaned the machines").map((hit) => hit.canonical)).not.toContain(
      canonical,
    );
    expect(await text([canonical])).toBeUndefined();
  });

  it("never names what the summary names already", async () => {
    const rows = [job, ["summary", "Baker with eight years of SAP."], ["w1.h1", "Counted the flour in SAP"]];
    expect(await summaryOf(rows, ["SAP"])).toBeUndefined();
  });

  it("tells what the work shows from what only the list of skills says", async () => {
    const rows = [job, ["w1.h1", "Ran the web shop on Docker and Redis"], ["k1", "Tools: Terraform, Kafka"]];
    expect(await summaryOf(rows, ["Docker", "Redis", "Terraform"])).toBe(
      "Baker with 8 years of experience. Background includes Docker and Redis; further skills include Terraform.",
    );
  });

  it("uses the posting's spelling of a tool in lines and skills", async () => {
    const rows = [job, ["w1.h1", "Moved the web shop to K8s in 2019"], ["k1", "Tools: Word, K8s"]];
    const made = taskOf([...rows, ["posting", "You know Kubernetes."]], knowledge.lexicon);
    const { edits } = await propose({ ...made, ...asks(["Kubernetes"], "You know Kubernetes.") });
    const text = (id: string): string | null | undefined => edits.find((edit) => edit.id === id)?.text;
    expect(text("w1.h1")).toBe("Moved the web shop to Kubernetes in 2019");
    expect(text("k1")).toBe("Tools: Kubernetes, Word");
  });

  it("leaves the wording where verification holds the direct one back, and still drops the filler", async () => {
    const rows = [job, ["w1.h1", "Role involved coordinating 12 bakers on a daily basis"]];
    const { edits } = await propose(taskOf(rows, knowledge.lexicon));
    expect(edits.map(({ text }) => text)).toEqual(["Role involved coordinating 12 bakers daily"]);
  });

  it("speaks of a running job in the present where its lines do, else in the past", async () => {
    const running = ["w1", "Baker", "Fernbrook Ltd", "Leeds", "2012-01", ""];
    const line = ["w1.h1", "Responsible for managing 12 bakers"];
    const first = async (other: string): Promise<string | null | undefined> =>
      (await propose(taskOf([running, line, ["w1.h2", other]], knowledge.lexicon))).edits[0]?.text;
    expect(await first("Mentor two apprentices")).toBe("Manage 12 bakers");
    expect(await first("Trained two apprentices")).toBe("Managed 12 bakers");
  });
});
