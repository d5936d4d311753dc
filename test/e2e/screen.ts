import { execFileSync } from "node:child_process";
import { launcher, newFolder, plainEnv } from "./process.js";

/** A terminal of its own with a shell in it, driven as a person would. */
export interface Screen extends Disposable {
  /** The folder the shell is in. */
  cwd: string;
  /** The folder of settings of what runs in it. */
  home: string;
  /** Types the command line of a run of the program. */
  run(args: readonly string[]): void;
  /** Types a text and Enter. */
  say(text: string): void;
  /** Presses keys by their names (C-c, C-u, Enter). */
  press(...keys: string[]): void;
  /** Pastes a block, in the brackets of a paste where the program asks for them. */
  paste(text: string): void;
  /** Waits until something matches on the screen as it is now; the test's own time limit ends it. */
  shows(wanted: RegExp): Promise<string>;
  /** Waits until a question is open and something matches on the screen; what is typed before a question is open may be lost. */
  asks(wanted: RegExp): Promise<string>;
  /** All that was printed; with the colours' codes, or with lines that the terminal has wrapped joined again. */
  printed(as?: "codes" | "joined"): string;
}

let count = 0;

/** Opens a terminal of so many columns; long lines of the run's output are not joined. */
export function openScreen(columns: number, env: NodeJS.ProcessEnv = {}): Screen {
  count += 1;
  const session = `resumelaw-${process.pid}-${count}-${columns}`;
  const [cwd, home] = [newFolder(), newFolder()];
  const tmux = (...args: string[]): string =>
    execFileSync("tmux", ["-u", "-L", session, ...args], { encoding: "utf8" });
  const size = ["-x", String(columns), "-y", "50"];
  execFileSync("tmux", ["-u", "-L", session, "new-session", "-d", "-s", "s", ...size, "-c", cwd, "bash --norc"], {
    env: plainEnv({ ...env, RESUMELAW_HOME: home, PS1: "$ " }),
  });
  const type = (text: string): void => void tmux("send-keys", "-t", "s", "-l", text);
  const press = (...keys: string[]): void => void tmux("send-keys", "-t", "s", ...keys);
  const say = (text: string): void => {
    if (text !== "") type(text);
    press("Enter");
  };
  const until = async (fits: (text: string) => boolean): Promise<string> => {
    for (;;) {
      const text = tmux("capture-pane", "-p", "-t", "s");
      if (fits(text)) return text;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return {
    cwd,
    home,
    run: (args) => say([process.execPath, launcher, ...args].join(" ")),
    say,
    press,
    paste: (text) => {
      tmux("set-buffer", text);
      tmux("paste-buffer", "-p", "-t", "s");
    },
    shows: (wanted) => until((text) => wanted.test(text)),
    asks: (wanted) => until((text) => wanted.test(text) && isOpen(text)),
    printed: (as) => {
      const how = as === "codes" ? ["-e"] : as === "joined" ? ["-J"] : [];
      return tmux("capture-pane", "-p", ...how, "-S", "-3000", "-t", "s");
    },
    [Symbol.dispose]: () => void tmux("kill-server"),
  };
}

/** Whether the last question on the screen has no answer yet. */
function isOpen(text: string): boolean {
  const last = text.split("\n").findLast((line) => /^[?✓] /.test(line));
  return last?.startsWith("? ") === true;
}
