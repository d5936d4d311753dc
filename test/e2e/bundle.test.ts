import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../doubles.js";
import { newFolder, plainEnv } from "./process.js";

const compiled = `dist/bundle/v8-${process.versions.v8}-${process.arch}`;

/** The built program in a folder of its own, where its bundle may be spoilt. */
function copyOfProgram(): string {
  const folder = newFolder();
  for (const part of ["bin", "dist", "pricing", "prompts", "templates", "package.json"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  return folder;
}

function parsed(program: string): string {
  const args = [join(program, "bin/resumelaw.js"), "parse", join(root, "templates/sample/resume.docx"), "--json"];
  return execFileSync(process.execPath, args, { env: plainEnv(), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const expected = parsed(root);

it("keeps the compiled code of the program and of its reading thread for this version of V8", () => {
  expect(readdirSync(join(root, compiled))).toEqual(expect.arrayContaining(["main.js", "reading.js"]));
});

it.each([
  ["is of something else", (code: Buffer) => Buffer.alloc(code.length, 7)],
  ["was cut short", (code: Buffer) => code.subarray(0, code.length / 2)],
  ["is empty", () => Buffer.alloc(0)],
])("compiles for itself where the compiled code %s", (_what, spoilt) => {
  const program = copyOfProgram();
  for (const name of readdirSync(join(program, compiled))) {
    const path = join(program, compiled, name);
    writeFileSync(path, spoilt(readFileSync(path)));
  }
  expect(parsed(program)).toBe(expected);
});

it.each([
  ["the compiled code", compiled],
  ["the bundle", "dist/bundle"],
])("runs the same without %s", (_what, part) => {
  const program = copyOfProgram();
  expect(existsSync(join(program, part))).toBe(true);
  rmSync(join(program, part), { recursive: true });
  expect(parsed(program)).toBe(expected);
});

it("leaves no import() of node's modules in it, which fails in code that was compiled before", () => {
  const files = readdirSync(join(root, "dist/bundle")).filter((name) => name.endsWith(".js"));
  expect(files.length).toBeGreaterThan(50);
  const texts = files.map((name) => readFileSync(join(root, "dist/bundle", name), "utf8"));
  expect(texts.flatMap((text) => text.match(/\bimport\("node:[^)]*\)/g) ?? [])).toEqual([]);
});

it("brings the licenses of the packages in it", () => {
  const licenses = readFileSync(join(root, "dist/bundle/LICENSES.txt"), "utf8");
  for (const name of ["pdfjs-dist", "commander", "openai", "zod"])
    expect(licenses).toMatch(new RegExp(`^${name} \\d`, "m"));
});
