import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../doubles.js";

/** The packages that a source file loads, itself or through our own modules; types are not loaded. */
function packagesOf(entry: string, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(entry)) return packages;
  seen.add(entry);
  const code = readFileSync(entry, "utf8");
  const imports = code.matchAll(/^(?:import|export) (?!type\b)[^;]*?from "([^"]+)"|import\("([^"]+)"\)/gm);
  for (const [, named, called] of imports) {
    const target = named ?? called ?? "";
    if (target.startsWith(".")) packagesOf(join(dirname(entry), target.replace(/\.js$/, ".ts")), seen, packages);
    else packages.add(target);
  }
  return packages;
}

it.each(["edge/resume-input.ts", "commands/parse.ts", "edge/reader.ts"])("%s loads no package but node's", (path) => {
  expect([...packagesOf(join(root, "src", path))].filter((name) => !name.startsWith("node:"))).toEqual([]);
});

it("sees what is loaded", () => {
  expect([...packagesOf(join(root, "src/edge/store.ts"))]).toEqual(expect.arrayContaining(["zod", "conf"]));
});
