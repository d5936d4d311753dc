import { UserError } from "../errors.js";
import { hiddenTextWarnings } from "./hidden-text.js";
import { parseJson } from "./json-value.js";
import { numberLines, type ReadDocument } from "./lines.js";
import { postingFields } from "./posting-fields.js";
import { findJob } from "./posting-find.js";

/** The posting in a job board's answer (Greenhouse, Lever, Ashby, schema.org, JSON Resume's job schema and the like). */
export async function readPostingJson(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const { job, others } = findJob(parseJson(bytes, name));
  if (job === null) throw noJob(name);
  const { meta, drafts, hidden } = postingFields(job, (pointer) => ({ in: "json", pointer }), name);
  const { lines, warnings } = numberLines(drafts, name);
  if (others > 0) {
    const message = `${name} holds ${others + 1} jobs; the first was taken: ${meta.title ?? "without a title"}.`;
    warnings.push({ code: "several-jobs", message, line: null });
  }
  warnings.push(...hiddenTextWarnings(hidden));
  return { kind: "json", pages: null, lines, meta, traits: hidden.length > 0 ? ["hidden-text"] : [], warnings };
}

function noJob(name: string): UserError {
  return new UserError(
    "input",
    `${name} is JSON, but no job posting was found in it: no object has a title and a description.`,
    "Give the answer of a job board for one job, or the posting as text.",
  );
}
