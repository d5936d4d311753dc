import { blocked, type Claim, flagged, holdsPhrase, type Rule } from "./claim.js";
import { singular } from "./keys.js";
import { isGeneral, isHeadVerb, isOpenDeed } from "./novel.js";
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
    if (isIn || isDeed || isNoPraise(claim, phrase.text, at)) return [];
    const groups =
      keys.phraseAt(claim.passage.words, at)?.groups ?? (phrase.value === "sense" ? keys.of(phrase.text) : []);
    if (groups.some((group) => sources.some((one) => one.content.has(group)))) return [];
    if (isGeneral(claim, phrase.text, "any")) return [];
    if (phrase.value === "flag")
      return [flagged("superlatives", phrase.text, `“${phrase.text}” is praise your resume does not use.`)];
    return [blocked("superlatives", phrase.text, `“${phrase.text}” is a claim your resume does not make.`, claim)];
  });
};

/**
 * The same words used without praise: "leading a tour", "earned the certificate" for a line that has it, "most Sundays" for
 * nearly every one, "the end of the year" (praise is what somebody is of the year).
 */
function isNoPraise(claim: Claim, text: string, at: number): boolean {
  const { words } = claim.ground;
  const list = claim.passage.words;
  const [before, next] = [list[at - 1], list[at + 1]];
  if (text.startsWith("of the ")) return before !== undefined && !isNamed(claim, before.lower);
  if (text === "leading") return next?.gap === " " && /^(?:an?|the|my|our|its|their|up|to|\d.*)$/.test(next.lower);
  if (text === "promoted")
    return (
      isHeadVerb(claim, at) &&
      next !== undefined &&
      /^\p{Ll}/u.test(next.text) &&
      !words.plain.has(next.lower) &&
      claim.sources.some((one) => one.all.has(next.lower))
    );
  if (text === "earned") return isOpenDeed(claim, at);
  const isOften = claim.evidence.some((one) => /\b(?:nearly|almost|every|each|usually|most)\b/i.test(one.text));
  return (
    text === "most" &&
    isOften &&
    /(?:days?|weeks?|nights?|evenings?|mornings?|weekends?|shifts?)$/.test(next?.lower ?? "")
  );
}

/** Who or what is named the best of a time: a role, people, a shop. */
function isNamed(claim: Claim, lower: string): boolean {
  const { words } = claim.ground;
  return (
    words.roles.has(singular(lower)) ||
    words.people.has(singular(lower)) ||
    /(?:er|or|ist|ant|an|team|shop|store|project)$/.test(lower)
  );
}
