import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { RewriteResult } from "../../src/schema/result.js";
import { root } from "../doubles.js";
import { type Answering, loopback, obedientModel, type Reply, seenBy, status } from "../loopback.js";
import { newFolder, plainEnv, run } from "./process.js";

const sample = (name: string) => join(root, "templates", "sample", name);
const lie = "for 4,700 customers of Zyxora with Terraform";

/** One edit for each highlight of the first job. */
const edits =
  (text: (old: string) => string): Answering =>
  ({ lines }) => ({
    edits: lines
      .filter(({ id }) => /^w1\.h\d+$/.test(id))
      .map(({ id, text: old }) => ({
        id,
        op: "replace",
        text: text(old),
        after: null,
        evidence: [id],
        keywords: [],
        why: "",
      })),
    questions: [],
    strategy: [],
  });
const lying = obedientModel({ edits: edits((old) => `${old.replace(/\.$/, "")} ${lie}`) });
const honest = obedientModel({ edits: edits((old) => (old.endsWith(".") ? old.slice(0, -1) : `${old}.`)) });

/** Answers the second try one way and everything else another. */
const byTry =
  (first: Reply, second: Reply): Reply =>
  (request, response) =>
    (seenBy(request).user.includes("<<<LINES") ? second : first)(request, response);

async function rewritten(reply: Reply) {
  const server = await loopback(reply);
  const out = newFolder();
  const args = [
    "rewrite",
    sample("resume.docx"),
    "--job",
    sample("posting.txt"),
    "--format",
    "md",
    "--out",
    out,
    "--report",
  ];
  const ended = await run([...args, "--json"], {
    env: plainEnv({ OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: server.url, RESUMELAW_MODEL: "test-model" }),
  });
  await server.close();
  const result = JSON.parse(ended.stdout) as RewriteResult;
  const markdown = readFileSync(result.outputs.find((path) => path.endsWith(".md")) ?? "", "utf8");
  return { ...ended, result, markdown, requests: server.requests };
}

it("asks once more for what was held back, takes what passes then, and keeps the first proposal in the trace", async () => {
  const { code, result, requests, markdown } = await rewritten(byTry(lying, honest));
  expect(code).toBe(0);
  expect(requests.length).toBe(3);
  expect(result.usage.requests).toBe(3);
  expect(result.changes.length).toBeGreaterThan(1);
  for (const change of result.changes) {
    expect(change).toMatchObject({ status: "applied", earlier: { text: expect.stringContaining(lie) } });
    expect(change.earlier?.findings.length).toBeGreaterThan(0);
  }
  expect(markdown).not.toMatch(/4,700|Zyxora|Terraform/);
  const report = readFileSync(result.outputs.find((path) => path.endsWith(".report.html")) ?? "", "utf8");
  expect(report).toContain("First proposal, held back");
  for (const { id } of result.changes) expect(report).toContain(`id="${id}"`);
});

it("asks no third time: what is held back twice stays as the person wrote it", async () => {
  const { code, result, requests, markdown } = await rewritten(lying);
  expect([code, requests.length]).toEqual([0, 3]);
  expect(new Set(result.changes.map(({ status }) => status))).toEqual(new Set(["held-back"]));
  expect(markdown).not.toMatch(/4,700|Zyxora|Terraform/);
});

it("asks once where nothing was held back", async () => {
  const { result, requests } = await rewritten(honest);
  expect(requests.length).toBe(2);
  expect(result.changes.length).toBeGreaterThan(1);
  expect(result.changes.every(({ status }) => status === "applied")).toBe(true);
});

it("loses nothing where the second try fails: the first answer is written and a warning says so", async () => {
  const { code, result, markdown } = await rewritten(byTry(lying, status(400, { error: { message: "no" } })));
  expect(code).toBe(0);
  expect(result.warnings).toContainEqual(expect.objectContaining({ code: "no-second-try" }));
  expect(markdown).not.toContain("Zyxora");
});

it("sends no contact data in the second try", async () => {
  const { requests } = await rewritten(lying);
  const { resume } = JSON.parse((await run(["parse", sample("resume.docx"), "--json"])).stdout);
  const { name, email, phone } = resume.basics as Record<"name" | "email" | "phone", string>;
  const sent = requests.map(({ text }) => text).join("\n");
  const digits = phone.replace(/\D/g, "").slice(-7);
  expect(sent.replace(/[\s().-]/g, "")).not.toContain(digits);
  for (const part of [email, ...name.split(" ")]) expect(sent.toLowerCase()).not.toContain(part.toLowerCase());
});
