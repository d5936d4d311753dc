import type { Command } from "commander";
import type { World } from "../edge/world.js";
import { UserError } from "../errors.js";
import type { OpenWorld } from "./options.js";

/** Adds `resumelaw config`: settings, each typed and checked before it is kept. */
export function configCommand(program: Command, open: OpenWorld): void {
  const config = program.command("config").description("show and change settings");
  config
    .command("list")
    .description("all settings with their values and meaning")
    .action(async (_options: object, command: Command) => {
      const world = await open(command);
      const { settingKeys, settingMeaning } = await import("../schema/settings.js");
      const { shownSetting, settingLines } = await import("../write/settings.js");
      const settings = await world.settings();
      const rows = settingKeys.map((key) => ({
        key,
        value: shownSetting(key, settings[key]),
        meaning: settingMeaning(key),
      }));
      const { settingsPath } = await import("../edge/store.js");
      if (world.options.json)
        world.ui.json({ schema: "resumelaw/settings@1", path: settingsPath(world.home), settings: rows });
      else world.ui.result(settingLines(rows, world.ui.style).join("\n"));
    });
  config
    .command("get <key>")
    .description("print one setting; nothing where it is not set")
    .action(async (key: string, _options: object, command: Command) => {
      const world = await open(command);
      const { settingKey, shownSetting } = await import("../write/settings.js");
      const known = settingKey(key);
      const value = (await world.settings())[known];
      if (world.options.json)
        world.ui.json({ schema: "resumelaw/setting@1", key: known, value: shownSetting(known, value) });
      else if (value !== undefined) world.ui.result(String(shownSetting(known, value)));
    });
  config
    .command("set <key> [value]")
    .description("keep a setting; a secret is asked for, or read from standard input with -")
    .addHelpText(
      "after",
      '\nExamples:\n  resumelaw config set engine offline\n  resumelaw config set apiKey            asks, and shows nothing while you type\n  printf %s "$KEY" | resumelaw config set apiKey -',
    )
    .action(async (key: string, value: string | undefined, _options: object, command: Command) => {
      const world = await open(command);
      const { settingKey, settingValue, shownSetting } = await import("../write/settings.js");
      const known = settingKey(key);
      const checked = settingValue(known, await givenValue(world, known, value));
      (await world.store()).set(known, checked);
      if (world.options.json)
        world.ui.json({ schema: "resumelaw/setting@1", key: known, value: shownSetting(known, checked) });
      else world.ui.note(`${known} is set.`);
    });
  config
    .command("unset <key>")
    .description("forget a setting")
    .action(async (key: string, _options: object, command: Command) => {
      const world = await open(command);
      const { settingKey } = await import("../write/settings.js");
      const known = settingKey(key);
      (await world.store()).unset(known);
      if (world.options.json) world.ui.json({ schema: "resumelaw/setting@1", key: known, value: null });
      else world.ui.note(`${known} is no longer set.`);
    });
  config
    .command("path")
    .description("print where the settings are kept")
    .action(async (_options: object, command: Command) => {
      const world = await open(command);
      const { settingsPath } = await import("../edge/store.js");
      if (world.options.json) world.ui.json({ schema: "resumelaw/path@1", path: settingsPath(world.home) });
      else world.ui.result(settingsPath(world.home));
    });
}

/** The value as given, asked for or piped in. Why not the flag for a key: the list of processes shows it to everybody. */
async function givenValue(world: World, key: string, value: string | undefined): Promise<string> {
  if (value === "-") return new TextDecoder().decode((await world.files.read("-")).bytes).trim();
  if (value !== undefined && key === "apiKey") {
    throw new UserError(
      "usage",
      "A key is not taken as an argument: others on this machine could read it there.",
      "Run `resumelaw config set apiKey` and type it, or pipe it in with -.",
    );
  }
  if (value !== undefined) return value;
  if (key === "apiKey") return (await world.ask.secret("Key")).trim();
  throw new UserError("usage", `A value for ${key} is missing.`, `resumelaw config set ${key} <value>`);
}
