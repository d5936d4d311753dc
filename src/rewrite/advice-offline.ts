import type { Question } from "../schema/edit.js";
import type { RequirementMatch } from "../schema/match.js";
import type { Advice, RewriteTask, Strength } from "./engine.js";
import { openDemands, questionOn, stepsFor } from "./offline-advice.js";
import { relevanceOf } from "./offline-relevance.js";

/** The most strengths that advice has. */
export const mostStrengths = 8;
/** The most questions that advice has. */
export const mostQuestions = 6;
/** The most steps of a strategy. */
export const mostSteps = 5;

/** What code alone advises: the same for the same input. */
export function plainAdvice(task: RewriteTask): Pick<Advice, "strategy" | "strengths" | "questions"> {
  return { strategy: plainStrategy(task), strengths: plainStrengths(task), questions: plainQuestions(task) };
}

/** Below this score a posting asks for other work than the resume shows. */
const farScore = 25;
const mostWords = 5;

/** At most five steps: what to lead with and what is open, then what wording and layout alone can gain. */
function plainStrategy(task: RewriteTask): string[] {
  const { score, ceiling, ats, keywords } = task.match;
  const steps = stepsFor(task, relevanceOf(task));
  if (score < farScore)
    steps.unshift(
      `At ${score} of 100 this posting asks for other work than your resume shows: go on if you can answer most of the questions, else look for a closer one.`,
    );
  if (ceiling > score)
    steps.push(
      `Say what you have in the posting's words, in the summary, the skills and the first lines: that alone can lift the match from ${score} to ${ceiling}.`,
    );
  const [stumble] = ats.filter(({ severity }) => severity !== "info");
  if (stumble !== undefined)
    steps.push(`Before you send it, mend what an applicant tracking system stumbles over: ${stumble.message}`);
  const unused = keywords.filter(({ inResume }) => inResume === 0).toSorted((a, b) => b.weight - a.weight);
  if (unused.length > 0)
    steps.push(
      `Your resume never says these words of the posting: ${unused
        .slice(0, mostWords)
        .map(({ term }) => term)
        .join(", ")}. Use those that are true of you.`,
    );
  return steps.slice(0, mostSteps);
}

/** Each demand that is met with the line that shows it, musts first. */
function plainStrengths(task: RewriteTask): Strength[] {
  const met = task.match.requirements.filter((one) => one.status === "met" && one.evidence.length > 0);
  return met
    .toSorted((a, b) => Number(b.kind === "must") - Number(a.kind === "must"))
    .slice(0, mostStrengths)
    .map((one) => plainStrength(task, one));
}

/** A strength in the words of the resume: its best line, quoted. */
export function plainStrength(task: RewriteTask, one: RequirementMatch): Strength {
  const terms = new Set(task.posting.requirements.find(({ id }) => id === one.id)?.terms);
  const named = (text: string): number =>
    new Set(task.lexicon.find(text).flatMap(({ canonical }) => (terms.has(canonical) ? canonical : []))).size;
  const [best] = one.evidence.toSorted((a, b) => named(b.text) - named(a.text) || b.text.length - a.text.length);
  const lines = one.evidence.map(({ line }) => line);
  return {
    requirement: one.id,
    evidence: idsOf(task, lines),
    text: `Your resume says: “${shortened(best?.text ?? "")}”`,
  };
}

/** A question for each open demand, musts first. */
function plainQuestions(task: RewriteTask): Question[] {
  return openDemands(task)
    .slice(0, mostQuestions)
    .map((one) => ({ requirement: one.id, question: questionOn(task, one) }));
}

/** Ids of the lines, else of the entries, that were read from source lines; each once, in the order of the lines. */
function idsOf({ parsed }: RewriteTask, lines: readonly number[]): string[] {
  const ids = lines.flatMap((line) => {
    const own = Object.entries(parsed.ids).filter(([, one]) => one.lines.includes(line));
    return own.length > 0 ? own.map(([id]) => id) : entriesAt(parsed, line);
  });
  return [...new Set(ids)];
}

const entryLetters: Readonly<Record<string, string>> = { work: "w", volunteer: "v", education: "e", projects: "p" };

function entriesAt({ provenance }: RewriteTask["parsed"], line: number): string[] {
  return Object.entries(provenance).flatMap(([path, lines]) => {
    const [, list = "", index = ""] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
    const letter = entryLetters[list];
    return letter !== undefined && lines.includes(line) ? [`${letter}${Number(index) + 1}`] : [];
  });
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 160 ? `${line.slice(0, 159).trimEnd()}…` : line;
}
