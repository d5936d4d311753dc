import type { RewriteResult } from "../schema/result.js";
import { grouped, hanging, type Layout } from "./terminal.js";

/** Which engine ran, what it was sent and what that cost, in one paragraph. */
export function costLines(
  { engine, usage, credits }: Pick<RewriteResult, "engine" | "usage" | "credits">,
  layout: Layout,
): string[] {
  const dim = (text: string): string => layout.color("dim", text);
  const charged = credits.charged === 0 ? "" : ` · ${counted(credits.charged, "credit")}`;
  const left = credits.charged > 0 && credits.balance !== null ? `, ${credits.balance} left` : "";
  if (engine.name === "offline") {
    const sent = usage.requests === 0 ? "nothing was sent, 0 tokens" : tokensOf(usage);
    const instead = engine.fallbackFrom ? "Offline engine instead of OpenAI, which failed" : "Offline engine";
    return hanging("", `${instead}: ${sent}${charged}${left}`, layout, dim);
  }
  const name = ["OpenAI engine", engine.model].filter(Boolean).join(", ");
  return hanging("", `${name}: ${tokensOf(usage)}${charged}${left}`, layout, dim);
}

function tokensOf(usage: RewriteResult["usage"]): string {
  const cached = usage.cachedTokens > 0 ? ` (${grouped(usage.cachedTokens)} cached)` : "";
  const tokens = `${grouped(usage.inputTokens)} tokens in${cached}, ${grouped(usage.outputTokens)} out`;
  const requests = usage.requests === 0 ? "no request" : counted(usage.requests, "request");
  return `${requests}, ${tokens}, ${priceOf(usage.costUsd)}`;
}

/** Dollars with as many digits as the amount needs; a small price must not look like none. */
function priceOf(costUsd: number | null): string {
  if (costUsd === null) return "price of this model unknown";
  return costUsd > 0 && costUsd < 0.01 ? `$${costUsd.toFixed(4)}` : `$${costUsd.toFixed(2)}`;
}

/** A number with its noun: 1 request, 2 requests. */
export const counted = (count: number, noun: string): string => `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
