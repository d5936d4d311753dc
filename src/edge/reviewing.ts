import { UserError } from "../errors.js";
import { changesOf } from "../rewrite/changes.js";
import { entryIds } from "../rewrite/facts.js";
import { judgedWithFacts, licensedBy } from "../rewrite/review-facts.js";
import { entryLabel, placeOf } from "../rewrite/review-place.js";
import {
  beginReview,
  confirmed,
  isHeld,
  obstacleTo,
  openCount,
  outcomeOf,
  pressed,
  type ReviewItem,
  type ReviewKey,
  type ReviewState,
  rewritten,
} from "../rewrite/review-state.js";
import type { Review, ReviewTask } from "../rewrite/reviewer.js";
import type { Edit, Fact, Question, Verdict } from "../schema/edit.js";
import { reviewHelp, reviewLines } from "../write/review.js";
import { hanging, type Layout } from "../write/terminal.js";

/** The person at the terminal: what is shown, asked and kept. */
export interface Dialogue {
  ask(message: string, initial?: string): Promise<string>;
  show(text: string): void;
  layout: Layout;
  /** Keeps a confirmed answer at once, so that it is there whatever happens later; the fact with its id. */
  keepFact(text: string, entry: string | null, question: Question): Promise<Fact>;
}

const keys: Record<string, ReviewKey | "edit"> = {
  y: "accept",
  yes: "accept",
  n: "reject",
  no: "reject",
  e: "edit",
  edit: "edit",
  a: "all",
  all: "all",
  b: "back",
  back: "back",
  q: "quit",
  quit: "quit",
};

/**
 * Walks a person through the changes at these places and the questions, in the manner of `git add -p`.
 *
 * An answer that is confirmed licenses held-back changes: those are judged again with it and shown once more. Nothing is written
 * here but the facts that are kept.
 */
export async function reviewAtTerminal(
  review: ReviewTask,
  verdicts: readonly Verdict[],
  places: readonly number[],
  person: Dialogue,
): Promise<Review> {
  const first = await walk(review, verdicts, places, [], person);
  let decided = outcomeOf(verdicts, first);
  const left = openCount(first);
  if (left > 0) {
    say(person, `${left} ${left === 1 ? "change was" : "changes were"} not decided: the original text stays there.`);
    return { verdicts: decided, facts: [], questions: [...review.questions] };
  }
  const { facts, questions } = await askQuestions(review, person);
  const licensed = facts.length === 0 ? [] : licensedBy(facts, decided, review);
  if (licensed.length > 0) {
    const what =
      licensed.length === 1 ? "1 change that was held back" : `${licensed.length} changes that were held back`;
    say(person, `What you confirmed proves ${what}:`);
    const better = decided.map((verdict, at) => licensed.find((one) => one.at === at)?.verdict ?? verdict);
    const again = await walk(
      review,
      better,
      licensed.map(({ at }) => at),
      facts,
      person,
    );
    decided = outcomeOf(better, again);
  }
  return { verdicts: decided, facts, questions };
}

async function walk(
  review: ReviewTask,
  verdicts: readonly Verdict[],
  places: readonly number[],
  facts: readonly Fact[],
  person: Dialogue,
): Promise<ReviewState> {
  const asked = new Set(places);
  const settled = verdicts.flatMap(({ edit, status }, at) =>
    !asked.has(at) && (status === "applied" || status === "flagged") ? [edit] : [],
  );
  let state = beginReview(verdicts, places);
  let shown: ReviewItem | null = null;
  while (!state.ended) {
    const item = state.items[state.at];
    if (item === undefined) break;
    if (item !== shown) showItem(review, facts, state, item, person);
    shown = item;
    const answer = (await person.ask(questionAt(item))).trim().toLowerCase();
    const key = keys[answer];
    if (key === undefined) {
      if (answer !== "?") say(person, `“${answer}” is none of the keys.`);
      person.show(reviewHelp(isHeld(item.verdict), person.layout).join("\n"));
    } else if (key === "edit") state = await edited(review, facts, state, item, person);
    else state = await acted(review, settled, state, item, key, person);
    shown = state.items[state.at] === item ? shown : null;
  }
  return state;
}

function questionAt({ verdict, edited: own }: ReviewItem): string {
  const can = verdict.edit.op === "replace" ? "e,a,b,q,?" : "a,b,q,?";
  if (isHeld(verdict)) return `Use it although it is held back? [y,n,${can}]`;
  return `${own ? "Use your text" : "Accept this change"}? [y,n,${can}]`;
}

/** The state after a key; a change that cannot stand beside the accepted ones is not accepted, an override only after a yes. */
async function acted(
  { task }: ReviewTask,
  settled: readonly Edit[],
  state: ReviewState,
  item: ReviewItem,
  key: ReviewKey,
  person: Dialogue,
): Promise<ReviewState> {
  const obstacle = key === "accept" ? obstacleTo(item.verdict, state, task.parsed, settled) : null;
  if (obstacle !== null) {
    say(person, obstacle);
    return state;
  }
  if (key === "all" && isHeld(item.verdict)) say(person, "A change that is held back is decided alone: y, n or e.");
  const next = pressed(state, key);
  if (!next.confirming) return next;
  say(
    person,
    "The check found what your resume does not prove. With y you vouch for it; the finding stays in the trace.",
  );
  const sure = (await person.ask("Use it all the same? [y,N]")).trim().toLowerCase();
  return confirmed(next, sure === "y" || sure === "yes");
}

/** The state after the person has rewritten a text: judged by the gate, shown with its findings, and not decided yet. */
async function edited(
  review: ReviewTask,
  facts: readonly Fact[],
  state: ReviewState,
  item: ReviewItem,
  person: Dialogue,
): Promise<ReviewState> {
  const { edit } = item.verdict;
  if (edit.op !== "replace") {
    say(person, "Only a reworded line can be edited; accept or reject this one.");
    return state;
  }
  const text = (await person.ask("Your text:", edit.text ?? "")).replace(/\s+/g, " ").trim();
  if (text === "" || text === edit.text) {
    say(person, "The text stays as it was.");
    return state;
  }
  const keywords = edit.keywords.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
  return rewritten(state, judgedWithFacts({ ...edit, text, keywords, why: "your own words" }, facts, review));
}

/** Every question, answered by a fact, a no or nothing; a no closes it. */
async function askQuestions(
  { task, questions }: ReviewTask,
  person: Dialogue,
): Promise<{ facts: Fact[]; questions: Question[] }> {
  const facts: Fact[] = [];
  const open: Question[] = [];
  for (const [at, question] of questions.entries()) {
    const lead = `Question ${at + 1} of ${questions.length}  `;
    person.show(["", ...hanging(lead, question.question, person.layout)].join("\n"));
    const answer = await oneOf(person, "Yes, no, or skip? [y,n,s,q]", ["y", "n", "s", "q"]);
    if (answer === "q") return { facts, questions: [...open, ...questions.slice(at)] };
    const text = answer === "y" ? (await person.ask("Say it in one true sentence:")).replace(/\s+/g, " ").trim() : "";
    if (text === "") {
      if (answer !== "n") open.push(question);
      continue;
    }
    const entry = await whichEntry(task, person);
    const fact = await person.keepFact(text, entry, question).catch((error: unknown) => {
      if (!(error instanceof UserError) || error.kind !== "usage") throw error;
      say(person, error.message);
      return null;
    });
    if (fact === null) {
      open.push(question);
      continue;
    }
    facts.push(fact);
    say(person, `Kept as fact ${fact.id}; \`resumelaw facts\` shows and removes it.`);
  }
  return { facts, questions: open };
}

/** The job, project or degree that an answer is about; null for none in particular. */
async function whichEntry({ parsed }: ReviewTask["task"], person: Dialogue): Promise<string | null> {
  const ids = entryIds(parsed);
  if (ids.length === 0) return null;
  const rows = ids.flatMap((id, at) => hanging(`  ${at + 1}  `, entryLabel(parsed, id) ?? id, person.layout));
  person.show(
    ["Where was that?", ...rows, "  0  nowhere in particular: it proves the summary and the skills"].join("\n"),
  );
  const numbers = ["0", ...ids.map((_, at) => String(at + 1))];
  const number = await oneOf(person, `Number [0-${ids.length}]`, numbers);
  return ids[Number(number) - 1] ?? null;
}

async function oneOf(person: Dialogue, message: string, allowed: readonly string[]): Promise<string> {
  const words: Record<string, string> = { yes: "y", no: "n", skip: "s", quit: "q" };
  for (;;) {
    const given = (await person.ask(message)).trim().toLowerCase();
    const answer = words[given] ?? given;
    if (allowed.includes(answer)) return answer;
    say(person, `Please answer with one of ${allowed.join(", ")}.`);
  }
}

function showItem(
  { task }: ReviewTask,
  facts: readonly Fact[],
  state: ReviewState,
  { verdict, edited: own }: ReviewItem,
  person: Dialogue,
): void {
  const { parsed } = task;
  const [change] = changesOf({ ...task, facts: [...task.facts, ...facts] }, [verdict]);
  if (change === undefined) return;
  const behind = verdict.edit.op === "move" && verdict.edit.after !== null ? placeOf(parsed, verdict.edit.after) : null;
  const place = placeOf(parsed, verdict.edit.id);
  const [number, of] = [state.at + 1, state.items.length];
  person.show(reviewLines({ change, place, behind, number, of, edited: own }, person.layout).join("\n"));
}

function say(person: Dialogue, text: string): void {
  person.show(hanging("  ", text, person.layout).join("\n"));
}
