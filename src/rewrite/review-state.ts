import type { Decision, Edit, Verdict } from "../schema/edit.js";
import type { ParsedResume } from "../schema/resume.js";
import { applyEdits } from "./apply.js";

/** A change in front of the person; `at` is its place among the verdicts, `choice` null until it is decided. */
export interface ReviewItem {
  at: number;
  verdict: Verdict;
  choice: Decision["action"] | null;
  /** The person has rewritten the text; its verdict is the gate's answer to that. */
  edited: boolean;
}

/** Where a review stands. A pure value: keys turn it into the next one. */
export interface ReviewState {
  items: readonly ReviewItem[];
  /** The change in front; the number of changes where all are decided. */
  at: number;
  /** A change that the gate holds back was accepted: it waits for a yes. */
  confirming: boolean;
  /** All changes are decided, or the person has left. */
  ended: boolean;
}

/** What the person can say at a change. */
export type ReviewKey = "accept" | "reject" | "all" | "back" | "quit";

/** A review of the verdicts at these places: first those that passed, then those that were held back, each in their order. */
export function beginReview(verdicts: readonly Verdict[], places: readonly number[]): ReviewState {
  const items = places.flatMap((at): ReviewItem[] => {
    const verdict = verdicts[at];
    return verdict === undefined ? [] : [{ at, verdict, choice: null, edited: false }];
  });
  const held = items.filter(({ verdict }) => isHeld(verdict));
  const passed = items.filter(({ verdict }) => !isHeld(verdict));
  return { items: [...passed, ...held], at: 0, confirming: false, ended: items.length === 0 };
}

/** The state after a key at the change in front. */
export function pressed(state: ReviewState, key: ReviewKey): ReviewState {
  const item = state.items[state.at];
  if (item === undefined || state.ended) return state;
  if (key === "quit") return { ...state, confirming: false, ended: true };
  if (key === "back") return backed(state);
  if (key === "reject") return decided(state, [state.at], () => "reject");
  if (key === "accept")
    return isHeld(item.verdict) ? { ...state, confirming: true } : decided(state, [state.at], acceptance);
  const job = entryOf(item.verdict.edit);
  const open = state.items.flatMap(({ verdict, choice }, at) =>
    choice === null && !isHeld(verdict) && entryOf(verdict.edit) === job ? [at] : [],
  );
  return open.length === 0 ? state : decided(state, open, acceptance);
}

/** The state after the person has said whether a held-back change is used all the same. */
export function confirmed(state: ReviewState, yes: boolean): ReviewState {
  if (!state.confirming) return state;
  return yes ? decided(state, [state.at], () => "override") : { ...state, confirming: false };
}

/** The state after the person has rewritten the text of the change in front and the gate has judged it; nothing is decided by that. */
export function rewritten(state: ReviewState, verdict: Verdict): ReviewState {
  const items = state.items.map((item, at) => (at === state.at ? { ...item, verdict, edited: true } : item));
  return { ...state, items, confirming: false };
}

/** Why a change cannot be put beside the accepted ones, in words for the person; null where it can. */
export function obstacleTo(
  verdict: Verdict,
  state: ReviewState,
  parsed: ParsedResume,
  settled: readonly Edit[],
): string | null {
  const { edit } = verdict;
  const others = [...settled, ...state.items.flatMap((one) => (isUsed(one) ? [one.verdict.edit] : []))];
  const isChange = ({ op }: Edit): boolean => op !== "move";
  if (isChange(edit) && others.some((one) => one.id === edit.id && isChange(one)))
    return "Another change of this line is accepted already.";
  try {
    applyEdits(parsed, [...others, edit]);
    return null;
  } catch {
    return "It cannot be applied: it is about a line or place that your resume does not have.";
  }
}

/**
 * The verdicts with what was decided about them. An override is flagged and keeps its findings; a change that passed and was
 * not decided is rejected without a decision, since the person has not agreed to it; a held-back one stays so.
 */
export function outcomeOf(verdicts: readonly Verdict[], state: ReviewState): Verdict[] {
  const items = new Map(state.items.map((item) => [item.at, item]));
  return verdicts.map((verdict, at) => {
    const item = items.get(at);
    if (item === undefined) return verdict;
    if (item.choice === null) return isHeld(verdict) ? verdict : { ...verdict, status: "rejected" };
    const decision: Decision = { by: "person", action: item.choice };
    if (item.choice === "reject") return { ...verdict, status: "rejected", decision };
    const earlier = verdict.earlier === undefined ? {} : { earlier: verdict.earlier };
    const status = item.choice === "override" ? "flagged" : item.verdict.status;
    return { ...item.verdict, ...earlier, status, decision };
  });
}

/** How many changes are not decided. */
export function openCount({ items }: ReviewState): number {
  return items.filter(({ choice }) => choice === null).length;
}

/** The job, project or section of a change; all skill groups are one. */
export function entryOf({ id }: Edit): string {
  return /^k\d+$/.test(id) ? "k" : (id.split(".")[0] ?? id);
}

/** Whether the gate holds the change back. */
export function isHeld({ status }: Verdict): boolean {
  return status === "held-back";
}

function isUsed({ choice }: ReviewItem): boolean {
  return choice !== null && choice !== "reject";
}

function acceptance({ edited }: ReviewItem): Decision["action"] {
  return edited ? "edit" : "accept";
}

function decided(
  state: ReviewState,
  places: readonly number[],
  choice: (item: ReviewItem) => Decision["action"],
): ReviewState {
  const items = state.items.map((item, at) => (places.includes(at) ? { ...item, choice: choice(item) } : item));
  const next = items.findIndex((item) => item.choice === null);
  return { items, at: next < 0 ? items.length : next, confirming: false, ended: next < 0 };
}

function backed(state: ReviewState): ReviewState {
  if (state.at === 0) return { ...state, confirming: false };
  const at = state.at - 1;
  const items = state.items.map((item, index) => (index === at ? { ...item, choice: null } : item));
  return { items, at, confirming: false, ended: false };
}
