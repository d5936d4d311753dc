import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { completionScript } from "../../src/write/completion.js";

const words = {
  "": { words: ["rewrite", "config", "--json"], about: { rewrite: "rewrite it", config: "the user's settings" } },
  rewrite: { words: ["--job", "--json"], about: { "--job": "the posting" } },
  config: { words: ["get", "set"], about: {} },
  "config set": { words: ["--json"], about: {} },
};

function scriptFile(shell: "bash" | "zsh" | "fish"): string {
  const path = join(mkdtempSync(join(tmpdir(), "resumelaw-completion-")), `script.${shell}`);
  writeFileSync(path, completionScript(shell, words));
  return path;
}

describe("completion in bash", () => {
  it.each([
    [["resumelaw", "re"], ["rewrite"]],
    [
      ["resumelaw", "rewrite", "--j"],
      ["--job", "--json"],
    ],
    [["resumelaw", "--json", "config", "s"], ["set"]],
    [["resumelaw", "rewrite", "resume.docx", "--jo"], ["--job"]],
    [["resumelaw", "config", "set", "--"], ["--json"]],
  ])("of %j is %j", (typed, expected) => {
    const quoted = typed.map((word) => `'${word}'`).join(" ");
    const program = `source '${scriptFile("bash")}'; cd '${mkdtempSync(join(tmpdir(), "resumelaw-empty-"))}'; COMP_WORDS=(${quoted}); COMP_CWORD=${typed.length - 1}; _resumelaw; printf '%s\\n' "\${COMPREPLY[@]}"`;
    expect(execFileSync("bash", ["-c", program], { encoding: "utf8" }).trim().split("\n")).toEqual(expected);
  });
});

describe("completion in fish", () => {
  it.each([
    ["resumelaw re", ["rewrite\trewrite it"]],
    ["resumelaw config s", ["set"]],
    ["resumelaw rewrite --jo", ["--job\tthe posting"]],
  ])("of '%s' is %j", (typed, expected) => {
    const program = `source '${scriptFile("fish")}'; complete -C '${typed}'`;
    expect(execFileSync("fish", ["--no-config", "-c", program], { encoding: "utf8" }).trim().split("\n")).toEqual(
      expect.arrayContaining(expected),
    );
  });
});

it("is a script that zsh can read", () => {
  const path = scriptFile("zsh");
  expect(execFileSync("zsh", ["-n", path], { encoding: "utf8" })).toBe("");
  const program = `autoload -U compinit; compinit -D; source '${path}'; print -- $_comps[resumelaw]`;
  expect(execFileSync("zsh", ["-fc", program], { encoding: "utf8" }).trim()).toBe("_resumelaw");
});
