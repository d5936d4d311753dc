import type { ErrorKind } from "../errors.js";
import { UserError } from "../errors.js";
import type { Event, Ui } from "../ports.js";
import type { Stage } from "../schema/result.js";

/** How a piece of text is set off on a terminal. */
export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan" | "strikethrough";

/** A Ui that also knows the terminal's width and colours. */
export interface TerminalUi extends Ui {
  /** Columns to lay text out for. */
  width: number;
  /** Text for `result`, set off where stdout shows colours. */
  style(style: Style, text: string): string;
  /** Text for `aside`, set off where stderr shows colours. */
  asideStyle(style: Style, text: string): string;
  /** Lines of a dialogue with the person on stderr, shown even with --quiet. */
  aside(text: string): void;
}

/** What decides how much is printed and how. */
export interface UiOptions {
  quiet: boolean;
  color: boolean;
}

/** Whether the one JSON document of this run is out: a gate that fails after it speaks on stderr. */
let documentPrinted = false;

const doing: Record<Stage | "advise", string> = {
  read: "Reading",
  understand: "Understanding",
  match: "Matching",
  rewrite: "Rewriting",
  advise: "Advising",
  verify: "Verifying",
  write: "Writing",
};

/** Text without any control character but newline, tab and the colour codes this program sets. */
function printable(text: string): string {
  return text.replace(/\u001b(?!\[[0-9;]*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g, "\ufffd");
}

/** Writes to a stream; a reader that has gone away (| head) is no error. */
function print(stream: NodeJS.WriteStream, text: string): void {
  if (stream.listenerCount("error") === 0) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  stream.write(text);
}

/** The terminal: results on stdout, all else on stderr. */
export async function terminalUi(options: UiOptions): Promise<TerminalUi> {
  const [onStdout, onStderr] = await Promise.all([
    stylesOf(process.stdout, options),
    stylesOf(process.stderr, options),
  ]);
  const line = (text: string) => print(process.stderr, `${printable(text)}\n`);
  return {
    width: Math.max(40, Math.min(process.stdout.columns ?? process.stderr.columns ?? 100, 120)),
    style: onStdout,
    asideStyle: onStderr,
    aside: line,
    result: (text) => print(process.stdout, text.endsWith("\n") ? printable(text) : `${printable(text)}\n`),
    json: (value) => {
      documentPrinted = true;
      print(process.stdout, `${JSON.stringify(value, null, 2)}\n`);
    },
    note: (text) => {
      if (!options.quiet) line(text);
    },
    warn: (text) => line(`${onStderr("yellow", "!")} ${text}`),
    progress: () => (options.quiet ? { onEvent: () => {}, stop: async () => {} } : progress(line)),
  };
}

/** How text is set off on a stream; chalk is loaded only where it shows colours. */
async function stylesOf(stream: NodeJS.WriteStream, { color }: UiOptions): Promise<TerminalUi["style"]> {
  if (!color || process.env.NO_COLOR || !(stream.isTTY || process.env.FORCE_COLOR)) return (_style, text) => text;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return (style, text) => chalk[style](text);
}

/** A spinner with stage, seconds and tokens on a terminal; a plain line for each stage elsewhere. */
function progress(line: (text: string) => void): ReturnType<Ui["progress"]> {
  if (!process.stderr.isTTY) {
    return {
      onEvent: (event) => {
        if (event.type === "stage") line(`${doing[event.stage]} …`);
        if (event.type === "retry")
          line(`${event.reason}; trying again in ${Math.ceil(event.waitMs / 1000)} s (attempt ${event.attempt}) …`);
      },
      stop: async () => {},
    };
  }
  const begun = performance.now();
  let stage = "Starting";
  let aside = "";
  const text = () => `${stage} … ${((performance.now() - begun) / 1000).toFixed(1)} s${aside}`;
  const spinner = import("ora").then(({ default: ora }) =>
    ora({ text: text(), stream: process.stderr, discardStdin: false, isEnabled: true }).start(),
  );
  const timer = setInterval(
    () =>
      void spinner.then((shown) => {
        if (shown.isSpinning) shown.text = text();
      }),
    100,
  );
  return {
    onEvent: (event: Event) => {
      if (event.type === "stage") {
        stage = doing[event.stage];
        aside = "";
      }
      if (event.type === "tokens") aside = ` · ${event.received} tokens received`;
      if (event.type === "retry") aside = ` · ${event.reason}, trying again in ${Math.ceil(event.waitMs / 1000)} s`;
    },
    stop: async () => {
      clearInterval(timer);
      (await spinner).stop();
    },
  };
}

/** Prints a failure once: text on stderr, or the error document on stdout with --json. */
export function printFailure(
  error: unknown,
  how: { kind: ErrorKind; exitCode: number; json: boolean; verbose: boolean },
): void {
  const message = error instanceof Error ? error.message : String(error);
  const hint =
    error instanceof UserError
      ? error.hint
      : "This is a fault of resumelaw. Run again with --verbose and report what it prints.";
  if (how.json && !documentPrinted) {
    print(
      process.stdout,
      `${JSON.stringify({ error: { kind: how.kind, message, hint, exitCode: how.exitCode } }, null, 2)}\n`,
    );
    return;
  }
  const stack = how.verbose && how.kind === "bug" && error instanceof Error ? `\n${error.stack}` : "";
  print(process.stderr, `${printable(`resumelaw: ${message}\n  ${hint}${stack}`)}\n`);
}
