import { blocked, flagged, holdsPhrase, type Rule } from "./claim.js";
import { isGeneral } from "./novel.js";
import { findPhrases } from "./tokens.js";

/** Claims of rank, size, praise, awards and success that the cited lines do not make. */
export const superlatives: Rule = (claim) => {
  const { words, keys } = claim.ground;
  const sources = claim.edit.id.startsWith("k") ? claim.sources : claim.evidence;
  return findPhrases(words.superlatives, claim.passage.words).flatMap(({ phrase, at }) => {
    const stem = keys.stem(phrase.text);
    const isWord = phrase.words.length === 1;
    const isIn =
      holdsPhrase(sources, phrase.text) ||
      (isWord && sources.some((one) => one.words.some((word) => keys.stem(word.lower) === stem)));
    if (findPhrases(words.framing, claim.passage.words).some((one) => one.at === at && one.phrase.words.length > 1))
      return [];
    const isDeed = claim.passage.words[at]?.opens === true && words.lemmas.get(phrase.text) === phrase.text;
    if (isIn || isDeed) return [];
    const groups =
      keys.phraseAt(claim.passage.words, at)?.groups ?? (phrase.value === "sense" ? keys.of(phrase.text) : []);
    if (groups.some((group) => sources.some((one) => one.content.has(group)))) return [];
    if (isGeneral(claim, phrase.text, "any")) return [];
    if (phrase.value === "flag")
      return [flagged("superlatives", phrase.text, `“${phrase.text}” is praise your resume does not use.`)];
    return [blocked("superlatives", phrase.text, `“${phrase.text}” is a claim your resume does not make.`, claim)];
  });
};
