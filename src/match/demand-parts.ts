import type { Lexicon } from "../schema/lexicon.js";
import type { Requirement } from "../schema/posting.js";
import type { MatchWords } from "../understand/match-words.js";

/** What the parts of a demand are, by the terms that stand in them. */
export interface DemandParts {
  /** Nothing but what no resume shows: "able to work nights", "must pass a drug test". */
  isCondition: boolean;
  /** Terms that only such a part names. */
  conditionTerms: ReadonlySet<string>;
  /** Terms that only a wish within the demand names: the MBA of "Bachelor's degree, MBA preferred". */
  wishTerms: ReadonlySet<string>;
}

interface Part {
  terms: Set<string>;
  isCondition: boolean;
  isWish: boolean;
}

/** The parts of a demand: its text cut at commas, brackets and "and", each with the terms in it. */
export function demandParts(requirement: Requirement, lexicon: Lexicon, words: MatchWords): DemandParts {
  const { text, terms } = requirement;
  const places = termPlaces(text, terms, lexicon);
  const parts = cut(text, /[,;()]|\s[-–—]\s|\s(?:and|und|et|y|og)\s/giu, places, words);
  const isSoft = (term: string): boolean => lexicon.entries.get(term)?.kind === "soft";
  const conditions = parts.filter(({ isCondition }) => isCondition);
  const others = parts.filter((part) => !part.isCondition);
  const open = new Set(others.flatMap((part) => [...part.terms]));
  const conditionTerms = new Set(
    conditions.flatMap((part) => [...part.terms]).filter((term) => !open.has(term) || isSoft(term)),
  );
  const wider = cut(text, /[,;()]|\s[-–—]\s|(?<=[a-z)])\.\s/giu, places, words);
  const asked = new Set(wider.filter(({ isWish }) => !isWish).flatMap((part) => [...part.terms]));
  const wished = wider.filter(({ isWish }) => isWish).flatMap((part) => [...part.terms]);
  return {
    isCondition: conditions.length > 0 && [...open].every(isSoft),
    conditionTerms,
    wishTerms: new Set(asked.size === 0 ? [] : wished.filter((term) => !asked.has(term))),
  };
}

/** Where each term of a demand stands in its text; terms that are not found there belong to its first part. */
function termPlaces(text: string, terms: readonly string[], lexicon: Lexicon): { term: string; at: number }[] {
  const hits = lexicon.find(text);
  return terms.flatMap((term) => {
    const own = hits.filter(({ canonical }) => canonical === term);
    if (own.length > 0) return own.map(({ start }) => ({ term, at: start }));
    return [{ term, at: Math.max(0, text.indexOf(term)) }];
  });
}

function cut(text: string, at: RegExp, places: readonly { term: string; at: number }[], words: MatchWords): Part[] {
  const ends = [...text.matchAll(at)].map(({ index }) => index);
  let start = 0;
  return [...ends, text.length].flatMap((end) => {
    const own = text.slice(start, end);
    const within = places.filter((place) => place.at >= start && place.at < end);
    start = end;
    if (own.trim() === "" && within.length === 0) return [];
    return [
      {
        terms: new Set(within.map(({ term }) => term)),
        isCondition: words.has("condition", own) && !words.has("not-condition", own),
        isWish: words.has("wish", own),
      },
    ];
  });
}
