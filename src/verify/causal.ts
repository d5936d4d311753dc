import { blocked, type Claim, flagged, holdsSense, type Passage, type Rule } from "./claim.js";
import { findPhrases } from "./tokens.js";

type Outcome = { group: string; direction: "up" | "down" | "none"; text: string; at: number };

/** Results the source does not state: a new outcome, a reversed one, an aim told as reached, a cause made up. */
export const causal: Rule = (claim) => {
  if (/^k\d/.test(claim.edit.id)) return [];
  return [...results(claim), ...aims(claim), ...links(claim)];
};

function outcomesOf(claim: Claim, passage: Passage): Outcome[] {
  return passage.words.flatMap((word, at) => {
    const known = claim.ground.words.outcomes.get(word.lower);
    return known === undefined ? [] : [{ ...known, text: word.text, at }];
  });
}

function results(claim: Claim): ReturnType<Rule> {
  const { keys } = claim.ground;
  const known = claim.evidence.flatMap((one) => outcomesOf(claim, one));
  return outcomesOf(claim, claim.passage).flatMap((outcome) => {
    if (known.some((one) => alike(one, outcome))) return [];
    if (outcome.group === "achieved" && holdsSense(claim.evidence, outcome.text.toLowerCase(), keys)) return [];
    if (
      claim.evidence.some(
        (one) => one.all.has(outcome.text.toLowerCase()) || one.all.has(keys.stem(outcome.text.toLowerCase())),
      )
    )
      return [];
    const reversed = known.find(
      (one) => one.direction !== "none" && outcome.direction !== "none" && one.direction !== outcome.direction,
    );
    const explanation =
      reversed === undefined
        ? `Your resume states no such result: “${outcome.text}”.`
        : `“${outcome.text}” turns round what your resume says (“${reversed.text}”).`;
    return [blocked("causal", outcome.text, explanation, claim)];
  });
}

/** Words of one group; "streamlined" may stand for any outcome that saves or improves. */
function alike(known: Outcome, outcome: Outcome): boolean {
  if (known.group === outcome.group || outcome.group === "achieved") return true;
  const pairs = [
    ["less", "gone"],
    ["less", "saved"],
    ["saved", "less"],
    ["better", "smoother"],
    ["faster", "less"],
    ["less", "faster"],
    ["better", "more"],
  ];
  return pairs.some(([from, to]) => known.group === from && outcome.group === to && from !== "gone" && to !== "gone");
}

/** "to reduce churn" is an aim; "reducing churn" says that it was reached. */
function aims(claim: Claim): ReturnType<Rule> {
  const mine = outcomesOf(claim, claim.passage).filter((one) => !isAim(claim, claim.passage, one.at));
  return mine.flatMap((outcome) => {
    const same = claim.evidence.flatMap((passage) =>
      outcomesOf(claim, passage)
        .filter((one) => alike(one, outcome))
        .map((one) => isAim(claim, passage, one.at)),
    );
    if (same.length === 0 || same.includes(false)) return [];
    return [
      blocked(
        "causal",
        outcome.text,
        `Your resume names “${outcome.text}” as an aim, not as something reached.`,
        claim,
      ),
    ];
  });
}

function isAim(claim: Claim, passage: Passage, at: number): boolean {
  const before = passage.words.slice(Math.max(0, at - 3), at);
  if (before.at(-1)?.lower === "to") return passage.words[at]?.lower.match(/(?:ed|ing)$/) === null;
  return findPhrases(claim.ground.words.negation, before).some(
    ({ phrase }) => phrase.value === "aim" && phrase.text !== "to",
  );
}

/** "resulting in", "thereby": the source must link the two itself. */
function links(claim: Claim): ReturnType<Rule> {
  const book = claim.ground.words.causal;
  const made = findPhrases(book, claim.passage.words).filter(({ phrase }) => phrase.value === "claim");
  if (made.length === 0) return [];
  const own = made.filter(
    ({ phrase }) =>
      !claim.evidence.some((one) => findPhrases(book, one.words).some((found) => found.phrase.text === phrase.text)),
  );
  if (own.length === 0) return [];
  const isLinked = claim.evidence.some((one) => {
    const hasOutcome = outcomesOf(claim, one).length > 0;
    return findPhrases(book, one.words).some(({ phrase }) => phrase.value === "claim" || hasOutcome);
  });
  return own.map(({ phrase }) =>
    isLinked
      ? flagged("causal", phrase.text, `“${phrase.text}” states the link more firmly than your resume.`)
      : blocked("causal", phrase.text, `Your resume does not say that one led to the other (“${phrase.text}”).`, claim),
  );
}
