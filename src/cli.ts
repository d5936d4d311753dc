import type { Command, CommanderError, OutputConfiguration } from "commander";
import type { AddCommand, GlobalOptions, OpenWorld } from "./commands/options.js";
import { type ErrorKind, exitCodes, UserError } from "./errors.js";

/** The commands in the order of the help; only the one that runs is loaded. */
const commands: Record<string, () => Promise<AddCommand>> = {
  rewrite: async () => (await import("./commands/rewrite.js")).rewriteCommand,
  analyze: async () => (await import("./commands/analyze.js")).analyzeCommand,
  verify: async () => (await import("./commands/verify.js")).verifyCommand,
  parse: async () => (await import("./commands/parse.js")).parseCommand,
  job: async () => (await import("./commands/job.js")).jobCommand,
  init: async () => (await import("./commands/init.js")).initCommand,
  prompts: async () => (await import("./commands/prompts.js")).promptsCommand,
  facts: async () => (await import("./commands/facts.js")).factsCommand,
  config: async () => (await import("./commands/config.js")).configCommand,
  doctor: async () => (await import("./commands/doctor.js")).doctorCommand,
  completion: async () => (await import("./commands/completion.js")).completionCommand,
};

/** Commands that always read a document: their worker starts first of all, because it takes as long as the command's own modules. */
const readingCommands: ReadonlySet<string> = new Set(["rewrite", "analyze", "verify", "parse", "job"]);

/** The command-line program with the named commands added; all of them without names. */
export async function programOf(
  open: OpenWorld,
  names = Object.keys(commands),
  output: OutputConfiguration = {},
): Promise<Command> {
  const [{ Command }, { addGlobalOptions }] = await Promise.all([import("commander"), import("./commands/options.js")]);
  const program = new Command("resumelaw")
    .description("Rewrites a resume for one job posting and proves every line of the result.")
    .helpCommand("help [command]", "show the help of a command")
    .configureHelp({ showGlobalOptions: true, helpWidth: 100 })
    .configureOutput(output)
    .showSuggestionAfterError()
    .exitOverride();
  addGlobalOptions(program);
  program.option("-V, --version", "print the version");
  for (const name of names) {
    const load = commands[name];
    if (load) (await load())(program, open);
  }
  program.addHelpText(
    "after",
    [
      "",
      "Examples:",
      "  resumelaw rewrite resume.docx --job posting.txt",
      "  resumelaw analyze resume.pdf --job https://example.com/jobs/42",
      "  resumelaw init          writes a sample resume and posting into this folder",
      "",
      "Each command has its own help: resumelaw rewrite --help",
    ].join("\n"),
  );
  return program;
}

/** Runs the program with the arguments behind its name and sets the exit code. The only place that catches. */
export async function main(argv: string[]): Promise<void> {
  const known = argv.find((word) => Object.hasOwn(commands, word));
  const reads = known !== undefined && readingCommands.has(known);
  const reader = reads ? (await import("./edge/reader.js")).startReader() : undefined;
  const { openWorld, watchInterrupt } = await import("./edge/world.js");
  const interrupt = watchInterrupt();
  const stderr: string[] = [];
  try {
    const wholeProgram = known === undefined || argv[0] === "help" || known === "completion";
    const open: OpenWorld = (command) => openWorld(command.optsWithGlobals<GlobalOptions>(), interrupt.signal, reader);
    const program = await programOf(open, wholeProgram ? undefined : [known], {
      writeErr: (text) => stderr.push(text),
    });
    await program.parseAsync(argv, { from: "user" });
    if (interrupt.signal.aborted) throw interrupt.signal.reason;
  } catch (error) {
    await report(interrupt.signal.aborted ? interrupt.signal.reason : error, argv, stderr.join(""));
  } finally {
    interrupt.done();
  }
}

/** Prints a failure once, as text on stderr or as JSON on stdout, and sets the exit code of its kind. */
async function report(error: unknown, argv: string[], commanderText: string): Promise<void> {
  const { printFailure } = await import("./edge/ui.js");
  if (isCommanderError(error) && error.exitCode === 0) return;
  const failure = isCommanderError(error) ? usageError(error, commanderText) : error;
  const kind: ErrorKind = failure instanceof UserError ? failure.kind : "bug";
  process.exitCode = exitCodes[kind];
  printFailure(failure, {
    kind,
    exitCode: exitCodes[kind],
    json: argv.includes("--json"),
    verbose: argv.includes("--verbose"),
  });
}

/** Known by its code, so that commander is loaded after the reader's worker has started. */
function isCommanderError(error: unknown): error is CommanderError {
  return error instanceof Error && "code" in error && String(error.code).startsWith("commander.");
}

/** Commander's complaint as a usage error: its first line is the message, a "did you mean" the hint. */
function usageError(error: CommanderError, printed: string): UserError {
  if (error.code === "commander.help")
    return new UserError("usage", "A command is missing.", "resumelaw --help lists the commands.", error);
  const text = (printed || error.message).replace(/^error: /, "");
  const meant = /\(Did you mean (.+?)\?\)/.exec(text)?.[1];
  const message = (text.split("\n")[0] ?? "").replace(/[.\s]*$/, "");
  return new UserError(
    "usage",
    `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
    meant ? `Did you mean ${meant}?` : "--help shows what is understood.",
    error,
  );
}
