import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openaiModel } from "../../src/edge/openai.js";
import type { Engine } from "../../src/rewrite/engine.js";
import { modelEngine } from "../../src/rewrite/model-engine.js";
import { offlineEngine } from "../../src/rewrite/offline.js";
import { documentsOf } from "../../src/write/documents.js";
import { data, hasCorpus } from "../doubles.js";
import { type Loopback, loopback, obedientModel } from "../loopback.js";
import { knowledge } from "./postings.js";
import { allPairs, pairs, rewritten, shippedPrompts, verifyWords } from "./rewriting.js";

/** What the lying model below adds to each line; no resume of the corpus has it. */
const lies = [
  "which raised revenue by 73%",
  "while leading a department of 480 people",
  "using Zabbix and COBOL",
  "at Initech Worldwide",
];

let server: Loopback;
let engines: Record<"offline" | "lying", Engine>;

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

describe.skipIf(!hasCorpus)("rewrites of real resumes for postings of their profession", () => {
  beforeAll(async () => {
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
      lying: modelEngine(model, await shippedPrompts(), { fence: "k7f3q9", lexicon: knowledge.lexicon, verifyWords }),
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

  it.each(allPairs)(
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

  it.each(allPairs)(
    "with a model that invents, $resume: no invention reaches the document",
    async ({ resume, posting }) => {
      const { result, after, source } = await rewritten(resume, posting, engines.lying);
      expect(result.changes.length).toBeGreaterThan(0);
      const [markdown = ""] = await documentsOf({ after, source }, ["md"], { data });
      const told = lies.filter((lie) => String(markdown).includes(lie));
      expect(told).toEqual([]);
      expect(result.changes.filter(({ status }) => status !== "held-back")).toEqual([]);
    },
  );
});
