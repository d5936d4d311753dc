import type { Verdict } from "../schema/edit.js";
import type { Change } from "../schema/result.js";
import type { RewriteTask } from "./engine.js";

/** The verdicts as changes to show: each with the text before and after and the source lines it rests on. */
export function changesOf(
  task: Pick<RewriteTask, "parsed" | "source" | "facts">,
  verdicts: readonly Verdict[],
): Change[] {
  const texts = new Map(task.source.lines.map(({ n, text }) => [n, text]));
  const evidenceOf = (id: string): Change["evidence"] => {
    const fact = task.facts.find((fact) => fact.id === id);
    if (fact) return [{ id, line: null, text: fact.text, fact: { at: fact.at, origin: fact.origin } }];
    const line = ownLine(task.parsed, id);
    if (!line) return [];
    return line.lines.length > 0
      ? line.lines.map((n) => ({ id, line: n, text: texts.get(n) ?? line.text }))
      : [{ id, line: null, text: line.text }];
  };
  return verdicts.map(({ edit, status, findings, earlier, decision }) => ({
    id: edit.id,
    op: edit.op,
    before: ownLine(task.parsed, edit.id)?.text ?? "",
    after: edit.op === "replace" ? edit.text : edit.op === "move" ? edit.after : null,
    evidence: [...new Set(edit.evidence)].flatMap(evidenceOf),
    keywords: edit.keywords,
    why: edit.why,
    status,
    findings,
    ...(earlier === undefined ? {} : { earlier }),
    ...(decision === undefined ? {} : { decision }),
  }));
}

/** The line of an id; undefined for an unknown one, also for names every object has ("constructor"). */
function ownLine({ ids }: RewriteTask["parsed"], id: string): RewriteTask["parsed"]["ids"][string] | undefined {
  return Object.hasOwn(ids, id) ? ids[id] : undefined;
}
