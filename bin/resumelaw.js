#!/usr/bin/env node
"use strict";

// Answers --version and --help from dist/help.json, made at build from the commands, so that neither
// loads a single module of the program; everything else goes to main() in dist/cli.js.
const { existsSync, readFileSync, writeSync } = require("node:fs");
const { join } = require("node:path");

const argv = process.argv.slice(2);

function readyAnswer() {
  const last = argv[argv.length - 1];
  const asksVersion = argv.length === 1 && (last === "--version" || last === "-V");
  const asksHelp = argv.length === 0 || last === "--help" || last === "-h";
  if (!asksVersion && !asksHelp) return undefined;
  const texts = JSON.parse(readFileSync(join(__dirname, "..", "dist", "help.json"), "utf8"));
  return asksVersion ? `${texts.version}\n` : texts.help[argv.slice(0, -1).join(" ")];
}

function print(text) {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    if (error.code === "EAGAIN") process.stdout.write(bytes.subarray(written));
    else if (error.code !== "EPIPE") throw error;
  }
}

let answer;
try {
  answer = readyAnswer();
} catch (error) {
  if (error.code !== "ENOENT") throw error;
}
if (answer !== undefined) {
  print(answer);
} else {
  start();
}

/** From the bundle; from the modules it is made of where there is none (npm run dev). */
function start() {
  if (existsSync(join(__dirname, "..", "dist", "bundle", "main.js"))) {
    require("./bundle.js").load("main.js").main(argv);
    return;
  }
  import("../dist/cli.js").then(
    (cli) => cli.main(argv),
    (error) => {
      if (error.code !== "ERR_MODULE_NOT_FOUND" || !String(error.message).includes("cli.js")) throw error;
      process.stderr.write("resumelaw is not built yet.\nRun `npm ci && npm run build` in its folder first.\n");
      process.exitCode = 1;
    },
  );
}
