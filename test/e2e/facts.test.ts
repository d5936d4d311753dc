import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RewriteResult } from "../../src/schema/result.js";
import { root } from "../doubles.js";
import { type Loopback, loopback, obedientModel } from "../loopback.js";
import { newFolder, plainEnv, run } from "./process.js";

const sample = (name: string): string => join(root, "templates", "sample", name);
const resume = sample("resume.docx");
const job = ["--job", sample("posting.txt")];
const terraform = "Used Terraform for the CI pipelines";
const home = (): NodeJS.ProcessEnv => plainEnv();
const facts = (env: NodeJS.ProcessEnv, ...args: string[]) => run(["facts", ...args], { env });
const json = (text: string) => JSON.parse(text);

describe("facts", () => {
  it("are added, listed and removed; an id is never given again", async () => {
    const env = home();
    const added = await facts(env, "add", terraform, "--resume", resume, "--entry", "w1");
    expect(added).toMatchObject({ code: 0, stderr: expect.stringContaining("Kept as f1") });
    expect(added.stdout).toMatch(
      /f1 +Used Terraform[\s\S]*Senior Software Engineer at Harbor & Pine Outfitters \(2021-03\)/,
    );
    const wide = await facts(env, "add", "Holds a driving licence");
    expect(wide.stderr).toMatch(/every resume of this folder/);
    expect(statSync(join(env.RESUMELAW_HOME ?? "", "facts.json")).mode & 0o777).toBe(0o600);
    const listed = json((await facts(env, "list", "--json")).stdout);
    expect(listed).toMatchObject({
      schema: "resumelaw/facts@1",
      facts: [
        {
          id: "f1",
          text: terraform,
          entry: { kind: "work", start: "2021-03" },
          owner: expect.stringMatching(/^[0-9a-f]+$/),
        },
        { id: "f2", owner: null, entry: null, at: expect.stringMatching(/^\d{4}-/), origin: expect.any(String) },
      ],
    });
    expect(JSON.stringify(listed)).not.toMatch(/Lindqvist|maya/i);
    expect((await facts(env, "remove", "f2")).code).toBe(0);
    expect((await facts(env, "add", "Speaks Norwegian")).stdout).toMatch(/^f3/);
    expect((await facts(env, "list")).stdout).toMatch(/f1[\s\S]*f3/);
  });

  it.each([
    [["remove", "f9"], 2, /no fact “f9”/],
    [["add", "  "], 2, /needs some words/],
    [["add", "True", "--entry", "w1"], 2, /--resume/],
    [["add", "True words", "--resume", resume, "--entry", "w9"], 2, /no entry “w9”[\s\S]*w1 Senior Software Engineer/],
    [["add", "True words", "--resume", "nowhere.docx"], 3, /nowhere\.docx/],
  ])("%j ends with %i", async (args, code, message) => {
    const ended = await facts(home(), ...args);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(message);
  });

  it("that cannot be read stop every command that needs them, and stay as they are", async () => {
    const env = home();
    const path = join(env.RESUMELAW_HOME ?? "", "facts.json");
    writeFileSync(path, "{ not json");
    const runs = [
      ["facts", "list"],
      ["facts", "add", "True words"],
      ["rewrite", resume, ...job],
      ["analyze", resume, ...job],
    ];
    for (const args of runs) {
      const { code, stderr } = await run(args, { env });
      expect({ args, code }).toEqual({ args, code: 4 });
      expect(stderr).toContain(path);
    }
    expect(readFileSync(path, "utf8")).toBe("{ not json");
  });

  it("are kept whole by processes at the same time", async () => {
    const env = home();
    const all = await Promise.all(Array.from({ length: 6 }, (_, at) => facts(env, "add", `True thing ${at}`)));
    expect(all.map(({ code }) => code)).toEqual(Array(6).fill(0));
    const { facts: kept } = json((await facts(env, "list", "--json")).stdout);
    expect(kept.map(({ id }: { id: string }) => id)).toEqual(["f1", "f2", "f3", "f4", "f5", "f6"]);
  });

  it("count in the match, visibly, and never in the score", async () => {
    const env = home();
    const plain = json((await run(["analyze", resume, ...job, "--json"], { env })).stdout);
    await facts(env, "add", terraform, "--resume", resume, "--entry", "w1");
    const told = json((await run(["analyze", resume, ...job, "--json"], { env })).stdout);
    const demand = (report: typeof plain) =>
      report.requirements.find(({ text }: { text: string }) => text.includes("Terraform"));
    expect(demand(plain).facts).toBeUndefined();
    expect(demand(told)).toMatchObject({ facts: ["f1"], status: expect.stringMatching(/partly|met/) });
    expect(told.score).toBe(plain.score);
    expect(told.ceiling).toBeGreaterThanOrEqual(plain.ceiling);
    expect((await run(["analyze", resume, ...job], { env })).stdout).toMatch(/confirmed by you, not in the resume: f1/);
  });
});

describe("a rewrite with facts", () => {
  let server: Loopback;
  const edit = (id: string, text: string) => ({
    id,
    op: "replace",
    text,
    after: null,
    evidence: [id, "f1"],
    keywords: [],
    why: "",
  });
  const edits = [
    edit("w1.h6", "Built the CI pipelines in GitHub Actions and Terraform; a full build went from 18 to 7 minutes."),
    edit("w2.h4", "Packaged seven services as Docker images with Terraform."),
  ];
  beforeAll(async () => {
    server = await loopback(obedientModel({ edits: () => ({ edits, questions: [], strategy: [] }) }));
  });
  afterAll(() => server.close());

  it("sends them without contact data, takes them as evidence for their own job only, and cites them with date and origin", async () => {
    const env = {
      ...home(),
      OPENAI_API_KEY: "sk-test-1234567890",
      OPENAI_BASE_URL: server.url,
      RESUMELAW_MODEL: "test-model",
    };
    await facts(
      env,
      "add",
      `${terraform}; ask Maya Lindqvist, maya.lindqvist@example.com`,
      "--resume",
      resume,
      "--entry",
      "w1",
    );
    const cwd = newFolder();
    const { code, stdout } = await run(["rewrite", resume, ...job, "--format", "md"], { env, cwd });
    expect(code).toBe(0);
    const sent = JSON.stringify(server.requests.map(({ body }) => body));
    expect(sent).toContain(terraform);
    expect(sent).not.toMatch(/maya\.lindqvist|Lindqvist/i);
    const name = readdirSync(cwd).find((file) => file.endsWith(".trace.json")) ?? "";
    const { changes } = RewriteResult.parse(json(readFileSync(join(cwd, name), "utf8")));
    expect(changes.map(({ id, status }) => `${id} ${status}`)).toEqual(["w1.h6 applied", "w2.h4 held-back"]);
    expect(changes[0]?.evidence.at(-1)).toMatchObject({
      id: "f1",
      line: null,
      fact: { at: expect.stringMatching(/^\d{4}-\d\d-\d\d/), origin: expect.stringContaining("facts add") },
    });
    expect(stdout).toMatch(/f1 you confirmed on \d{4}-\d\d-\d\d/);
    expect(stdout).toMatch(/belongs to another part/);
  });

  it("is proved by them for `verify` too", async () => {
    const env = home();
    const cwd = newFolder();
    const parsed = json((await run(["parse", resume, "--json"], { env })).stdout).resume;
    const [first, ...others] = parsed.work;
    const highlights = first.highlights.map((text: string, at: number) => (at === 5 ? edits[0]?.text : text));
    writeFileSync(join(cwd, "old.json"), JSON.stringify(parsed));
    writeFileSync(join(cwd, "new.json"), JSON.stringify({ ...parsed, work: [{ ...first, highlights }, ...others] }));
    const verify = () => run(["verify", "new.json", "--against", "old.json"], { env, cwd });
    expect(await verify()).toMatchObject({ code: 6, stdout: expect.stringContaining("Terraform") });
    await facts(env, "add", terraform, "--resume", resume, "--entry", "w2");
    expect((await verify()).code).toBe(6);
    await facts(env, "add", terraform, "--resume", resume, "--entry", "w1");
    expect((await verify()).code).toBe(0);
  });

  it("says which fact it could not place in a resume without that job", async () => {
    const env = home();
    await facts(env, "add", terraform, "--resume", resume, "--entry", "w1");
    const cwd = newFolder();
    const parsed = json((await run(["parse", resume, "--json"], { env })).stdout).resume;
    writeFileSync(join(cwd, "later.json"), JSON.stringify({ ...parsed, work: parsed.work.slice(1) }));
    const { code, stderr } = await run(["rewrite", "later.json", ...job, "--engine", "offline"], { env, cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/Your fact f1[\s\S]*not used[\s\S]*Harbor & Pine/);
  });
});

describe("a rewrite under a policy", () => {
  const policy = (text: string): string => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "policy.yaml"), text);
    return cwd;
  };
  const rewrite = (cwd: string, ...more: string[]) =>
    run(["rewrite", resume, ...job, "--engine", "offline", "--policy", "policy.yaml", "--json", ...more], { cwd });

  it("records each decision with its rule, and leaves what it rejects as it was", async () => {
    const cwd = policy(
      "rules:\n  - {name: summary stays, when: {place: summary}, do: reject}\n  - {when: {op: move}, do: reject}\n",
    );
    const { code, stdout } = await rewrite(cwd, "--format", "md", "--strict");
    expect(code).toBe(0);
    const { changes, resume: after } = RewriteResult.parse(json(stdout));
    for (const { id, op, status, decision } of changes) {
      const rule = id === "summary" ? "summary stays" : op === "move" ? "rule 2" : "default";
      const action = rule === "default" ? "accept" : "reject";
      expect(decision).toEqual({ by: "policy", action, rule });
      expect(status === "rejected").toBe(action === "reject");
    }
    expect(changes.some(({ id }) => id === "summary")).toBe(true);
    expect(after.basics?.summary).toMatch(/^I am a backend engineer/);
    const shown = await run(["rewrite", resume, ...job, "--engine", "offline", "--policy", "policy.yaml", "--force"], {
      cwd,
    });
    expect(shown.stdout).toMatch(/Rejected: \d+ changes \(\d+ by the policy\); the original text stays/);
    expect(shown.stdout).not.toMatch(/moved/);
  });

  it.each([
    ["rules:\n  - when: {place: nowhere}\n    do: reject", 4, /policy\.yaml, line 2/],
    ["default: ask", 2, /nobody to ask/],
  ])("%j ends with %i", async (text, code, message) => {
    const cwd = policy(text);
    const ended = await rewrite(cwd);
    expect(ended.code).toBe(code);
    expect(json(ended.stdout).error.message).toMatch(message);
    expect(readdirSync(cwd)).toEqual(["policy.yaml"]);
  });

  it("that is not there ends with 3", async () => {
    expect((await run(["rewrite", resume, ...job, "--policy", "nowhere.yaml"])).code).toBe(3);
  });
});
