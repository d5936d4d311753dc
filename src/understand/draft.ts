import type { resumeLists } from "../schema/resume-fields.js";
import type { SourceLine } from "../schema/source.js";

/** A text of the resume with the source lines it was read from. */
export interface Sourced {
  text: string;
  lines: number[];
}

/** A value of the resume while it is built: texts with their lines, in objects and lists of JSON Resume's names. */
export type Draft = Sourced | Draft[] | { [field: string]: Draft | undefined };

/** The lists a resume is made of. */
export type Collection = (typeof resumeLists)[number] | "sections";

/** An entry for one of the resume's lists. */
export interface EntryDraft {
  collection: Collection;
  value: { [field: string]: Draft | undefined };
}

/** The text with its line; null where no text is left. */
export function sourced(text: string, ...lines: SourceLine[]): Sourced | undefined {
  const clean = tidy(text);
  return clean === "" ? undefined : { text: clean, lines: [...new Set(lines.map(({ n }) => n))] };
}

/** The texts as one, in order, with all their lines. */
export function joined(parts: (Sourced | undefined)[], separator = " "): Sourced | undefined {
  const present = parts.filter((part) => part !== undefined);
  if (present.length === 0) return undefined;
  return {
    text: present.map(({ text }) => text).join(separator),
    lines: [...new Set(present.flatMap(({ lines }) => lines))],
  };
}

/** The line's text as printed, its tabs as spaces. */
export function printed(line: SourceLine): Sourced {
  return { text: line.text.replace(/\s+/g, " ").trim(), lines: [line.n] };
}

/** Without the separators, unmatched brackets and spaces at its ends. */
export function tidy(text: string): string {
  let clean = text
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/\(\s*\)|\[\s*\]/g, "")
    .replace(/^[\s|,;:•·●▪–—\-~/]+(?=[^\d\s]|\s|$)/u, "")
    .replace(/[\s|,;:•·●▪–—\-~/]+$/u, "")
    .trim();
  if (/^\([^()]*\)$/.test(clean)) clean = clean.slice(1, -1).trim();
  if (clean.startsWith("(") && !clean.includes(")")) clean = clean.slice(1).trim();
  if (clean.endsWith("(")) clean = clean.slice(0, -1).trim();
  if (clean.endsWith(")") && !clean.includes("(")) clean = clean.slice(0, -1).trim();
  return clean;
}

const shortForm = /(?:^|[\s.])(?:corp|bros|assn|dept|inst|intl|ltda|univ|assoc|\p{L}{1,3})\.$/iu;

/** A name without the full stop that ends its line ("Deloria Audit."); that of a short form stays ("Acme Inc.", "S.L."). */
export function withoutStop(text: string): string {
  const bare = text.trimEnd();
  if (bare.endsWith("..") && !bare.endsWith("...")) return bare.slice(0, -1);
  return /[\p{L}\d)]\.$/u.test(bare) && !shortForm.test(bare) ? bare.slice(0, -1) : text;
}

/** Whether a draft is a text with its lines. */
export function isSourced(draft: Draft): draft is Sourced {
  return !Array.isArray(draft) && typeof draft.text === "string" && Array.isArray(draft.lines);
}
