"use strict";

/**
 * Loads dist/bundle, the program and its packages in few files, with the code V8 compiled of them when they were built.
 *
 * Why: half of a short run is finding and compiling modules. The compiled code is good for one version of V8; any other
 * finds no folder of its name and compiles for itself, and so does V8 where it declines what it finds there.
 */
const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const vm = require("node:vm");

const folder = join(__dirname, "..", "dist", "bundle");
const compiledFolder = join(folder, `v8-${process.versions.v8}-${process.arch}`);
const packageRequire = createRequire(join(folder, "main.js"));
const loaded = new Map();

/** The exports of a file of the bundle: load("main.js"). */
function load(name) {
  let entry = loaded.get(name);
  if (entry === undefined) {
    const module = { exports: {} };
    entry = { module, script: compile(name) };
    loaded.set(name, entry);
    entry.script.runInThisContext()(module.exports, requireFromBundle, module, join(folder, name), folder);
  }
  return entry.module.exports;
}

function compile(name) {
  const source = readFileSync(join(folder, name), "utf8");
  return new vm.Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, {
    filename: join(folder, name),
    cachedData: compiled(name),
  });
}

function compiled(name) {
  try {
    return readFileSync(join(compiledFolder, name));
  } catch {
    return undefined;
  }
}

function requireFromBundle(id) {
  return id.startsWith("./") ? load(id.slice(2)) : packageRequire(id);
}
requireFromBundle.resolve = packageRequire.resolve;

/** Keeps the code that this thread compiled until now, where it is more than what is kept; the build calls it after sample runs. */
function keepCompiled() {
  mkdirSync(compiledFolder, { recursive: true });
  for (const [name, { script }] of loaded) {
    const code = script.createCachedData();
    if (code.length > (compiled(name)?.length ?? 0)) writeFileSync(join(compiledFolder, name), code);
  }
}

module.exports = { load, keepCompiled };
