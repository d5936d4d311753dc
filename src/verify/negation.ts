import { blocked, type Claim, contentKeys, holdsWord, isContent, type Passage, type Rule } from "./claim.js";
import { findPhrases } from "./tokens.js";

const reach = 5;

/** A "not" or a hedge (planned, trying, mock) that was dropped from what it belongs to, or a "not" that came in. */
export const negation: Rule = (claim) => [...dropped(claim, "not"), ...dropped(claim, "hedge"), ...added(claim)];

function marks(claim: Claim, passage: Passage, kind: "not" | "hedge"): { at: number; text: string; next: number }[] {
  const list = passage.words;
  const bounds = new Set(
    findPhrases(claim.ground.words.bounds, list).flatMap(({ phrase, at }) => phrase.words.map((_, i) => at + i)),
  );
  const spoken = findPhrases(claim.ground.words.negation, list)
    .filter(
      ({ phrase, at }) =>
        phrase.value === kind &&
        !bounds.has(at) &&
        !(phrase.text === "draft" && list[at]?.opens === true) &&
        !(phrase.text === "not" && list[at + 1]?.lower === "only") &&
        !(
          phrase.text === "no" &&
          /^\.?$/.test(list[at + 1]?.gap.trim() ?? "") &&
          /^\d/.test(list[at + 1]?.lower ?? "")
        ),
    )
    .map(({ phrase, at }) => ({ at, text: phrase.text, next: at + phrase.words.length }));
  return kind === "not"
    ? [
        ...spoken,
        ...list.flatMap((word, at) =>
          /^(?:non-|un(?:paid|finished|successful))/.test(word.lower) || /n't$/.test(word.lower)
            ? [{ at, text: word.lower, next: at }]
            : [],
        ),
      ]
    : spoken;
}

function dropped(claim: Claim, kind: "not" | "hedge"): ReturnType<Rule> {
  const { words, keys } = claim.ground;
  if (marks(claim, claim.passage, kind).length > 0) return [];
  return claim.evidence.flatMap((source) =>
    marks(claim, source, kind).flatMap((mark) => {
      const after = source.words
        .slice(mark.next, mark.next + reach)
        .filter((word) => isContent(word, words))
        .slice(0, 3);
      const [denied] = after;
      const isGone =
        kind === "not" &&
        denied !== undefined &&
        words.verbs.has(denied.lower) &&
        !contentKeys(denied.lower, keys).some((key) => claim.passage.content.has(key));
      if (isGone) return [];
      const kept = after.filter((word) =>
        contentKeys(word.lower, keys).some((key) => !key.startsWith("~") && claim.passage.content.has(key)),
      );
      const elsewhere = kept.every((word) =>
        claim.evidence.some(
          (one) => one !== source && holdsWord([one], word.lower, keys) && marks(claim, one, kind).length === 0,
        ),
      );
      if (kept.length === 0 || elsewhere) return [];
      const explanation =
        kind === "not"
          ? `Your resume says “${mark.text}” here; the new text drops it.`
          : `Your resume says “${mark.text}” here; the new text states it as done.`;
      return [blocked("negation", mark.text, explanation, claim)];
    }),
  );
}

function added(claim: Claim): ReturnType<Rule> {
  if (claim.evidence.some((one) => marks(claim, one, "not").length > 0)) return [];
  return marks(claim, claim.passage, "not").map((mark) =>
    blocked("negation", mark.text, `“${mark.text}” is not in the lines this rests on.`, claim),
  );
}
