import { blocked, flagged, holdsPhrase, holdsWord, type Rule } from "./claim.js";
import { findPhrases } from "./tokens.js";

/** Claims of rank, size, praise, awards and success that the cited lines do not make. */
export const superlatives: Rule = (claim) => {
  const { words, keys } = claim.ground;
  const sources = claim.edit.id.startsWith("k") ? claim.sources : claim.evidence;
  return findPhrases(words.superlatives, claim.passage.words).flatMap(({ phrase }) => {
    const isIn =
      phrase.words.length === 1
        ? holdsWord(sources, phrase.text, keys) || holdsPhrase(sources, phrase.text)
        : holdsPhrase(sources, phrase.text);
    if (isIn) return [];
    if (phrase.value === "flag")
      return [flagged("superlatives", phrase.text, `“${phrase.text}” is praise your resume does not use.`)];
    return [blocked("superlatives", phrase.text, `“${phrase.text}” is a claim your resume does not make.`, claim)];
  });
};
