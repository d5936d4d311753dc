import { UserError } from "../errors.js";
import type { SourceDocument, SourceLine, SourceRef, Warning } from "../schema/source.js";
import { cleanLine } from "./clean.js";

/** A file as its reader hands it over; the edge adds the hash of the bytes. */
export type ReadDocument = Omit<SourceDocument, "sha256">;

/** A line before it has a number; what a format does not know may be left out. */
export type LineDraft = { text: string; ref: SourceRef } & Partial<Omit<SourceLine, "n" | "text" | "ref">>;

/** Most text a document may hold, in characters. No honest resume or posting comes near it. */
export const textLimit = 400 * 1024;
/** Most text one line may hold, in characters; a longer one is cut at a space into several lines. */
export const lineLimit = 20 * 1024;

/**
 * Numbered lines made of a reader's drafts, cleaned, and the warnings that arose.
 *
 * A draft with newlines becomes several lines that share its ref; a blank one becomes `gap` of the next line. Runs of spaces
 * become one space and runs around a tab one tab. `name` is the file's, for the error: UserError "input" past `textLimit`.
 */
export function numberLines(drafts: Iterable<LineDraft>, name: string): { lines: SourceLine[]; warnings: Warning[] } {
  const lines: SourceLine[] = [];
  const warnings: Warning[] = [];
  let total = 0;
  let gap = 0;
  let removed = 0;
  let firstUnclean = 0;
  for (const draft of drafts) {
    const clean = cleanLine(draft.text);
    if (clean.removed > 0 && removed === 0) firstUnclean = lines.length + 1;
    removed += clean.removed;
    gap += draft.gap ?? 0;
    const rows = clean.text.split("\n").map(tidy);
    if (rows.every((row) => row === "")) {
      gap += 1;
      continue;
    }
    for (const row of rows.filter((text) => text !== "")) {
      total += row.length;
      if (total > textLimit) throw tooLong(name);
      const pieces = cutLine(row);
      if (pieces.length > 1) warnings.push(longLine(lines.length + 1, pieces.length));
      for (const text of pieces) {
        lines.push(numbered(lines.length + 1, text, gap, draft));
        gap = 0;
      }
    }
  }
  if (removed > 0) warnings.push(invisibleCharacters(removed, Math.min(firstUnclean, lines.length)));
  return { lines, warnings };
}

/** Text with single spaces, a single tab for each wide gap, and nothing blank at its ends. */
export function tidy(text: string): string {
  return text
    .replace(/ *\t[ \t]*/g, "\t")
    .replace(/ {2,}/g, " ")
    .trim();
}

function numbered(n: number, text: string, gap: number, draft: LineDraft): SourceLine {
  return {
    n,
    text,
    page: draft.page ?? null,
    style: draft.style ?? "body",
    level: draft.level ?? 0,
    bold: draft.bold ?? false,
    italic: draft.italic ?? false,
    boldLead: draft.boldLead ?? "",
    size: draft.size ?? null,
    x: draft.x ?? null,
    y: draft.y ?? null,
    gap,
    region: draft.region ?? "body",
    links: draft.links ?? [],
    ref: draft.ref,
  };
}

function cutLine(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > lineLimit) {
    const space = Math.max(rest.lastIndexOf(" ", lineLimit), rest.lastIndexOf("\t", lineLimit));
    const at = space > 0 ? space : lineLimit;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(space > 0 ? at + 1 : at);
  }
  return [...pieces, rest];
}

function tooLong(name: string): UserError {
  return new UserError(
    "input",
    `${name} holds more than ${textLimit / 1024} KB of text, far more than a resume or a job posting has.`,
    "Check that this is the right file, or save only the part that matters as a file of its own.",
  );
}

function longLine(line: number, pieces: number): Warning {
  const message = `A line of more than ${lineLimit / 1024} KB without a break was cut into ${pieces} lines.`;
  return { code: "long-line", message, line };
}

function invisibleCharacters(count: number, line: number): Warning {
  const what = count === 1 ? "1 character that nobody can see was" : `${count} characters that nobody can see were`;
  return { code: "invisible-characters", message: `${what} taken out of the text.`, line: line || null };
}
