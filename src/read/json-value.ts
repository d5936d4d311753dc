import { UserError } from "../errors.js";
import { cleanLine } from "./clean.js";
import { decodeText } from "./encoding.js";

/** Deepest nesting that is read; the parser itself takes seconds at a million. */
const deepest = 1_000;

/** A JSON object. */
export type JsonObject = { readonly [key: string]: unknown };

/** The value of a JSON file; UserError "input" where it is no JSON, with line and column where the parser tells them. */
export function parseJson(bytes: Uint8Array, name: string): unknown {
  const text = decodeText(bytes).text.replace(/^\ufeff/, "");
  if (depthOf(text) > deepest) throw tooDeep(name);
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new UserError(
      "input",
      `${name} is not valid JSON${placeOf(cause.message, text)}.`,
      "Check the file in an editor that knows JSON, or export it again.",
      cause,
    );
  }
}

/** The value as an object, or null. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The value as a list; empty where it is none. */
export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a trimmed text: strings and numbers; "" for anything else. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** The first of an object's keys, whatever their case, that holds a text. */
export function textOf(object: JsonObject | null, ...keys: string[]): string {
  for (const key of keys) {
    const text = asText(object?.[key]);
    if (text !== "") return text;
  }
  return "";
}

/** The texts of a list, or of a text that stands where a list is expected. */
export function textsOf(value: unknown): string[] {
  const texts = Array.isArray(value) ? value.map(asText) : [asText(value)];
  return texts.filter((text) => text !== "");
}

/** An RFC 6901 pointer one step down. */
export function pointerTo(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`;
}

/** "workExperience" and "work_experience" as a heading: "Work Experience". */
export function headingOf(key: string): string {
  return key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[_\-.]+/g, " ")
    .trim()
    .replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** Every text in a value, in order, for counting words; keys for which `skip` holds are left out with all below. */
export function* leaves(value: unknown, skip: (key: string) => boolean): Generator<string> {
  const rest: unknown[] = [value];
  while (rest.length > 0) {
    const next = rest.pop();
    if (typeof next === "string" || typeof next === "number") yield String(next);
    else if (Array.isArray(next)) rest.push(...next.toReversed());
    else if (typeof next === "object" && next !== null) {
      const entries = Object.entries(next).filter(([key]) => !skip(key));
      rest.push(...entries.map(([, entry]) => entry).toReversed());
    }
  }
}

/** Every text in a value that is not blank, cleaned, by its pointer; keys for which `skip` holds are left out with all below. */
export function* printedValues(
  value: unknown,
  pointer: string,
  skip: (key: string) => boolean,
): Generator<[string, string]> {
  if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value))
      if (Array.isArray(value) || !skip(key)) yield* printedValues(entry, pointerTo(pointer, key), skip);
    return;
  }
  const text = cleanLine(asText(value)).text.trim();
  if (text !== "") yield [pointer, text];
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

function tooDeep(name: string): UserError {
  return new UserError(
    "input",
    `${name} is nested more than ${deepest} levels deep, which no honest file is.`,
    "Give the resume or the posting as DOCX, PDF, Markdown or text.",
  );
}

function placeOf(message: string, text: string): string {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(position)) return "";
  const before = text.slice(0, position).split("\n");
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}
