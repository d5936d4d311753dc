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

/** Runs the compiled program as a user would and waits for its end; `onStart` may signal it. */
export function run(
  args: string[],
  options: {
    cwd?: string;
    env?: NodeJS.ProcessEnv;
    input?: string | Uint8Array;
    onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
  } = {},
): Promise<Ended> {
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
    options.onStderr?.(text, (signal) => child.kill(signal));
  });
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...ended, code }));
  });
}
