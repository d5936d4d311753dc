import type { JsonObject } from "./json-value.js";
import { schemaOrgJobs } from "./posting-find.js";

/** A schema.org JobPosting with the place of its script in the page. */
export interface PageJob {
  job: JsonObject;
  start: number;
  end: number;
}

/** The JobPosting objects in a page's JSON-LD scripts; scripts that are no JSON are passed over. */
export function pageJobs(html: string): PageJob[] {
  const scripts = html.matchAll(/<script\b[^>]*type\s*=\s*["']?application\/ld\+json[^>]*>([\s\S]*?)<\/script/gi);
  return [...scripts].flatMap((script) => {
    const place = { start: script.index, end: script.index + script[0].length };
    return schemaOrgJobs(lenientJson(script[1] ?? "")).map((job) => ({ job, ...place }));
  });
}

/** Pages write raw line breaks into strings, commas before a closing bracket, and comments around the whole. */
function lenientJson(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/, "")
    .trim();
  for (const attempt of [bare, bare.replace(/[\x00-\x1f]+/g, " ").replace(/,\s*([}\]])/g, "$1")]) {
    try {
      return JSON.parse(attempt);
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
    }
  }
  return null;
}
