import type { Command } from "commander";
import { UserError } from "../errors.js";
import type { OpenWorld } from "./options.js";

/** Adds `resumelaw prompts`: the texts a model is given, bundled or the user's own. */
export function promptsCommand(program: Command, open: OpenWorld): void {
  const prompts = program.command("prompts").description("the prompts a model is given");
  prompts
    .command("list")
    .description("all prompts with version and origin")
    .action(async (_options: object, command: Command) => {
      const world = await open(command);
      const { openPrompts } = await import("../edge/engines.js");
      const { promptLines, promptRows } = await import("../write/prompts.js");
      const rows = promptRows(await openPrompts(world));
      if (world.options.json) world.ui.json({ schema: "resumelaw/prompts@1", prompts: rows });
      else world.ui.result(promptLines(rows, world.ui.style).join("\n"));
    });
  prompts
    .command("show <name>")
    .description("print the file of one prompt, for example resume_rewrite/premium")
    .action(async (name: string, _options: object, command: Command) => {
      const world = await open(command);
      const { promptSources } = await import("../edge/engines.js");
      const { promptNamed } = await import("../write/prompts.js");
      const source = promptNamed(name, await promptSources(world));
      if (world.options.json) world.ui.json({ schema: "resumelaw/prompt@1", ...source });
      else world.ui.result(source.text);
    });
  prompts
    .command("check")
    .description("find mistakes in the bundled prompts and your own; ends with 4 where there are any")
    .action(async (_options: object, command: Command) => {
      const world = await open(command);
      const { promptSources } = await import("../edge/engines.js");
      const { checkPrompts } = await import("../rewrite/prompts.js");
      const sources = await promptSources(world);
      const problems = checkPrompts(sources);
      const ok = problems.length === 0;
      if (world.options.json && ok) world.ui.json({ schema: "resumelaw/prompts-check@1", ok, problems });
      else if (ok) world.ui.result(`All ${sources.length} prompt files are in order.`);
      else
        throw new UserError(
          "settings",
          problems.map(({ path, line, message }) => `${path}:${line} ${message}`).join("\n"),
          "Correct these lines, or `resumelaw config unset promptsFolder`.",
        );
    });
}
