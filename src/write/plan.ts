import type { Usage } from "../schema/result.js";
import { grouped } from "./terminal.js";

/** What a run would ask of a model; tokens and price are estimates. */
export interface RunPlan {
  engine: "offline" | "openai";
  requests: { schemaName: string; model: string; inputTokens: number; outputTokens: number; costUsd: number | null }[];
  usage: Usage;
}

/** The document `rewrite --dry-run --json` prints. */
export function planDocument(plan: RunPlan): object {
  return { schema: "resumelaw/plan@1", ...plan, credits: { needed: 0 } };
}

const purposes: Record<string, string> = {
  posting_requirements: "read the posting",
  resume_edits: "rewrite the resume",
};

/** What a run would ask and cost, for the terminal. */
export function planLines({ engine, requests, usage }: RunPlan): string[] {
  if (engine === "offline") return ["Offline engine: no request, 0 tokens, $0. Nothing would be sent."];
  const rows = requests.map((request) => {
    const what = (purposes[request.schemaName] ?? request.schemaName).padEnd(20);
    return `  ${what} ${request.model}: about ${grouped(request.inputTokens)} tokens in, ${grouped(request.outputTokens)} out, ${price(request.costUsd)}`;
  });
  const total = `Together about ${grouped(usage.inputTokens)} tokens in, ${grouped(usage.outputTokens)} out: ${price(usage.costUsd)}. Nothing was sent.`;
  return [`${requests.length} requests would be sent:`, ...rows, total];
}

function price(usd: number | null): string {
  if (usd === null) return "price of this model unknown";
  return usd < 0.01 ? `$${usd.toFixed(4)}` : `$${usd.toFixed(2)}`;
}
