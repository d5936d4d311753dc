import { Argument, type Command } from "commander";
import type { OpenWorld } from "./options.js";

/** Adds `resumelaw completion`: the script a shell loads to complete commands and options. */
export function completionCommand(program: Command, open: OpenWorld): void {
  program
    .command("completion")
    .description("print the completion script of a shell")
    .addArgument(new Argument("<shell>", "which shell").choices(["bash", "zsh", "fish"]))
    .addHelpText(
      "after",
      "\nExamples:\n  resumelaw completion bash >> ~/.bashrc\n  resumelaw completion zsh > ~/.zfunc/_resumelaw\n  resumelaw completion fish > ~/.config/fish/completions/resumelaw.fish",
    )
    .action(async (shell: "bash" | "zsh" | "fish", _options: object, command: Command) => {
      const world = await open(command);
      const { completionScript } = await import("../write/completion.js");
      const script = completionScript(shell, wordsOf(program));
      if (world.options.json) world.ui.json({ schema: "resumelaw/completion@1", shell, script });
      else world.ui.result(script);
    });
}

/** The words that may follow each command: subcommands, options, choices. */
function wordsOf(program: Command): Record<string, { words: string[]; about: Record<string, string> }> {
  const global = program.options.flatMap((option) => option.long ?? []);
  const result: Record<string, { words: string[]; about: Record<string, string> }> = {};
  const visit = (command: Command, path: string[]) => {
    const choices = command.registeredArguments.flatMap((argument) => argument.argChoices ?? []);
    const about = Object.fromEntries([
      ...command.commands.map((child) => [child.name(), child.description()] as const),
      ...command.options.map((option) => [option.long ?? option.short ?? "", option.description] as const),
    ]);
    const words = [
      ...command.commands.map((child) => child.name()),
      ...choices,
      ...command.options.flatMap((option) => option.long ?? []),
    ];
    result[path.join(" ")] = { words: [...new Set([...words, ...global, "--help"])], about };
    for (const child of command.commands) visit(child, [...path, child.name()]);
  };
  visit(program, []);
  return result;
}
