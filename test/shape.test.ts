import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./doubles.js";

const folders = ["commands", "schema", "read", "understand", "match", "rewrite", "verify", "write", "edge"];
const later = ["interview", "credits", "batch", "stats"];
const pure = ["schema", "read", "understand", "match", "rewrite", "verify", "write", ...later];
const topFiles = ["cli.ts", "errors.ts", "pipeline.ts", "ports.ts"];
const vagueNames = /^(utils?|helpers?|common|misc|shared|index|types|lib)(-|\.)/;

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

const sources = filesUnder("src", ".ts");
const tests = filesUnder("test", ".test.ts");
const text = (path: string) => readFileSync(join(root, path), "utf8");
/** The code without comments, strings' content kept: enough to look for calls. */
const code = (path: string) =>
  text(path)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "");
const inFolders = (names: string[]) => sources.filter((path) => names.includes(path.split("/")[1] ?? ""));

describe("the shape of the project", () => {
  it("has sources and tests to look at", () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(tests.length).toBeGreaterThan(30);
    expect(inFolders(pure).length).toBeGreaterThan(30);
  });

  it("keeps one folder level under src, with the folders of the architecture", () => {
    const known = [...folders, ...later];
    const strange = sources.filter((path) => {
      const parts = path.split("/").slice(1);
      return parts.length === 1
        ? !topFiles.includes(parts[0] ?? "")
        : parts.length > 2 || !known.includes(parts[0] ?? "");
    });
    expect(strange).toEqual([]);
  });

  it("names files in kebab-case by what they do", () => {
    expect(
      sources.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(basename(path)) || vagueNames.test(basename(path))),
    ).toEqual([]);
  });

  it("keeps every file under 300 lines and a command under 120", () => {
    const tooLong = sources.filter(
      (path) => text(path).split("\n").length > (path.startsWith("src/commands/") ? 121 : 301),
    );
    expect(tooLong).toEqual([]);
  });

  it.each([
    ["node's modules", /from "node:|import\("node:|require\(/],
    ["the console or the process", /\bconsole\.|\bprocess\./],
    [
      "the clock or chance",
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.|\bsetTimeout\(|\bsetInterval\(/,
    ],
    ["the network", /\bfetch\(/],
    [
      "the SDKs of the edge",
      /from "(openai|conf|inquirer|chalk|ora|commander)|import\("(openai|conf|inquirer|chalk|ora|commander)/,
    ],
    ["the edge, the commands or the program", /from "\.\.\/(edge|commands|cli|pipeline)/],
  ])("keeps %s out of the pure folders", (_what, forbidden) => {
    expect(inFolders(pure).filter((path) => forbidden.test(code(path)))).toEqual([]);
    expect(forbidden.test(code("src/pipeline.ts"))).toBe(false);
  });

  it("leaves document libraries to read and write", () => {
    const libraries =
      /(from|import\() ?"(docx|mammoth|pdfjs-dist|pdf-parse|marked|linkedom|htmlparser2|fflate|@mozilla\/readability)/;
    expect(
      inFolders(["schema", "understand", "match", "rewrite", "verify", "commands", "edge"]).filter((path) =>
        libraries.test(code(path)),
      ),
    ).toEqual([]);
  });

  it("loads only commander, failures and types at the top of the program and its commands", () => {
    const allowed = /^import (type .*|.* from "(commander|\.\.?\/(errors|options|commands\/options)\.js)");?$/;
    const starts = ["src/cli.ts", ...inFolders(["commands"])];
    const strange = starts.flatMap((path) =>
      [...code(path).matchAll(/^import [^;]*;?$/gm)]
        .map(([line]) => line.replace(/\s+/g, " "))
        .filter((line) => !allowed.test(line) && !/\{ (type [\w ,]+)+\}/.test(line))
        .map((line) => `${path}: ${line}`),
    );
    expect(strange).toEqual([]);
  });

  it("touches the process only in the edge and the program", () => {
    expect(inFolders(["commands"]).filter((path) => /\bprocess\./.test(code(path)))).toEqual([]);
  });

  it("says in a docstring what each export is", () => {
    const bare = sources.flatMap((path) => {
      const lines = text(path).split("\n");
      return lines.flatMap((line, at) => {
        if (!/^export (async )?(function|const|interface|class|type) /.test(line)) return [];
        const inferred = /^export type (\w+) = z\.infer<typeof \1>;$/.test(line);
        return inferred || /\*\/\s*$/.test(lines[at - 1] ?? "") ? [] : [`${path}:${at + 1} ${line}`];
      });
    });
    expect(bare).toEqual([]);
  });

  it("has no barrel and no unfinished word", () => {
    expect(sources.filter((path) => /^export \* from/m.test(code(path)))).toEqual([]);
    expect(sources.filter((path) => /\b(TODO|FIXME|XXX|HACK)\b|not implemented/.test(text(path)))).toEqual([]);
  });

  it("mirrors the sources in the tests of each folder", () => {
    const orphans = tests.filter((path) => {
      const [, folder] = path.split("/");
      if (!folders.includes(folder ?? "") && !later.includes(folder ?? "")) return false;
      const source = join("src", relative("test", dirname(path)), basename(path, ".test.ts"));
      return !sources.includes(`${source}.ts`);
    });
    expect(orphans).toEqual([]);
    const present = new Set(inFolders(pure).map((path) => path.split("/")[1]));
    const tested = new Set(tests.map((path) => path.split("/")[1]));
    expect([...present].filter((folder) => folder !== undefined && !tested.has(folder))).toEqual([]);
  });

  it("mocks nothing outside the tests of the edge, and skips no test", () => {
    expect(
      tests.filter(
        (path) =>
          !path.startsWith("test/edge/") && /\bvi\.mock\(/.test(text(path)) && basename(path) !== "shape.test.ts",
      ),
    ).toEqual([]);
    expect(
      tests.filter(
        (path) => /\b(it|test|describe)\.(only|todo)\(/.test(code(path)) && basename(path) !== "shape.test.ts",
      ),
    ).toEqual([]);
    expect(tests.filter((path) => !/\bexpect\b|\bassert\b|fc\./.test(text(path)))).toEqual([]);
  });

  it("holds no path of a machine and no large file", () => {
    const places = [...sources, ...tests, "README.md", "package.json", ".ci/run"];
    expect(
      places.filter(
        (path) =>
          /(^|[^\w.])\/(work|farm|root|home)\//.test(text(path)) &&
          basename(path) !== "shape.test.ts" &&
          path !== ".ci/run",
      ),
    ).toEqual([]);
    expect(places.filter((path) => statSync(join(root, path)).size > 1024 * 1024)).toEqual([]);
  });
});
