import type { Question } from "../schema/edit.js";
import type { Warning } from "../schema/source.js";
import type { AdviceJudge } from "./advice-claims.js";
import { mostQuestions, mostSteps, mostStrengths, plainAdvice, plainStrength } from "./advice-offline.js";
import { bareId, spoken } from "./edit-answer.js";
import type { Advice, RewriteTask, Strength } from "./engine.js";
import type { AdviceAnswer } from "./model-schemas.js";
import type { ContactMask } from "./privacy.js";

/** Advice, cleaned. */
type AdviceReading = Pick<Advice, "strategy" | "strengths" | "questions" | "warnings">;

/** Fewer steps than this are filled up from the code's own. */
const leastSteps = 3;

/**
 * What a model advises, as far as it can be borne out: a sentence that names what neither resume nor posting has is left
 * out, a strength needs lines that exist and a demand that is met, a question a demand that is open. What is then missing
 * is filled up from what code alone advises, so that a bad answer is never worse than none.
 */
export function readAdvice(
  answer: AdviceAnswer,
  task: RewriteTask,
  mask: ContactMask,
  judge: AdviceJudge,
): AdviceReading {
  const plain = plainAdvice(task);
  const dropped: string[] = [];
  const say: Say = (text, judged) => {
    const said = mask.strange(text).length > 0 ? "" : spoken(text, mask.show);
    if (said === "" && text.trim() !== "") dropped.push("");
    return sentencesOf(said)
      .filter((sentence) => {
        const tokens = judged(sentence);
        if (tokens.length > 0) dropped.push(tokens[0] ?? "");
        return tokens.length === 0;
      })
      .join(" ");
  };
  const steps = answer.strategy.map((text) => say(text, judge.step)).filter((text) => text !== "");
  const strengths = strengthsOf(answer, task, judge, say);
  const questions = questionsOf(answer, task, judge, say);
  const strategy = [...new Set(steps)].slice(0, mostSteps);
  return {
    strategy: [...strategy, ...plain.strategy.slice(0, Math.max(0, leastSteps - strategy.length))],
    strengths: withOthers(strengths, plain.strengths).slice(0, mostStrengths),
    questions: withOthers(questions, plain.questions).slice(0, mostQuestions),
    warnings: droppedWarnings(dropped),
  };
}

/** The sentences of a text that pass; the others are counted. */
type Say = (text: string, judged: (sentence: string) => string[]) => string;

/** A strength whose words do not hold keeps its lines, and says in the resume's words what they show. */
function strengthsOf(answer: AdviceAnswer, task: RewriteTask, judge: AdviceJudge, say: Say): Strength[] {
  return answer.strengths.flatMap(({ requirement, evidence, text }) => {
    const demand = task.match.requirements.find(({ id }) => id === bareId(requirement));
    const ids = [...new Set(evidence.map(bareId))].filter(judge.exists);
    const isShown = demand !== undefined && (demand.status !== "missing" || demand.missingTerms.length === 0);
    if (!isShown || ids.length === 0) return [];
    const said = say(text ?? "", (sentence) => judge.strength(sentence, ids));
    if (said !== "") return [{ requirement: demand.id, evidence: ids, text: said }];
    return demand.evidence.length > 0 ? [plainStrength(task, demand)] : [];
  });
}

function questionsOf(answer: AdviceAnswer, task: RewriteTask, judge: AdviceJudge, say: Say): Question[] {
  return answer.gaps.flatMap(({ requirement, question }) => {
    const demand = task.match.requirements.find(({ id }) => id === bareId(requirement));
    if (demand === undefined || demand.status === "met") return [];
    const said = say(question, judge.question);
    return said.includes("?") ? [{ requirement: demand.id, question: said }] : [];
  });
}

/** The first of each requirement, then the others' where it has none. */
function withOthers<T extends { requirement: string }>(own: readonly T[], others: readonly T[]): T[] {
  const all = new Map<string, T>();
  for (const one of [...own, ...others]) if (!all.has(one.requirement)) all.set(one.requirement, one);
  return [...all.values()];
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…])\s+(?=\P{Ll})/u).filter((sentence) => sentence !== "");
}

function droppedWarnings(dropped: readonly string[]): Warning[] {
  if (dropped.length === 0) return [];
  const named = [...new Set(dropped.filter((token) => token !== ""))].slice(0, 5).map((token) => `“${token}”`);
  const about = named.length === 0 ? "" : `: ${named.join(", ")}`;
  const count = `${dropped.length} ${dropped.length === 1 ? "sentence" : "sentences"} of the model's advice`;
  const message = `${count} could not be borne out and ${dropped.length === 1 ? "was" : "were"} left out${about}.`;
  return [{ code: "advice-dropped", message, line: null }];
}
