import { blocked, type Claim, contentKeys, holdsWord, isContent, type Passage, type Rule } from "./claim.js";
import { findPhrases, type Word } from "./tokens.js";

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
          /^(?:non-|un(?:paid|finished|successful))|-free$|n't$/.test(word.lower)
            ? [{ at, text: word.lower, next: at }]
            : [],
        ),
      ]
    : spoken;
}

function dropped(claim: Claim, kind: "not" | "hedge"): ReturnType<Rule> {
  const { words, keys } = claim.ground;
  const kept = marks(claim, claim.passage, kind);
  if (kept.length > 0 && kind === "hedge") return [];
  const stops = findPhrases(claim.ground.words.negation, claim.passage.words).filter(
    ({ phrase }) => phrase.value === "stop",
  );
  if (kind === "not" && stops.length > 0) return [];
  return claim.evidence.flatMap((source) =>
    marks(claim, source, kind).flatMap((mark) => {
      const after = source.words
        .slice(mark.next, mark.next + reach)
        .filter((word) => isContent(word, words))
        .slice(0, 3);
      const [denied] = after;
      if (isStillDenied(claim, source, after, kept) || isOwnDeed(claim, source, mark, kind)) return [];
      const isGone =
        kind === "not" &&
        denied !== undefined &&
        words.verbs.has(denied.lower) &&
        !contentKeys(denied.lower, keys).some((key) => claim.passage.content.has(key));
      if (isGone) return [];
      const said = after.filter((word) =>
        contentKeys(word.lower, keys).some((key) => !key.startsWith("~") && claim.passage.content.has(key)),
      );
      const elsewhere = said.every((word) =>
        claim.evidence.some(
          (one) => one !== source && holdsWord([one], word.lower, keys) && marks(claim, one, kind).length === 0,
        ),
      );
      if (said.length === 0 || elsewhere) return [];
      const explanation =
        kind === "not"
          ? `Your resume says “${mark.text}” here; the new text drops it.`
          : `Your resume says “${mark.text}” here; the new text states it as done.`;
      return [blocked("negation", mark.text, explanation, claim)];
    }),
  );
}

/** A denial kept of one of two things ("no accidents and no delays") leaves the other to be checked. */
function isStillDenied(
  claim: Claim,
  source: Passage,
  after: readonly Word[],
  kept: readonly { at: number; next: number }[],
): boolean {
  if (kept.length === 0) return false;
  const { keys } = claim.ground;
  const [denied] = after;
  const place = claim.passage.words.findIndex(
    (word) => denied !== undefined && keys.stem(word.lower) === keys.stem(denied.lower),
  );
  if (place < 0 || marks(claim, source, "not").length <= kept.length) return true;
  return kept.some(({ at }) => Math.abs(at - place) <= reach && at < place);
}

/** "Planned the rota" told as "scheduled the rota", or "planned and wrote posts": planning was the deed itself. */
function isOwnDeed(
  claim: Claim,
  source: Passage,
  mark: { at: number; text: string; next: number },
  kind: string,
): boolean {
  const { keys, words } = claim.ground;
  const [verb, joint, second] = [source.words[mark.at], source.words[mark.next], source.words[mark.next + 1]];
  if (kind !== "hedge" || verb?.opens !== true || !words.lemmas.has(mark.text)) return false;
  if (joint?.lower === "and" && words.verbs.get(second?.lower ?? "")?.some(({ value }) => value.form === "past"))
    return true;
  const isSaid = claim.passage.words.some((word) => keys.stem(word.lower) === keys.stem(mark.text));
  if (isSaid) return true;
  const senses = keys.of(mark.text).filter((key) => key.startsWith("~"));
  return claim.passage.words.some((word) => word.opens && keys.of(word.lower).some((key) => senses.includes(key)));
}

function added(claim: Claim): ReturnType<Rule> {
  if (claim.evidence.some((one) => marks(claim, one, "not").length > 0)) return [];
  return marks(claim, claim.passage, "not").map((mark) =>
    blocked("negation", mark.text, `“${mark.text}” is not in the lines this rests on.`, claim),
  );
}
