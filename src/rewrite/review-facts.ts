import type { Edit, Fact, Verdict } from "../schema/edit.js";
import { isWide } from "../verify/claim.js";
import { entryOf, isHeld } from "./review-state.js";
import type { ReviewTask } from "./reviewer.js";

/**
 * The gate's verdict on an edit with the facts it may rest on. An edit that is held back is tried again with each fact of its
 * own job as further evidence, then with all; the first that passes counts, so that no fact is cited without need.
 *
 * Why not every fact: one that belongs to no job in particular proves nothing about this one; it counts for the summary and the skills.
 */
export function judgedWithFacts(
  edit: Edit,
  added: readonly Fact[],
  { task, judge }: Pick<ReviewTask, "task" | "judge">,
): Verdict {
  const plain = one(judge([edit], added), edit);
  if (!isHeld(plain) || edit.op !== "replace") return plain;
  const own = [...task.facts, ...added].filter(
    ({ id, entry }) => !edit.evidence.includes(id) && (isWide(edit.id) || entry === entryOf(edit)),
  );
  const tries = [...own.map((fact) => [fact]), ...(own.length > 1 ? [own] : [])];
  for (const facts of tries) {
    const cited = { ...edit, evidence: [...edit.evidence, ...facts.map(({ id }) => id)] };
    const verdict = one(judge([cited], added), cited);
    if (!isHeld(verdict)) return verdict;
  }
  return plain;
}

/** The places and new verdicts of the held-back edits that pass with the facts that were added. */
export function licensedBy(
  added: readonly Fact[],
  verdicts: readonly Verdict[],
  review: ReviewTask,
): { at: number; verdict: Verdict }[] {
  const changed = new Set(
    verdicts.flatMap(({ edit, status }) => (status === "applied" || status === "flagged" ? [edit.id] : [])),
  );
  return review.verdicts.flatMap(({ edit, status }, at) => {
    if (status !== "held-back" || edit.op !== "replace" || changed.has(edit.id)) return [];
    const verdict = judgedWithFacts(edit, added, review);
    if (isHeld(verdict)) return [];
    changed.add(edit.id);
    return [{ at, verdict }];
  });
}

function one(verdicts: readonly Verdict[], edit: Edit): Verdict {
  return verdicts[0] ?? { edit, status: "held-back", findings: [] };
}
