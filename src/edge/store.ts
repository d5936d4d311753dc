import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../errors.js";
import type { Store } from "../ports.js";
import { type SettingKey, Settings } from "../schema/settings.js";

/** Path of the settings file in the home folder. */
export function settingsPath(home: string): string {
  return join(home, "config.json");
}

/** The settings of a home folder; empty where none were ever set. Checked, and never replaced by defaults when damaged. */
export function readSettings(home: string): Settings {
  const path = settingsPath(home);
  if (!existsSync(path)) return {};
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    const reason =
      cause instanceof SyntaxError ? "is not valid JSON" : `cannot be read (${(cause as NodeJS.ErrnoException).code})`;
    throw new UserError(
      "settings",
      `The settings file ${path} ${reason}.`,
      "Mend it by hand, or move it away and set your settings again with `resumelaw config set`.",
    );
  }
  const checked = Settings.safeParse(value);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const where = issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : (issue?.path.join(".") ?? "");
  throw new UserError(
    "settings",
    `The settings file ${path} has a wrong value at "${where}": ${issue?.message ?? "unknown"}.`,
    "`resumelaw config list` shows what each setting takes; mend the file or unset the key.",
  );
}

/** The settings store of a home folder, kept by conf and readable by its owner alone. */
export async function openStore(home: string): Promise<Store> {
  readSettings(home);
  const path = settingsPath(home);
  const before = existsSync(path) ? readFileSync(path) : undefined;
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    if (before && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  } catch (cause) {
    throw unwritable(home, cause);
  }
  const { default: Conf } = await import("conf");
  const conf = new Conf<Record<string, unknown>>({
    cwd: home,
    configName: "config",
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
  });
  const change = (wanted: Settings, act: () => void) => {
    try {
      act();
    } catch (cause) {
      throw unwritable(home, cause);
    }
    keepOrRestore(home, wanted, before);
  };
  return {
    path,
    get: (key) => conf.get(key),
    set: (key, value) => change({ ...readSettings(home), [key as SettingKey]: value }, () => conf.set(key, value)),
    unset: (key) => {
      const { [key as SettingKey]: _gone, ...rest } = readSettings(home);
      change(rest, () => conf.delete(key));
    },
    all: () => conf.store,
  };
}

/**
 * Reads the file back and puts the old bytes in place where it does not hold what was set.
 *
 * Why: on a nearly full disk conf cuts the file short and reports success.
 */
function keepOrRestore(home: string, wanted: Settings, before: Buffer | undefined): void {
  const path = settingsPath(home);
  const sorted = (value: Settings) => JSON.stringify(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
  try {
    if (sorted(JSON.parse(readFileSync(path, "utf8")) as Settings) === sorted(wanted)) return;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw unwritable(home, error);
  }
  if (before) writeFileSync(path, before, { mode: 0o600 });
  throw new UserError(
    "settings",
    `The settings file ${path} could not be written whole; the old settings were put back.`,
    "Free some disk space and try again.",
  );
}

function unwritable(home: string, cause: unknown): UserError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown reason";
  return new UserError(
    "settings",
    `The settings folder ${home} cannot be written (${code}).`,
    "Check its rights, or point RESUMELAW_HOME to a folder of your own.",
    cause,
  );
}
