import type { Edit, Fact, Question, Verdict } from "../schema/edit.js";
import type { RewriteTask } from "./engine.js";

/** What somebody who reviews a rewrite is shown. */
export interface ReviewTask {
  task: RewriteTask;
  verdicts: readonly Verdict[];
  questions: readonly Question[];
  /** The gate: the verdicts on edits, with these facts beside the known ones. Nothing a reviewer writes goes round it. */
  judge(edits: readonly Edit[], facts: readonly Fact[]): Verdict[];
}

/** What a review came to: every verdict in its order, with its decision; facts that were confirmed; questions left open. */
export interface Review {
  verdicts: Verdict[];
  facts: Fact[];
  questions: Question[];
}

/** Decides about the changes of a rewrite after verification: a person at the terminal, or a policy. */
export type Reviewer = (review: ReviewTask) => Promise<Review>;
