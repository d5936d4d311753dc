import type { RewriteTask } from "../rewrite/engine.js";
import type { Edit, Finding, Verdict } from "../schema/edit.js";
import { anachronism } from "./anachronism.js";
import { causal } from "./causal.js";
import { claimOf, type Ground, groundOf, type Rule } from "./claim.js";
import { contact } from "./contact.js";
import { entities } from "./entities.js";
import { evidence } from "./evidence.js";
import { identity } from "./identity.js";
import { instructions } from "./instructions.js";
import { invented } from "./invented.js";
import { invisible } from "./invisible.js";
import { drops, moves } from "./moves.js";
import { negation } from "./negation.js";
import { ownership } from "./ownership.js";
import { postingBleed } from "./posting-bleed.js";
import { proficiency } from "./proficiency.js";
import { quantities } from "./quantities.js";
import { recall } from "./recall.js";
import { route } from "./route.js";
import { scope } from "./scope.js";
import { skillGroups } from "./skill-groups.js";
import { stockPhrases } from "./stock-phrases.js";
import { superlatives } from "./superlatives.js";
import type { VerifyWords } from "./words.js";
import { years } from "./years.js";

const rules: readonly Rule[] = [
  invisible,
  contact,
  instructions,
  postingBleed,
  quantities,
  years,
  entities,
  skillGroups,
  identity,
  ownership,
  scope,
  route,
  superlatives,
  causal,
  negation,
  proficiency,
  recall,
  invented,
  anachronism,
  stockPhrases,
];

/**
 * The verdict on each edit, in their order: held back where a rule blocks it, flagged where one has a remark, else applied.
 *
 * Nothing of an engine is trusted: an edit is judged by the lines it cites, and a second edit of a line is held back.
 */
export function verifyEdits(task: RewriteTask, edits: readonly Edit[], words: VerifyWords): Verdict[] {
  const ground = groundOf(task, words);
  const seen = new Set<string>();
  const dropped = new Set<string>();
  return edits.map((edit) => {
    const key = edit.op === "move" ? `${edit.id} move` : edit.id;
    const findings =
      seen.has(key) || (edit.op !== "move" && seen.has(edit.id)) ? [second(edit)] : findingsOf(edit, ground, dropped);
    seen.add(key);
    const status = findings.some((one) => one.severity === "block")
      ? "held-back"
      : findings.length > 0
        ? "flagged"
        : "applied";
    if (edit.op === "drop" && status !== "held-back") dropped.add(edit.id);
    return { edit, status, findings };
  });
}

function second(edit: Edit): Finding {
  return {
    rule: "evidence",
    token: edit.id,
    explanation: `There is a change of “${edit.id}” already.`,
    severity: "block",
  };
}

function findingsOf(edit: Edit, ground: Ground, dropped: ReadonlySet<string>): Finding[] {
  const structural = evidence(edit, ground);
  if (structural.length > 0) return structural;
  if (edit.op === "drop") return drops(edit, ground, dropped);
  if (edit.op === "move") return moves(edit, ground, dropped);
  const text = edit.text ?? "";
  if (text === ground.task.parsed.ids[edit.id]?.text) return [];
  const claim = claimOf(edit, text, ground);
  return rules.flatMap((rule) => rule(claim));
}
