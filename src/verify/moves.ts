import type { Edit, Finding } from "../schema/edit.js";
import type { Ground } from "./claim.js";
import { entryOf } from "./evidence.js";

const highlight = /^[a-z]+\d+\.h\d+$/;

/** A drop takes a highlight out, but never the last of its entry; a line that alone shows a demand of the posting is reported. */
export function drops(edit: Edit, ground: Ground, dropped: ReadonlySet<string>): Finding[] {
  const block = (explanation: string): Finding => ({ rule: "drop", token: edit.id, explanation, severity: "block" });
  if (!highlight.test(edit.id)) return [block("Only single lines of an entry may be dropped.")];
  const { ids } = ground.task.parsed;
  const left = Object.keys(ids).filter(
    (id) => highlight.test(id) && entryOf(id) === entryOf(edit.id) && id !== edit.id && !dropped.has(id),
  );
  if (left.length === 0) return [block("This would leave the entry without any line.")];
  const lines = ids[edit.id]?.lines ?? [];
  const only = ground.task.match.requirements.find(
    (one) =>
      one.kind === "must" && one.evidence.length > 0 && one.evidence.every((citation) => lines.includes(citation.line)),
  );
  if (only === undefined) return [];
  return [
    {
      rule: "drop",
      token: edit.id,
      explanation: `No other line shows what the posting demands: “${only.text}”.`,
      severity: "flag",
    },
  ];
}

const skillGroup = /^k\d+$/;

/** A move keeps a highlight within its entry and a skill group among the groups, behind one that is there. */
export function moves(edit: Edit, ground: Ground, dropped: ReadonlySet<string>): Finding[] {
  const block = (explanation: string): Finding => ({
    rule: "move",
    token: edit.after ?? edit.id,
    explanation,
    severity: "block",
  });
  const kind = [highlight, skillGroup].find((one) => one.test(edit.id));
  if (kind === undefined) return [block("Only single lines of an entry and skill groups may be moved.")];
  if (dropped.has(edit.id)) return [block("The line is dropped by another change.")];
  if (edit.after === null) return [];
  const isThere =
    kind.test(edit.after) && Object.hasOwn(ground.task.parsed.ids, edit.after) && !dropped.has(edit.after);
  if (!isThere || edit.after === edit.id) return [block(`There is no line “${edit.after}” to move it behind.`)];
  return kind === skillGroup || entryOf(edit.after) === entryOf(edit.id)
    ? []
    : [block("A line may move only within its own job, project or section.")];
}
