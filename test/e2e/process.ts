import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../doubles.js";

/** How a run of the compiled program ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The compiled program's launcher. */
export const launcher = join(root, "bin", "resumelaw.js");

/** A new empty folder. */
export const newFolder = () => mkdtempSync(join(tmpdir(), "resumelaw-e2e-"));

/** The environment of a user who has set nothing: a new home, no key, and no address but what a test gives. */
export function plainEnv(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const {
    OPENAI_API_KEY: _key,
    OPENAI_BASE_URL: _url,
    NO_COLOR: _plain,
    FORCE_COLOR: _color,
    NODE_EXTRA_CA_CERTS: _bundle,
    ...env
  } = process.env;
  return { ...env, RESUMELAW_HOME: newFolder(), ...extra };
}

/** How to run the program. */
export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  input?: string | Uint8Array;
}

/** A run that goes on: signal it, or wait for its end. */
export interface Running {
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

/** Starts the compiled program as a user would. */
export function start(args: string[], options: RunOptions = {}): Running {
  const child = spawn(process.execPath, [launcher, ...args], {
    cwd: options.cwd ?? newFolder(),
    env: options.env ?? plainEnv(),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended: Ended = { code: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    ended.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    ended.stderr += text;
  });
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  return {
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ ...ended, code }));
    }),
  };
}

/** Runs the compiled program and waits for its end. */
export const run = (args: string[], options: RunOptions = {}): Promise<Ended> => start(args, options).ended;
