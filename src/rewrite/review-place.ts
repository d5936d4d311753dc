import type { ParsedResume } from "../schema/resume.js";
import { entryName, entryText } from "./facts.js";

/** Where an editable line stands, for people: "Senior Nurse at Ridge Hospital (2019-03), highlight 3 of 5", "Skills, group 2 of 4". */
export function placeOf(parsed: ParsedResume, id: string): string {
  if (id === "summary") return "Summary";
  const group = /^k(\d+)$/.exec(id);
  if (group !== null) return `Skills, group ${group[1]} of ${(parsed.resume.skills ?? []).length}`;
  const line = /^([a-z]\d+)\.(?:h(\d+)|summary)$/.exec(id);
  const [, entry = "", number] = line ?? [];
  const where = entryLabel(parsed, entry);
  if (where === null) return id;
  if (number === undefined) return `${where}, text`;
  const own = Object.keys(parsed.ids).filter((one) => one.startsWith(`${entry}.h`));
  return `${where}, ${entry.startsWith("x") ? "line" : "highlight"} ${number} of ${own.length}`;
}

/** An entry by its id for people; null where the resume has none of it. */
export function entryLabel(parsed: ParsedResume, entry: string): string | null {
  const named = entryName(parsed, entry);
  if (named !== null) return entryText(named);
  const section = /^x(\d+)$/.exec(entry);
  return section === null ? null : (parsed.resume.sections?.[Number(section[1]) - 1]?.name ?? null);
}
