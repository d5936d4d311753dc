import { bodyDrafts, dateRange, entryDrafts, headingDraft, listDraft } from "./json-draft.js";
import { asObject, asText, headingOf, type JsonObject, pointerTo, textOf } from "./json-value.js";
import type { LineDraft } from "./lines.js";

const personKeys = /^(personal|contact|basics?|profile|header|about|person|candidate)/i;
const titleKeys = ["title", "position", "role", "jobTitle", "degree", "name", "studyType"];
const placeKeys = ["company", "employer", "organization", "institution", "school", "university", "issuer", "client"];
const startKeys = ["startDate", "start_date", "start", "from"];
const endKeys = ["endDate", "end_date", "end", "to"];
const spanKeys = ["years", "dates", "period", "duration", "date", "year"];
const resumeKeys =
  /^(basics|work|experiences?|workExperiences?|work_experience|employment|education|skills|projects|personalInfo|personal_info|certifications|summary)$/;

/** Keys that only wrap what matters, so that they make no heading. */
const wrapperKeys =
  /^(strings|items|entries|values|list|data|content|sections|customSections|additional|other|details)$/i;

/** Deepest nesting of values that is shown. */
const deepest = 12;

/** Whether an object of an unknown schema looks like a resume: at least two sections of one. */
export function looksLikeResume(value: JsonObject): boolean {
  return Object.keys(value).filter((key) => resumeKeys.test(key)).length >= 2;
}

/** Keys that hold settings and identifiers, not what a reader would see. */
export function isSetting(key: string): boolean {
  return /^(\$.*|_.*|id|uuid|key|order|meta|metadata|sectionMeta|sectionType|settings|template|theme|layout|version|locale|is[A-Z].*|visible|hidden|.*Id)$/.test(
    key,
  );
}

/** A resume of an unknown schema as lines: a section for each key, an entry for each object in a list. */
export function otherResumeLines(resume: JsonObject): LineDraft[] {
  const entries = Object.entries(resume).filter(([key]) => !isSetting(key));
  const person = entries.filter(([key, value]) => personKeys.test(key) && asObject(value) !== null);
  const rest = entries.filter((entry) => !person.includes(entry));
  return [
    ...person.flatMap(([key, value]) => personLines(asObject(value) ?? {}, pointerTo("", key))),
    ...rest.flatMap(([key, value]) => sectionLines(key, value, pointerTo("", key), 2)),
  ];
}

function personLines(person: JsonObject, at: string): LineDraft[] {
  const name = textOf(person, "name", "fullName", "full_name");
  const rest = Object.entries(person).filter(([key, value]) => !isSetting(key) && asText(value) !== name);
  const headline = rest.filter(([key]) => /^(?:job_?)?(?:title|label|headline|position|role)$/i.test(key));
  const others = [...headline, ...rest.filter((entry) => !headline.includes(entry))];
  return [
    ...(name === "" ? [] : [headingDraft(name, pointerTo(at, "name"), 1)]),
    ...others.flatMap(([key, value]) => valueLines(value, pointerTo(at, key), 1)),
  ];
}

function sectionLines(key: string, value: unknown, at: string, level: number): LineDraft[] {
  if (wrapperKeys.test(key)) return valueLines(value, at, level - 1);
  const lines = valueLines(value, at, level);
  return lines.length === 0 ? [] : [headingDraft(headingOf(key), at, Math.min(level, 6)), ...lines];
}

function valueLines(value: unknown, at: string, depth: number): LineDraft[] {
  const object = asObject(value);
  if (depth > deepest) return [];
  if (object !== null)
    return Object.entries(object).flatMap(([key, entry]) =>
      isSetting(key) ? [] : keyedLines(key, entry, pointerTo(at, key), depth + 1),
    );
  if (!Array.isArray(value)) return bodyDrafts(asText(value), at);
  return value.flatMap((entry, index) => {
    const inner = asObject(entry);
    const text = asText(entry);
    if (inner !== null) return entryLines(inner, pointerTo(at, index), depth + 1);
    return text === "" ? [] : [listDraft(text, pointerTo(at, index))];
  });
}

function keyedLines(key: string, value: unknown, at: string, depth: number): LineDraft[] {
  return typeof value === "object" && value !== null
    ? sectionLines(key, value, at, depth)
    : bodyDrafts(asText(value), at);
}

function entryLines(entry: JsonObject, at: string, depth: number): LineDraft[] {
  const title = textOf(entry, ...titleKeys);
  const place = textOf(entry, ...placeKeys);
  const span = textOf(entry, ...spanKeys) || dateRange(textOf(entry, ...startKeys), textOf(entry, ...endKeys));
  const used = new Set([title, place, ...[...startKeys, ...endKeys, ...spanKeys].map((key) => textOf(entry, key))]);
  const rest = Object.entries(entry).filter(([key, value]) => !isSetting(key) && !used.has(asText(value) || "\0"));
  const [plain, lists] = [
    rest.filter(([, value]) => asText(value) !== ""),
    rest.filter(([, value]) => asText(value) === ""),
  ];
  return [
    ...entryDrafts([title, place], span, at),
    ...[...plain, ...lists].flatMap(([key, value]) => valueLines(value, pointerTo(at, key), depth + 1)),
  ];
}
