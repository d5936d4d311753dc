import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { helpTexts } from "../../src/edge/help-file.js";
import { root } from "../doubles.js";
import { launcher, newFolder, plainEnv, run } from "./process.js";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

describe("the launcher", () => {
  it("answers --version and -V with the package's version", async () => {
    for (const flag of ["--version", "-V"])
      expect(await run([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("answers every --help with the very text commander prints", async () => {
    const { help } = await helpTexts();
    expect(Object.keys(help)).toContain("config set");
    expect(JSON.parse(readFileSync(join(root, "dist", "help.json"), "utf8"))).toEqual({ version, help });
    for (const [command, text] of Object.entries(help).slice(0, 4)) {
      expect((await run([...command.split(" ").filter(Boolean), "--help"])).stdout).toBe(text);
    }
    expect((await run(["help", "rewrite"])).stdout).toBe(help.rewrite);
  });

  it("shows examples in the help of each command that has arguments", async () => {
    const { help } = await helpTexts();
    for (const command of ["", "rewrite", "analyze", "parse", "job", "config set", "completion"])
      expect(help[command]).toContain("resumelaw ");
    expect(help.rewrite).toMatch(/Examples?:/);
  });
});

describe("wrong usage ends with 2 and says what to do", () => {
  it.each([
    [["rewrit", "a.docx"], /Unknown command 'rewrit'/, /Did you mean rewrite\?/],
    [["rewrite", "--jbo", "x"], /Unknown option '--jbo'/, /Did you mean --job\?/],
    [["rewrite"], /Missing required argument 'resume'/, /--help/],
    [["rewrite", "a.docx"], /A posting .* is missing/, /--job posting.txt/],
    [["rewrite", "a.docx", "--job", "b", "--engine", "magic"], /magic/, /--help/],
    [["rewrite", "a.docx", "--job", "b", "--timeout", "soon"], /--timeout takes a number/, /For example/],
    [["rewrite", "-", "--job", "-"], /standard input/, /file/],
    [["config", "set", "enigne", "offline"], /no setting "enigne"/, /engine/],
    [["config", "set", "engine", "magic"], /"magic" is not a value for engine/, /config list/],
    [["config", "set", "apiKey", "sk-secret-value"], /not taken as an argument/, /pipe it in/],
    [["config", "set", "apiKey"], /no terminal/, /config set apiKey -/],
    [["completion", "tcsh"], /tcsh/, /--help/],
  ])("%j", async (args, message, hint) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(hint);
    expect(stderr).not.toMatch(/sk-secret|\n\s+at /);
  });

  it("gives the error as the one JSON document on stdout with --json", async () => {
    const { code, stdout, stderr } = await run(["rewrit", "--json"]);
    expect(JSON.parse(stdout)).toEqual({
      error: { kind: "usage", message: "Unknown command 'rewrit'.", hint: "Did you mean rewrite?", exitCode: 2 },
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
  });
});

describe("config", () => {
  it("keeps, shows and forgets settings, and never shows a key", async () => {
    const env = plainEnv();
    expect((await run(["config", "set", "engine", "offline"], { env })).code).toBe(0);
    expect((await run(["config", "set", "apiKey", "-"], { env, input: "sk-test-0123456789\n" })).code).toBe(0);
    expect((await run(["config", "get", "engine"], { env })).stdout).toBe("offline\n");
    expect((await run(["config", "get", "apiKey"], { env })).stdout).toBe("…6789\n");
    const listed = await run(["config", "list", "--json"], { env });
    expect(JSON.parse(listed.stdout)).toMatchObject({
      schema: "resumelaw/settings@1",
      settings: expect.arrayContaining([expect.objectContaining({ key: "engine", value: "offline" })]),
    });
    expect(listed.stdout).not.toContain("0123456789");
    expect((await run(["config", "unset", "engine"], { env })).code).toBe(0);
    expect((await run(["config", "get", "engine"], { env })).stdout).toBe("");
    expect((await run(["config", "path"], { env })).stdout.trim()).toBe(join(env.RESUMELAW_HOME ?? "", "config.json"));
  });

  it("ends with 4 on a damaged settings file and leaves its bytes", async () => {
    const home = newFolder();
    writeFileSync(join(home, "config.json"), '{"engine":');
    const { code, stderr } = await run(["config", "set", "engine", "offline"], {
      env: plainEnv({ RESUMELAW_HOME: home }),
    });
    expect(code).toBe(4);
    expect(stderr).toContain(join(home, "config.json"));
    expect(readFileSync(join(home, "config.json"), "utf8")).toBe('{"engine":');
  });

  it("keeps the old settings where the disk cuts the new ones short, and says so", async () => {
    const env = plainEnv();
    const path = join(env.RESUMELAW_HOME ?? "", "config.json");
    expect((await run(["config", "set", "engine", "offline"], { env })).code).toBe(0);
    const before = readFileSync(path);
    const limited = `ulimit -f 1; exec ${process.execPath} ${launcher} config set promptsFolder /${"long/".repeat(600)}`;
    const { status, stderr } = spawnSync("bash", ["-c", limited], { env, encoding: "utf8" });
    expect(status).toBe(4);
    expect(stderr).toMatch(/could not be written whole|cannot be written/);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(env.RESUMELAW_HOME ?? "")).toEqual(["config.json"]);
  });
});
