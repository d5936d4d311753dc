import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RewriteResult } from "../../src/schema/result.js";
import { columnsOf } from "../../src/write/terminal.js";
import { root } from "../doubles.js";
import { type Loopback, loopback, obedientModel } from "../loopback.js";
import { newFolder, plainEnv, run } from "./process.js";
import { openScreen, type Screen } from "./screen.js";

const sample = (name: string): string => join(root, "templates", "sample", name);
const rewrite = ["rewrite", sample("resume.docx"), "--job", sample("posting.txt"), "--format", "md", "--no-cache"];

const terraform = "Built the CI pipelines in GitHub Actions and Terraform; a full build went from 18 to 7 minutes.";
const texts: Record<string, string> = {
  "w1.h1": "Maintained the order service in Python and FastAPI, which takes 2.1 million orders a year.",
  "w1.h7": "Mentored three junior engineers in weekly pairing sessions and code reviews.",
  "w2.h4": "Packaged seven services as Docker images; replaced hand-made deployments with one script.",
  "w1.h6": terraform,
};
const edits = Object.entries(texts).map(([id, text]) => ({
  id,
  op: "replace",
  text,
  after: null,
  evidence: [id],
  keywords: [],
  why: "names it as the posting does",
}));
const question = { requirement: "Infrastructure as code with Terraform", question: "Have you used Terraform?" };

let server: Loopback;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  server = await loopback(obedientModel({ edits: () => ({ edits, questions: [question], strategy: [] }) }));
  env = { OPENAI_API_KEY: "sk-test-1234567890", OPENAI_BASE_URL: server.url, RESUMELAW_MODEL: "test-model" };
});
afterAll(() => server.close());

const traceIn = (folder: string): RewriteResult => {
  const name = readdirSync(folder).find((file) => file.endsWith(".trace.json")) ?? "";
  return RewriteResult.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
};
const decisions = (folder: string): string[] =>
  traceIn(folder).changes.map(({ id, status, decision }) => `${id} ${status} ${decision?.action ?? "-"}`);
const ended = async (screen: Screen, code: number): Promise<void> => {
  screen.say('echo "ended with $?"');
  expect(await screen.shows(/ended with \d/)).toContain(`ended with ${code}`);
};

describe("a review on the terminal", () => {
  it("accepts, edits through the gate, rejects, takes an answer as a fact and shows what it proves", async () => {
    using screen = openScreen(100, env);
    screen.run([...rewrite, "--review"]);
    expect(await screen.asks(/1 of 4.*highlight 1 of 8[\s\S]*Accept this change\?/)).not.toMatch(
      /Verifying …|Rewriting …/,
    );
    screen.say("y");
    await screen.asks(/2 of 4.*highlight 7 of 8[\s\S]*Accept this change\? \[y,n,e,a,b,q,\?\]\s*$/);
    screen.say("e");
    await screen.asks(/Your text: Mentored three/);
    screen.press("C-u");
    screen.say("Mentored nine junior engineers in weekly pairing sessions.");
    await screen.asks(/Your text, held back[\s\S]*×.*nine[\s\S]*Use it although it is held back\?/);
    screen.say("y");
    await screen.asks(/Use it all the same\? \[y,N\]/);
    screen.say("");
    await screen.asks(/the same\?[\s\S]*\n\? Use it although/);
    screen.say("e");
    await screen.asks(/Your text: Mentored nine/);
    screen.press("C-u");
    screen.say("Mentored three junior engineers every week.");
    await screen.asks(/Use your text\?/);
    screen.say("y");
    await screen.asks(/3 of 4.*Brightwater/);
    screen.say("n");
    await screen.asks(/4 of 4.*\n +Held back[\s\S]*Terraform[\s\S]*Use it although/);
    screen.say("n");
    await screen.asks(/Question 1 of 1 +Have you used Terraform\?[\s\S]*\[y,n,s,q\]/);
    screen.say("y");
    await screen.asks(/one true sentence:/);
    screen.say("Built the CI pipelines with Terraform");
    await screen.asks(/Where was that\?[\s\S]*1 +Senior Software Engineer at Harbor/);
    screen.say("1");
    await screen.asks(/Kept as fact f1[\s\S]*proves 1 change[\s\S]*f1, confirmed[\s\S]*Accept this change\?/);
    screen.say("y");
    await screen.shows(/Files written/);
    await ended(screen, 0);
    expect(decisions(screen.cwd).sort()).toEqual([
      "w1.h1 applied accept",
      "w1.h6 applied accept",
      "w1.h7 applied edit",
      "w2.h4 rejected reject",
    ]);
    const { changes, questions } = traceIn(screen.cwd);
    expect(changes.find(({ id }) => id === "w1.h6")?.evidence).toContainEqual({
      id: "f1",
      line: null,
      text: "Built the CI pipelines with Terraform",
      fact: { at: expect.any(String), origin: expect.stringContaining("Terraform") },
    });
    expect(questions).toEqual([]);
    const written = readFileSync(
      join(screen.cwd, readdirSync(screen.cwd).find((name) => name.endsWith(".md")) ?? ""),
      "utf8",
    );
    expect(written).toContain("every week");
    expect(written).toContain("and replaced hand-made deployments");
    expect(screen.printed()).toMatch(/Rejected: 1 change \(1 by you\)/);
  });

  it("lets an override through only after a yes, keeps the finding, fits 60 columns and shows no colours with NO_COLOR", async () => {
    using screen = openScreen(60, { ...env, NO_COLOR: "1" });
    screen.run([...rewrite, "--review", "--strict"]);
    await screen.asks(/1 of 4[\s\S]*Accept this change\?/);
    screen.say("a");
    await screen.asks(/Brightwater[\s\S]*Accept this change\?/);
    screen.say("?");
    await screen.asks(/y +accept the change[\s\S]*q +stop here/);
    screen.say("a");
    await screen.asks(/Held back[\s\S]*although/);
    screen.say("y");
    await screen.asks(/all the same\?/);
    screen.say("y");
    await screen.asks(/Question 1/);
    screen.say("n");
    await screen.shows(/Files written/);
    const output = screen.printed("codes");
    expect(output).toMatch(/\[-Responsible|\[-Order/);
    expect(output).toMatch(/\{\+Maintained\+?\}?/);
    expect(output).not.toMatch(/\u001b\[[0-9;]*m/);
    expect(output).toMatch(/although it was held back/);
    const lines = screen
      .printed("joined")
      .split("\n")
      .map((line) => line.trimEnd());
    const dialogue = lines.slice(
      lines.findIndex((line) => line.includes("1 of 4")),
      lines.indexOf("Files written"),
    );
    expect(dialogue.length).toBeGreaterThan(20);
    expect(dialogue.filter((line) => columnsOf(line) > 60)).toEqual([]);
    await ended(screen, 0);
    const held = traceIn(screen.cwd).changes.find(({ id }) => id === "w1.h6");
    expect(held).toMatchObject({ status: "flagged", decision: { by: "person", action: "override" }, after: terraform });
    expect(held?.findings.some(({ severity }) => severity === "block")).toBe(true);
  });

  it("keeps what was decided when the person quits, and says how much was not", async () => {
    using screen = openScreen(80, env);
    screen.run([...rewrite, "--review"]);
    await screen.asks(/Accept this change\?/);
    screen.paste("y\ny\ny\n");
    await screen.asks(/Accept this change\?.*y y y/);
    screen.press("Enter");
    await screen.asks(/“y y y” is none of the keys/);
    screen.say("y");
    await screen.asks(/2 of 4/);
    screen.say("q");
    await screen.shows(/3 changes were not decided[\s\S]*Files written/);
    await ended(screen, 0);
    expect(decisions(screen.cwd).sort()).toEqual([
      "w1.h1 applied accept",
      "w1.h6 held-back -",
      "w1.h7 rejected -",
      "w2.h4 rejected -",
    ]);
    expect(screen.printed()).toMatch(/Rejected: 2 changes \(2 not decided\)/);
  });

  it("ends with 130 on Ctrl-C, the terminal sane, no document written, and the facts confirmed until then kept", async () => {
    using screen = openScreen(80, env);
    screen.run([...rewrite, "--review"]);
    await screen.asks(/Accept this change\?/);
    screen.say("a");
    await screen.asks(/Brightwater[\s\S]*Accept this change\?/);
    screen.say("y");
    await screen.asks(/Held back[\s\S]*although/);
    screen.say("n");
    await screen.asks(/Question 1/);
    screen.say("y");
    await screen.asks(/sentence:/);
    screen.paste("Built the CI pipelines\nwith Terraform");
    await screen.asks(/pipelines with\s+Terraform/);
    screen.press("Enter");
    await screen.asks(/Number \[0-\d\]/);
    screen.say("1");
    await screen.asks(/proves 1 change[\s\S]*Accept this change\?/);
    screen.press("C-c");
    await screen.shows(/The review was interrupted[\s\S]*1 fact/);
    await ended(screen, 130);
    screen.say("stty -a | tr ' ;' '\\n\\n' | grep -cxE 'icanon|echo|isig'");
    await screen.shows(/^3$/m);
    expect(readdirSync(screen.cwd)).toEqual([]);
    const { facts } = JSON.parse(readFileSync(join(screen.home, "facts.json"), "utf8"));
    expect(facts).toMatchObject([
      { id: "f1", text: "Built the CI pipelines with Terraform", entry: { start: "2021-03" } },
    ]);
  });

  it("asks only about what the policy leaves to the person, and about what is held back", async () => {
    using screen = openScreen(80, env);
    screen.say("echo 'rules: [{when: {entry: Brightwater}, do: ask}, {when: {entry: w1}, do: reject}]' > p.yaml");
    screen.run([...rewrite, "--review", "--policy", "p.yaml"]);
    await screen.asks(/1 of 2.*Brightwater[\s\S]*Accept this change\?/);
    screen.say("y");
    await screen.asks(/2 of 2[\s\S]*Held back/);
    screen.say("n");
    await screen.asks(/Question 1/);
    screen.say("s");
    await screen.shows(/Files written/);
    await ended(screen, 0);
    expect(traceIn(screen.cwd).questions).toHaveLength(1);
    expect(
      traceIn(screen.cwd)
        .changes.map(({ id, decision }) => `${id} ${decision?.by} ${decision?.rule ?? ""}`)
        .sort(),
    ).toEqual(["w1.h1 policy rule 2", "w1.h6 person ", "w1.h7 policy rule 2", "w2.h4 person "]);
  });
});

describe("a review without a terminal", () => {
  it.each([[[]], [["--no-input"]], [["--json"]]])("is refused before anything is read or sent (%j)", async (more) => {
    const [cwd, before] = [newFolder(), server.requests.length];
    const { code, stdout, stderr } = await run([...rewrite, "--review", ...more], { cwd, env: plainEnv(env) });
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/no terminal[\s\S]*--policy/);
    expect(server.requests.length).toBe(before);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it.each(["--preview", "--dry-run"])("has nothing to decide with %s", async (flag) => {
    const { code, stderr } = await run([...rewrite, "--review", flag], { env: plainEnv(env) });
    expect(code).toBe(2);
    expect(stderr).toMatch(/complete rewrite/);
    expect(existsSync(join(newFolder(), "facts.json"))).toBe(false);
  });
});
