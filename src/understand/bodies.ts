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
 * there are three or more of them that each read as one statement.
 */
export function readBody(all: readonly Row[]): Body {
  const rows = all.filter(({ text }) => text !== "");
  const items = rows.filter(({ line }) => line.style === "list").map(shown);
  const plain = rows.filter(({ line }) => line.style !== "list");
  if (items.length > 0)
    return {
      summary: joined(plain.map(shown), "\n"),
      highlights: items,
    };
  const statements =
    plain.length >= 3 && plain.every(({ line }) => wordCount(line.text) >= 3 && wordCount(line.text) <= 40);
  if (statements) return { summary: undefined, highlights: plain.map(shown) };
  return {
    summary: joined(plain.map(shown), "\n"),
    highlights: [],
  };
}

function shown({ text, line }: Row): Sourced {
  return { text, lines: [line.n] };
}
