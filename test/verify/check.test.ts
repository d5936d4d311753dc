import { describe, expect, it } from "vitest";
import { readResume } from "../../src/read/document.js";
import type { RewriteTask } from "../../src/rewrite/engine.js";
import { CheckResult } from "../../src/schema/check.js";
import { understandResume } from "../../src/understand/resume.js";
import { checkDocument } from "../../src/verify/check.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { words as resumeWords } from "../understand/resume-words.js";
import { shippedLexicon, taskOf } from "./task.js";

const lexicon = await shippedLexicon();
const verifyWords = await loadVerifyWords(data);

const original = `# Nora Winter

nora.winter@example.com | (512) 555-0142 | https://github.com/norawinter

## Summary

Backend developer with six years of experience in payment systems.

## Experience

### Backend Developer, Fernbrook Payments
March 2020 - Present

- Moved 14 services to Kubernetes with two colleagues
- Helped design the refund service in Go
- Cut the nightly batch from four hours to 50 minutes

### Junior Developer, Larkhill Media
June 2017 - February 2020

- Maintained the subscription website in Python and Flask
- Wrote 30 integration tests

## Education

### BSc Computer Science, University of Graz
2013 - 2017

## Skills

- Languages: Go, Python, SQL
- Tools: Kubernetes, Docker, PostgreSQL

## Certificates

- Certified Kubernetes Administrator, 2022
`;

async function read(text: string) {
  const source = { ...(await readResume(new TextEncoder().encode(text), "resume.md")), sha256: "" };
  return { source, parsed: understandResume(source, resumeWords) };
}

async function check(rewritten: string) {
  const before = await read(original);
  const task: RewriteTask = { ...taskOf([], lexicon), ...before, today: "2026-11-23" };
  return checkDocument(task, await read(rewritten), verifyWords);
}
const swapped = (...pairs: [string, string][]): string =>
  pairs.reduce((text, [old, now]) => {
    if (!text.includes(old)) throw new Error(`no "${old}"`);
    return text.replace(old, now);
  }, original);

describe("a rewritten document", () => {
  it("that is the original has no change and no finding", async () => {
    const result = await check(original);
    expect(result).toEqual({
      schema: "resumelaw/verify@1",
      ok: true,
      changes: [],
      findings: [],
      dropped: [],
      warnings: result.warnings,
    });
    expect(CheckResult.parse(result)).toEqual(result);
  });

  it("may word lines anew, merge lines of one job, reorder and drop", async () => {
    const result = await check(
      swapped(
        [
          "Moved 14 services to Kubernetes with two colleagues",
          "Migrated 14 services to K8s together with two colleagues",
        ],
        ["- Wrote 30 integration tests\n", ""],
        [
          "Maintained the subscription website in Python and Flask",
          "Maintained the Python and Flask subscription website",
        ],
      ),
    );
    expect(result.findings).toEqual([]);
    expect(result.ok).toBe(true);
    expect(result.changes.map(({ id, status }) => `${id} ${status}`)).toEqual(["w1.h1 applied", "w2.h1 applied"]);
    expect(result.dropped).toEqual([{ id: "w2.h2", text: "Wrote 30 integration tests" }]);
  });

  it.each([
    ["another number", "14 services", "40 services", "quantities", "40"],
    ["a higher part", "Helped design", "Designed", "ownership", "Designed"],
    ["a tool of nobody", "Python and Flask", "Python, Flask and Django", "entities", "Django"],
    ["a skill of nobody", "Go, Python, SQL", "Go, Python, SQL, Rust", "entities", "Rust"],
    ["a line of its own making", "- Wrote 30", "- Managed a budget of $2M\n- Wrote 30", "quantities", "$2M"],
    ["more years", "with six years", "with nine years", "years", "nine years"],
    ["another title", "Junior Developer,", "Senior Developer,", "identity", "Senior Developer"],
    ["another employer", "Larkhill Media", "Initech Media", "identity", "Initech Media"],
    ["an earlier start", "June 2017 -", "June 2015 -", "identity", "2015-06"],
    ["a job that goes on", "- February 2020", "- Present", "identity", "Junior Developer, Larkhill Media"],
    ["another degree", "BSc Computer", "MSc Computer", "identity", "MSc"],
    [
      "a certificate of nobody",
      "- Certified",
      "- AWS Certified Developer, 2023\n- Certified",
      "identity",
      "AWS Certified Developer",
    ],
    ["another address", "nora.winter@example.com", "nora@other.example", "identity", "nora@other.example"],
    ["another number to call", "(512) 555-0142", "(512) 555-0199", "identity", "(512) 555-0199"],
    [
      "a job nobody had",
      "### Junior",
      "### Architect, Zyxora Corp\n2015 - 2016\n\n- Drew plans\n\n### Junior",
      "identity",
      "Architect, Zyxora Corp",
    ],
  ])("that says %s is told by rule and token", async (_, old, now, rule, token) => {
    const { ok, findings } = await check(swapped([old, now]));
    expect(ok).toBe(false);
    expect(findings.map((one) => [one.rule, one.token])).toContainEqual([rule, expect.stringContaining(token)]);
    expect(findings.every(({ text }) => text !== "")).toBe(true);
  });

  it("that gives a line of one job to another is told so", async () => {
    const line = "Maintained the subscription website in Python and Flask";
    const result = await check(
      swapped(
        [`- ${line}\n`, ""],
        ["- Helped design", `- ${line.replace("Maintained", "Looked after")}\n- Helped design`],
      ),
    );
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ rule }) => rule)).toContain("evidence");
  });
});
