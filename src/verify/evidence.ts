import type { Edit, Finding } from "../schema/edit.js";
import { type Ground, isWide } from "./claim.js";

/** Which lines an edit names: they must exist and belong to the same job, project or section. */
export function evidence(edit: Edit, ground: Ground): Finding[] {
  const { ids } = ground.task.parsed;
  const block = (token: string, explanation: string): Finding => ({
    rule: "evidence",
    token,
    explanation,
    severity: "block",
  });
  if (!Object.hasOwn(ids, edit.id) && !(edit.id === "summary" && edit.op === "replace"))
    return [block(edit.id, `There is no line “${edit.id}” that may be changed.`)];
  if (edit.op === "replace" && (edit.text ?? "").trim() === "") return [block(edit.id, "The new text is empty.")];
  if (edit.op !== "replace") return [];
  const entry = entryOf(edit.id);
  return edit.evidence.flatMap((id) => {
    const fact = ground.task.facts.find((one) => one.id === id);
    if (fact !== undefined) {
      const isOwn = isWide(edit.id) || fact.entry === entry;
      const whose = fact.entry === null ? "to no job in particular" : "to another part of your resume";
      return isOwn ? [] : [block(id, `The confirmed fact “${fact.text}” belongs ${whose}.`)];
    }
    if (!Object.hasOwn(ids, id) && ground.header(id) === null)
      return id === edit.id ? [] : [block(id, `It rests on “${id}”, a line your resume does not have.`)];
    if (isWide(edit.id) || entryOf(id) === entry) return [];
    return [
      block(id, `It rests on a line of another part of your resume (${id}): “${ids[id]?.text.slice(0, 80) ?? id}”.`),
    ];
  });
}

/** The job, project or section a line belongs to: w1 of w1.h3. */
export function entryOf(id: string): string {
  return id.split(".")[0] ?? id;
}
