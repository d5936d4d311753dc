import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { helpTexts } from "../../src/edge/help-file.js";
import { exitCodes } from "../../src/errors.js";
import { settingKeys } from "../../src/schema/settings.js";
import { root } from "../doubles.js";

const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((block) => block[1]?.trim() ?? "");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };

describe("the README", () => {
  it("begins with the two commands that CI runs", () => {
    expect(blocks.slice(0, 2)).toEqual(["npm ci && npm run sample", "npm ci && npm test"]);
    expect(scripts.sample).toMatch(/rewrite templates\/sample\/resume\.docx .*--engine offline/);
    expect(scripts.test).toMatch(/vitest run/);
  });

  it("names only commands and options that exist", async () => {
    const { help } = await helpTexts();
    const lines = blocks
      .join("\n")
      .split("\n")
      .flatMap((line) => /(?:^|\| )resumelaw ([^|#>]*)/.exec(line)?.[1] ?? []);
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      const words = line.trim().split(/\s+/);
      const command = help[words.slice(0, 2).join(" ")] === undefined ? words[0] : words.slice(0, 2).join(" ");
      expect(help).toHaveProperty([command ?? ""]);
      for (const option of words.filter((word) => word.startsWith("--"))) expect(help[command ?? ""]).toContain(option);
    }
  });

  it("lists every command, and every exit code that can occur", async () => {
    const { help } = await helpTexts();
    for (const command of Object.keys(help).filter((name) => name && !name.includes(" ")))
      expect(readme).toContain(`\`${command}`);
    const rows = [...readme.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    const used = Object.values(exitCodes).filter((code) => code !== exitCodes.credits);
    expect(rows.sort((a, b) => a - b)).toEqual([0, ...used].sort((a, b) => a - b));
    expect(settingKeys).toContain("promptsFolder");
  });
});
