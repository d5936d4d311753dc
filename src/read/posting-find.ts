import { asArray, asObject, asText, type JsonObject, textOf } from "./json-value.js";

/** Jobs found in a value, best first. */
export interface FoundJobs {
  job: JsonObject | null;
  /** How many others there are beside it. */
  others: number;
}

/** Deepest nesting and most values that are looked through. */
const deepest = 12;
const most = 20_000;

/** The schema.org JobPosting objects in a page's structured data, in its graphs and lists too. */
export function schemaOrgJobs(value: unknown): JsonObject[] {
  return objectsIn(value).filter((object) => typeNames(object).some((type) => /(^|[/:])JobPosting$/.test(type)));
}

/** The job in a job board's answer: a schema.org JobPosting, else the object with a title and the most text. */
export function findJob(value: unknown): FoundJobs {
  const schema = schemaOrgJobs(value);
  const jobs = schema.length > 0 ? schema : topmost(value);
  return { job: jobs[0] ?? null, others: Math.max(0, jobs.length - 1) };
}

/** Jobs at the smallest depth that has any: a job's own parts (departments, offices) are none. */
function topmost(value: unknown): JsonObject[] {
  let level: unknown[] = [value];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    const jobs = level.flatMap((entry) => {
      const object = asObject(entry);
      return object !== null && looksLikeJob(object) ? [object] : [];
    });
    if (jobs.length > 0) return jobs;
    level = level.flatMap(childrenOf).slice(0, most);
  }
  return [];
}

function looksLikeJob(object: JsonObject): boolean {
  const title = textOf(object, "title", "jobTitle", "job_title", "position", "name", "text");
  if (title === "") return false;
  return Object.entries(object).some(([key, value]) => {
    if (!/desc|content|requirement|qualif|responsib|profile|body|lists|opening|duties|tasks/i.test(key)) return false;
    return asText(value).length >= 20 || asArray(value).length > 0;
  });
}

function objectsIn(value: unknown): JsonObject[] {
  const found: JsonObject[] = [];
  let level: unknown[] = [value];
  for (let depth = 0; depth < deepest && level.length > 0; depth++) {
    for (const entry of level) {
      const object = asObject(entry);
      if (object !== null) found.push(object);
    }
    level = level.flatMap(childrenOf).slice(0, most);
  }
  return found;
}

function childrenOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const object = asObject(value);
  return object === null ? [] : Object.values(object).filter((entry) => typeof entry === "object" && entry !== null);
}

function typeNames(object: JsonObject): string[] {
  const type = object["@type"];
  return Array.isArray(type) ? type.map(asText) : [asText(type)];
}
