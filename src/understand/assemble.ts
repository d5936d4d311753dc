import type { Resume } from "../schema/resume.js";
import { resumeFields, resumeLists } from "../schema/resume-fields.js";
import { type Collection, type Draft, type EntryDraft, isSourced, type Sourced } from "./draft.js";

/** The parts of a resume while it is built, in the order as printed. */
export interface ResumeDraft {
  basics: { [field: string]: Draft | undefined };
  entries: EntryDraft[];
  /** Lines that belong to the page: page numbers, "Curriculum Vitae". */
  notes: Sourced[];
}

/** The resume and the lines behind each of its texts. */
export interface Assembled {
  resume: Resume;
  provenance: Record<string, number[]>;
}

const order: readonly Collection[] = [...resumeLists, "sections"];

/**
 * The resume of a draft, its fields in the schema's order; every text of it has its lines in `provenance` under its path.
 *
 * Why no check against the schema: a test makes it for every resume there is, and loading zod takes longer than reading one.
 */
export function assemble(draft: ResumeDraft): Assembled {
  const provenance: Record<string, number[]> = {};
  const resume: Record<string, unknown> = {};
  resume.basics = plain(draft.basics, "basics", provenance, resumeFields.basics);
  for (const collection of order) {
    const list = draft.entries.filter((entry) => entry.collection === collection);
    if (list.length > 0)
      resume[collection] = list.map(({ value }, at) =>
        plain(value, `${collection}[${at}]`, provenance, resumeFields[collection]),
      );
  }
  if (draft.notes.length > 0) resume.meta = { notes: plain(draft.notes, "meta.notes", provenance) };
  return { resume: resume as Resume, provenance };
}

/** The path of each entry: its list's name and its place in it. */
export function entryPaths(entries: readonly EntryDraft[]): Map<EntryDraft, string> {
  const counts = new Map<Collection, number>();
  const paths = new Map<EntryDraft, string>();
  for (const entry of entries) {
    const at = counts.get(entry.collection) ?? 0;
    counts.set(entry.collection, at + 1);
    paths.set(entry, `${entry.collection}[${at}]`);
  }
  return paths;
}

function plain(
  draft: Draft,
  path: string,
  provenance: Record<string, number[]>,
  order: readonly string[] = [],
): unknown {
  if (Array.isArray(draft)) return draft.map((item, at) => plain(item, `${path}[${at}]`, provenance, order));
  if (isSourced(draft)) {
    provenance[path] = [...draft.lines];
    return draft.text;
  }
  const fields = new Map<string, unknown>();
  for (const [field, value] of Object.entries(draft)) {
    if (value !== undefined) fields.set(field, plain(value, `${path}.${field}`, provenance, orderWithin(field)));
  }
  const names = [...order.filter((name) => fields.has(name)), ...fields.keys()];
  return Object.fromEntries(names.map((name) => [name, fields.get(name)]));
}

/** The order of the fields of what stands inside an entry: a place, the profiles. */
function orderWithin(field: string): readonly string[] {
  return field === "location" || field === "profiles" ? resumeFields[field] : [];
}
