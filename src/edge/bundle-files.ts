// Writes dist/bundle: the compiled program and its packages joined into few files, and the code V8 makes of them.
// bin/bundle.js loads it and says why. This runs after tsc; where dist/bundle is missing, the program runs from dist/ as it is.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist");
const folder = join(dist, "bundle");
const loader = JSON.stringify(join(root, "bin", "bundle.js"));
const [docx, pdf] = ["resume.docx", "resume.pdf"].map((name) => join(root, "templates", "sample", name)) as [
  string,
  string,
];
const posting = join(root, "templates", "sample", "posting.txt");

/** CommonJS has no import.meta.resolve; require.resolve finds the same file. */
const pathsOfPackages = {
  name: "paths-of-packages",
  transform: (code: string, id: string) =>
    id.startsWith(dist)
      ? code.replace(
          /import\.meta\.resolve\(([^()]+)\)/g,
          'require("node:url").pathToFileURL(require.resolve($1)).href',
        )
      : null,
};

/** Writes the bundle; returns the paths of the modules in it. */
async function writeBundle(): Promise<string[]> {
  const bundle = await rolldown({
    input: { main: join(dist, "cli.js"), reading: join(dist, "edge", "reader-worker.js") },
    platform: "node",
    external: [/^node:/, "@napi-rs/canvas"],
    plugins: [pathsOfPackages],
  });
  // V8 forgets who answers an import() in code it compiled before, so node's own modules come by require() as well.
  const { output } = await bundle.write({
    dir: folder,
    format: "cjs",
    entryFileNames: "[name].js",
    dynamicImportInCjs: false,
  });
  await bundle.close();
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  writeFileSync(join(folder, "reader-worker.js"), 'require("../../bin/bundle.js").load("reading.js");\n');
  return output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
}

/** Writes the licenses of the packages whose code is in the bundle, as most of them ask. */
function writeLicenses(modules: readonly string[]): void {
  const packages = new Set(modules.map((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0]));
  const texts = [...packages].sort().flatMap((path) => {
    if (path === undefined) return [];
    const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    const files = readdirSync(path).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
    return [`${name} ${version} (${license})`, ...files.map((file) => readFileSync(join(path, file), "utf8").trim())];
  });
  writeFileSync(join(folder, "LICENSES.txt"), `${texts.join("\n\n")}\n`);
}

/** Has a thread read each sample and keep what it compiled for that. */
async function keepCodeOfReading(): Promise<void> {
  const worker = new Worker(
    `const { load, keepCompiled } = require(${loader});
     load("reading.js");
     require("node:worker_threads").parentPort.on("message", ({ what }) => {
       if (what !== "end") return;
       keepCompiled();
       process.exit();
     });`,
    { eval: true, env: {}, stdout: true },
  );
  const reply = () =>
    new Promise<{ ok: boolean }>((resolve, reject) => worker.once("message", resolve).once("error", reject));
  const samples = { [docx]: "resume", [pdf]: "resume", [posting]: "posting" };
  for (const [name, what] of Object.entries(samples)) {
    worker.postMessage({ what, name, bytes: new Uint8Array(readFileSync(name)) });
    const { ok, ...failure } = await reply();
    if (!ok) throw new Error(`The bundle cannot read ${name}: ${JSON.stringify(failure)}`);
  }
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  worker.postMessage({ what: "end" });
  await ended;
}

/** Runs a command of the bundle and keeps what its main thread compiled, also where it fails: it says so itself. */
function keepCodeOf(args: readonly string[]): void {
  const run = `const { load, keepCompiled } = require(${loader});
    load("main.js").main(${JSON.stringify(args)}).then(keepCompiled);`;
  spawnSync(process.execPath, ["-e", run], { stdio: ["ignore", "ignore", "inherit"] });
}

rmSync(folder, { recursive: true, force: true });
writeLicenses(await writeBundle());
await keepCodeOfReading();
const out = mkdtempSync(join(tmpdir(), "resumelaw-build-"));
try {
  for (const path of [docx, pdf]) keepCodeOf(["parse", path, "--json"]);
  keepCodeOf(["parse", docx]);
  keepCodeOf(["analyze", docx, "--job", posting]);
  keepCodeOf(["rewrite", docx, "--job", posting, "--engine", "offline", "--out", out, "--quiet"]);
} finally {
  rmSync(out, { recursive: true, force: true });
}
