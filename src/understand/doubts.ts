import type { SectionKind } from "../schema/resume.js";
import type { Warning } from "../schema/source.js";

/** Why a line may be no heading, or one of another kind. */
export type HeadingDoubt = "last-word" | "inline" | "look" | "content";

/**
 * How often each kind of doubtful heading is right, measured on 100 resumes with known sections and 60 printed designs:
 * the last words are known (Hotel Experience), it begins a line of text (SKILLS: Go), only its look tells, or its kind is
 * told by the lines under it.
 */
const headingConfidence: Readonly<Record<HeadingDoubt, number>> = {
  "last-word": 0.9,
  inline: 0.9,
  look: 0.8,
  content: 0.7,
};

/** The warning of a doubtful heading, with how likely the decision is right. */
export function headingWarning(doubt: HeadingDoubt, title: string, kind: SectionKind, line: number): Warning {
  const why = {
    "last-word": `"${title}" was taken for the heading of a section (${kind}), by its last words.`,
    inline: `"${title}" was taken for the heading of a section (${kind}) that begins on its line.`,
    look: `"${title}" was taken for the heading of a section, by its look alone.`,
    content: `"${title}" was taken for the heading of a section (${kind}), by the lines under it.`,
  };
  return { code: "doubtful-heading", message: why[doubt], line, confidence: headingConfidence[doubt] };
}
