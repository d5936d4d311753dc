import type { ModelRequest } from "../ports.js";
import type { Verdict } from "../schema/edit.js";
import type { Prompt } from "../schema/prompt.js";
import { answerTokens } from "./edit-requests.js";
import type { RewriteTask } from "./engine.js";
import { dataLine } from "./fence.js";
import { EditsAnswer } from "./model-schemas.js";
import { type ContactMask, contactMask } from "./privacy.js";
import { fillPrompt } from "./prompt-text.js";
import { type Prompts, selectPrompt } from "./prompts.js";

/** The request for a second try, with what is needed to read its answer. */
export interface RepairPlan {
  request: ModelRequest<EditsAnswer>;
  ids: Set<string>;
  prompt: Prompt;
  mask: ContactMask;
}

/**
 * The one request for a second try at held-back edits: each line with what it rests on, what was proposed and what was found.
 *
 * Why no resume and no posting: the line and its finding are all a repair needs, so it costs little and nothing else can
 * find its way into the text.
 */
export function repairPlan(task: RewriteTask, held: readonly Verdict[], prompts: Prompts, mark: string): RepairPlan {
  const prompt = selectPrompt(prompts, { service: "resume_repair", tier: "premium" });
  const mask = contactMask(task.parsed.resume.basics, (word) => task.lexicon.canonical(word) !== null);
  const values = { mark, lines: held.map((verdict) => heldText(task, verdict, mask, mark)).join("\n\n") };
  const request: ModelRequest<EditsAnswer> = {
    schemaName: "resume_edits",
    schema: EditsAnswer,
    system: fillPrompt(prompt.system, values),
    user: fillPrompt(prompt.user, values),
    fence: mark,
    maxOutputTokens: answerTokens,
    effort: "low",
    cacheKey: "resumelaw-repair",
  };
  return { request, ids: new Set(held.map(({ edit }) => edit.id)), prompt, mask };
}

/** A held-back edit as it is sent: `[id] text`, the lines it cites, the proposed text, the findings. */
function heldText(task: RewriteTask, { edit, findings }: Verdict, mask: ContactMask, mark: string): string {
  const data = (text: string): string => dataLine(mask.hide(text), mark);
  const cited = [...new Set(edit.evidence)]
    .filter((id) => id !== edit.id)
    .flatMap((id) => {
      const text = task.parsed.ids[id]?.text ?? task.facts.find((fact) => fact.id === id)?.text;
      return text === undefined ? [] : [`also [${id}] ${data(text)}`];
    });
  const found = findings
    .filter(({ severity }) => severity === "block")
    .map(({ token, explanation }) => `found “${data(token)}”: ${data(withoutSource(explanation))}`);
  const own = task.parsed.ids[edit.id]?.text ?? "";
  return [
    `[${edit.id}] ${own === "" ? "(none yet)" : data(own)}`,
    ...cited,
    `proposed: ${data(edit.text ?? "")}`,
    ...found,
  ].join("\n");
}

/** An explanation without the source line that is quoted for the person; the request has it already. */
function withoutSource(explanation: string): string {
  return explanation.replace(/ Source(?:, line \d+)?: “.*”\.?$/u, "");
}
