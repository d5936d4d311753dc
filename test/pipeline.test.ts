import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../src/errors.js";
import { adviseResume, type PipelineWorld, rewriteResume } from "../src/pipeline.js";
import type { Event, NamedBytes } from "../src/ports.js";
import { readPosting, readResume } from "../src/read/document.js";
import type { Engine, Proposal } from "../src/rewrite/engine.js";
import { offlineEngine } from "../src/rewrite/offline.js";
import { noUsage } from "../src/rewrite/price.js";
import type { Edit } from "../src/schema/edit.js";
import { RewriteResult } from "../src/schema/result.js";
import { type Knowledge, loadKnowledge } from "../src/understand/knowledge.js";
import { loadVerifyWords, type VerifyWords } from "../src/verify/words.js";
import { data, root } from "./doubles.js";

let knowledge: Knowledge;
let verifyWords: VerifyWords;
let resume: NamedBytes;
let posting: NamedBytes;
beforeAll(async () => {
  [knowledge, verifyWords] = await Promise.all([loadKnowledge(data), loadVerifyWords(data)]);
  const bytes = async (name: string) => new Uint8Array(await readFile(join(root, "templates", "sample", name)));
  resume = { name: "resume.docx", bytes: await bytes("resume.docx") };
  posting = { name: "posting.txt", bytes: await bytes("posting.txt") };
});

const usage = { ...noUsage, requests: 1, inputTokens: 10, outputTokens: 5, costUsd: 0.5 };

function engineOf(edits: Edit[], fault?: { posting?: Error; propose?: Error; advise?: Error }): Engine {
  const proposal: Proposal = {
    edits,
    strategy: [],
    questions: [],
    usage,
    engine: { name: "openai", model: "m", promptVersion: "1" },
    warnings: [],
  };
  return {
    name: "openai",
    posting: async (_source, understood) => {
      if (fault?.posting) throw fault.posting;
      return { posting: understood, usage };
    },
    propose: async () => {
      if (fault?.propose) throw fault.propose;
      return proposal;
    },
    advise: async () => {
      if (fault?.advise) throw fault.advise;
      const { usage, engine } = proposal;
      return { strategy: ["Lead with Python."], strengths: [], questions: [], usage, engine, warnings: [] };
    },
  };
}

function worldOf(engine: Engine, more: Partial<PipelineWorld> = {}): PipelineWorld {
  let ms = 0;
  return {
    reader: {
      resume: async (file) => ({ ...(await readResume(file.bytes, file.name)), sha256: "" }),
      posting: async (file) => ({ ...(await readPosting(file.bytes, file.name)), sha256: "" }),
    },
    engine,
    knowledge,
    verifyWords,
    clock: { now: () => new Date("2026-11-23T00:00:00Z"), ms: () => ms++ },
    onEvent: () => {},
    signal: new AbortController().signal,
    ...more,
  };
}

const run = (engine: Engine, more?: Partial<PipelineWorld>) =>
  rewriteResume({ resume, posting, tier: "complete", facts: [] }, worldOf(engine, more));
const provider = new UserError("provider", "The provider failed.", "Try again.");

describe("the sentence", () => {
  it("goes through its stages in order and adds up what was used", async () => {
    const events: Event[] = [];
    const { result } = await run(engineOf([]), { onEvent: (event) => events.push(event) });
    expect(events.map((event) => (event.type === "stage" ? event.stage : event.type))).toEqual([
      "read",
      "understand",
      "match",
      "rewrite",
      "verify",
    ]);
    expect(result.usage).toMatchObject({ requests: 2, inputTokens: 20, costUsd: 1 });
    expect(result.timing.total).toBeGreaterThan(0);
    expect(RewriteResult.parse(result)).toEqual(result);
  });

  it("changes nothing where nothing is proposed", async () => {
    const { result, before, after } = await run(engineOf([]));
    expect(after).toEqual(before);
    expect(result.match.after).toBe(result.match.before);
  });

  it.each(["posting", "propose"] as const)(
    "lets the fallback take over where the provider fails at %s, and says so",
    async (where) => {
      const { result } = await run(engineOf([], { [where]: provider }), { fallback: offlineEngine(verifyWords) });
      expect(result.engine).toMatchObject({ name: "offline", fallbackFrom: "openai" });
      expect(result.warnings).toContainEqual({
        code: "fallback",
        message: "The provider failed. The offline engine took over.",
        line: null,
      });
      expect(result.usage.requests).toBe(where === "propose" ? 1 : 0);
    },
  );

  it("falls back on no other failure, and on none without being asked", async () => {
    await expect(run(engineOf([], { propose: provider }))).rejects.toBe(provider);
    const settings = new UserError("settings", "No such model.", "Name another.");
    await expect(run(engineOf([], { propose: settings }), { fallback: offlineEngine(verifyWords) })).rejects.toBe(
      settings,
    );
  });

  it("stops before the engine is asked where the caller cannot keep the result", async () => {
    const refused = new UserError("usage", "It exists.", "--force");
    const engine = engineOf([], { propose: new Error("must not be asked") });
    await expect(run(engine, { onUnderstood: () => Promise.reject(refused) })).rejects.toBe(refused);
  });

  it("begins no stage after an interrupt", async () => {
    const controller = new AbortController();
    const interrupted = new UserError("interrupted", "Interrupted.", "");
    const onEvent = (event: Event) => {
      if (event.type === "stage" && event.stage === "match") controller.abort(interrupted);
    };
    await expect(run(engineOf([]), { signal: controller.signal, onEvent })).rejects.toBe(interrupted);
  });
});

describe("the second try", () => {
  const edit = (id: string, text: string): Edit => ({
    id,
    op: "replace",
    text,
    after: null,
    evidence: [id],
    keywords: [],
    why: "",
  });
  const lie = (text: string) => `${text} and doubled the revenue of Zyxora Corp to $91M`;

  async function tried(repair: NonNullable<Engine["repair"]>) {
    const { before } = await run(engineOf([]));
    const [one, two] = ["w1.h1", "w1.h2"].map((id) => before.ids[id]?.text ?? "") as [string, string];
    const proposed = engineOf([edit("w1.h1", lie(one)), edit("w1.h2", lie(two))]);
    return { one, two, ...(await run({ ...proposed, repair })) };
  }

  it("takes what passes, keeps the first proposal beside it, and leaves the rest as the resume has it", async () => {
    const { result, after, one, two } = await tried(async (task, held) => ({
      ...(await engineOf([]).propose(task, () => {}, new AbortController().signal)),
      edits: held.map(({ edit: { id } }) =>
        edit(id, id === "w1.h1" ? (task.parsed.ids[id]?.text ?? "").replace(/\.?$/, ".") : lie("Again")),
      ),
    }));
    const [first, second] = result.changes;
    expect(first).toMatchObject({ id: "w1.h1", status: "applied", earlier: { text: lie(one) } });
    expect(first?.earlier?.findings.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ id: "w1.h2", status: "held-back", after: lie(two) });
    expect(second).not.toHaveProperty("earlier");
    expect(after.ids["w1.h2"]?.text).toBe(two);
    expect(result.usage.requests).toBe(3);
    expect(RewriteResult.parse(result)).toEqual(result);
  });

  it("that fails loses nothing of the first", async () => {
    const { result, after, before } = await tried(() => Promise.reject(provider));
    expect(result.changes.map(({ status }) => status)).toEqual(["held-back", "held-back"]);
    expect(result.warnings).toContainEqual(expect.objectContaining({ code: "no-second-try" }));
    expect(after).toEqual(before);
  });
});

describe("a review", () => {
  it("has the last word on each change, through the gate, and what it confirms counts as evidence", async () => {
    const { before } = await run(engineOf([]));
    const text = before.ids["w1.h1"]?.text ?? "";
    const proposed: Edit = {
      id: "w1.h1",
      op: "replace",
      text: `${text} with Terraform`,
      after: null,
      evidence: ["w1.h1"],
      keywords: [],
      why: "",
    };
    const fact = { id: "f1", text: "Used Terraform", entry: "w1", at: "2026-11-23T00:00:00Z", origin: "review" };
    const { result } = await run(engineOf([proposed]), {
      review: async ({ verdicts, questions, judge }) => {
        expect(verdicts.map(({ status }) => status)).toEqual(["held-back"]);
        const confirmed = judge([{ ...proposed, evidence: ["w1.h1", "f1"] }], [fact]);
        const decided = confirmed.map((one) => ({
          ...one,
          decision: { by: "person" as const, action: "edit" as const },
        }));
        return { verdicts: decided, facts: [fact], questions: [...questions] };
      },
    });
    expect(result.changes).toMatchObject([{ status: "applied", decision: { by: "person", action: "edit" } }]);
    expect(result.changes[0]?.evidence).toContainEqual({
      id: "f1",
      line: null,
      text: "Used Terraform",
      fact: { at: "2026-11-23T00:00:00Z", origin: "review" },
    });
  });

  it("that rejects a change leaves the line as it was", async () => {
    const { before } = await run(engineOf([]));
    const text = `${before.ids["w1.h1"]?.text.replace(/\.$/, "")}!`;
    const proposed: Edit = { id: "w1.h1", op: "replace", text, after: null, evidence: [], keywords: [], why: "" };
    const { result, after } = await run(engineOf([proposed]), {
      review: async ({ verdicts }) => ({
        verdicts: verdicts.map((one) => ({
          ...one,
          status: "rejected" as const,
          decision: { by: "policy" as const, action: "reject" as const },
        })),
        facts: [],
        questions: [],
      }),
    });
    expect(result.changes).toMatchObject([{ status: "rejected", after: text }]);
    expect(after).toEqual(before);
  });
});

describe("advice", () => {
  const advised = (engine: Engine, more: Partial<PipelineWorld> = {}) =>
    adviseResume({ resume, posting, facts: [] }, worldOf(engine, more));

  it("leaves the posting and the match to code, and asks the engine once", async () => {
    const events: Event[] = [];
    const {
      advice,
      match,
      usage: before,
    } = await advised(engineOf([], { posting: new Error("must not be asked") }), {
      onEvent: (event) => events.push(event),
    });
    expect(events.map((event) => (event.type === "stage" ? event.stage : event.type))).toEqual([
      "read",
      "understand",
      "match",
      "advise",
    ]);
    expect(match).toEqual((await run(offlineEngine(verifyWords))).match);
    expect(advice).toMatchObject({ strategy: ["Lead with Python."], usage: { requests: 1 } });
    expect(before.requests).toBe(0);
  });

  it("comes from the fallback where the provider fails, and from nowhere else without one", async () => {
    const failing = engineOf([], { advise: provider });
    await expect(advised(failing)).rejects.toBe(provider);
    const { advice } = await advised(failing, { fallback: offlineEngine(verifyWords) });
    expect(advice.engine).toEqual({ name: "offline", model: null, promptVersion: null, fallbackFrom: "openai" });
    expect(advice.warnings).toMatchObject([{ code: "fallback" }]);
  });
});

describe("whatever an engine proposes", () => {
  it("never breaks a run, never loses an unaddressed line, and never touches names, employers, titles, dates or degrees", async () => {
    const { before } = await run(engineOf([]));
    const ids = [...Object.keys(before.ids), "w9.h9", "name", "w1", "constructor", ""];
    const texts = Object.values(before.ids).map(({ text }) => text);
    const id = fc.constantFrom(...ids);
    const edit: fc.Arbitrary<Edit> = fc.record({
      id,
      op: fc.constantFrom("replace" as const, "drop" as const, "move" as const),
      text: fc.option(fc.oneof(fc.constantFrom(...texts), fc.string())),
      after: fc.option(id),
      evidence: fc.array(id, { maxLength: 3 }),
      keywords: fc.array(fc.string(), { maxLength: 2 }),
      why: fc.string(),
    });
    const frozen = ({ resume: { basics, work, education, certificates } }: typeof before) => ({
      basics: { ...basics, summary: undefined },
      work: work?.map(({ name, position, startDate, endDate }) => ({ name, position, startDate, endDate })),
      education: education?.map(({ institution, studyType, area, startDate, endDate }) => ({
        institution,
        studyType,
        area,
        startDate,
        endDate,
      })),
      certificates,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 25 }), async (edits) => {
        const { result, after } = await run(engineOf(edits));
        expect(frozen(after)).toEqual(frozen(before));
        const applied = new Set(
          result.changes.filter(({ status }) => status !== "held-back").map((change) => change.id),
        );
        for (const [known, line] of Object.entries(before.ids))
          if (!applied.has(known)) expect(after.ids[known]?.text).toBe(line.text);
      }),
      { numRuns: 60 },
    );
  });
});
