import type { Model, ModelAnswer, OnEvent } from "../ports.js";
import type { Question } from "../schema/edit.js";
import type { Lexicon } from "../schema/lexicon.js";
import type { VerifyWords } from "../verify/words.js";
import { readAdvice } from "./advice-answer.js";
import { adviceJudge } from "./advice-claims.js";
import { advicePlan } from "./advice-request.js";
import { type EditReading, readEdits } from "./edit-answer.js";
import { type EditRequest, editPlan, postingRequest } from "./edit-requests.js";
import type { Engine, Proposal, RewriteTask } from "./engine.js";
import type { EditsAnswer } from "./model-schemas.js";
import { mergePosting } from "./posting-merge.js";
import { addUsage, noUsage } from "./price.js";
import type { Prompts } from "./prompts.js";
import { repairPlan } from "./repair-request.js";

/** What a model engine needs besides its model and prompts. */
export interface ModelEngineOptions {
  /** A random mark of this run that fences data in prompts; nobody who wrote a resume or posting can know it. */
  fence: string;
  lexicon: Lexicon;
  /** What advice is judged by. */
  verifyWords: VerifyWords;
  /** Reads the posting; default: the model that edits. */
  postingModel?: Model;
  /** Most requests at a time for a long resume; default 3. */
  concurrency?: number;
}

/** How many edits a preview shows. */
const previewEdits = 3;

/** The engine that asks a model: what the posting demands, then which lines of the resume to change. */
export function modelEngine(model: Model, prompts: Prompts, options: ModelEngineOptions): Engine {
  const { fence, lexicon, postingModel = model } = options;
  return {
    name: "openai",
    async posting(source, understood, onEvent, signal) {
      const { request } = postingRequest(source, prompts, fence);
      const { value, usage } = await postingModel.ask(request, onEvent, signal);
      return { posting: mergePosting(source, understood, value, lexicon), usage };
    },
    async advise(task, onEvent, signal) {
      const plan = advicePlan(task, prompts, fence);
      const { value, usage, model: name } = await model.ask(plan.request, onEvent, signal);
      const reading = readAdvice(value, task, plan.mask, adviceJudge(task, options.verifyWords));
      return {
        ...reading,
        usage,
        engine: { name: "openai", model: name, promptVersion: plan.prompt.version },
        warnings: [...plan.warnings, ...reading.warnings],
      };
    },
    async repair(task, held, onEvent, signal) {
      const plan = repairPlan(task, held, prompts, fence);
      const answer = await model.ask(plan.request, onEvent, signal);
      const reading = readEdits(answer.value, task, plan.ids, plan.mask);
      const named = { name: "openai" as const, model: answer.model, promptVersion: plan.prompt.version };
      return proposal(task, [reading], [answer], named, []);
    },
    async propose(task, onEvent, signal) {
      const plan = editPlan(task, prompts, fence);
      const limit = model.parallel ? (options.concurrency ?? 3) : 1;
      const answers = await askAll(model, plan.requests, limit, onEvent, signal);
      const readings = answers.map((answer, index) =>
        readEdits(answer.value, task, plan.requests[index]?.ids ?? new Set(), plan.mask),
      );
      return proposal(
        task,
        readings,
        answers,
        {
          name: "openai",
          model: answers[0]?.model ?? model.name,
          promptVersion: plan.prompt.version,
        },
        plan.warnings,
      );
    },
  };
}

async function askAll(
  model: Model,
  requests: readonly EditRequest[],
  limit: number,
  onEvent: OnEvent,
  signal: AbortSignal,
): Promise<ModelAnswer<EditsAnswer>[]> {
  const answers: ModelAnswer<EditsAnswer>[] = [];
  const received = requests.map(() => 0);
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < requests.length; index = next++) {
      const { request } = requests[index] as EditRequest;
      answers[index] = await model.ask(request, (event) => onEvent(summed(event, received, index)), either);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(limit, requests.length) }, work));
  } catch (cause) {
    stop.abort();
    throw cause;
  }
  return answers;
}

/** Tokens of parts that run side by side are told as one growing number. */
function summed(event: Parameters<OnEvent>[0], received: number[], index: number): Parameters<OnEvent>[0] {
  if (event.type !== "tokens") return event;
  received[index] = event.received;
  return { type: "tokens", received: received.reduce((sum, one) => sum + one, 0) };
}

function proposal(
  task: RewriteTask,
  readings: readonly EditReading[],
  answers: readonly ModelAnswer<EditsAnswer>[],
  engine: Proposal["engine"],
  warnings: Proposal["warnings"],
): Proposal {
  const edits = readings.flatMap((reading) => reading.edits);
  const asked = new Map<string, Question>();
  for (const question of readings.flatMap((reading) => reading.questions)) {
    const key = question.requirement.toLowerCase();
    if (!asked.has(key)) asked.set(key, question);
  }
  return {
    edits: task.tier === "preview" ? edits.slice(0, previewEdits) : edits,
    strategy: [...new Set(readings.flatMap((reading) => reading.strategy))].slice(0, 5),
    questions: [...asked.values()].slice(0, 8),
    usage: answers.reduce((sum, { usage }) => addUsage(sum, usage), noUsage),
    engine,
    warnings: [...warnings, ...readings.flatMap((reading) => reading.warnings)],
  };
}
