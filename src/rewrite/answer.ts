import type { ZodType } from "zod";
import type { Usage } from "../schema/result.js";

/** Why an answer cannot be used. `empty`, `length`, `malformed` and `schema` are worth a second request. */
type AnswerFault = "empty" | "refusal" | "filtered" | "length" | "malformed" | "schema";

/** An answer as it was read: the checked value, or what is wrong with it in words the model can act on. */
export type AnswerReading<T> =
  | { ok: true; value: T }
  | { ok: false; fault: AnswerFault; issues: string[]; text: string };

/** A JSON schema, as far as a repair needs to know it. */
export interface AnswerShape {
  type?: unknown;
  properties?: Record<string, AnswerShape>;
  items?: unknown;
  anyOf?: unknown;
  [key: string]: unknown;
}

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * The answer in a chat completion, looked for in the order in which servers fail: choices, refusal, finish reason, text,
 * fences and <think>, JSON, schema. `shape` is the JSON schema that was sent: a field that it lets be null or a list and that
 * the answer leaves out counts as null or as an empty list, because small models leave such fields out.
 */
export function readAnswer<T>(completion: unknown, schema: ZodType<T>, shape: AnswerShape): AnswerReading<T> {
  const fault = (kind: AnswerFault, issue: string, text = ""): AnswerReading<T> => ({
    ok: false,
    fault: kind,
    issues: [issue],
    text,
  });
  const { choices } = fieldsOf(completion);
  const choice = Array.isArray(choices) ? fieldsOf(choices[0]) : {};
  if (!("message" in choice)) return fault("empty", "the answer has no choices");
  const message = fieldsOf(choice.message);
  const refusal = textOf(message.refusal);
  if (refusal !== "") return fault("refusal", refusal);
  const text = contentText(message.content);
  if (choice.finish_reason === "content_filter") return fault("filtered", "the provider's filter stopped the answer");
  if (choice.finish_reason === "length") return fault("length", "the answer was cut off at the token limit", text);
  if (text.trim() === "") return fault("empty", "the answer has no text");
  const parsed = parseJson(bareJson(text));
  if (!parsed.ok) return fault("malformed", `not valid JSON: ${parsed.why}`, text);
  const checked = schema.safeParse(withEmpties(parsed.value, shape));
  if (checked.success) return { ok: true, value: checked.data };
  const issues = checked.error.issues
    .slice(0, 12)
    .map((issue) => `${issue.path.join(".") || "answer"}: ${issue.message}`);
  return { ok: false, fault: "schema", issues, text };
}

function contentText(content: unknown): string {
  if (Array.isArray(content)) return content.map((part) => textOf(fieldsOf(part).text)).join("");
  return textOf(content);
}

/** The JSON in a model's text: thoughts, code fences and words around it taken away. */
export function bareJson(text: string): string {
  const spoken = text.replace(/^\s*<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/i, "").trim();
  const fence = spoken.indexOf("```");
  if (fence >= 0 && !/[{[]/.test(spoken.slice(0, fence))) {
    const inside = spoken.slice(spoken.indexOf("\n", fence) + 1);
    const close = inside.lastIndexOf("```");
    return (close < 0 ? inside : inside.slice(0, close)).trim();
  }
  const start = spoken.indexOf("{");
  const end = spoken.lastIndexOf("}");
  return start >= 0 && end > start ? spoken.slice(start, end + 1) : spoken;
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "";
    return { ok: false, why: why.replace(/,? ?(in JSON|").*$/s, "").slice(0, 80) };
  }
}

function withEmpties(value: unknown, shape: AnswerShape): unknown {
  if (Array.isArray(value)) return value.map((item) => withEmpties(item, fieldsOf(shape.items) as AnswerShape));
  if (typeof value !== "object" || value === null || !shape.properties) return value;
  const filled: Fields = { ...value };
  for (const [name, part] of Object.entries(shape.properties)) {
    if (filled[name] === undefined) {
      if (allowsNull(part)) filled[name] = null;
      else if (part.type === "array") filled[name] = [];
    } else filled[name] = withEmpties(filled[name], part);
  }
  return filled;
}

function allowsNull(shape: AnswerShape): boolean {
  if (Array.isArray(shape.type)) return shape.type.includes("null");
  return Array.isArray(shape.anyOf) && shape.anyOf.some((one) => fieldsOf(one).type === "null");
}

/** What a model is told about an answer that did not fit; it asks for the whole answer again. */
export function repairRequest(issues: readonly string[]): string {
  const list = issues.map((issue) => `- ${issue}`).join("\n");
  return `The program cannot use this answer:\n${list}\nGive the whole answer again as one JSON object that fits the schema, without any other text.`;
}

/** The tokens a completion says it used; null where the server does not count them. */
export function tokensOf(
  completion: unknown,
): Pick<Usage, "inputTokens" | "cachedTokens" | "outputTokens" | "reasoningTokens"> | null {
  const usage = fieldsOf(fieldsOf(completion).usage);
  const count = (value: unknown): number =>
    typeof value === "number" && Number.isFinite(value) && value > 0 ? Math.round(value) : 0;
  if (typeof usage.prompt_tokens !== "number" && typeof usage.completion_tokens !== "number") return null;
  return {
    inputTokens: count(usage.prompt_tokens),
    cachedTokens: count(fieldsOf(usage.prompt_tokens_details).cached_tokens),
    outputTokens: count(usage.completion_tokens),
    reasoningTokens: count(fieldsOf(usage.completion_tokens_details).reasoning_tokens),
  };
}
