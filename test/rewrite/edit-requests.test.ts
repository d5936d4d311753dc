import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { readPosting, readResume } from "../../src/read/document.js";
import { editPlan, missingTerms, postingRequest } from "../../src/rewrite/edit-requests.js";
import { estimateTokens } from "../../src/rewrite/estimate.js";
import { loadPrompts } from "../../src/rewrite/prompts.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { understandResume } from "../../src/understand/resume.js";
import { parseResumeWords, resumeWordFiles } from "../../src/understand/words.js";
import { corpus, data, hasCorpus } from "../doubles.js";
import { parsed, posting, requirement, task } from "./model-task.js";

const prompts = loadPrompts(
  await Promise.all(
    (await data.list("prompts")).map(async (path) => ({
      path,
      text: await data.text(path),
      origin: "bundled" as const,
    })),
  ),
);
const mark = "f3a9c1d2e4";
const userOf = (fields: Parameters<typeof task>[0] = {}): string =>
  editPlan(task(fields), prompts, mark)
    .requests.map(({ request }) => request.user)
    .join("\n");

describe("a request for edits", () => {
  it("names as missing only what neither the resume nor a confirmed fact shows", () => {
    const facts = [
      { id: "f1", text: "Wrote Terraform modules", entry: null, at: "2026-01-01T00:00:00Z", origin: "user" },
    ];
    expect(missingTerms(task())).toEqual(["Terraform"]);
    expect(missingTerms(task({ facts }))).toEqual([]);
    expect(userOf({ facts })).toContain("Do not claim: nothing further");
  });

  it("leaves out references and lines of other sections that hold contact or personal data", () => {
    const extra = (n: number, text: string, path: string) => ({ lines: [n], text, path });
    const ids = {
      ...parsed.ids,
      "x1.h1": extra(7, "Chess club, treasurer", "sections[0].items[0]"),
      "x1.h2": extra(8, "Skype: mquist77", "sections[0].items[1]"),
      "x1.h3": extra(9, "Date of birth 1 March 1975", "sections[0].items[2]"),
      "x2.h1": extra(10, "Bo Ek, former boss", "references[0].reference"),
    };
    const user = userOf({ parsed: { ...parsed, ids } });
    expect(user).toContain("[x1.h1] Chess club, treasurer");
    expect(user).not.toMatch(/x1\.h2|x1\.h3|x2\.h1|Bo Ek|1975/);
  });

  it("offers a summary to a resume that has none", () => {
    const ids = { ...parsed.ids, summary: { lines: [], text: "", path: "basics.summary" } };
    expect(userOf({ parsed: { ...parsed, ids } })).toContain("[summary] (none yet)");
  });

  it.each([
    ["junior", "early career"],
    ["intern", "early career"],
    ["lead", "senior or leading role"],
    ["mid", null],
    [null, null],
  ] as const)("speaks to the level of the posting: %s", (seniority, words) => {
    const [first] = editPlan(task({ posting: { ...posting, seniority } }), prompts, mark).requests;
    const levels = ["early career", "senior or leading role"].filter((one) => first?.request.system.includes(one));
    expect(levels).toEqual(words === null ? [] : [words]);
  });

  it("thinks little for a preview and more for a complete rewrite", () => {
    expect(editPlan(task({ tier: "preview" }), prompts, mark).requests[0]?.request.effort).toBe("low");
    expect(editPlan(task(), prompts, mark).requests[0]?.request.effort).toBe("medium");
  });
});

const words = parseResumeWords(
  await Promise.all(resumeWordFiles.map(async (name) => ({ name, text: await data.text(name) }))),
);
const folder = join(corpus, "resumes");
const files = hasCorpus
  ? readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(docx|txt|md)$/.test(entry.name) && !entry.parentPath.endsWith("error"))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  : [];
const document = async (read: typeof readResume, path: string): Promise<SourceDocument> => ({
  ...(await read(readFileSync(path), path)),
  sha256: "00".repeat(32),
});

describe.skipIf(!hasCorpus)("requests for real resumes", () => {
  it("are many", () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)("hold no contact data and stay within the token aim: %s", async (name) => {
    const source = await document(readResume, join(folder, name));
    const read = understandResume(source, words);
    const job = await document(readPosting, join(corpus, "jobs/txt/meta-frontend-engineer.txt"));
    const demands = job.lines
      .filter(({ text }) => text.length > 40)
      .map(({ text, n }, at) => requirement(`r${at}`, text, { line: n }));
    const wanted = { ...posting, requirements: demands };
    const match = {
      ...task().match,
      requirements: demands.map((one) => ({
        ...one,
        status: "partly" as const,
        postingLine: one.line,
        evidence: [{ line: 9, text: "" }],
        missingTerms: ["Terraform"],
      })),
    };
    const plan = editPlan(task({ source, parsed: read, postingSource: job, posting: wanted, match }), prompts, mark);
    const sent = plan.requests.map(({ request }) => request.user.split("<<<POSTING")[0]).join("\n");
    const { email, phone, url, profiles = [] } = read.resume.basics ?? {};
    for (const secret of [email, url, ...profiles.map((one) => one.url)]) {
      if (secret) expect(sent.toLowerCase()).not.toContain(secret.toLowerCase());
    }
    const digits = phone?.replace(/\D/g, "") ?? "";
    if (digits.length > 6 && /[1-9]/.test(digits))
      expect(sent.replace(/[\s().–-]/g, "")).not.toContain(digits.slice(-7));
    expect(sent).not.toMatch(/[\w.]+@[\w-]+\.\w+|https?:\/\//);
    const first = postingRequest(job, prompts, mark).request;
    const all = [first, ...plan.requests.map(({ request }) => request)];
    expect(all.reduce((sum, { system, user }) => sum + estimateTokens(system + user) + 300, 0)).toBeLessThan(8000);
  });
});
