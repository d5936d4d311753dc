import { UserError } from "../errors.js";
import { type ModelPrice, ModelPrices } from "../schema/models.js";
import type { Usage } from "../schema/result.js";

/** The tokens of one or more requests, before their price. */
export type Tokens = Pick<Usage, "inputTokens" | "cachedTokens" | "outputTokens">;

/** The usage of a run that asked no model. */
export const noUsage: Usage = {
  requests: 0,
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  costUsd: 0,
};

/** Both usages together; the cost is unknown (null) where one of them is. */
export function addUsage(one: Usage, other: Usage): Usage {
  return {
    requests: one.requests + other.requests,
    inputTokens: one.inputTokens + other.inputTokens,
    cachedTokens: one.cachedTokens + other.cachedTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    reasoningTokens: one.reasoningTokens + other.reasoningTokens,
    costUsd: one.costUsd === null || other.costUsd === null ? null : one.costUsd + other.costUsd,
  };
}

/** The price list of a JSON file; throws a UserError "settings" naming the file and the place in it. */
export function parsePrices(path: string, text: string): ModelPrices {
  const fail = (where: string, what: string) =>
    new UserError("settings", `${path}${where}: ${what}.`, "Correct the price list, or put the shipped file back.");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fail("", `is not JSON (${cause instanceof Error ? cause.message : "unreadable"})`);
  }
  const parsed = ModelPrices.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw fail(` at ${issue?.path.join(".") || "the top"}`, issue?.message ?? "does not fit");
  }
  const ids = parsed.data.models.map((model) => model.id);
  const doubled = ids.find((id, index) => ids.indexOf(id) !== index);
  if (doubled !== undefined) throw fail(` at models.${ids.lastIndexOf(doubled)}`, `names ${doubled} a second time`);
  for (const name of ["preview", "complete"] as const) {
    const model = priceEntry(parsed.data.defaults[name], parsed.data);
    if (!model) throw fail(` at defaults.${name}`, `${parsed.data.defaults[name]} is not in the list`);
    if (model.shutdown) throw fail(` at defaults.${name}`, `${model.id} ends on ${model.shutdown}`);
  }
  return parsed.data;
}

/** The entry of a model; a dated name (gpt-6-luna-2026-05-01) is the model without the date. Undefined where unknown. */
function priceEntry(model: string, prices: ModelPrices): ModelPrice | undefined {
  const plain = model.replace(/-\d{4}-\d{2}-\d{2}$/, "");
  return prices.models.find(({ id }) => id === model) ?? prices.models.find(({ id }) => id === plain);
}

/**
 * What the tokens cost in USD; null where the model or its price is unknown.
 * Writing to the provider's cache, which some models charge at 1.25 times the input price, is not in it.
 */
export function priceOf(usage: Tokens, model: string, prices: ModelPrices): number | null {
  const entry = priceEntry(model, prices);
  if (!entry || entry.input === null || entry.output === null) return null;
  const cached = Math.min(usage.cachedTokens, usage.inputTokens);
  const cost =
    (usage.inputTokens - cached) * entry.input +
    cached * (entry.cached ?? entry.input) +
    usage.outputTokens * entry.output;
  return cost / prices.per;
}

/** When a model ends or has ended and what comes after it; null where no end is known. `today` is an ISO date. */
export function retirement(
  model: string,
  prices: ModelPrices,
  today: string,
): { shutdown: string; ended: boolean; successor: string | null } | null {
  const entry = priceEntry(model, prices);
  if (!entry?.shutdown) return null;
  return { shutdown: entry.shutdown, ended: entry.shutdown <= today, successor: entry.successor };
}
