import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { CheckResult } from "../../src/schema/check.js";
import { root } from "../doubles.js";
import { newFolder, run } from "./process.js";

const sample = (name: string) => join(root, "templates", "sample", name);
const resume = sample("resume.docx");
const out = newFolder();
const written = (ending: string): string =>
  join(out, readdirSync(out).find((name) => name.endsWith(ending)) ?? `no ${ending}`);

beforeAll(async () => {
  const args = ["rewrite", resume, "--job", sample("posting.txt"), "--format", "docx,md,html", "--out", out];
  expect((await run(args)).code).toBe(0);
});

describe("verify", () => {
  it.each([".docx", ".md", ".html"])(
    "finds every line of our own rewrite proven, read back from %s",
    async (ending) => {
      const { code, stdout } = await run(["verify", written(ending), "--against", resume, "--json"]);
      const result = CheckResult.parse(JSON.parse(stdout));
      expect(result.findings).toEqual([]);
      expect(result.changes.length).toBeGreaterThan(3);
      expect([code, result.ok]).toEqual([0, true]);
    },
  );

  it("finds the same resume as PDF unchanged", async () => {
    const { code, stdout } = await run(["verify", sample("resume.pdf"), "--against", resume, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, changes: [], findings: [] });
    expect(code).toBe(0);
  });

  it("ends with 6 where a number, a tool or an employer was made up, and names line and source", async () => {
    const markdown = readFileSync(written(".md"), "utf8");
    const lies = markdown
      .replace(/(## [^\n]*\n[\s\S]*?\n- )([^\n]+)/, "$1$2 with Terraform for 9,999 customers")
      .replace("maya.lindqvist", "maya.l");
    expect(lies).not.toBe(markdown);
    const file = join(newFolder(), "lies.md");
    writeFileSync(file, lies);
    const { code, stdout, stderr } = await run(["verify", file, "--against", resume]);
    const told = stdout.replace(/\s+/g, " ");
    expect(code).toBe(6);
    expect(told).toMatch(/line \d+: [^×]*with Terraform for 9,999 customers/);
    expect(told).toMatch(/does not say “9,999”[^.]*\. Source, line \d+/);
    expect(told).toContain("does not have the address “maya.l@example.com”");
    expect(stderr).toMatch(/findings?: .*lies\.md says what .*resume\.docx does not/);
  });

  it("asks for the original where none is named", async () => {
    const { code, stderr } = await run(["verify", resume]);
    expect(code).toBe(2);
    expect(stderr).toContain("--against");
  });
});
