import { type Command, Option } from "commander";
import type { World } from "../edge/world.js";
import { UserError } from "../errors.js";

/** Options every command understands, before or behind its name. */
export interface GlobalOptions {
  json?: boolean;
  quiet?: boolean;
  verbose?: boolean;
  color: boolean;
  input: boolean;
  engine?: "auto" | "offline" | "openai";
  model?: string;
  baseUrl?: string;
  timeout?: number;
}

/** Opens the world for one run of a command: its options decide what is printed, asked and sent. */
export type OpenWorld = (command: Command) => Promise<World>;

/** Adds a command to the program; each file under commands/ exports one. */
export type AddCommand = (program: Command, open: OpenWorld) => void;

/** The number a flag was given; a usage error naming the flag where it is none within the bounds. */
export function numberFlag(flag: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new UserError(
      "usage",
      `${flag} takes a number from ${least} to ${most}, not "${value}".`,
      `For example: ${flag} ${Math.max(least, Math.min(most, 60))}`,
    );
  };
}

/** Adds the options that every command understands. */
export function addGlobalOptions(program: Command): void {
  program
    .option("--json", "print exactly one JSON document on stdout, errors included")
    .option("-q, --quiet", "print results, warnings and errors only")
    .option("--verbose", "print more: timings, and the stack of a bug")
    .option("--no-color", "no colours (also: NO_COLOR)")
    .option("--no-input", "never ask anything")
    .addOption(
      new Option("--engine <name>", "auto takes openai when a key or base URL is set").choices([
        "auto",
        "offline",
        "openai",
      ]),
    )
    .option("--model <name>", "model to ask, for example gpt-6.1-terra")
    .option("--base-url <url>", "an OpenAI-compatible server, for example http://localhost:11434/v1")
    .option("--timeout <seconds>", "longest time for one request", numberFlag("--timeout", 1, 3600));
}
