import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RewriteResult } from "../../src/schema/result.js";
import { root } from "../doubles.js";
import { error as apiError, type Loopback, loopback, obedientModel, raw, stallBody, status } from "../loopback.js";
import { launcher, newFolder, plainEnv, type Running, run, start } from "./process.js";

const resume = join(root, "templates", "sample", "resume.docx");
const posting = join(root, "templates", "sample", "posting.txt");
const rewrite = (...more: string[]) => ["rewrite", resume, "--job", posting, ...more];

describe("rewrite with the offline engine", () => {
  it("writes the document and its trace, and says what it did", async () => {
    const cwd = newFolder();
    const { code, stdout, stderr } = await run(rewrite("--format", "docx,md,html,json", "--out", "out"), { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("Offline engine (no key is set): nothing is sent anywhere."),
    });
    expect(stdout).toMatch(/Match \d+ → \d+ of 100/);
    const names = readdirSync(join(cwd, "out")).sort();
    expect(names.map((name) => name.replace(/^[^.]+/, ""))).toEqual([".docx", ".html", ".json", ".md", ".trace.json"]);
    const trace = RewriteResult.parse(JSON.parse(readFileSync(join(cwd, "out", names.at(-1) ?? ""), "utf8")));
    expect(trace.match.after).toBeGreaterThanOrEqual(trace.match.before);
    expect(trace.changes.length).toBeGreaterThan(0);
    expect(trace.changes.every((change) => change.status !== "held-back")).toBe(true);
    expect(trace.outputs.map((path) => path.split("/")[0])).toEqual(Array(5).fill("out"));
    expect(trace.usage).toMatchObject({ requests: 0, inputTokens: 0, costUsd: 0 });
  });

  it("never replaces a file without --force, and leaves it as it was", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "mine.md"), "my own words");
    const refused = await run(rewrite("--out", "mine.md"), { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/mine\.md exists already[\s\S]*--force/);
    expect(readFileSync(join(cwd, "mine.md"), "utf8")).toBe("my own words");
    expect(readdirSync(cwd)).toEqual(["mine.md"]);
    expect((await run(rewrite("--out", "mine.md", "--force"), { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "mine.md"), "utf8")).not.toBe("my own words");
  });

  it("previews at most three lines and writes nothing", async () => {
    const cwd = newFolder();
    const { code, stdout } = await run(rewrite("--preview", "--json"), { cwd });
    const result = RewriteResult.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(result.tier).toBe("preview");
    expect(result.outputs).toEqual([]);
    expect(result.strategy.length).toBeGreaterThan(0);
    expect(result.changes.filter((change) => change.op === "replace").length).toBeLessThanOrEqual(3);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("prints the result as the one JSON document on stdout, alone even without --quiet", async () => {
    const { code, stdout } = await run(rewrite("--json"));
    expect(code).toBe(0);
    expect(RewriteResult.parse(JSON.parse(stdout)).outputs).toHaveLength(2);
  });

  it("says nothing but the result with --quiet", async () => {
    const { code, stderr } = await run(rewrite("--quiet"));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("takes the resume from standard input", async () => {
    const { code, stdout } = await run(["rewrite", "-", "--job", posting, "--json"], { input: readFileSync(resume) });
    expect(code).toBe(0);
    expect(RewriteResult.parse(JSON.parse(stdout)).resume.basics?.name).toBeTruthy();
  });

  it("gives the same documents for the same input", async () => {
    const [one, other] = [newFolder(), newFolder()];
    for (const cwd of [one, other]) await run(rewrite("--format", "docx,md,html,json", "--out", "o"), { cwd });
    for (const name of readdirSync(join(one, "o")).filter((file) => !file.endsWith(".trace.json"))) {
      expect(readFileSync(join(other, "o", name)).equals(readFileSync(join(one, "o", name)))).toBe(true);
    }
  });
});

describe("a posting on the web", () => {
  it("is fetched, understood and named in the result", async () => {
    const page = `<html><head><title>Jobs</title><script type="application/ld+json">${JSON.stringify({
      "@type": "JobPosting",
      title: "Backend Engineer",
      hiringOrganization: { name: "Quillfeather" },
      description:
        "<p>We build ordering systems for small restaurants and look for someone who keeps them fast and calm.</p><p>What you bring</p><ul><li>Strong Python</li><li>PostgreSQL</li></ul>",
    })}</script></head><body>Accept our cookies</body></html>`;
    await using server = await loopback(raw(page, "text/html"));
    const url = server.url.replace("/v1", "/jobs/42");
    const { code, stdout } = await run(["job", url, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "resumelaw/posting@1",
      title: "Backend Engineer",
      company: "Quillfeather",
      requirements: [{ quote: "Strong Python" }, { quote: "PostgreSQL" }],
    });
    const rewritten = await run(["rewrite", resume, "--job", url, "--json"]);
    expect(RewriteResult.parse(JSON.parse(rewritten.stdout)).outputs[0]).toMatch(
      /quillfeather-backend-engineer\.docx$/,
    );
  });

  it("that cannot be fetched ends with 3 and says what to do", async () => {
    await using server = await loopback(status(403));
    const { code, stderr } = await run(["job", server.url.replace("/v1", "/jobs/42")]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/403[\s\S]*save/i);
  });
});

describe("every command prints one JSON document with --json", () => {
  it.each([
    [["parse", resume], "resumelaw/resume@1"],
    [["job", posting], "resumelaw/posting@1"],
    [["analyze", resume], "resumelaw/match@1"],
    [["analyze", resume, "--job", posting], "resumelaw/match@1"],
    [["init"], "resumelaw/init@1"],
    [["prompts", "list"], "resumelaw/prompts@1"],
    [["prompts", "show", "resume_rewrite/premium"], "resumelaw/prompt@1"],
    [["prompts", "check"], "resumelaw/prompts-check@1"],
    [["config", "list"], "resumelaw/settings@1"],
    [["config", "set", "engine", "offline"], "resumelaw/setting@1"],
    [["config", "unset", "engine"], "resumelaw/setting@1"],
    [["config", "path"], "resumelaw/path@1"],
    [["completion", "bash"], "resumelaw/completion@1"],
    [["rewrite", resume, "--job", posting, "--dry-run"], "resumelaw/plan@1"],
  ])("%j", async (args, schema) => {
    const { code, stdout } = await run([...args, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ schema });
  });

  it("and a gate that fails after it speaks on stderr, with 6", async () => {
    const { code, stdout, stderr } = await run(["analyze", resume, "--job", posting, "--min-match", "100", "--json"]);
    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject({ schema: "resumelaw/match@1" });
    expect(stderr).toMatch(/below the 100/);
  });

  it("byte-identical for the same input in another place at another time", async () => {
    const [one, other] = await Promise.all([
      run(["analyze", resume, "--job", posting, "--json"]),
      run(["analyze", resume, "--job", posting, "--json"], { cwd: root }),
    ]);
    expect(one.stdout).toBe(other.stdout);
  });
});

it("ends quietly where the reader of its output goes away", () => {
  const pipe = `${process.execPath} ${launcher} parse ${resume} --json | head -c 10`;
  const {
    status: code,
    stdout,
    stderr,
  } = spawnSync("bash", ["-o", "pipefail", "-c", pipe], { env: plainEnv(), encoding: "utf8" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toHaveLength(10);
});

describe("bad input ends with 3, names the file and says what to do", () => {
  const folder = newFolder();
  beforeAll(() => {
    mkdirSync(join(folder, "a-folder.docx"));
    writeFileSync(join(folder, "empty.txt"), "");
    writeFileSync(join(folder, "short.txt"), "Jane Doe");
    writeFileSync(join(folder, "picture.pdf"), Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    writeFileSync(join(folder, "not-a-zip.docx"), "PK\u0003\u0004 but nothing behind it");
  });
  it.each(["missing.docx", "a-folder.docx", "empty.txt", "short.txt", "picture.pdf", "not-a-zip.docx"])(
    "%s",
    async (name) => {
      const { code, stdout, stderr } = await run(["rewrite", name, "--job", posting], { cwd: folder });
      expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
      expect(stderr).toContain(name);
      expect(stderr.trim().split("\n").length).toBeGreaterThanOrEqual(2);
      expect(stderr).not.toMatch(/\n\s+at /);
    },
  );
});

describe("rewrite with a model", () => {
  let server: Loopback;
  beforeAll(async () => {
    server = await loopback(obedientModel());
  });
  afterAll(() => server[Symbol.asyncDispose]());
  const withKey = (extra: NodeJS.ProcessEnv = {}) =>
    plainEnv({
      OPENAI_API_KEY: "sk-test-1234567890",
      OPENAI_BASE_URL: server.url,
      RESUMELAW_MODEL: "test-model",
      ...extra,
    });

  it("asks for the posting and the edits, once more for what was held back, and nobody the second time", async () => {
    const env = withKey();
    const before = server.requests.length;
    const first = await run(rewrite("--json"), { env });
    expect(first.code).toBe(0);
    const result = RewriteResult.parse(JSON.parse(first.stdout));
    expect(result.engine).toMatchObject({ name: "openai" });
    const asked = result.changes.some(({ status, earlier }) => status === "held-back" || earlier !== undefined) ? 3 : 2;
    expect(result.usage.requests).toBe(asked);
    expect(server.requests.length - before).toBe(asked);
    const again = await run(rewrite("--json"), { env });
    expect(RewriteResult.parse(JSON.parse(again.stdout))).toMatchObject({
      usage: { requests: 0, costUsd: 0 },
      changes: result.changes,
    });
    expect(server.requests.length - before).toBe(asked);
    await run(rewrite("--json", "--no-cache"), { env });
    expect(server.requests.length - before).toBe(2 * asked);
  });

  it("sends no contact data", async () => {
    const { basics } = JSON.parse((await run(["parse", resume, "--json"])).stdout).resume;
    const secrets = [
      basics.name,
      ...basics.name.split(" "),
      basics.email,
      basics.phone,
      basics.phone.replace(/\D/g, "").slice(-7),
    ];
    expect(secrets.every((secret: string) => secret.length > 3)).toBe(true);
    const sent = server.requests.map((request) => request.text).join("\n");
    expect(sent.length).toBeGreaterThan(1000);
    expect(secrets.filter((secret: string) => sent.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  });

  it("plans without sending", async () => {
    const before = server.requests.length;
    const { code, stdout } = await run(rewrite("--dry-run", "--json", "--model", "gpt-6.1-terra"), { env: withKey() });
    expect(code).toBe(0);
    const plan = JSON.parse(stdout);
    expect(plan.requests.length).toBeGreaterThanOrEqual(2);
    expect(plan.usage.costUsd).toBeGreaterThan(0);
    expect(server.requests.length).toBe(before);
  });
});

describe("a provider that fails", () => {
  it.each([
    ["401", status(401, apiError("Incorrect API key provided")), 4],
    ["quota", status(429, apiError("You exceeded your current quota", "insufficient_quota")), 5],
    ["an absurd retry-after", status(429, apiError("slow down"), { "retry-after": "86400" }), 5],
    ["HTML", status(200, "<html>gateway</html>"), 5],
  ] as const)(
    "with %s ends with its exit code, or gives the offline result with --fallback",
    async (_what, reply, exitCode) => {
      await using server = await loopback(reply);
      const env = plainEnv({
        OPENAI_API_KEY: "sk-test-1234567890",
        OPENAI_BASE_URL: server.url,
        RESUMELAW_MODEL: "test-model",
      });
      const failed = await run(rewrite("--json"), { env });
      expect(failed.code).toBe(exitCode);
      expect(JSON.parse(failed.stdout)).toMatchObject({
        error: { kind: exitCode === 4 ? "settings" : "provider", exitCode },
      });
      expect(failed.stdout + failed.stderr).not.toContain("sk-test-1234567890");
      if (exitCode !== 5) return;
      const { code, stdout } = await run(rewrite("--json", "--fallback"), { env });
      expect(code).toBe(0);
      expect(RewriteResult.parse(JSON.parse(stdout))).toMatchObject({
        engine: { name: "offline", fallbackFrom: "openai" },
        credits: { charged: 0 },
      });
    },
  );

  it("ends with 130 on Ctrl-C in the middle of an answer and leaves no file", async () => {
    let running: Running | undefined;
    await using server = await loopback((request, response) => {
      stallBody(request, response);
      running?.kill("SIGINT");
    });
    const cwd = newFolder();
    const env = plainEnv({
      OPENAI_API_KEY: "sk-test-1234567890",
      OPENAI_BASE_URL: server.url,
      RESUMELAW_MODEL: "test-model",
    });
    running = start(rewrite(), { cwd, env });
    expect(await running.ended).toMatchObject({ code: 130, stdout: "", stderr: expect.stringMatching(/Interrupted/) });
    expect(readdirSync(cwd)).toEqual([]);
    expect(
      existsSync(join(env.RESUMELAW_HOME ?? "", "cache")) ? readdirSync(join(env.RESUMELAW_HOME ?? "", "cache")) : [],
    ).toEqual([]);
  });
});
