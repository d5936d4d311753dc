import type OpenAI from "openai";
import type { ChatCompletionCreateParams } from "openai/resources/chat/completions";
import { interrupted, WireError, type WireFault } from "./openai-errors.js";
import { retryAfter } from "./openai-retry.js";
import { completionAssembler } from "./openai-stream.js";

/** Where requests go and what they may cost in time and bytes. */
export interface Wire {
  apiKey: string | null;
  baseUrl: string;
  /** From the start of a request to the last byte of its answer. */
  timeoutMs: number;
  /** The largest answer that is read. */
  maxBytes: number;
}

/** Servers without keys are sent this one, for the SDK takes no empty one. */
const dummyKey = "none";
/** Everything else the SDK adds (its own version, the platform, organisation, headers from the environment) stays here. */
const sentHeaders = ["authorization", "content-type", "accept"];
const errorBytes = 65_536;

/** The completion a server answers with, whole or streamed; throws a WireError, or the UserError "interrupted". */
export function postChat(
  wire: Wire,
  body: ChatCompletionCreateParams,
  onText: (characters: number) => void,
  signal: AbortSignal,
): Promise<unknown> {
  return guarded(wire, signal, async (client, seen) => {
    const response = await client.chat.completions.create(body).asResponse();
    seen.answered = true;
    const streamed = /event-stream/i.test(response.headers.get("content-type") ?? "");
    const assembler = completionAssembler(onText);
    let text = "";
    try {
      for await (const chunk of cappedText(response, wire.maxBytes)) {
        if (streamed) assembler.push(chunk);
        else text += chunk;
        if (assembler.done) break;
      }
    } catch (cause) {
      if (!assembler.finished) throw cause;
    }
    if (!streamed && !/^\s*(data|event|id):/.test(text)) return parseBody(text);
    if (!streamed) assembler.push(text);
    return assembler.completion();
  });
}

/** The list of models as the server sends it; throws a WireError, or the UserError "interrupted". */
export function getModels(wire: Wire, signal: AbortSignal): Promise<unknown> {
  return guarded(wire, signal, async (client, seen) => {
    const response = await client.models.list().asResponse();
    seen.answered = true;
    let text = "";
    for await (const chunk of cappedText(response, wire.maxBytes)) text += chunk;
    return parseBody(text);
  });
}

interface Seen {
  answered: boolean;
  refusal: WireFault | null;
}

async function guarded<T>(
  wire: Wire,
  signal: AbortSignal,
  use: (client: OpenAI, seen: Seen) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw interrupted(signal);
  const limit = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    limit.abort();
  }, wire.timeoutMs);
  const stop = (): void => limit.abort();
  signal.addEventListener("abort", stop, { once: true });
  const seen: Seen = { answered: false, refusal: null };
  try {
    return await use(await clientFor(wire, limit.signal, seen), seen);
  } catch (cause) {
    if (signal.aborted) throw interrupted(signal);
    if (late) throw new WireError({ kind: "timeout", seconds: wire.timeoutMs / 1000 });
    if (cause instanceof WireError) throw cause;
    throw new WireError(seen.refusal ?? networkFault(cause, seen));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    limit.abort();
  }
}

async function clientFor(wire: Wire, signal: AbortSignal, seen: Seen): Promise<OpenAI> {
  const { default: OpenAI } = await import("openai");
  return new OpenAI({
    apiKey: wire.apiKey ?? dummyKey,
    adminAPIKey: null,
    baseURL: wire.baseUrl,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: wire.timeoutMs + 1000,
    logLevel: "off",
    fetchOptions: { redirect: "error" },
    fetch: async (url, init) => {
      const given = new Headers(init?.headers);
      const headers = new Headers({ "user-agent": "resumelaw" });
      for (const name of sentHeaders) {
        const value = given.get(name);
        if (value !== null) headers.set(name, value);
      }
      const response = await fetch(url, { ...init, headers, signal, redirect: "error" });
      if (response.ok) return response;
      seen.refusal = await refusalOf(response);
      return new Response(null, { status: response.status });
    },
  });
}

async function refusalOf(response: Response): Promise<WireFault> {
  let text = "";
  try {
    for await (const chunk of cappedText(response, errorBytes)) text += chunk;
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause;
  }
  const { code, param, message } = refusalText(text);
  const retryAfterMs = retryAfter(response.headers, Date.now());
  return { kind: "status", status: response.status, code, param, message, retryAfterMs };
}

/** Servers differ: {error: {message, code, param}}, {error: "…"}, {message}, {detail}, plain text, HTML. */
function refusalText(text: string): { code: string; param: string | null; message: string } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const plain = /^\s*</.test(text) ? "" : text;
    return { code: "", param: null, message: plain };
  }
  const outer = fieldsOf(body);
  const error = typeof outer.error === "object" && outer.error !== null ? fieldsOf(outer.error) : outer;
  const said = error.message ?? outer.error ?? outer.detail ?? outer.message ?? "";
  return {
    code: typeof error.code === "string" ? error.code : typeof error.type === "string" ? error.type : "",
    param: typeof error.param === "string" ? error.param : null,
    message: typeof said === "string" ? said : JSON.stringify(said),
  };
}

function networkFault(cause: unknown, seen: Seen): WireFault {
  const chain: string[] = [];
  for (let at: unknown = cause; at instanceof Error && chain.length < 5; at = at.cause) {
    const code = fieldsOf(at).code;
    chain.push(typeof code === "string" && !at.message.includes(code) ? `${at.message} (${code})` : at.message);
  }
  if (chain.some((message) => /unexpected redirect/i.test(message))) return { kind: "redirect" };
  const why = chain.at(-1) || "the connection failed";
  return { kind: "network", message: seen.answered ? `the connection broke inside the answer: ${why}` : why };
}

async function* cappedText(response: Response, maxBytes: number): AsyncGenerator<string> {
  if (!response.body) return;
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new WireError({ kind: "too-big", bytes: maxBytes });
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

function parseBody(text: string): unknown {
  const malformed = (message: string): WireError => new WireError({ kind: "malformed", message });
  if (text.trim() === "") throw malformed("the answer is empty");
  if (/^\s*</.test(text)) throw malformed("the answer is a web page, not a completion");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw malformed("the answer is cut off or is not JSON");
  }
  if (typeof body !== "object" || body === null) throw malformed("the answer is not a JSON object");
  const { error, choices } = fieldsOf(body);
  if (error && !choices) throw new WireError(statusInBody(error, text));
  return body;
}

/** Some gateways send their failures with status 200. */
function statusInBody(error: unknown, text: string): WireFault {
  const status = Number(fieldsOf(error).code ?? fieldsOf(error).status);
  const refusal = refusalText(text);
  if (!(status >= 400 && status < 600)) return { kind: "malformed", message: refusal.message };
  return { kind: "status", status, ...refusal, retryAfterMs: null };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
