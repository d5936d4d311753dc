import type { ModelRequest } from "../ports.js";
import type { RequirementMatch } from "../schema/match.js";
import type { Prompt, PromptLevel } from "../schema/prompt.js";
import type { SourceDocument, Warning } from "../schema/source.js";
import type { RewriteTask } from "./engine.js";
import { estimateTokens } from "./estimate.js";
import { dataLine, quotedLines } from "./fence.js";
import { EditsAnswer, PostingAnswer } from "./model-schemas.js";
import { type ContactMask, contactMask } from "./privacy.js";
import { fillPrompt } from "./prompt-text.js";
import { industryOf, type Prompts, selectPrompt } from "./prompts.js";
import { blockText, fixedFacts, type ResumeBlock, resumeBlocks } from "./resume-lines.js";

/** A request for edits and the ids it shows. */
export interface EditRequest {
  request: ModelRequest<EditsAnswer>;
  ids: Set<string>;
}

/** All requests of one rewrite, with what is needed to read their answers. */
export interface EditPlan {
  requests: EditRequest[];
  prompt: Prompt;
  mask: ContactMask;
  warnings: Warning[];
}

/** The most visible tokens a model may answer with. */
export const answerTokens = 3000;
/** A complete rewrite of two pages stays under this many tokens, all requests together. */
const inputAim = 8000;
/** A resume above this is sent in parts. */
const partTokens = 3500;
/** What the output schema and the frame of a request add. */
const frameTokens = 300;

/** The request that has a model read the posting, alone and whole. */
export function postingRequest(
  source: SourceDocument,
  prompts: Prompts,
  mark: string,
): { request: ModelRequest<PostingAnswer>; prompt: Prompt } {
  const prompt = selectPrompt(prompts, { service: "posting_requirements", tier: "premium" });
  const values = {
    mark,
    posting: quotedLines(
      source.lines.map((line) => line.text),
      mark,
    ),
  };
  const request: ModelRequest<PostingAnswer> = {
    schemaName: "posting_requirements",
    schema: PostingAnswer,
    system: fillPrompt(prompt.system, values),
    user: fillPrompt(prompt.user, values),
    fence: mark,
    maxOutputTokens: answerTokens,
    effort: "low",
    cacheKey: "resumelaw-posting",
  };
  return { request, prompt };
}

/** The requests that ask for edits: one, or for a long resume one for each part of it. */
export function editPlan(task: RewriteTask, prompts: Prompts, mark: string): EditPlan {
  const prompt = selectPrompt(prompts, {
    service: "resume_rewrite",
    tier: task.tier === "preview" ? "free" : "premium",
    industry: industryOf(
      prompts,
      "resume_rewrite",
      task.posting.title ?? "",
      task.postingSource.lines.map((line) => line.text).join("\n"),
    ),
    level: promptLevel(task),
  });
  const mask = contactMask(task.parsed.resume.basics, (word) => task.lexicon.canonical(word) !== null);
  const blocks = resumeBlocks(task, mask.hide, mark);
  const fixed = fixedFacts(task.parsed.resume, blocks, mask.hide, mark);
  const first = postingRequest(task.postingSource, prompts, mark).request;
  const told = [first.system, first.user, prompt.system, prompt.user, ...blocks.map(blockText)].join("\n");
  const { posting, warnings } = postingText(task, told, mark);
  const requests = partsOf(blocks).map((part): EditRequest => {
    const ids = new Set(part.flatMap((block) => block.lines.map(({ id }) => id)));
    const values = {
      mark,
      resume: [...part.map(blockText), fixed].filter((text) => text !== "").join("\n"),
      facts: factLines(task, mask, mark),
      posting,
      requirements: requirementLines(task, ids, mark),
      doNotClaim: doNotClaim(task, mark),
    };
    const request: ModelRequest<EditsAnswer> = {
      schemaName: "resume_edits",
      schema: EditsAnswer,
      system: fillPrompt(prompt.system, values),
      user: fillPrompt(prompt.user, values),
      fence: mark,
      maxOutputTokens: answerTokens,
      effort: task.tier === "preview" ? "low" : "medium",
      cacheKey: `resumelaw-${task.source.sha256.slice(0, 32)}`,
    };
    return { request, ids };
  });
  return { requests, prompt, mask, warnings };
}

function promptLevel({ posting }: RewriteTask): PromptLevel | null {
  if (posting.seniority === "intern" || posting.seniority === "junior") return "junior";
  return posting.seniority === null || posting.seniority === "mid" ? null : "senior";
}

/** Blocks in parts of at most about `partTokens`; a block is never cut, and one part is enough for most resumes. */
function partsOf(blocks: readonly ResumeBlock[]): ResumeBlock[][] {
  const parts: ResumeBlock[][] = [];
  let room = 0;
  for (const block of blocks) {
    const size = estimateTokens(blockText(block));
    const current = parts.at(-1);
    if (current && size <= room) {
      current.push(block);
      room -= size;
    } else {
      parts.push([block]);
      room = partTokens - size;
    }
  }
  return parts;
}

/**
 * The whole posting where the requests, which tell `told` besides, stay within their aim; else its demands and duties, and
 * a warning that says so.
 */
export function postingText(task: RewriteTask, told: string, mark: string): { posting: string; warnings: Warning[] } {
  const posting = quotedLines(
    task.postingSource.lines.map((line) => line.text),
    mark,
  );
  const all =
    estimateTokens(`${told}${posting}`) + estimateTokens(requirementLines(task, new Set(), mark)) + 2 * frameTokens;
  if (all <= inputAim) return { posting, warnings: [] };
  const lines = [
    task.posting.title ?? "",
    ...task.posting.requirements.map((one) => one.quote),
    ...task.posting.responsibilities,
  ];
  const short = quotedLines([...new Set(lines)], mark);
  if (task.posting.requirements.length === 0 || short.length > posting.length * 0.8) return { posting, warnings: [] };
  const message = "The posting is long: the request held its title, requirements and duties, not its other text.";
  return { posting: short, warnings: [{ code: "posting-condensed", message, line: null }] };
}

/** The confirmed facts with their ids, as data. */
export function factLines(task: RewriteTask, mask: ContactMask, mark: string): string {
  const facts = task.facts.map(
    ({ id, entry, text }) => `${id}${entry === null ? "" : ` (${entry})`}: ${dataLine(mask.hide(text), mark)}`,
  );
  return facts.join("\n") || "nothing yet";
}

/** The demands with their status and the ids that show them, of `shown` only where it has any; `lead` begins each. */
export function requirementLines(
  task: RewriteTask,
  shown: ReadonlySet<string>,
  mark: string,
  lead: (one: RequirementMatch) => string = () => "",
): string {
  const idsByLine = new Map<number, string[]>();
  for (const [id, { lines }] of Object.entries(task.parsed.ids)) {
    for (const line of lines) idsByLine.set(line, [...(idsByLine.get(line) ?? []), id]);
  }
  const text = (one: RequirementMatch): string => {
    const evidence = [...new Set(one.evidence.flatMap(({ line }) => idsByLine.get(line) ?? []))].filter(
      (id) => shown.size === 0 || shown.has(id),
    );
    const by = evidence.length > 0 ? ` by ${evidence.slice(0, 6).join(" ")}` : "";
    const lacking =
      one.status !== "met" && one.missingTerms.length > 0 ? `, not shown: ${one.missingTerms.join(", ")}` : "";
    const words = dataLine(one.text, mark).split(" ");
    const start = words.length > 14 ? `${words.slice(0, 12).join(" ")} …` : words.join(" ");
    return `- ${lead(one)}${one.kind}, ${one.status}${by}${lacking}: ${start}`;
  };
  return task.match.requirements.map(text).join("\n") || "none found";
}

/** What the resume must not be said to have, as a list for a prompt. */
export function doNotClaim(task: RewriteTask, mark: string): string {
  return (
    missingTerms(task)
      .map((term) => dataLine(term, mark))
      .join(", ") || "nothing further"
  );
}

/** Terms the posting asks for and no line of the resume or confirmed fact shows. */
export function missingTerms(task: Pick<RewriteTask, "match" | "facts" | "lexicon">): string[] {
  const shown = new Set(task.match.keywords.filter(({ inResume }) => inResume > 0).map(({ canonical }) => canonical));
  for (const { text } of task.facts) for (const hit of task.lexicon.find(text)) shown.add(hit.canonical);
  const terms = task.match.requirements.filter(({ status }) => status !== "met").flatMap((one) => one.missingTerms);
  return [...new Set(terms)].filter((term) => !shown.has(task.lexicon.canonical(term) ?? term));
}
