import { editPlan, postingRequest } from "./edit-requests.js";
import type { RewriteTask } from "./engine.js";
import { estimateTokens } from "./estimate.js";
import type { Prompts } from "./prompts.js";

/** A request that a rewrite would send; tokens are estimates. */
export interface PlannedRequest {
  schemaName: string;
  inputTokens: number;
  outputTokens: number;
}

/** The output schema and the frame of the messages. */
const frameTokens = 300;
const tokensPerRequirement = 45;
const tokensPerEdit = 65;
const usualEdits = { preview: 3, complete: 12 };
/** Effort medium thinks about as much as it writes. */
const reasoningTokens = { preview: 300, complete: 1000 };

/** The requests of a rewrite with about how many tokens each reads and writes, without sending one. */
export function plannedRequests(task: RewriteTask, prompts: Prompts): PlannedRequest[] {
  const first = postingRequest(task.postingSource, prompts, "0000000000").request;
  const edits = editPlan(task, prompts, "0000000000").requests.map(({ request, ids }) => ({
    schemaName: request.schemaName,
    inputTokens: estimateTokens(request.system + request.user) + frameTokens,
    outputTokens: 200 + tokensPerEdit * Math.min(usualEdits[task.tier], ids.size) + reasoningTokens[task.tier],
  }));
  const demands = Math.max(4, task.posting.requirements.length);
  const read = {
    schemaName: first.schemaName,
    inputTokens: estimateTokens(first.system + first.user) + frameTokens,
    outputTokens: 150 + tokensPerRequirement * demands + reasoningTokens.preview,
  };
  return [read, ...edits];
}
