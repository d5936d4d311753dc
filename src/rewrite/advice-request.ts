import type { ModelRequest } from "../ports.js";
import type { Prompt } from "../schema/prompt.js";
import type { Warning } from "../schema/source.js";
import { answerTokens, doNotClaim, factLines, postingText, requirementLines } from "./edit-requests.js";
import type { RewriteTask } from "./engine.js";
import { estimateTokens } from "./estimate.js";
import { AdviceAnswer } from "./model-schemas.js";
import { type ContactMask, contactMask } from "./privacy.js";
import { fillPrompt } from "./prompt-text.js";
import { type Prompts, selectPrompt } from "./prompts.js";
import { blockText, fixedFacts, type ResumeBlock, resumeBlocks } from "./resume-lines.js";

/** The request for advice, with what is needed to read its answer. */
export interface AdvicePlan {
  request: ModelRequest<AdviceAnswer>;
  prompt: Prompt;
  mask: ContactMask;
  warnings: Warning[];
}

/** Of a longer resume the request holds the first entries; advice needs one view, not parts. */
const resumeTokens = 9000;

/** The one request that asks what to do about a match: resume without contacts, posting, and the requirements by id. */
export function advicePlan(task: RewriteTask, prompts: Prompts, mark: string): AdvicePlan {
  const prompt = selectPrompt(prompts, { service: "resume_analysis", tier: "free" });
  const mask = contactMask(task.parsed.resume.basics, (word) => task.lexicon.canonical(word) !== null);
  const all = resumeBlocks(task, mask.hide, mark);
  const blocks = firstBlocks(all);
  const fixed = fixedFacts(task.parsed.resume, all, mask.hide, mark);
  const resume = [...blocks.map(blockText), fixed].filter((text) => text !== "").join("\n");
  const { posting, warnings } = postingText(task, [prompt.system, prompt.user, resume].join("\n"), mark);
  const values = {
    mark,
    resume,
    facts: factLines(task, mask, mark),
    posting,
    requirements: requirementLines(task, new Set(), mark, ({ id }) => `${id} `),
    doNotClaim: doNotClaim(task, mark),
  };
  const request: ModelRequest<AdviceAnswer> = {
    schemaName: "resume_advice",
    schema: AdviceAnswer,
    system: fillPrompt(prompt.system, values),
    user: fillPrompt(prompt.user, values),
    fence: mark,
    maxOutputTokens: answerTokens,
    effort: "low",
    cacheKey: `resumelaw-advice-${task.source.sha256.slice(0, 32)}`,
  };
  return { request, prompt, mask, warnings: [...warnings, ...shortenedBy(all.length - blocks.length)] };
}

function firstBlocks(blocks: readonly ResumeBlock[]): ResumeBlock[] {
  let room = resumeTokens;
  const end = blocks.findIndex((block, index) => {
    room -= estimateTokens(blockText(block));
    return index > 0 && room < 0;
  });
  return end < 0 ? [...blocks] : blocks.slice(0, end);
}

function shortenedBy(entries: number): Warning[] {
  if (entries === 0) return [];
  const message = `The resume is long: the request for advice left out its last ${entries} ${entries === 1 ? "entry" : "entries"}.`;
  return [{ code: "resume-condensed", message, line: null }];
}
