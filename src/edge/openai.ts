import type { ChatCompletionCreateParams, ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { UserError } from "../errors.js";
import type { Model, ModelAnswer, ModelRequest, OnEvent } from "../ports.js";
import { type AnswerShape, readAnswer, repairRequest, tokensOf } from "../rewrite/answer.js";
import { openaiUrl } from "../rewrite/choice.js";
import { estimateTokens } from "../rewrite/estimate.js";
import { addUsage, noUsage, priceOf } from "../rewrite/price.js";
import type { ModelPrices } from "../schema/models.js";
import type { Usage } from "../schema/result.js";
import { chatBody, type Exchange } from "./openai-body.js";
import { type Asked, faultText, providerFailure, redactor, WireError, type WireFault } from "./openai-errors.js";
import { type Capabilities, capabilitiesOf, corrected, isLocal } from "./openai-hosts.js";
import { pause, type RetryPolicy, retryWait, usualRetries } from "./openai-retry.js";
import { getModels, postChat, type Wire } from "./openai-wire.js";

/** Whom to ask, and how. */
export interface OpenaiOptions {
  /** Null for a server that wants none. */
  apiKey: string | null;
  /** Default: OpenAI's own API. */
  baseUrl?: string;
  model: string;
  /** Longest time for one request, from its start to the last byte of its answer; default 90. */
  timeoutSeconds?: number;
  /** Without them every cost is unknown. */
  prices?: ModelPrices;
  /** What the server understands, where it is known better than by its address. */
  capabilities?: Partial<Capabilities>;
  retries?: Partial<RetryPolicy>;
  /** The largest answer that is read, in bytes; default 4 MB. */
  maxAnswerBytes?: number;
}

const repairTextLimit = 12_000;

interface Host {
  wire: Wire;
  asked: Asked;
  retries: RetryPolicy;
  redact: (text: string) => string;
  /** Changes when the server refuses a parameter, for this and all later requests. */
  has: Capabilities;
  tried: Set<string>;
  prices: ModelPrices | undefined;
}

/** A model behind OpenAI's chat completions, at OpenAI or any compatible server. Throws a UserError "settings" for a broken key. */
export function openaiModel(options: OpenaiOptions): Model {
  const host = hostOf(options);
  return {
    name: options.model,
    parallel: !host.asked.local,
    ask: (request, onEvent, signal) => ask(host, request, onEvent, signal),
  };
}

/** A model a server offers; `shutdown` is the day it ends, null where none is announced. */
export interface ListedModel {
  id: string;
  shutdown: string | null;
}

/** The models of a server, by name; throws a UserError as a request would. */
export async function listModels(options: Omit<OpenaiOptions, "model">, signal: AbortSignal): Promise<ListedModel[]> {
  const host = hostOf({ ...options, model: "" });
  try {
    const { data } = (await getModels(host.wire, signal)) as { data?: unknown };
    if (!Array.isArray(data)) throw new WireError({ kind: "malformed", message: "the list of models has no data" });
    return data
      .filter((model) => typeof model?.id === "string")
      .map(listed)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
    const fault = redacted(cause.fault, host.redact);
    throw providerFailure(host.asked, fault, [faultText(fault)]);
  }
}

function listed({ id, shutdown_date: end }: { id: string; shutdown_date?: unknown }): ListedModel {
  if (typeof end === "number") return { id, shutdown: new Date(end * 1000).toISOString().slice(0, 10) };
  return { id, shutdown: typeof end === "string" ? end.slice(0, 10) : null };
}

function hostOf(options: OpenaiOptions): Host {
  const apiKey = options.apiKey?.trim() || null;
  if (apiKey !== null && !/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new UserError(
      "settings",
      "The API key holds a space, a line break or a letter that no key has.",
      "Copy the key again: one line of plain letters, digits and signs.",
    );
  }
  const baseUrl = options.baseUrl ?? openaiUrl;
  const timeoutMs = (options.timeoutSeconds ?? 90) * 1000;
  return {
    wire: { apiKey, baseUrl, timeoutMs, maxBytes: options.maxAnswerBytes ?? 4 * 1024 * 1024 },
    asked: { host: new URL(baseUrl).host, model: options.model, local: isLocal(baseUrl) },
    retries: { ...usualRetries, ...options.retries },
    redact: redactor(apiKey),
    has: { ...capabilitiesOf(baseUrl), ...options.capabilities },
    tried: new Set(),
    prices: options.prices,
  };
}

async function ask<T>(
  host: Host,
  request: ModelRequest<T>,
  onEvent: OnEvent,
  signal: AbortSignal,
): Promise<ModelAnswer<T>> {
  const { zodResponseFormat } = await import("openai/helpers/zod");
  const format = zodResponseFormat(request.schema, request.schemaName);
  const shape = (format.json_schema.schema ?? {}) as AnswerShape;
  const attempts: string[] = [];
  let usage = noUsage;
  let messages: ChatCompletionMessageParam[] = [
    { role: "system", content: request.system },
    { role: "user", content: request.user },
  ];
  let room = request.maxOutputTokens;
  for (let round = 1; ; round += 1) {
    const exchange = { model: host.asked.model, request, messages, format, room };
    const sent = await send(host, exchange, onEvent, signal, attempts);
    usage = addUsage(usage, sent.usage);
    const reading = readAnswer(sent.completion, request.schema, shape);
    if (reading.ok) return { value: reading.value, usage, model: host.asked.model, cached: false };
    attempts.push(host.redact(reading.issues.join("; ")));
    if (round === 2 || reading.fault === "refusal" || reading.fault === "filtered") {
      throw providerFailure(host.asked, null, attempts);
    }
    if (reading.fault === "length" && !isBlankLoop(reading.text)) room = request.maxOutputTokens * 2;
    if (reading.fault === "malformed" || reading.fault === "schema") {
      const bad: ChatCompletionMessageParam = { role: "assistant", content: reading.text.slice(0, repairTextLimit) };
      messages = [...messages, bad, { role: "user", content: repairRequest(reading.issues) }];
    }
    onEvent({ type: "retry", attempt: round, waitMs: 0, reason: attempts.at(-1) ?? "" });
  }
}

/** Some local grammars write white space until the cap; more room would only bring more of it. */
function isBlankLoop(text: string): boolean {
  return text.length > 500 && text.replace(/\s+/g, "").length < text.length / 2;
}

/** Sends one request, again where its fault may pass and without a parameter the server refuses. */
async function send(
  host: Host,
  exchange: Exchange,
  onEvent: OnEvent,
  signal: AbortSignal,
  attempts: string[],
): Promise<{ completion: unknown; usage: Usage }> {
  let requests = 0;
  let attempt = 1;
  let received = 0;
  const onText = (characters: number): void => {
    received = characters;
    onEvent({ type: "tokens", received: Math.ceil(characters / 4) });
  };
  for (;;) {
    const { has } = host;
    const body = chatBody(exchange, has);
    requests += 1;
    try {
      const completion = await postChat(host.wire, body, onText, signal);
      return { completion, usage: usageOf(host, completion, requests, body, received) };
    } catch (cause) {
      if (!(cause instanceof WireError)) throw cause;
      const fault = redacted(cause.fault, host.redact);
      if (adjusted(host, has, fault)) continue;
      attempts.push(faultText(fault));
      const waitMs = retryWait(fault, attempt, host.retries);
      if (waitMs === null) throw providerFailure(host.asked, fault, attempts);
      onEvent({ type: "retry", attempt, waitMs, reason: faultText(fault) });
      await pause(waitMs, signal);
      attempt += 1;
    }
  }
}

function redacted(fault: WireFault, redact: (text: string) => string): WireFault {
  return "message" in fault ? { ...fault, message: redact(fault.message) } : fault;
}

/** Whether the fault was a refused parameter and the host's record now leaves it out; no record is tried twice. */
function adjusted(host: Host, has: Capabilities, fault: WireFault): boolean {
  if (fault.kind !== "status" || (fault.status !== 400 && fault.status !== 422)) return false;
  if (host.has !== has) return true;
  const next = corrected(has, fault.param, fault.message);
  if (next === null || host.tried.has(JSON.stringify(next))) return false;
  host.tried.add(JSON.stringify(has)).add(JSON.stringify(next));
  host.has = next;
  return true;
}

function usageOf(
  host: Host,
  completion: unknown,
  requests: number,
  body: ChatCompletionCreateParams,
  received: number,
): Usage {
  const tokens = tokensOf(completion) ?? {
    inputTokens: estimateTokens(JSON.stringify(body.messages)),
    cachedTokens: 0,
    outputTokens: estimateTokens(received > 0 ? "x".repeat(received) : JSON.stringify(completion)),
    reasoningTokens: 0,
  };
  const costUsd = host.prices ? priceOf(tokens, host.asked.model, host.prices) : null;
  return { requests, ...tokens, costUsd };
}
