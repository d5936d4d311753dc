import { UserError } from "../errors.js";
import type { Ask } from "../ports.js";

/** Questions through inquirer on stderr; without a terminal, or with --no-input, each is a usage error that names what to do instead. */
export function askEdge(allowed: boolean, signal: AbortSignal): Ask {
  const ready = async (instead: string) => {
    if (!allowed || !process.stdin.isTTY || !process.stderr.isTTY) {
      throw new UserError("usage", "This needs an answer, and there is no terminal to ask on.", instead);
    }
    const { default: inquirer } = await import("inquirer");
    return inquirer.createPromptModule({ output: process.stderr, signal } as Parameters<
      typeof inquirer.createPromptModule
    >[0]);
  };
  const answered = async (instead: string, question: object): Promise<string> => {
    const prompt = await ready(instead);
    try {
      const { value } = await prompt<{ value: string }>([{ ...question, name: "value" } as never]);
      return value;
    } catch (error) {
      const closed = error instanceof Error && /^(ExitPromptError|AbortPromptError)$/.test(error.name);
      throw closed
        ? new UserError("interrupted", "Interrupted at the question.", "Nothing was changed.", error)
        : error;
    }
  };
  return {
    secret: (message) =>
      answered('Pipe the value in: printf %s "$KEY" | resumelaw config set apiKey -', {
        type: "password",
        message,
        mask: "*",
      }),
  };
}
