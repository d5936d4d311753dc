import { UserError } from "../errors.js";
import type { Settings } from "../schema/settings.js";

/** Where a value came from, in the order of their rank. */
export type Origin = "flag" | "environment" | "setting" | "default";

/** What decides which engine runs. */
export interface ChoiceInput {
  flags: { engine?: string; model?: string; baseUrl?: string };
  environment: { engine?: string; model?: string; baseUrl?: string; apiKey?: string };
  settings: Pick<Settings, "engine" | "model" | "previewModel" | "baseUrl" | "apiKey">;
}

/** The engine of a run, and for openai whom it asks and with which key. `model` is null where the caller's default goes. */
export type EngineChoice =
  | { engine: "offline"; why: string }
  | {
      engine: "openai";
      baseUrl: string;
      apiKey: string | null;
      model: string | null;
      previewModel: string | null;
      notes: string[];
    };

/** Address of OpenAI's own API; its key goes nowhere else unless the user named the place with it. */
export const openaiUrl = "https://api.openai.com/v1";

const engines = ["auto", "offline", "openai"];

/** The engine by flag, then environment, then setting; `auto` takes openai when a key or a base URL is set. */
export function chooseEngine(input: ChoiceInput): EngineChoice {
  const wanted = input.flags.engine ?? (input.environment.engine || undefined) ?? input.settings.engine ?? "auto";
  if (!engines.includes(wanted)) {
    throw new UserError(
      "settings",
      `RESUMELAW_ENGINE is "${wanted}", which is no engine.`,
      `It takes ${engines.join(", ")}.`,
    );
  }
  const base = firstOf(input.flags.baseUrl, input.environment.baseUrl, input.settings.baseUrl);
  const keys = { environment: input.environment.apiKey?.trim() || undefined, setting: input.settings.apiKey };
  const hasKey = keys.environment !== undefined || keys.setting !== undefined;
  if (wanted === "offline") return { engine: "offline", why: "as asked" };
  if (wanted === "auto" && !hasKey && base.value === undefined) return { engine: "offline", why: "no key is set" };
  if (!hasKey && base.value === undefined) {
    throw new UserError(
      "settings",
      "The openai engine needs a key, and none is set.",
      "Set OPENAI_API_KEY, run `resumelaw config set apiKey`, or name a server of your own with --base-url. --engine offline needs no key.",
    );
  }
  const baseUrl = checkedUrl(base.value ?? openaiUrl, base.from);
  const { apiKey, notes } = keyFor(baseUrl, base.from, keys);
  const model = input.flags.model ?? (input.environment.model || undefined) ?? input.settings.model ?? null;
  const previewModel =
    input.flags.model ?? (input.environment.model || undefined) ?? input.settings.previewModel ?? null;
  if (!isOpenai(baseUrl) && (model ?? previewModel) === null) {
    throw new UserError(
      "settings",
      `Which model shall ${new URL(baseUrl).host} use?`,
      "Name one with --model or `resumelaw config set model <name>`; `resumelaw doctor` lists what the server has.",
    );
  }
  return {
    engine: "openai",
    baseUrl,
    apiKey,
    model,
    previewModel: previewModel ?? (isOpenai(baseUrl) ? null : model),
    notes,
  };
}

/** Whether the address is OpenAI's own API. */
export function isOpenai(baseUrl: string): boolean {
  const url = new URL(baseUrl);
  return url.protocol === "https:" && url.hostname === "api.openai.com";
}

function firstOf(
  flag: string | undefined,
  environment: string | undefined,
  setting: string | undefined,
): { value: string | undefined; from: Origin } {
  if (flag) return { value: flag, from: "flag" };
  if (environment) return { value: environment, from: "environment" };
  return setting ? { value: setting, from: "setting" } : { value: undefined, from: "default" };
}

function checkedUrl(text: string, from: Origin): string {
  const place = {
    flag: "--base-url",
    environment: "OPENAI_BASE_URL",
    setting: "the setting baseUrl",
    default: "the base URL",
  }[from];
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return text.replace(/\/+$/, "");
  throw new UserError(
    from === "flag" ? "usage" : "settings",
    `${place} is not an http(s) address: ${text.replace(/\/\/[^@/]*@/, "//…@")}`,
    "For example: http://localhost:11434/v1. A key does not belong in the address.",
  );
}

/**
 * The key that may go to an address: OpenAI's own API takes any, another server only one that was set in the same place
 * as its address, or whose address was typed with this very command.
 *
 * Why: a file that someone else wrote could otherwise name a server and be handed the key.
 */
function keyFor(
  baseUrl: string,
  from: Origin,
  keys: { environment: string | undefined; setting: string | undefined },
): { apiKey: string | null; notes: string[] } {
  if (isOpenai(baseUrl) || from === "flag") return { apiKey: keys.environment ?? keys.setting ?? null, notes: [] };
  const apiKey = (from === "environment" ? keys.environment : keys.setting) ?? null;
  const withheld = apiKey === null && (keys.environment ?? keys.setting) !== undefined;
  const host = new URL(baseUrl).host;
  return {
    apiKey,
    notes: withheld
      ? [`Your key was not sent to ${host}: the address and the key were not set in the same place.`]
      : [],
  };
}
