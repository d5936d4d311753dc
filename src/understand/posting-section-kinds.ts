import type { PostingSection } from "./posting-sections.js";
import type { PostingWords } from "./posting-words.js";
import { yearsIn } from "./posting-years.js";
import { fold } from "./tokens.js";

/** Share of a list's items that must tell what the list is. */
const telling = 0.5;
const hardlyTelling = 0.2;
/** Where a known heading announces the musts, a further list of them must be longer and surer. */
const surely = { share: 0.75, items: 3 };
/** A line of at most this many words may be an item of a list without marks. */
const itemWords = 24;

/**
 * Sections whose heading has no known wording take the kind their list tells: benefits where half of the items name pay
 * or leave, duties where half begin with what one does, demands where half name something a person can have.
 * Why: headings are worded without end.
 */
export function withInferredKinds(sections: PostingSection[], words: PostingWords): PostingSection[] {
  const known = sections.some(({ kind }) => kind === "must");
  const told = withKinds(sections, known, words);
  if (told.some(({ kind }) => kind === "must")) return told;
  const likeliest = mostDemanding(told, words);
  if (likeliest === null) return told;
  const chosen = sections.map(
    (section, index): PostingSection => (index === likeliest ? { ...section, kind: "must" } : section),
  );
  return withKinds(chosen, true, words);
}

function withKinds(sections: readonly PostingSection[], known: boolean, words: PostingWords): PostingSection[] {
  let last: PostingSection["kind"] | null = null;
  return sections.map((section) => {
    const kind = section.kind === "other" ? inferred(section, known, last, words) : section.kind;
    last = kind;
    return kind === section.kind ? section : { ...section, kind };
  });
}

/** Where no section tells that it holds demands: the list of which most, if only a few, of the items ask for something. */
function mostDemanding(sections: readonly PostingSection[], words: PostingWords): number | null {
  let best: { index: number; share: number } | null = null;
  for (const [index, section] of sections.entries()) {
    const items = section.kind === "other" && section.heading !== null ? itemsOf(section) : [];
    const share = items.filter((text) => asksFor(text, words)).length / Math.max(items.length, 1);
    if (items.length > 1 && share >= hardlyTelling && share > (best?.share ?? 0)) best = { index, share };
  }
  return best?.index ?? null;
}

function asksFor(text: string, words: PostingWords): boolean {
  const folded = fold(text);
  return words.has("asset", folded) !== null || isOfPerson(folded, words) || yearsIn(text, words, false) !== null;
}

function inferred(
  section: PostingSection,
  known: boolean,
  last: PostingSection["kind"] | null,
  words: PostingWords,
): PostingSection["kind"] {
  const items = itemsOf(section);
  if (section.heading === null || items.length === 0) return section.kind;
  const share = (test: (text: string) => boolean): number => items.filter(test).length / items.length;
  const wishes = words.has("heading-wish", fold(section.heading.text)) !== null;
  const afterDemands = last === "must" || last === "nice";
  if (items.length < 2) return wishes && afterDemands ? "nice" : section.kind;
  if (namesBenefits(items, words)) return "benefits";
  if (wishes && afterDemands) return "nice";
  const demanding = share((text) => asksFor(text, words));
  const duties = share((text) => words.phrases("duty-verb").includes(firstWord(text)));
  if (duties >= telling && duties >= demanding) return "responsibilities";
  const lead = fold(section.heading.text);
  if (lead.endsWith(":") && words.has("asset", lead) !== null) {
    if (words.has("nice", lead) !== null) return "nice";
    if (words.has("must", lead) !== null) return "must";
  }
  if (demanding < telling) return section.kind;
  if (wishes && known) return "nice";
  return !known || (demanding >= surely.share && items.length >= surely.items) ? "must" : section.kind;
}

/** Whether a text begins by what the person is or has: "You know …". */
export function isOfPerson(folded: string, words: PostingWords): boolean {
  return words.phrases("person-start").some((start) => folded.startsWith(`${start} `));
}

/** Whether half of a list's items name pay or leave. */
export function namesBenefits(items: readonly string[], words: PostingWords): boolean {
  const named = items.filter((text) => /[$€£]\s?\d/.test(text) || words.has("benefit-sign", fold(text)) !== null);
  return items.length > 1 && named.length / items.length >= telling;
}

/** The items of a section: its list; in a text without marks its lines, where each is as short as an item. */
function itemsOf({ lines }: PostingSection): string[] {
  const marked = lines.filter(({ line }) => line.style === "list").map(({ line }) => line.text);
  if (marked.length > 0) return marked;
  const plain = lines.map(({ line }) => line.text);
  return plain.every((text) => text.split(/\s+/).length <= itemWords) ? plain : [];
}

function firstWord(text: string): string {
  return /^[\p{L}-]+/u.exec(fold(text).trim())?.[0] ?? "";
}
