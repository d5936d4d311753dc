import { joined, printed, type Sourced } from "./draft.js";
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
export function readBody(rows: readonly Row[]): Body {
  const items = rows.filter(({ line }) => line.style === "list").map(({ line }) => printed(line));
  const plain = rows.filter(({ line }) => line.style !== "list");
  if (items.length > 0)
    return {
      summary: joined(
        plain.map(({ line }) => printed(line)),
        "\n",
      ),
      highlights: items,
    };
  const statements =
    plain.length >= 3 && plain.every(({ line }) => wordCount(line.text) >= 3 && wordCount(line.text) <= 40);
  if (statements) return { summary: undefined, highlights: plain.map(({ line }) => printed(line)) };
  return {
    summary: joined(
      plain.map(({ line }) => printed(line)),
      "\n",
    ),
    highlights: [],
  };
}
