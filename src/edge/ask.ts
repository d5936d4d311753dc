import { UserError } from "../errors.js";
import type { Ask } from "../ports.js";
import { pasteSafeInput } from "./paste.js";

const keyInstead = 'Pipe the value in: printf %s "$KEY" | resumelaw config set apiKey -';

/** Without inquirer's own colours, so that --no-color and NO_COLOR hold here too. */
const same = (text: string): string => text;
const theme = {
  prefix: { idle: "?", done: "✓" },
  style: { message: same, answer: same, error: same, defaultAnswer: same, help: same, highlight: same, key: same },
};

/** Questions through inquirer on stderr; without a terminal, or with --no-input, each is a usage error that names what to do instead. */
export function askEdge(allowed: boolean, signal: AbortSignal): Ask {
  const ready = (instead: string): void => {
    if (!allowed || !process.stdin.isTTY || !process.stderr.isTTY)
      throw new UserError("usage", "This needs an answer, and there is no terminal to ask on.", instead);
  };
  const answered = async (question: object): Promise<string> => {
    const { default: inquirer } = await import("inquirer");
    const { input, close } = pasteSafeInput(process.stdin, process.stderr);
    const world = { input, output: process.stderr, signal } as unknown;
    const prompt = inquirer.createPromptModule(world as Parameters<typeof inquirer.createPromptModule>[0]);
    try {
      const { value } = await prompt<{ value: string }>([{ ...question, name: "value" } as never]);
      return value;
    } catch (error) {
      const closed = error instanceof Error && /^(ExitPromptError|AbortPromptError)$/.test(error.name);
      throw closed
        ? new UserError("interrupted", "Interrupted at the question.", "Nothing was changed.", error)
        : error;
    } finally {
      close();
    }
  };
  return {
    ready,
    secret: async (message) => {
      ready(keyInstead);
      return answered({ type: "password", message, mask: "*" });
    },
    line: async (message, initial) => {
      ready("Run the command on a terminal.");
      const prefilled = initial === undefined || initial === "" ? {} : { default: initial, prefill: "editable" };
      return answered({ type: "input", message, theme, ...prefilled });
    },
  };
}
