import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Command } from "commander";
import { programOf } from "../cli.js";

/** The texts the launcher answers from: the version, and the help of each command by its name ("" for the program's own). */
export interface HelpTexts {
  version: string;
  help: Record<string, string>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The texts of all commands as commander prints them; written to dist/help.json at build and compared with it by a test. */
export async function helpTexts(): Promise<HelpTexts> {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const program = await programOf(() => Promise.reject(new Error("help needs no world")));
  return { version, help: helpOf(program, []) };
}

function helpOf(command: Command, path: string[]): Record<string, string> {
  let text = "";
  command.configureOutput({
    writeOut: (more) => {
      text += more;
    },
  });
  command.outputHelp();
  const below = command.commands.map((child) => helpOf(child, [...path, child.name()]));
  return Object.assign({ [path.join(" ")]: text }, ...below) as Record<string, string>;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(join(root, "dist", "help.json"), `${JSON.stringify(await helpTexts())}\n`);
}
