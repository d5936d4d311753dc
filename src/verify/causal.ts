import { blocked, type Claim, flagged, holdsSense, type Passage, type Rule } from "./claim.js";
import { numbersOf } from "./quantities.js";
import { fitOf } from "./quantity-fit.js";
import { findPhrases } from "./tokens.js";

type Outcome = { group: string; direction: "up" | "down" | "none"; text: string; at: number };

/** Results the source does not state: a new outcome, a reversed one, an aim told as reached, a cause made up. */
export const causal: Rule = (claim) => {
  if (/^k\d/.test(claim.edit.id)) return [];
  return [...results(claim), ...aims(claim), ...links(claim), ...means(claim)];
};

function outcomesOf(claim: Claim, passage: Passage): Outcome[] {
  const bounds = findPhrases(claim.ground.words.bounds, passage.words).flatMap(({ phrase, at }) =>
    phrase.words.map((_, i) => at + i),
  );
  return passage.words.flatMap((word, at) => {
    const known = claim.ground.words.outcomes.get(word.lower);
    const isBound = bounds.includes(at) || passage.words[at - 1]?.lower === "or";
    return known === undefined || isBound ? [] : [{ ...known, text: word.text, at }];
  });
}

function results(claim: Claim): ReturnType<Rule> {
  const { keys } = claim.ground;
  const known = claim.evidence.flatMap((one) => outcomesOf(claim, one));
  return outcomesOf(claim, claim.passage).flatMap((outcome) => {
    if (known.some((one) => alike(one, outcome))) return [];
    const lower = outcome.text.toLowerCase();
    const isThing = /(?:ions?|ments?)$/.test(lower);
    if ((isThing || outcome.group === "achieved") && holdsSense(claim.evidence, lower, keys)) return [];
    if (outcome.group === "enabled" && claim.evidence.some(lets)) return [];
    if (isOtherwise(claim, outcome)) return [];
    const moved = movesOf(claim);
    const isBetter = (outcome.group === "better" || outcome.group === "faster") && moved.length > 0;
    if (isBetter || (outcome.direction !== "none" && moved.includes(outcome.direction)))
      return [flagged("causal", outcome.text, `Your resume says that it changed; “${outcome.text}” says it was you.`)];
    if (isReached(claim, outcome))
      return [flagged("causal", outcome.text, `“${outcome.text}” says that it took an effort.`)];
    if (claim.evidence.some((one) => one.all.has(lower) || one.all.has(keys.stem(lower)))) return [];
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

/** What is no result here: clients gained who came, reports generated that were written, alarms eliminated that were removed. */
function isOtherwise(claim: Claim, outcome: Outcome): boolean {
  const lower = outcome.text.toLowerCase();
  const behind = claim.passage.words.slice(outcome.at + 1, outcome.at + 5).map((word) => word.lower);
  const says = (pattern: RegExp): boolean => claim.evidence.some((one) => pattern.test(one.text));
  if (lower === "gained")
    return (
      behind.some((word) => /^(?:exposure|experience|knowledge|insight)$/.test(word)) ||
      says(/\b(?:came|joined) (?:by|through|via|from)\b/i)
    );
  if (outcome.group === "gone") return says(/\b(?:remov(?:e[sd]?|ing)|got rid of|delet(?:e[sd]?|ing))\b/i);
  if (!lower.startsWith("generat") || behind.some((word) => /^[\d$£€]/.test(word))) return false;
  const { keys } = claim.ground;
  const isShared = behind.some((word) => /s$/.test(word) && holdsSense(claim.evidence, word, keys));
  return (
    isShared && says(/\b(?:wr(?:ote|ites?|iting)|creat(?:e[sd]?|ing)|produc(?:e[sd]?|ing)|prepar(?:e[sd]?|ing))\b/i)
  );
}

/** "so customers could help themselves", "which let them": what an enabling verb says. */
function lets(one: Passage): boolean {
  const list = one.words.map((word) => word.lower);
  const at = list.indexOf("so");
  return (
    (at >= 0 && list.slice(at).some((word) => /^(?:can|could|may|might)$/.test(word))) ||
    /\blet(?:s|ting)?\b/i.test(one.text)
  );
}

/** The ways a measure of the cited lines went: "from 8,000 to 31,000", "went down to 2". */
function movesOf(claim: Claim): ("up" | "down")[] {
  return claim.evidence.flatMap((one) => {
    const numbers = numbersOf(claim, one);
    const pairs = numbers.flatMap((from, at): ("up" | "down")[] => {
      const to = numbers[at + 1];
      const isPair = from.role === "from" && to?.role === "to" && to.kind === from.kind && to.unit === from.unit;
      return isPair && to.value !== from.value ? [to.value > from.value ? "up" : "down"] : [];
    });
    const told = one.words.flatMap((word, at): ("up" | "down")[] => {
      const isWay = word.lower === "up" || word.lower === "down";
      const behind = one.words[at + 1]?.lower ?? "";
      return isWay && /^(?:to|from|by|\d.*)$/.test(behind) ? [word.lower === "up" ? "up" : "down"] : [];
    });
    return [...pairs, ...told];
  });
}

/** "achieved a score above 95%" of a line that says the score was above 95%, not that it was aimed at. */
function isReached(claim: Claim, outcome: Outcome): boolean {
  const isSale = claim.evidence.some((one) =>
    /\b(?:sold|sell|closed|won|raised|earned|collected|booked)\b/i.test(one.text),
  );
  if (outcome.group !== "achieved" && !(outcome.group === "earned" && isSale)) return false;
  const list = claim.passage.words;
  const end = list.findIndex((word, at) => at > outcome.at && /[,;.]/.test(word.gap));
  const own = numbersOf(claim, claim.passage).filter(({ at }) => at > outcome.at && (end < 0 || at < end));
  const isAimed = (one: Passage): boolean =>
    /\b(?:targets?|targeted|goals?|aim(?:s|ed)?|quotas?|plan(?:s|ned)?|forecasts?|expected|towards?|budgets?|to)\b(?! \d)/i.test(
      one.text,
    );
  return own.some((number) =>
    claim.evidence.some(
      (one) => !isAimed(one) && numbersOf(claim, one).some((other) => fitOf(number, other) === "fits"),
    ),
  );
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
    ["faster", "better"],
    ["saved", "smoother"],
    ["less", "smoother"],
    ["faster", "smoother"],
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
  const before = passage.words.slice(Math.max(0, at - 4), at);
  if (before.at(-1)?.lower === "to") return passage.words[at]?.lower.match(/(?:ed|ing)$/) === null;
  return findPhrases(claim.ground.words.negation, before).some(
    ({ phrase }) => phrase.value === "aim" && phrase.text !== "to",
  );
}

/** "resulting in", "thereby": the source must link the two itself. */
function links(claim: Claim): ReturnType<Rule> {
  const book = claim.ground.words.causal;
  const made = findPhrases(book, claim.passage.words).filter(
    ({ phrase, at }) =>
      phrase.value === "claim" &&
      !(
        phrase.text === "contributed to a" &&
        /^(?:project|team|effort|initiative)$/.test(claim.passage.words[at + 3]?.lower ?? "")
      ),
  );
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

/** "Cut energy use by logging readings" where the line only sets both side by side: "Logged readings; energy use fell". */
function means(claim: Claim): ReturnType<Rule> {
  const { causal: book } = claim.ground.words;
  const list = claim.passage.words;
  const isMeans = (words: typeof list, i: number): boolean =>
    /^(?:by|through)$/.test(words[i]?.lower ?? "") && /.{3}ing$/.test(words[i + 1]?.lower ?? "");
  const at = list.findIndex((_, i) => isMeans(list, i));
  const outcomes = outcomesOf(claim, claim.passage);
  if (claim.wide || at < 0 || outcomes.every((one) => one.at > at)) return [];
  const joined = (one: Passage): boolean =>
    one.words.some(({ lower }, i) => /^(?:so|which|because|after|when)$/.test(lower) || isMeans(one.words, i)) ||
    findPhrases(book, one.words).some(({ phrase }) => phrase.value === "claim");
  const isParted = claim.evidence.some((one) => {
    const places = outcomesOf(claim, one).map((outcome) => outcome.at);
    return (
      !joined(one) &&
      places.length > 0 &&
      one.words.some(({ gap }, i) => i > 0 && /[;.]/.test(gap) && i <= Math.max(...places))
    );
  });
  if (!isParted || claim.evidence.filter((one) => one.words.length > 0).some(joined)) return [];
  const token = `${list[at]?.text} ${list[at + 1]?.text}`;
  return [blocked("causal", token, `Your resume does not say that one led to the other (“${token}”).`, claim)];
}
