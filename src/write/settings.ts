import { UserError } from "../errors.js";
import { type SettingKey, Settings, settingKeys } from "../schema/settings.js";

/** A setting as `config list` shows it. */
export interface SettingRow {
  key: SettingKey;
  value: string | number | null;
  meaning: string;
}

/** The setting's name as typed, whatever its case; a usage error with the nearest names otherwise. */
export function settingKey(typed: string): SettingKey {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
  const found = settingKeys.find((key) => plain(key) === plain(typed));
  if (found) return found;
  throw new UserError("usage", `There is no setting "${typed}".`, `Settings are: ${settingKeys.join(", ")}.`);
}

/** The typed text as a value of the setting's type; a usage error that says what it takes otherwise. */
export function settingValue(key: SettingKey, typed: string): Settings[SettingKey] {
  const field = Settings.shape[key];
  const asNumber = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
  for (const value of [asNumber, typed]) {
    const checked = field.safeParse(value);
    if (checked.success) return checked.data;
  }
  const issue = field.safeParse(typed).error?.issues[0];
  const shown = key === "apiKey" ? "That key" : `"${typed}"`;
  throw new UserError(
    "usage",
    `${shown} is not a value for ${key}: ${issue?.message ?? "wrong type"}.`,
    "`resumelaw config list` says what each setting is for.",
  );
}

/** The value as it may be shown: a key only by its last four characters; null where it is not set. */
export function shownSetting(key: SettingKey, value: string | number | undefined): string | number | null {
  if (value === undefined) return null;
  return key === "apiKey" ? `…${String(value).slice(-4)}` : value;
}

/** The settings as aligned lines, each with its meaning below. */
export function settingLines(rows: SettingRow[], style: (style: "bold" | "dim", text: string) => string): string[] {
  const wide = Math.max(...rows.map((row) => row.key.length));
  return rows.flatMap((row) => [
    `${style("bold", row.key.padEnd(wide))}  ${row.value ?? style("dim", "not set")}`,
    `${" ".repeat(wide)}  ${style("dim", row.meaning)}`,
  ]);
}
