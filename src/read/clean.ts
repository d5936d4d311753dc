/** A text without what no reader of the page would see, and how much of that there was. */
export interface CleanedText {
  text: string;
  /** Characters that hide, reorder or smuggle text: zero width, bidi controls, tags, noncharacters, control characters. */
  removed: number;
}

const plain = /^[\n\t\x20-\x7e]*$/;
const lineBreaks = /\r\n?|[\v\f\x85\u2028\u2029]/g;
const controls = /[\x00-\x08\x0e-\x1f\x7f-\x9f]/g;
const oddSpaces = /[\xa0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g;
/** A byte order mark and soft hyphens are ordinary in honest files, so they are not counted. */
const ordinary = /^\ufeff|\xad/g;
const brokenCharacters = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Bidi marks and overrides, zero width, invisible operators, fillers, tags, annotation marks; joiners and emoji selectors are looked at below. */
const invisible = /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Joiners are part of the spelling between letters of joining scripts and inside emoji; elsewhere they only hide. */
const strayJoiners =
  /(?<!(?!\p{sc=Latin}|\p{sc=Greek}|\p{sc=Cyrillic}|\p{sc=Han})[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)(?:\u200c|\u200d)|(?:\u200c|\u200d)(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;
/** The presentation selectors mean something only behind a pictograph, a digit or a sign. */
const straySelectors = /(?<![\p{Extended_Pictographic}\d#*])(?:\ufe0e|\ufe0f)/gu;

/**
 * A text in NFC with only visible characters, newlines and tabs; odd spaces are spaces, other control characters a space.
 *
 * Why: what a person cannot see must not reach a model, a terminal or an export.
 */
export function cleanLine(text: string): CleanedText {
  if (plain.test(text)) return { text, removed: 0 };
  let removed = 0;
  const drop = (value: string, pattern: RegExp, by: string) =>
    value.replace(pattern, () => {
      removed += 1;
      return by;
    });
  let clean = text.replace(lineBreaks, "\n").replace(ordinary, "");
  clean = drop(clean, controls, " ");
  clean = drop(clean, brokenCharacters, "");
  clean = drop(clean, invisible, "");
  if (/[\u200c\u200d]/.test(clean)) clean = drop(clean, strayJoiners, "");
  if (/[\ufe0e\ufe0f]/.test(clean)) clean = drop(clean, straySelectors, "");
  return { text: clean.replace(oddSpaces, " ").normalize("NFC"), removed };
}

/** The text of `cleanLine` alone. */
export function cleanText(text: string): string {
  return cleanLine(text).text;
}
