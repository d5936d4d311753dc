import { bodyDrafts, dateRange, entryDrafts, headingDraft, listDraft } from "./json-draft.js";
import { asArray, asObject, asText, headingOf, type JsonObject, pointerTo, textOf, textsOf } from "./json-value.js";
import type { LineDraft } from "./lines.js";

/** The sections of JSON Resume in the order of a printed resume, with the heading each is printed under. */
const sections: readonly [string, string, (entry: JsonObject, pointer: string) => LineDraft[]][] = [
  ["work", "Work Experience", jobLines],
  ["volunteer", "Volunteer Experience", jobLines],
  ["education", "Education", educationLines],
  ["projects", "Projects", projectLines],
  ["skills", "Skills", groupLines],
  ["languages", "Languages", languageLines],
  ["certificates", "Certifications", namedLines],
  ["awards", "Awards", namedLines],
  ["publications", "Publications", namedLines],
  ["interests", "Interests", groupLines],
  ["references", "References", referenceLines],
];

/** Whether a value is a resume in the JSON Resume schema. */
export function isJsonResume(value: JsonObject): boolean {
  const basics = asObject(value.basics);
  const known = sections.filter(([key]) => Array.isArray(value[key])).length;
  return (
    (basics !== null && (textOf(basics, "name", "email", "label") !== "" || known > 0)) ||
    (known >= 2 && Array.isArray(value.work))
  );
}

/** A JSON Resume as the lines of a printed one, each citing the value it shows. */
export function jsonResumeLines(resume: JsonObject): LineDraft[] {
  const drafts = basicsLines(asObject(resume.basics) ?? {});
  for (const [key, heading, linesOf] of sections) {
    const entries = asArray(resume[key]);
    const lines = entries.flatMap((entry, index) => entryLines(entry, pointerTo(`/${key}`, index), linesOf));
    if (lines.length > 0) drafts.push(headingDraft(heading, `/${key}`), ...lines);
  }
  return [...drafts, ...otherLines(resume)];
}

function entryLines(
  entry: unknown,
  pointer: string,
  linesOf: (entry: JsonObject, pointer: string) => LineDraft[],
): LineDraft[] {
  const object = asObject(entry);
  if (object !== null) return linesOf(object, pointer);
  const text = asText(entry);
  return text === "" ? [] : [listDraft(text, pointer)];
}

function basicsLines(basics: JsonObject): LineDraft[] {
  const at = "/basics";
  const line = (key: string) => bodyDrafts(textOf(basics, key), `${at}/${key}`);
  const name = textOf(basics, "name");
  const location = asObject(basics.location);
  const place = ["address", "postalCode", "city", "region", "countryCode"].map((key) =>
    textOf(location, key).replace(/\s*\n\s*/g, ", "),
  );
  const address = place.filter((part) => part !== "").join(", ") || textOf(basics, "location");
  const summary = textOf(basics, "summary");
  return [
    ...(name === "" ? [] : [headingDraft(name, `${at}/name`, 1)]),
    ...["label", "email", "phone", "url"].flatMap(line),
    ...bodyDrafts(address, `${at}/location`),
    ...asArray(basics.profiles).flatMap((profile, index) => profileLines(asObject(profile), `${at}/profiles/${index}`)),
    ...(summary === "" ? [] : [headingDraft("Summary", `${at}/summary`), ...bodyDrafts(summary, `${at}/summary`)]),
  ];
}

function profileLines(profile: JsonObject | null, pointer: string): LineDraft[] {
  const [network, username, url] = ["network", "username", "url"].map((key) => textOf(profile, key));
  const value =
    url !== "" && username !== "" && !url?.includes(username ?? "") ? `${username} ${url}` : url || username || "";
  return bodyDrafts(network === "" ? value : `${network}: ${value}`, pointer);
}

function jobLines(job: JsonObject, at: string): LineDraft[] {
  const header = [textOf(job, "position"), textOf(job, "name", "organization", "company")];
  return [
    ...entryDrafts(header, dateRange(textOf(job, "startDate"), textOf(job, "endDate")), at),
    ...fieldLines(job, at, ["location", "url", "website", "description", "summary"]),
    ...highlightLines(job, at),
  ];
}

function educationLines(school: JsonObject, at: string): LineDraft[] {
  const degree = [textOf(school, "studyType"), textOf(school, "area")].filter((part) => part !== "").join(" in ");
  const score = textOf(school, "score", "gpa");
  const courses = textsOf(school.courses);
  return [
    ...entryDrafts(
      [degree, textOf(school, "institution")],
      dateRange(textOf(school, "startDate"), textOf(school, "endDate"), false),
      at,
    ),
    ...fieldLines(school, at, ["location", "url"]),
    ...bodyDrafts(score === "" ? "" : `GPA: ${score}`, `${at}/score`),
    ...bodyDrafts(courses.length === 0 ? "" : `Courses: ${courses.join(", ")}`, `${at}/courses`),
    ...highlightLines(school, at),
  ];
}

function projectLines(project: JsonObject, at: string): LineDraft[] {
  const dates = dateRange(textOf(project, "startDate"), textOf(project, "endDate"));
  const keywords = textsOf(project.keywords);
  const roles = textsOf(project.roles);
  return [
    ...entryDrafts([textOf(project, "name"), textOf(project, "entity")], dates, at),
    ...bodyDrafts(roles.join(", "), `${at}/roles`),
    ...fieldLines(project, at, ["type", "url", "description", "summary"]),
    ...highlightLines(project, at),
    ...bodyDrafts(keywords.length === 0 ? "" : `Technologies: ${keywords.join(", ")}`, `${at}/keywords`),
  ];
}

function groupLines(group: JsonObject, at: string): LineDraft[] {
  const level = textOf(group, "level");
  const name = `${textOf(group, "name")}${level === "" ? "" : ` (${level})`}`.trim();
  const keywords = textsOf(group.keywords).join(", ");
  return bodyDrafts([name, keywords].filter((part) => part !== "").join(": "), at);
}

function languageLines(entry: JsonObject, at: string): LineDraft[] {
  const parts = [textOf(entry, "language", "name"), textOf(entry, "fluency", "level")];
  return bodyDrafts(parts.filter((part) => part !== "").join(": "), at);
}

function namedLines(entry: JsonObject, at: string): LineDraft[] {
  const header = [textOf(entry, "title", "name"), textOf(entry, "awarder", "issuer", "publisher")];
  return [
    ...entryDrafts(header, textOf(entry, "date", "releaseDate"), at),
    ...fieldLines(entry, at, ["url", "summary"]),
  ];
}

function referenceLines(entry: JsonObject, at: string): LineDraft[] {
  return fieldLines(entry, at, ["name", "reference"]);
}

function fieldLines(entry: JsonObject, at: string, keys: readonly string[]): LineDraft[] {
  return keys.flatMap((key) => bodyDrafts(textOf(entry, key), `${at}/${key}`));
}

function highlightLines(entry: JsonObject, at: string): LineDraft[] {
  return asArray(entry.highlights).flatMap((highlight, index) => {
    const text = asText(highlight);
    return text === "" ? [] : [listDraft(text, `${at}/highlights/${index}`)];
  });
}

/** Lists of texts under keys of the writer's own, as sections. */
function otherLines(resume: JsonObject): LineDraft[] {
  const known = new Set(["basics", "meta", "$schema", ...sections.map(([key]) => key)]);
  return Object.entries(resume).flatMap(([key, value]) => {
    const at = pointerTo("", key);
    if (key === "sections" && asArray(value).every((entry) => Array.isArray(asObject(entry)?.items)))
      return asArray(value).flatMap((entry, index) => keptLines(asObject(entry) ?? {}, pointerTo(at, index)));
    const lines = known.has(key)
      ? []
      : asArray(value).flatMap((entry, index) => entryLines(entry, pointerTo(at, index), namedLines));
    return lines.length === 0 ? [] : [headingDraft(headingOf(key), at), ...lines];
  });
}

/** A section as our own JSON keeps it: a name and its lines. */
function keptLines(section: JsonObject, at: string): LineDraft[] {
  const name = textOf(section, "name");
  const items = asArray(section.items).flatMap((item, index) => {
    const text = asText(item);
    return text === "" ? [] : [listDraft(text, pointerTo(`${at}/items`, index))];
  });
  return [...(name === "" ? [] : [headingDraft(name, at)]), ...items];
}
