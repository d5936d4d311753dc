import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../doubles.js";
import { newFolder, plainEnv } from "./process.js";

it("locks the packages of every platform, so that npm ci works on each", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  );
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

it("runs from its packed tarball in an empty folder, with nothing in it but what runs", () => {
  const folder = newFolder();
  const env = plainEnv();
  const npm = (args: string[], cwd: string) =>
    execFileSync("npm", args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const [packed] = JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root)) as {
    filename: string;
    files: { path: string }[];
  }[];
  const tops = new Set(packed?.files.map(({ path }) => path.split("/")[0]));
  expect([...tops].sort()).toEqual([
    "LICENSE",
    "README.md",
    "bin",
    "dist",
    "package.json",
    "pricing",
    "prompts",
    "templates",
  ]);

  const user = join(folder, "user");
  mkdirSync(user);
  writeFileSync(join(user, "package.json"), "{}");
  npm(["install", "--no-audit", "--no-fund", "--ignore-scripts", join(folder, packed?.filename ?? "")], user);
  const resumelaw = (...args: string[]) =>
    execFileSync(join(user, "node_modules", ".bin", "resumelaw"), args, { cwd: user, env, encoding: "utf8" });
  expect(resumelaw("--version")).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(resumelaw("init")).toMatch(/Wrote resume\.docx and posting\.txt/);
  expect(resumelaw("rewrite", "resume.docx", "--job", "posting.txt", "--quiet")).toMatch(/Match \d+ → \d+/);
  expect(readdirSync(user).filter((name) => name.endsWith(".docx")).length).toBe(2);
});
