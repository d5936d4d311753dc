import { UserError } from "../errors.js";
import type { Edit, Verdict } from "../schema/edit.js";
import type { Policy, PolicyAction, PolicyCondition } from "../schema/policy.js";
import { fold } from "../understand/fold.js";
import { type Ground, groundOf, holdsPhrase } from "../verify/claim.js";
import { quantitiesOf } from "../verify/quantity-reader.js";
import type { VerifyWords } from "../verify/words.js";
import type { RewriteTask } from "./engine.js";
import { entryLabel } from "./review-place.js";
import { entryOf, isHeld } from "./review-state.js";

/** What a policy came to: the verdicts with its decisions, and the places of those it leaves to the person. */
export interface Ruled {
  verdicts: Verdict[];
  asked: number[];
}

const sections = { w: "work", v: "volunteer", p: "projects", e: "education", x: "other" } as const;

/**
 * The verdicts after a policy: the first rule that fits decides, else its default. A change that is held back stays so, whatever
 * a rule says, for nobody would vouch for it; it is left to the person where there is one.
 */
export function underPolicy(
  policy: Policy,
  verdicts: readonly Verdict[],
  task: RewriteTask,
  words: VerifyWords,
): Ruled {
  const ground = groundOf(task, words);
  const asked: number[] = [];
  const ruled = verdicts.map((verdict, at): Verdict => {
    if (isHeld(verdict)) {
      asked.push(at);
      return verdict;
    }
    const { action, rule } = ruleFor(policy, verdict, ground);
    if (action === "ask") {
      asked.push(at);
      return verdict;
    }
    const decision = { by: "policy" as const, action, rule };
    return { ...verdict, decision, ...(action === "reject" ? { status: "rejected" as const } : {}) };
  });
  return { verdicts: ruled, asked };
}

/** Refuses a policy that leaves changes to a person where there is none to ask. */
export function needsNobody(policy: Policy, file: string): void {
  const at = policy.rules.findIndex((rule) => rule.do === "ask");
  if (at < 0 && policy.default !== "ask") return;
  throw new UserError(
    "usage",
    `${file}: ${at < 0 ? "its default" : `rule ${at + 1}`} says "ask", and without --review there is nobody to ask.`,
    "Add --review, or let the rule say accept or reject.",
  );
}

function ruleFor(policy: Policy, verdict: Verdict, ground: Ground): { action: PolicyAction; rule: string } {
  const at = policy.rules.findIndex(({ when }) => fits(when, verdict, ground));
  const rule = policy.rules[at];
  if (rule === undefined) return { action: policy.default, rule: "default" };
  return { action: rule.do, rule: rule.name ?? `rule ${at + 1}` };
}

function fits(when: PolicyCondition, { edit, status }: Verdict, ground: Ground): boolean {
  const any = <T>(wanted: readonly T[] | undefined, has: (one: T) => boolean): boolean =>
    wanted === undefined || wanted.some(has);
  const { parsed } = ground.task;
  const entry = entryOf(edit);
  return (
    any(when.op, (op) => op === edit.op) &&
    any(when.place, (place) => placesOf(edit).includes(place)) &&
    any(when.entry, (name) => name === entry || fold(entryLabel(parsed, entry) ?? "").includes(fold(name))) &&
    (when.flagged === undefined || when.flagged === (status === "flagged")) &&
    any(when.keyword, (word) => serves(edit, word, ground)) &&
    (when.longerBy === undefined || growthOf(edit, ground) > when.longerBy) &&
    any(when.changes, (what) => changesOf(edit, ground).includes(what))
  );
}

function placesOf({ id }: Edit): string[] {
  if (id === "summary") return ["summary"];
  if (/^k\d+$/.test(id)) return ["skills"];
  const section = sections[id.charAt(0) as keyof typeof sections];
  return [id.includes(".h") ? "highlight" : "text", ...(section === undefined ? [] : [section])];
}

function serves(edit: Edit, word: string, { task, passage }: Ground): boolean {
  const sameTerm = (one: string): string => task.lexicon.canonical(one) ?? fold(one);
  const named = task.lexicon.find(edit.text ?? "").map(({ canonical }) => canonical);
  if ([...edit.keywords.map(sameTerm), ...named].includes(sameTerm(word))) return true;
  return holdsPhrase([passage("", null, edit.text ?? "")], word);
}

/** By how many percent the new text has more words than the old; 0 where there was none, or no new text. */
function growthOf(edit: Edit, ground: Ground): number {
  const count = (text: string): number => text.split(/\s+/).filter(Boolean).length;
  const before = count(ground.task.parsed.ids[edit.id]?.text ?? "");
  return edit.op !== "replace" || before === 0 ? 0 : (100 * (count(edit.text ?? "") - before)) / before;
}

function changesOf(edit: Edit, ground: Ground): string[] {
  if (edit.op === "move") return [];
  const before = ground.task.parsed.ids[edit.id]?.text ?? "";
  const after = edit.op === "drop" ? "" : (edit.text ?? "");
  const found = [
    ...(sameSet(numbersOf(before, ground), numbersOf(after, ground)) ? [] : ["numbers"]),
    ...(sameSet(toolsOf(before, ground), toolsOf(after, ground)) ? [] : ["tools"]),
  ];
  return found.length === 0 && edit.op === "replace" ? ["wording"] : found;
}

/** The numbers of a text by value and unit: 50K and 50,000 are one. */
function numbersOf(text: string, ground: Ground): Set<string> {
  const context = { words: ground.words, keys: ground.keys, language: ground.task.parsed.language };
  const list = quantitiesOf(ground.passage("", null, text), context);
  return new Set(list.map(({ kind, value, high, unit, bound }) => `${kind} ${value} ${high ?? ""} ${unit} ${bound}`));
}

/** The tools and skills that a text names; of human qualities (soft skills) none. */
function toolsOf(text: string, { task }: Ground): Set<string> {
  const terms = task.lexicon.find(text).map(({ canonical }) => canonical);
  return new Set(terms.filter((term) => task.lexicon.entries.get(term)?.kind !== "soft"));
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}
