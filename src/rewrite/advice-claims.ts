import { blocked, type Claim, groundOf, holdsPhrase, type Passage, passageFor, type Rule } from "../verify/claim.js";
import { contact } from "../verify/contact.js";
import { entities } from "../verify/entities.js";
import { instructions } from "../verify/instructions.js";
import { ownership } from "../verify/ownership.js";
import { proficiency } from "../verify/proficiency.js";
import { numbersOf, quantities } from "../verify/quantities.js";
import { scope } from "../verify/scope.js";
import { superlatives } from "../verify/superlatives.js";
import type { VerifyWords } from "../verify/words.js";
import { missingTerms } from "./edit-requests.js";
import type { RewriteTask } from "./engine.js";

/** Judges sentences of a model's advice by the rules that judge its edits. */
export interface AdviceJudge {
  /** The words of a step that stand neither in the resume nor in the posting, or that must not be claimed. */
  step(text: string): string[];
  /** The words of a question that stand neither in the resume nor in the posting. */
  question(text: string): string[];
  /** The words of a strength that the lines it cites do not bear out. */
  strength(text: string, evidence: readonly string[]): string[];
  /** Whether an id names a line, an entry or a confirmed fact of the resume. */
  exists(id: string): boolean;
}

/** Numbers whose value stands nowhere in the sources, whatever they count: advice speaks of lines, it does not retell them. */
const figures: Rule = (claim) => {
  const known = claim.sources.flatMap((source) => numbersOf(claim, source));
  return numbersOf(claim, claim.passage)
    .filter(
      ({ value, high, unit }) => !known.some((one) => one.value === value && one.high === high && one.unit === unit),
    )
    .map(({ raw }) => blocked("quantities", raw, `Neither your resume nor the posting says “${raw}”.`, claim));
};

/** What may be named at all: no rule on wording, for advice is no line of a resume. */
const naming: readonly Rule[] = [contact, instructions, figures, entities];
/** What a sentence about the person must not add to the lines it cites. */
const telling: readonly Rule[] = [
  contact,
  instructions,
  quantities,
  entities,
  ownership,
  scope,
  superlatives,
  proficiency,
];

/** A judge of advice on one task; steps and questions may rest on the posting too, strengths on the resume alone. */
export function adviceJudge(task: RewriteTask, words: VerifyWords): AdviceJudge {
  const ground = groundOf(task, words);
  const entries = [...new Set(Object.keys(task.parsed.ids).map((id) => id.split(".")[0] ?? id))];
  const headers = entries.flatMap((entry) => ground.header(entry) ?? []);
  const resume = [...ground.resume, ...ground.facts.values(), ...headers];
  const posting = task.postingSource.lines.map((line) => ground.passage("posting", line.n, line.text));
  const denied = new Set(missingTerms(task).map((term) => task.lexicon.canonical(term) ?? term));
  const found = (text: string, rules: readonly Rule[], evidence: Passage[], sources: Passage[]): string[] => {
    const claim: Claim = {
      edit: { id: "advice", op: "replace", text, after: null, evidence: [], keywords: [], why: "" },
      entry: "advice",
      wide: false,
      passage: ground.passage("advice", null, withoutCommand(text)),
      evidence,
      sources,
      ground,
    };
    return rules
      .flatMap((rule) => rule(claim))
      .filter(({ severity, token }) => severity === "block" && !place.test(token))
      .map(({ token }) => token);
  };
  const either = [...resume, ...posting];
  const unlisted = [...denied].filter((term) => task.lexicon.canonical(term) === null);
  const claimed = (text: string): string[] => {
    const listed = task.lexicon.find(text).flatMap((hit) => (denied.has(hit.canonical) ? hit.text : []));
    const other = unlisted.filter((term) => holdsPhrase([ground.passage("advice", null, text)], term));
    return [...listed, ...other].filter((term) => !holdsPhrase(resume, term));
  };
  return {
    step: (text) => [...found(text, naming, either, either), ...claimed(text)],
    question: (text) => found(text, naming, either, either),
    strength: (text, ids) => {
      const cited = ids.flatMap((id) => [passageFor(id, ground), ground.header(id.split(".")[0] ?? id)]);
      const evidence = cited.filter((one) => one !== null);
      return [...found(text, telling, evidence, evidence), ...claimed(text)];
    },
    exists: (id) => passageFor(id, ground) !== null,
  };
}

/** Where on a page something stands ("the first line", "in one line") is no number of the resume. */
const place = /^(?:first|second|third|last|one)$/i;

/**
 * The sentence with a command at its start in small letters: a capital before "the" or "your" is no name.
 *
 * Why: advice speaks in commands, and few of their verbs are in the word lists of resumes.
 */
function withoutCommand(text: string): string {
  return text.replace(
    /^\p{Lu}\p{Ll}+(?=,? (?:the|your|you|an?|this|that|these|those|each|every|all|both|what|how|where|which|whether|only|it|them)\b)/u,
    (word) => word.toLowerCase(),
  );
}
