import type { ChatCompletionCreateParams, ChatCompletionMessageParam } from "openai/resources/chat/completions";
import type { ModelRequest } from "../ports.js";
import type { Capabilities } from "./openai-hosts.js";

/** What of the token cap is kept free for reasoning, which counts against it though nobody sees it. */
const reasoningRoom = { none: 0, low: 2000, medium: 6000, high: 12_000 } as const;
/** Low enough for plain wording, high enough that small models do not repeat themselves. */
const temperature = 0.2;

/** A strict JSON schema as chat completions take it. */
export interface ResponseFormat {
  type: "json_schema";
  json_schema: { name: string; schema?: Record<string, unknown> };
}

/** What one request says, before it is put in the words of a server. */
export interface Exchange {
  model: string;
  request: Pick<ModelRequest<unknown>, "effort" | "cacheKey">;
  messages: ChatCompletionMessageParam[];
  format: ResponseFormat;
  /** Tokens for the visible answer. */
  room: number;
}

/** The body of a request in the parameters a server understands; without response formats the schema is told in words. */
export function chatBody(exchange: Exchange, has: Capabilities): ChatCompletionCreateParams {
  const { model, request, format, room } = exchange;
  return {
    model,
    messages: has.responseFormat === "json_schema" ? exchange.messages : withSchemaInWords(exchange),
    [has.tokenParam]: has.effort ? room + reasoningRoom[request.effort] : room,
    ...(has.responseFormat === "json_schema" ? { response_format: format } : {}),
    ...(has.responseFormat === "json_object" ? { response_format: { type: "json_object" } } : {}),
    ...(has.sampling ? { temperature } : {}),
    ...(has.effort ? { reasoning_effort: request.effort } : {}),
    ...(has.extras ? { verbosity: "low", store: false, prompt_cache_key: request.cacheKey } : {}),
    ...(has.stream ? { stream: true } : {}),
    ...(has.stream && has.streamUsage ? { stream_options: { include_usage: true } } : {}),
  };
}

function withSchemaInWords({ messages, format }: Exchange): ChatCompletionMessageParam[] {
  const [system, ...rest] = messages;
  const schema = JSON.stringify(format.json_schema.schema);
  const content = `${String(system?.content)}\n\nAnswer with one JSON object that fits this JSON schema and with nothing else:\n${schema}`;
  return [{ role: "system", content }, ...rest];
}
