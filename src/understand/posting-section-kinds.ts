import type { PostingSection } from "./posting-sections.js";
import type { PostingWords } from "./posting-words.js";
import { yearsIn } from "./posting-years.js";
import { fold } from "./tokens.js";

/** Share of a list's items that must tell what the list is. */
const telling = 0.5;

/**
 * Sections whose heading has no known wording take the kind their list tells: demands where half of the items name
 * something a person can have, benefits where half of them name pay or leave. Musts are inferred only where no known
 * heading announces them. Why: headings are worded without end.
 */
export function withInferredKinds(sections: PostingSection[], words: PostingWords): PostingSection[] {
  const known = sections.some(({ kind }) => kind === "must");
  let last: PostingSection["kind"] | null = null;
  return sections.map((section) => {
    const kind = section.kind === "other" ? inferred(section, known, last, words) : section.kind;
    last = kind;
    return kind === section.kind ? section : { ...section, kind };
  });
}

function inferred(
  section: PostingSection,
  known: boolean,
  last: PostingSection["kind"] | null,
  words: PostingWords,
): PostingSection["kind"] {
  const items = section.lines.filter(({ line }) => line.style === "list").map(({ line }) => line.text);
  if (items.length < 2 || section.heading === null) return section.kind;
  const share = (test: (text: string) => boolean): number => items.filter(test).length / items.length;
  if (share((text) => /[$€£]\s?\d/.test(text) || words.has("benefit-sign", fold(text)) !== null) >= telling)
    return "benefits";
  const wishes = words.has("heading-wish", fold(section.heading.text)) !== null;
  if (wishes && (last === "must" || last === "nice")) return "nice";
  const asks = (text: string): boolean =>
    words.has("asset", fold(text)) !== null || yearsIn(text, words, false) !== null;
  if (share(asks) < telling) return section.kind;
  if (wishes) return "nice";
  return known ? section.kind : "must";
}
