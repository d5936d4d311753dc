import { Resume } from "../schema/resume.js";
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

const order: readonly Collection[] = [
  "work",
  "volunteer",
  "education",
  "projects",
  "skills",
  "languages",
  "certificates",
  "awards",
  "publications",
  "interests",
  "references",
  "sections",
];

/** The resume of a draft; every text of it has its lines in `provenance` under its path. */
export function assemble(draft: ResumeDraft): Assembled {
  const provenance: Record<string, number[]> = {};
  const resume: Record<string, unknown> = {};
  const basics = plain(draft.basics, "basics", provenance);
  resume.basics = basics ?? {};
  for (const collection of order) {
    const list = draft.entries.filter((entry) => entry.collection === collection);
    if (list.length > 0)
      resume[collection] = list.map(({ value }, at) => plain(value, `${collection}[${at}]`, provenance) ?? {});
  }
  if (draft.notes.length > 0) resume.meta = { notes: plain(draft.notes, "meta.notes", provenance) };
  return { resume: Resume.parse(resume), provenance };
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

function plain(draft: Draft, path: string, provenance: Record<string, number[]>): unknown {
  if (Array.isArray(draft)) return draft.map((item, at) => plain(item, `${path}[${at}]`, provenance));
  if (isSourced(draft)) {
    provenance[path] = [...draft.lines];
    return draft.text;
  }
  const fields: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(draft))
    if (value !== undefined) fields[field] = plain(value, `${path}.${field}`, provenance);
  return fields;
}
