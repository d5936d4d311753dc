import { UserError } from "../errors.js";
import { isSetting, looksLikeResume, otherResumeLines } from "./json-other.js";
import { isJsonResume, jsonResumeLines } from "./json-resume.js";
import { asObject, type JsonObject, leaves, parseJson, printedValues } from "./json-value.js";
import { type LineDraft, numberLines, type ReadDocument } from "./lines.js";
import { keepLost } from "./loss.js";

/** A JSON Resume as the lines it would print; UserError "input" where the file is no JSON or no resume. */
export async function readJson(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const value = asObject(parseJson(bytes, name));
  const wrapped = asObject(value?.resume) ?? asObject(value?.data);
  const resume = [value, wrapped].find((one) => one !== null && isJsonResume(one));
  if (resume) {
    const document = documentOf(jsonResumeLines(resume), resume, isUnprinted, name);
    return { ...document, values: Object.fromEntries(printedValues(resume, "", isUnprinted)) };
  }
  const other = [value, wrapped].find((one) => one !== null && looksLikeResume(one));
  if (!other) throw notAResume(name);
  const document = documentOf(otherResumeLines(other), other, isSetting, name);
  const message = `${name} is JSON of a schema that is not JSON Resume; it was read as it stands, so check what was understood.`;
  return { ...document, warnings: [{ code: "unknown-schema", message, line: null }, ...document.warnings] };
}

/** Headings are ours and an address may hold a user name, so a repeated word is no fault here; only a lost one is. */
function documentOf(
  drafts: LineDraft[],
  value: JsonObject,
  skip: (key: string) => boolean,
  name: string,
): ReadDocument {
  const { lines, warnings } = numberLines(drafts, name);
  const document: ReadDocument = { kind: "json", pages: null, lines, meta: {}, traits: [], warnings };
  const shown = lines.map(({ text }) => text.toLowerCase()).join("\n");
  const missing = [...leaves(value, skip)].filter((text) => !shown.includes(text.trim().toLowerCase()));
  const whole = keepLost(document, missing, { in: "json", pointer: "" }, name);
  return { ...whole, warnings: whole.warnings.filter(({ code }) => code !== "doubled") };
}

/** Values of a JSON Resume that no printed resume shows. */
function isUnprinted(key: string): boolean {
  return key === "$schema" || key === "meta" || key === "image" || key === "picture";
}

function notAResume(name: string): UserError {
  return new UserError(
    "input",
    `${name} is JSON, but not a resume: it has none of the sections of JSON Resume (basics, work, education, skills).`,
    "Give a JSON Resume (see jsonresume.org), or the resume as DOCX, PDF, Markdown or text.",
  );
}
