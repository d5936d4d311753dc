import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../doubles.js";
import { type Loopback, loopback } from "../loopback.js";
import { launcher, newFolder, plainEnv } from "./process.js";

const sample = (name: string) => join(root, "templates", "sample", name);
const session = `resumelaw-${process.pid}`;
const tmux = (...args: string[]) => execFileSync("tmux", ["-u", "-L", session, ...args], { encoding: "utf8" });
const screen = () => tmux("capture-pane", "-p", "-t", session);

/** Waits until the screen shows the text; the test's own time limit ends it. */
async function shows(wanted: RegExp): Promise<string> {
  for (;;) {
    const text = screen();
    if (wanted.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("on a real terminal", () => {
  let server: Loopback;
  const cwd = newFolder();
  beforeAll(async () => {
    server = await loopback((_request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(
        `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: "some words of an answer " } }] })}\n\n`,
      );
    });
    const env = plainEnv({
      OPENAI_API_KEY: "sk-test-1234567890",
      OPENAI_BASE_URL: server.url,
      RESUMELAW_MODEL: "test-model",
      PS1: "$ ",
    });
    execFileSync(
      "tmux",
      ["-u", "-L", session, "new-session", "-d", "-s", session, "-x", "90", "-y", "30", "-c", cwd, "bash --norc"],
      { env },
    );
  });
  afterAll(async () => {
    tmux("kill-server");
    await server.close();
  });

  it("shows stage, seconds and tokens while it works; Ctrl-C ends it with 130, the cursor back and no file left", async () => {
    tmux(
      "send-keys",
      "-t",
      session,
      `${process.execPath} ${launcher} rewrite ${sample("resume.docx")} --job ${sample("posting.txt")}`,
      "Enter",
    );
    await shows(/Understanding … \d+\.\d s · \d+ tokens received/);
    tmux("send-keys", "-t", session, "C-c");
    await shows(/resumelaw: Interrupted/);
    tmux("send-keys", "-t", session, 'echo "ended with $?"', "Enter");
    const text = await shows(/ended with \d+/);
    expect(text).toContain("ended with 130");
    expect(text).not.toMatch(/Understanding …/);
    expect(tmux("display", "-p", "-t", session, "#{cursor_flag}").trim()).toBe("1");
    expect(readdirSync(cwd)).toEqual([]);
  });

  it("asks for a key without showing it, keeps it, and ends with 130 on Ctrl-C at the prompt", async () => {
    tmux("send-keys", "-t", session, `clear; ${process.execPath} ${launcher} config set apiKey`, "Enter");
    await shows(/\? Key/);
    tmux("send-keys", "-t", session, "sk-typed-secret-4321");
    await shows(/\*{10}/);
    tmux("send-keys", "-t", session, "Enter");
    const text = await shows(/apiKey is set/);
    expect(text).not.toContain("sk-typed");
    tmux("send-keys", "-t", session, `clear; ${process.execPath} ${launcher} config set apiKey`, "Enter");
    await shows(/\? Key/);
    tmux("send-keys", "-t", session, "C-c");
    tmux("send-keys", "-t", session, 'echo "ended with $?"', "Enter");
    expect(await shows(/ended with \d+/)).toContain("ended with 130");
  });

  it("shows the key's end only", async () => {
    tmux("send-keys", "-t", session, `clear; ${process.execPath} ${launcher} config get apiKey`, "Enter");
    await shows(/…4321/);
  });
});
