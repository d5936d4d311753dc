import type { Lexicon, TermHit } from "../schema/lexicon.js";
import type { Posting, Requirement } from "../schema/posting.js";
import type { PostingSection } from "./posting-sections.js";
import { knowledgeOf, termsOf } from "./posting-terms.js";
import type { PostingWords } from "./posting-words.js";

/** What a term weighs by where it stands; the highest place counts. */
const placeWeight = {
  title: 1,
  must: 1,
  nice: 0.5,
  keywords: 0.6,
  responsibilities: 0.4,
  tested: 0.3,
  about: 0.2,
} as const;
type Place = keyof typeof placeWeight;
/** Each further mention adds a tenth, up to half. */
const mentionBonus = 0.1;
const mostBonus = 0.5;
/** Soft skills are asked for everywhere and tell little. */
const softShare = 0.5;
const mostKeywords = 60;
/** Years, degrees and spoken words for them are matched on their own, not as keywords. */
const notKeywords = new Set(["Equivalent experience"]);

interface Parts {
  title: string | null;
  company: string | null;
  requirements: readonly Requirement[];
  responsibilities: readonly string[];
  sections: readonly PostingSection[];
}

/** The posting's terms, heaviest first: weight by place (title, must, nice, …), mentions and kind. */
export function keywordsOf(parts: Parts, lexicon: Lexicon, words: PostingWords): Posting["keywords"] {
  const known = (text: string): readonly TermHit[] => lexicon.find(text);
  const all = (text: string): readonly TermHit[] => termsOf(text, lexicon, words);
  const finders: Record<Place, (text: string) => readonly TermHit[]> = {
    title: known,
    must: all,
    nice: all,
    keywords: all,
    responsibilities: known,
    tested: known,
    about: (text) => knowledgeOf(text, lexicon, words),
  };
  const found = new Map<string, { term: string; canonical: string; place: number; mentions: number }>();
  const add = (text: string, place: Place): void => {
    const hits = finders[place](text);
    for (const hit of hits) {
      if (notKeywords.has(hit.canonical) || isCompany(hit, parts.company)) continue;
      const known = found.get(hit.canonical);
      if (known === undefined) {
        found.set(hit.canonical, { term: hit.text, canonical: hit.canonical, place: placeWeight[place], mentions: 1 });
      } else {
        known.mentions += 1;
        known.place = Math.max(known.place, placeWeight[place]);
      }
    }
  };
  add(parts.title ?? "", "title");
  for (const { kind, text } of parts.requirements) add(text, kind);
  for (const text of parts.responsibilities) add(text, "responsibilities");
  for (const section of parts.sections) {
    const place = placeOf(section, words);
    if (place === null) continue;
    for (const { line, start } of section.lines) {
      const text = line.text.slice(start);
      if (place !== "tested" || words.has("tested", text.toLowerCase()) !== null) add(text, place);
    }
  }
  return [...found.values()]
    .map(({ term, canonical, place, mentions }) => ({
      term,
      canonical,
      weight: weigh(canonical, place, mentions, lexicon),
    }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostKeywords);
}

function placeOf(section: PostingSection, words: PostingWords): Place | null {
  if (section.kind === "keywords") return "keywords";
  if (section.kind === "process" && words.phrases("tested").length > 0) return "tested";
  return section.kind === "intro" || section.kind === "about" || section.kind === "other" ? "about" : null;
}

function weigh(canonical: string, place: number, mentions: number, lexicon: Lexicon): number {
  const bonus = Math.min(mostBonus, mentionBonus * (mentions - 1));
  const share = lexicon.entries.get(canonical)?.kind === "soft" ? softShare : 1;
  return Math.round(place * (1 + bonus) * share * 100) / 100;
}

function isCompany(hit: TermHit, company: string | null): boolean {
  return company !== null && company.toLowerCase() === hit.text.toLowerCase();
}
