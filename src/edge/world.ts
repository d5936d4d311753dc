import type { GlobalOptions } from "../commands/options.js";
import type { Ask, Clock, Data, Files, Reader, Store, Web } from "../ports.js";
import type { Settings } from "../schema/settings.js";
import { askEdge } from "./ask.js";
import { clockEdge } from "./clock.js";
import { dataEdge } from "./data.js";
import { filesEdge } from "./files.js";
import { homeFolder } from "./home.js";
import { type TerminalUi, terminalUi } from "./ui.js";

export { watchInterrupt } from "./interrupt.js";

/** Everything outside the program, as one run of a command meets it. */
export interface World {
  options: GlobalOptions;
  env: NodeJS.ProcessEnv;
  /** The folder of settings, cache and history. */
  home: string;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  files: Files;
  data: Data;
  ask: Ask;
  ui: TerminalUi;
  clock: Clock;
  /** The settings of the home folder, checked. */
  settings(): Promise<Settings>;
  store(): Promise<Store>;
  web(): Promise<Web>;
  reader(): Promise<Reader>;
}

/**
 * Opens the world for one run of a command; what is heavy is loaded on its first use.
 * `started` is a reader whose worker is on its way already.
 */
export async function openWorld(options: GlobalOptions, signal: AbortSignal, started?: Reader): Promise<World> {
  const home = homeFolder();
  return {
    options,
    env: process.env,
    home,
    signal,
    files: filesEdge(),
    data: dataEdge(),
    ask: askEdge(options.input && !options.json, signal),
    ui: await terminalUi({ quiet: Boolean(options.quiet), color: options.color }),
    clock: clockEdge(),
    settings: async () => (await import("./store.js")).readSettings(home),
    store: async () => (await import("./store.js")).openStore(home),
    web: async () => (await import("./web.js")).webEdge(),
    reader: async () => started ?? (await import("./reader.js")).startReader(),
  };
}
