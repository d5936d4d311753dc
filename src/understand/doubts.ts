import type { SectionKind } from "../schema/resume.js";
import type { Warning } from "../schema/source.js";

/** Why a line may be no heading, or one of another kind. */
export type HeadingDoubt = "last-word" | "inline" | "look" | "content";

/**
 * How often each kind of doubtful heading is right, over the designs where it came up (104 resumes of the corpus, 60
 * printed designs as page, PDF and DOCX): its look alone told 6 of 8 rightly; the lines under it told the kind of 8 of 10;
 * the last words (Hotel Experience) and headings that begin a line of text (SKILLS: Go) were right each time, in few files.
 */
const headingConfidence: Readonly<Record<HeadingDoubt, number>> = {
  "last-word": 0.9,
  inline: 0.9,
  look: 0.75,
  content: 0.8,
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

/** How an institution was told from a degree: one of the two by its words, or neither. */
export type DegreeDoubt = "one-named" | "none-named";

/** Where a word tells one of the two the other is right in half of the few cases measured; where none does, in fewer. */
const degreeConfidence: Readonly<Record<DegreeDoubt, number>> = { "one-named": 0.5, "none-named": 0.4 };

/** The warning where an institution or a degree was told by its place alone, with how likely that is right. */
export function degreeWarning(doubt: DegreeDoubt, institution: string, degree: string, line: number): Warning {
  const told = degree === "" ? "" : `, "${degree}" for the degree`;
  return {
    code: "doubtful-degree",
    message: `"${institution}" was taken for the institution${told}.`,
    line,
    confidence: degreeConfidence[doubt],
  };
}

/** The score from which a name is sure: all names of 160 resumes and designs with such a score are right. */
export const sureName = 4.5;

/** Set below the 2 of 2 that were right under that score, which are too few to tell. */
export const guessedName = 0.8;

/** The warning of a name that its place and look alone told, with how likely that is right. */
export function nameWarning(name: string, confidence: number, line: number): Warning {
  return { code: "doubtful-name", message: `"${name}" was taken for the person's name.`, line, confidence };
}
