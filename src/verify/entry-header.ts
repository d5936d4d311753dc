import type { ParsedResume } from "../schema/resume.js";

const lists: Record<string, string> = { w: "work", v: "volunteer", e: "education", p: "projects" };
const editable = new Set(["summary", "highlights", "description"]);

/** What stands above the lines of an entry such as w1 (title, employer, place, dates), as one text; null for no entry. */
export function headerText(parsed: ParsedResume, entry: string): string | null {
  const value = entryValue(parsed, entry);
  if (value === null) return null;
  const texts = Object.entries(value).flatMap(([key, field]) => {
    if (editable.has(key)) return [];
    if (typeof field === "string") return [field];
    return Array.isArray(field) ? field.filter((item): item is string => typeof item === "string") : [];
  });
  return texts.join(" · ");
}

/** The work, volunteer, education or project entry an id such as w1 names; null for none. */
export function entryValue(parsed: ParsedResume, entry: string): Record<string, unknown> | null {
  const found = /^([wvep])(\d+)$/.exec(entry);
  const name = lists[found?.[1] ?? ""];
  if (found === null || name === undefined) return null;
  const line = Object.entries(parsed.ids).find(([id]) => id.startsWith(`${entry}.`));
  const index = /^\w+\[(\d+)\]/.exec(line?.[1].path ?? "")?.[1] ?? Number(found[2]) - 1;
  const list = (parsed.resume as Record<string, unknown>)[name];
  const value: unknown = Array.isArray(list) ? list[Number(index)] : undefined;
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
}
