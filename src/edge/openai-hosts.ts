import { isOpenai } from "../rewrite/choice.js";

/** What a server's chat completions understand; corrected at run time where it refuses a parameter. */
export interface Capabilities {
  tokenParam: "max_completion_tokens" | "max_tokens";
  /** Takes `temperature`; OpenAI's reasoning models refuse it. */
  sampling: boolean;
  /** Takes `reasoning_effort`. */
  effort: boolean;
  responseFormat: "json_schema" | "json_object" | "none";
  /** Takes `verbosity`, `store` and `prompt_cache_key`. */
  extras: boolean;
  stream: boolean;
  /** Reports usage at the end of a stream. */
  streamUsage: boolean;
}

const openaiHost: Capabilities = {
  tokenParam: "max_completion_tokens",
  sampling: false,
  effort: true,
  responseFormat: "json_schema",
  extras: true,
  stream: true,
  streamUsage: true,
};

/** Ollama, LM Studio, llama.cpp, vLLM: `max_tokens` is the only cap all of them obey, and none needs the extras. */
const compatibleHost: Capabilities = {
  ...openaiHost,
  tokenParam: "max_tokens",
  sampling: true,
  effort: false,
  extras: false,
};

/** Whether the server stands on this machine or in this network, where requests wait for one another. */
export function isLocal(baseUrl: string): boolean {
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, "");
  return (
    /^(localhost|::1|0\.0\.0\.0|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+)$/.test(host) ||
    /^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/.test(host) ||
    /^(.*\.(local|localhost|lan|internal)|host\.docker\.internal)$/.test(host) ||
    /^(fe80|f[cd][0-9a-f]{2}):/.test(host)
  );
}

/** What the server at an address is expected to understand. */
export function capabilitiesOf(baseUrl: string): Capabilities {
  return isOpenai(baseUrl) ? openaiHost : compatibleHost;
}

type Correction = (has: Capabilities) => Capabilities;

/** Parameter names as servers print them in a refusal, in the order they are looked for, and what follows from each. */
const corrections: readonly [RegExp, Correction][] = [
  [/\b(max_completion_tokens|max_tokens)\b/, otherTokenParam],
  [/\bresponse_format\b|\bjson_schema\b|\bjson_object\b|structured output/i, plainerFormat],
  [/\bstream_options\b|\binclude_usage\b/, (has) => ({ ...has, streamUsage: false })],
  [/\breasoning_effort\b|\breasoning\.effort\b/, (has) => ({ ...has, effort: false })],
  [/\b(verbosity|store|prompt_cache_key)\b/, (has) => ({ ...has, extras: false })],
  [/\btemperature\b/, (has) => ({ ...has, sampling: false })],
  [/\bstream(ing)?\b/, (has) => ({ ...has, stream: false })],
];

/** The record without the parameter that a refusal names; null where it names none, or nothing is left to change. */
export function corrected(has: Capabilities, param: string | null, message: string): Capabilities | null {
  const named = corrections.find(([name]) => param !== null && name.test(param));
  const [, change] = named ?? corrections.find(([name]) => name.test(message)) ?? [];
  const next = change?.(has);
  return next && JSON.stringify(next) !== JSON.stringify(has) ? next : null;
}

function otherTokenParam(has: Capabilities): Capabilities {
  return { ...has, tokenParam: has.tokenParam === "max_tokens" ? "max_completion_tokens" : "max_tokens" };
}

function plainerFormat(has: Capabilities): Capabilities {
  return { ...has, responseFormat: has.responseFormat === "json_schema" ? "json_object" : "none" };
}
