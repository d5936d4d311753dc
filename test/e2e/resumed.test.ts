import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Resume } from "../../src/schema/resume.js";
import { resumeFiles } from "../corpus/resumes.js";
import { corpus, root } from "../doubles.js";
import { newFolder, plainEnv, run } from "./process.js";

const themes = ["jsonresume-theme-stackoverflow", "jsonresume-theme-straightforward"];
const sample = join(root, "templates", "sample", "resume.docx");
const everyTenth = resumeFiles.filter((_, at) => at % 10 === 3).map((file) => join(corpus, "resumes", file));

describe.each([sample, ...everyTenth])("what parse understood of %s", (file) => {
  it("is valid for resumed, and its themes show who it is about and where they worked", async () => {
    const { code, stdout } = await run(["parse", file, "--json"]);
    expect(code).toBe(0);
    const { resume } = JSON.parse(stdout) as { resume: Resume };
    const folder = newFolder();
    writeFileSync(join(folder, "resume.json"), JSON.stringify(resume));
    expect(resumed(folder, "validate")).toContain("looks amazing");
    for (const theme of themes) {
      resumed(folder, "render", "--theme", theme, "--output", `${theme}.html`);
      const page = plain(readFileSync(join(folder, `${theme}.html`), "utf8"));
      for (const text of shownOf(resume)) expect(page, theme).toContain(plain(text));
    }
  });
});

/** Runs the resumed command in a folder, which fails where the resume is not valid or a theme throws. */
function resumed(folder: string, command: string, ...flags: string[]): string {
  const program = join(root, "node_modules", "resumed", "bin", "resumed.js");
  const args = [program, command, join(folder, "resume.json"), ...flags];
  return execFileSync(process.execPath, args, { cwd: folder, env: plainEnv(), encoding: "utf8" });
}

/** The texts that both themes print: the name, and each employer and title. */
function shownOf({ basics, work = [] }: Resume): string[] {
  return [basics?.name, ...work.flatMap(({ name, position }) => [name, position])].flatMap((text) => text ?? []);
}

/** The letters and digits of a text or page, whatever its markup and escapes. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&[a-z]+;/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
