import type { Warning } from "../schema/source.js";
import { type Collection, type Draft, isSourced, joined, type Sourced } from "./draft.js";
import type { ResumeWords } from "./words.js";

/** Values by their keys; the items of a list by their places. */
export interface Tree {
  [key: string]: Tree | Sourced;
}

/** What reading a field needs: the words of dates, and where to say that one was not understood. */
export interface FieldWords {
  words: ResumeWords;
  warnings: Warning[];
}

type Fields = { [field: string]: Draft | undefined };
type Owner = Collection | "basics";

/** The field that an entry which is a bare text stands for. */
const mainField: Record<Owner, string> = {
  basics: "name",
  work: "position",
  volunteer: "position",
  education: "institution",
  projects: "name",
  skills: "name",
  languages: "language",
  certificates: "name",
  awards: "title",
  publications: "name",
  interests: "name",
  references: "reference",
  sections: "name",
};
/** Names that earlier versions of JSON Resume and common exports have for the fields of 1.0.0. */
const olderNames: Partial<Record<Owner, Readonly<Record<string, string>>>> = {
  basics: { website: "url" },
  work: { company: "name", organization: "name", website: "url" },
  volunteer: { name: "organization", company: "organization", website: "url" },
  education: { gpa: "score", website: "url" },
  projects: { website: "url" },
  languages: { name: "language", level: "fluency" },
  certificates: { title: "name", website: "url" },
  awards: { name: "title" },
  publications: { website: "url" },
};
const listFields = new Set(["highlights", "courses", "keywords", "roles", "items", "emails", "phones"]);
const dateFields = new Set(["startDate", "endDate", "date", "releaseDate"]);

/** Whether a value of the tree is a text. */
export function isLeaf(value: Tree | Sourced): value is Sourced {
  return isSourced(value as Draft);
}

/** The value's own values by their keys; none for a text. */
export function branch(value: Tree | Sourced | undefined): Tree {
  return value === undefined || isLeaf(value) ? {} : value;
}

/** The fields of one entry, or of the person, in the shapes that JSON Resume 1.0.0 has for them. */
export function fieldsOf(owner: Owner, item: Tree | Sourced, words: FieldWords): Fields {
  if (owner === "sections") return otherSection(item);
  if (isLeaf(item)) return { [mainField[owner]]: item };
  const fields: Fields = {};
  for (const [key, value] of Object.entries(item)) {
    const name = olderNames[owner]?.[key] ?? key;
    if (fields[name] === undefined || name === key) fields[name] = fieldOf(owner, name, value, words);
  }
  return fields;
}

/** A section of its own shape: its name, and every other text of it as an item, so that none is lost. */
function otherSection(item: Tree | Sourced): Fields {
  if (isLeaf(item)) return { name: { text: "", lines: item.lines }, items: [item] };
  const { name, ...rest } = item;
  const named = name !== undefined && isLeaf(name) ? name : undefined;
  const items = [...(name !== undefined && named === undefined ? leavesUnder(name) : []), ...leavesUnder(rest)];
  return { name: named ?? { text: "", lines: items[0]?.lines ?? [] }, items };
}

function fieldOf(owner: Owner, name: string, value: Tree | Sourced, words: FieldWords): Draft | undefined {
  if (owner === "basics" && name === "profiles")
    return Object.values(branch(value)).map((one) => fieldsOf("interests", one, words));
  if (owner === "basics" && name === "location")
    return isLeaf(value) ? { address: value } : fieldsOf("basics", value, words);
  if (listFields.has(name)) return leavesUnder(value);
  const text = joined(leavesUnder(value), ", ");
  return text !== undefined && dateFields.has(name) ? dateOf(text, words) : text;
}

/** A date as ISO at its precision; nothing for "Present" and for what is no date. */
function dateOf(date: Sourced, { words, warnings }: FieldWords): Sourced | undefined {
  const iso = /^(?:\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{4})(?=$|T)/.exec(date.text)?.[0];
  if (iso !== undefined) return { ...date, text: iso };
  const span = words.dates(date.text)[0];
  const read = span?.to ?? span?.from;
  if (read != null) return { ...date, text: read };
  if (span?.ongoing !== true)
    warnings.push({ code: "unread-date", message: `"${date.text}" is no date.`, line: date.lines[0] ?? null });
  return undefined;
}

function leavesUnder(value: Tree | Sourced): Sourced[] {
  return isLeaf(value) ? [value] : Object.values(value).flatMap(leavesUnder);
}
