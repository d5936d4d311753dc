import type { LineDraft } from "./lines.js";
import { safeUrl } from "./runs.js";

/** A section's heading. */
export function headingDraft(text: string, pointer: string, level = 2): LineDraft {
  return { text, style: "heading", level, gap: 1, ref: { in: "json", pointer } };
}

/** A line of body text; none for a blank one. */
export function bodyDrafts(text: string, pointer: string): LineDraft[] {
  return text === "" ? [] : [{ text, ref: { in: "json", pointer }, ...linksIn(text) }];
}

/** A list item. */
export function listDraft(text: string, pointer: string): LineDraft {
  return { text, style: "list", level: 1, ref: { in: "json", pointer }, ...linksIn(text) };
}

/** The first line of an entry: what and where, with the dates at the right; none where all is blank. */
export function entryDrafts(parts: readonly string[], dates: string, pointer: string): LineDraft[] {
  const shown = parts.filter((part) => part !== "").join(" | ");
  const text = [shown, dates].filter((part) => part !== "").join("\t");
  return text === "" ? [] : [{ text, style: "heading", level: 3, gap: 1, ref: { in: "json", pointer } }];
}

/** Dates as a resume prints them: "2019-03 – 2021-04"; a beginning without an end goes on. */
export function dateRange(start: string, end: string, present = true): string {
  if (start === "" || end === "") return start === "" || !present ? start + end : `${start} – Present`;
  return `${start} – ${end}`;
}

function linksIn(text: string): Pick<LineDraft, "links"> {
  const urls = (text.match(/https?:\/\/[^\s<>"]+[^\s<>".,;]/g) ?? []).map((url) =>
    url.includes("(") ? url : url.replace(/\)+$/, ""),
  );
  return { links: urls.flatMap((url) => (safeUrl(url) === null ? [] : [{ text: url, url }])) };
}
