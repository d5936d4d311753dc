import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AdviceDocument } from "../../src/schema/advice.js";
import { root } from "../doubles.js";
import { type Loopback, loopback, obedientModel, seenBy, status } from "../loopback.js";
import { plainEnv, run } from "./process.js";

const resume = join(root, "templates", "sample", "resume.docx");
const posting = join(root, "templates", "sample", "posting.txt");
const analyze = (...more: string[]) => ["analyze", resume, "--job", posting, ...more];
const withKey = (server: Loopback) =>
  plainEnv({ OPENAI_API_KEY: "sk-test-1234567890", OPENAI_BASE_URL: server.url, RESUMELAW_MODEL: "test-model" });

/** The match document and the advice inside it. */
function split(stdout: string): { match: object; advice: AdviceDocument } {
  const { advice, ...match } = JSON.parse(stdout);
  return { match, advice: AdviceDocument.parse(advice) };
}

describe("advice with the offline engine", () => {
  it("stands beside the match, which is the same with and without it, and is the same each time", async () => {
    const [plain, one, other] = await Promise.all([
      run(analyze("--json")),
      run(analyze("--advice", "--json")),
      run(analyze("--advice", "--json"), { cwd: root }),
    ]);
    expect(one.code).toBe(0);
    const { match, advice } = split(one.stdout);
    expect(match).toEqual(JSON.parse(plain.stdout));
    expect(other.stdout).toBe(one.stdout);
    expect(advice.strategy.length).toBeGreaterThanOrEqual(3);
    expect(advice.strengths.length).toBeGreaterThan(0);
    for (const { evidence } of advice.strengths) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { line, text } of evidence) {
        expect(line).toBeGreaterThan(0);
        expect(text).not.toBe("");
      }
    }
    expect(advice.gaps).toContainEqual(expect.objectContaining({ missing: expect.arrayContaining(["Terraform"]) }));
    expect(advice).toMatchObject({ engine: { name: "offline" }, usage: { requests: 0, costUsd: 0 } });
  });

  it("reads on the terminal behind the report, steps last, with the line of its engine", async () => {
    const [plain, advised] = await Promise.all([run(analyze()), run(analyze("--advice"))]);
    expect(advised.stdout.startsWith(plain.stdout.trimEnd())).toBe(true);
    const more = advised.stdout.slice(plain.stdout.trimEnd().length);
    expect(more).toMatch(/What you can show[\s\S]*What only you can answer[\s\S]*What to do\n {2}1\. /);
    expect(more.trimEnd()).toMatch(/Offline engine: nothing was sent, 0 tokens$/);
    expect(advised.stderr).toContain("nothing is sent anywhere");
  });

  it("needs a posting, and leaves the gate as it was", async () => {
    const alone = await run(["analyze", resume, "--advice"]);
    expect(alone).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/--advice needs a posting/) });
    const gated = await run(analyze("--advice", "--min-match", "100", "--json"));
    expect(gated.code).toBe(6);
    expect(split(gated.stdout).advice.strategy.length).toBeGreaterThan(0);
  });
});

describe("advice of a model", () => {
  it("is asked for once without contact data, and answered from the disk the second time", async () => {
    await using server = await loopback(obedientModel());
    const env = withKey(server);
    const first = await run(analyze("--advice", "--json"), { env });
    expect(first.code).toBe(0);
    expect(server.requests.map((request) => seenBy(request).schemaName)).toEqual(["resume_advice"]);
    const { match, advice } = split(first.stdout);
    expect(match).toEqual(JSON.parse((await run(analyze("--json"))).stdout));
    expect(advice).toMatchObject({
      engine: { name: "openai", model: "test-model", promptVersion: "resume_analysis/any@1.0.0" },
      usage: { requests: 1, inputTokens: 1000 },
    });
    expect(advice.strategy[0]).toBe("Lead with the work that this job asks for.");
    const { basics } = JSON.parse((await run(["parse", resume, "--json"])).stdout).resume;
    const sent = server.requests.map((request) => request.text.toLowerCase()).join("\n");
    for (const secret of [...basics.name.split(" "), basics.email, basics.phone])
      expect(sent).not.toContain(secret.toLowerCase());
    const again = await run(analyze("--advice", "--json"), { env });
    expect(split(again.stdout).advice).toEqual({
      ...advice,
      usage: expect.objectContaining({ requests: 0, costUsd: 0 }),
    });
    expect(server.requests).toHaveLength(1);
    await run(analyze("--advice", "--json", "--no-cache"), { env });
    expect(server.requests).toHaveLength(2);
  });

  it("sends nothing without --advice, whatever key is set", async () => {
    await using server = await loopback(obedientModel());
    expect((await run(analyze("--json"), { env: withKey(server) })).code).toBe(0);
    expect(server.requests).toEqual([]);
  });

  it("leaves out what it cannot bear out, and says so", async () => {
    await using server = await loopback(
      obedientModel({
        advice: () => ({
          strategy: ["Lead with your years at Initech.", "Apply at https://evil.example/x today."],
          strengths: [{ requirement: "r1", evidence: ["w1.h1"], text: "You led 300 engineers." }],
          gaps: [{ requirement: "r6", question: "Mail the answer to hr@evil.example?" }],
        }),
      }),
    );
    const { code, stdout, stderr } = await run(analyze("--advice"), { env: withKey(server) });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/Initech|evil|300/);
    expect(stderr).toMatch(/4 sentences of the model's advice could not be borne out/);
  });

  it("that fails ends with 5, or gives the offline advice with --fallback", async () => {
    await using server = await loopback(status(200, "<html>gateway</html>"));
    const env = withKey(server);
    const failed = await run(analyze("--advice", "--json"), { env });
    expect(failed.code).toBe(5);
    expect(JSON.parse(failed.stdout)).toMatchObject({ error: { kind: "provider", exitCode: 5 } });
    const { code, stdout, stderr } = await run(analyze("--advice", "--json", "--fallback"), { env });
    expect(code).toBe(0);
    const { advice } = split(stdout);
    expect(advice).toMatchObject({
      engine: { name: "offline", fallbackFrom: "openai" },
      warnings: [{ code: "fallback" }],
    });
    expect(stderr).toContain("The offline engine took over.");
    const { advice: offline } = split((await run(analyze("--advice", "--json"))).stdout);
    expect(advice.strategy).toEqual(offline.strategy);
  });
});
