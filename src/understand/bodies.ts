import { joined, type Sourced } from "./draft.js";
import { wordCount } from "./look.js";
import type { Row } from "./rows.js";

/** The text under an entry's heading lines. */
export interface Body {
  summary: Sourced | undefined;
  highlights: Sourced[];
}

/**
 * The entry's list items as highlights and its paragraphs as summary. Lines without any list mark are highlights where
 * there are three or more of them that each read as one statement, where a label such as "Achievements" stands above
 * them, and where the section's other entries hold such lines (`alike`).
 */
export function readBody(all: readonly Row[], alike = false): Body {
  const rows = all.filter(({ text }) => text !== "");
  const items = rows.filter(({ line }) => line.style === "list").map(shown);
  const plain = rows.filter(({ line }) => line.style !== "list");
  if (items.length > 0) return { summary: joined(plain.map(shown), "\n"), highlights: items };
  const label = rows.findIndex(({ part }) => part);
  const above = label < 0 ? [] : plain.slice(0, label + 1);
  const statements = plain.slice(above.length);
  if (statements.length > 0 && (hasStatements(rows) || label >= 0 || alike) && statements.every(isStatement))
    return { summary: joined(above.map(shown), "\n"), highlights: statements.map(shown) };
  return { summary: joined(plain.map(shown), "\n"), highlights: [] };
}

/** Whether an entry's lines have no list marks and are three or more statements. */
export function hasStatements(all: readonly Row[]): boolean {
  const rows = all.filter(({ text }) => text !== "");
  return rows.length >= 3 && rows.every((row) => row.line.style !== "list" && isStatement(row));
}

function isStatement({ line }: Row): boolean {
  return wordCount(line.text) >= 3 && wordCount(line.text) <= 40;
}

function shown({ text, line }: Row): Sourced {
  return { text, lines: [line.n] };
}
