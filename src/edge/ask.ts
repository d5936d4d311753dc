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
  return {
    async secret(message) {
      const prompt = await ready('Pipe the value in: printf %s "$KEY" | resumelaw config set apiKey -');
      const { value } = await prompt<{ value: string }>([{ type: "password", name: "value", message, mask: "*" }]);
      return value;
    },
    async confirm(message) {
      const prompt = await ready("Give --force to go on without a question.");
      const { value } = await prompt<{ value: boolean }>([{ type: "confirm", name: "value", message, default: false }]);
      return value;
    },
  };
}
