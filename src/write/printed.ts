import { valueAt } from "../rewrite/paths.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument, SourceLine } from "../schema/source.js";
import { printedDates } from "./printed-dates.js";
import type { Words } from "./words.js";

/** A resume beside its source, to print values in the notation the source has for them. */
export interface Print {
  parsed: ParsedResume;
  lines: ReadonlyMap<number, SourceLine>;
  /** Paths whose text may have been edited, so that the source line no longer speaks for them. */
  editable: ReadonlySet<string>;
  words: Words;
  /** The source is data (JSON), whose dates are in no notation for readers. */
  isData: boolean;
}

/** What the writers know of a resume and its source; without a source every value is printed from the data. */
export function printOf(parsed: ParsedResume, source: SourceDocument | null, words: Words): Print {
  return {
    parsed,
    lines: new Map((source?.lines ?? []).map((line) => [line.n, line])),
    editable: new Set(Object.values(parsed.ids).map(({ path }) => path)),
    words,
    isData: source?.kind === "json",
  };
}

/** The trimmed string at a path; "" where there is none. */
export function stringAt(print: Print, path: string): string {
  const value = valueAt(print.parsed.resume, path);
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

/** The paths of all strings and numbers at and below a path, in the order of the data. */
export function leavesOf(print: Print, path: string): string[] {
  const value = valueAt(print.parsed.resume, path);
  if (typeof value === "string" || typeof value === "number") return stringAt(print, path) === "" ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((_, i) => leavesOf(print, `${path}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => leavesOf(print, path === "" ? key : `${path}.${key}`));
}

/** The source lines a path was read from, first to last. */
export function linesOf(print: Print, path: string): SourceLine[] {
  return (print.parsed.provenance[path] ?? []).flatMap((n) => print.lines.get(n) ?? []);
}

/** Where a value stands first in the source, as a number that grows in reading order; null where that is unknown. */
export function placeOf(print: Print, path: string): number | null {
  const line = linesOf(print, path)[0];
  if (!line) return null;
  const value = stringAt(print, path);
  const link = line.links.find(({ url, text }) => url === value && text !== "");
  const at = Math.max(line.text.indexOf(value), link ? line.text.indexOf(link.text) : -1);
  return line.n + (at < 0 ? 0 : at / (line.text.length + 1));
}

/** Two values that stand close together on one source line, with what is printed between them; else null. */
export function spanOf(print: Print, first: string, second: string, maxGap = 12): string | null {
  const [a, b] = [stringAt(print, first), stringAt(print, second)];
  if (a === "" || b === "") return null;
  for (const { text } of linesOf(print, first)) {
    const start = text.indexOf(a);
    const next = start < 0 ? -1 : text.indexOf(b, start + a.length);
    const between = text.slice(start + a.length, next);
    if (next >= 0 && between.length <= maxGap && !/[\t|•·;]/.test(between)) return text.slice(start, next + b.length);
  }
  return null;
}

/** The one source line that holds all values of the paths and nothing that could have been edited; else null. */
export function soleLine(print: Print, paths: readonly string[]): SourceLine | null {
  const numbers = new Set(paths.flatMap((path) => print.parsed.provenance[path] ?? []));
  const [n] = numbers;
  const line = n === undefined ? undefined : print.lines.get(n);
  if (!line || numbers.size !== 1 || paths.some((path) => print.editable.has(path))) return null;
  const level = (text: string): string => text.toLowerCase().replace(/\s+/g, " ");
  const text = level(`${line.text} ${line.links.map(({ url }) => url).join(" ")}`);
  const holds = (path: string): boolean =>
    /date$/i.test(path)
      ? text.includes(stringAt(print, path).slice(2, 4))
      : text.includes(level(stringAt(print, path)));
  return paths.every(holds) ? line : null;
}

/** An entry's dates as the source prints them, else in the usual notation of the resume's language. */
export function datesOf(print: Print, path: string, goesOn: boolean): string {
  const start = stringAt(print, `${path}.startDate`);
  const end =
    stringAt(print, `${path}.endDate`) || stringAt(print, `${path}.date`) || stringAt(print, `${path}.releaseDate`);
  const keys = ["startDate", "endDate", "date", "releaseDate"].map((key) => `${path}.${key}`);
  const texts = new Set(keys.flatMap((key) => linesOf(print, key).map(({ text }) => text)));
  const { language } = print.parsed;
  const present = goesOn && start !== "" && end === "" ? print.words("present", language) : "";
  const before = [language, "en"].flatMap((tongue) => print.words("before-date", tongue).split(/\s*,\s*/));
  return printedDates(print.isData ? [] : [...texts], { start, end, present, language, before });
}
