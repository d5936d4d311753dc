import type { Question } from "../schema/edit.js";
import type { RequirementMatch } from "../schema/match.js";
import type { RewriteTask } from "./engine.js";
import type { Relevance } from "./offline-relevance.js";

const mostQuestions = 6;
const mostNamed = 5;
const held = new Set(["certification", "license", "degree"]);
const used = new Set([
  "language",
  "framework",
  "library",
  "tool",
  "platform",
  "database",
  "service",
  "protocol",
  "standard",
]);

/** A question for each demand of the posting that the resume does not show, musts first. */
export function questionsFor(task: RewriteTask): Question[] {
  return openDemands(task)
    .slice(0, mostQuestions)
    .map((one) => ({ requirement: one.text, question: questionOn(task, one) }));
}

/** The demands that are missing or met in part: musts before wishes, missing ones before the others. */
export function openDemands({ match }: Pick<RewriteTask, "match">): RequirementMatch[] {
  const rank = (one: RequirementMatch): number => (one.kind === "must" ? 0 : 2) + (one.status === "missing" ? 0 : 1);
  return match.requirements.filter((one) => one.status !== "met").toSorted((a, b) => rank(a) - rank(b));
}

/** What only the person can say about a demand the resume does not show. */
export function questionOn(task: Pick<RewriteTask, "lexicon">, one: RequirementMatch): string {
  const terms = one.missingTerms.slice(0, 3);
  if (terms.length === 0) return `The posting asks: “${one.text}”. What have you done that shows it, and where?`;
  const names = terms.length < 2 ? terms.join("") : `${terms.slice(0, -1).join(", ")} or ${terms.at(-1)}`;
  const kinds = terms.map((term) => task.lexicon.entries.get(term)?.kind ?? "");
  if (kinds.every((kind) => held.has(kind))) return `The posting asks for ${names}. Do you hold it? Since when?`;
  if (kinds.every((kind) => used.has(kind))) return `The posting asks for ${names}. Have you used it? Where?`;
  return `The posting asks for ${names}. Where have you done this, and what did you do?`;
}

/** What matters most for this posting in this resume, most useful first. */
export function strategyFor(task: RewriteTask, relevance: Relevance): string[] {
  const musts = task.match.requirements.filter((one) => one.kind === "must");
  const met = musts.filter((one) => one.status === "met");
  const count = `Your resume shows ${met.length} of the ${musts.length} things the posting demands.`;
  return [...(musts.length > 0 ? [count] : []), ...stepsFor(task, relevance)];
}

/** What to do for this posting with this resume, in the order of use. */
export function stepsFor(task: RewriteTask, relevance: Relevance): string[] {
  const musts = task.match.requirements.filter((one) => one.kind === "must");
  const strategy: string[] = [];
  const shown = new Set(Object.values(task.parsed.ids).flatMap((line) => relevance.terms(line.text)));
  const strengths = [...shown].sort((a, b) => relevance.weight(b) - relevance.weight(a)).slice(0, mostNamed);
  if (strengths.length > 0)
    strategy.push(`Lead with what the posting asks for and you can show: ${strengths.join(", ")}.`);
  const proof = Object.entries(task.parsed.ids)
    .filter(
      ([id, line]) =>
        /^[wp]\d+\./.test(id) && !/^[^.]{0,30}:/.test(line.text) && relevance.of(line.text, line.lines) > 0,
    )
    .sort(([, a], [, b]) => relevance.of(b.text, b.lines) - relevance.of(a.text, a.lines))[0];
  if (proof !== undefined) strategy.push(`Your strongest line for this posting: “${proof[1].text}”`);
  const partly = musts.filter((one) => one.status === "partly");
  if (partly.length > 0)
    strategy.push(
      `Shown only in part: ${partly
        .slice(0, 3)
        .map((one) => `“${one.text}”`)
        .join("; ")}. Say more if it is true.`,
    );
  const missing = musts.filter((one) => one.status === "missing");
  if (missing.length > 0)
    strategy.push(
      `Not shown anywhere: ${missing
        .slice(0, 3)
        .map((one) => `“${one.text}”`)
        .join("; ")}. Answer the questions if you have done it; nothing is made up.`,
    );
  return strategy;
}
