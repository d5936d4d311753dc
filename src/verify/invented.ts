import { blocked, type Claim, holdsSense, holdsWord, isContent, type Passage, type Rule } from "./claim.js";
import { deedsOf, isLight, isNewDeed } from "./deeds.js";
import { termsOf } from "./entities.js";
import { isDoubled, isSwapped } from "./joined.js";
import { singular } from "./keys.js";
import { addsNothing, coversDeed, isCompound, isDenied, isOpenDeed, standsFor } from "./novel.js";
import { findPhrases, phraseAt, type Word } from "./tokens.js";

/**
 * A single word of content, deed or quality that neither the cited lines nor the entry's header support in any form.
 *
 * Why: "enterprise customers", "a popular group", "filed and reviewed" need but one word. What no rule knows is not let
 * through because it is unknown: a word passes where the source has it, where the tables say that it may stand for one the
 * source has, or where it frames a fact without adding to it.
 */
export const invented: Rule = (claim) => {
  if (/^k\d/.test(claim.edit.id) || claim.ground.task.parsed.language !== "en") return [];
  const evidence = claim.sources;
  const judged = new Set([...judgedElsewhere(claim), ...inPhrases(claim, evidence)]);
  const deeds = deedsOf(claim);
  const found = claim.passage.words.find(
    (word, at) =>
      isSwapped(claim, at) ||
      (!judged.has(at) &&
        (isInvented(claim, word, at, evidence) ||
          isDoubled(claim, at) ||
          (!claim.wide &&
            isNewDeed(claim, at, deeds) &&
            !standsFor(claim, at) &&
            !isOpenDeed(claim, at) &&
            !coversDeed(claim, at)))),
  );
  if (found === undefined) return promoted(claim);
  const explanation = `The lines this rests on say nothing of “${found.text}”.`;
  return [blocked("invented", found.text, explanation, claim)];
};

/** A word that only told more of another became the thing itself: "payroll questions" → "payroll". */
function promoted(claim: Claim): ReturnType<Rule> {
  const { words, keys } = claim.ground;
  if (claim.wide) return [];
  const list = claim.passage.words;
  const isNoun = (word: Word | undefined): word is Word =>
    word !== undefined &&
    word.gap === " " &&
    isContent(word, words) &&
    !words.verbs.has(word.lower) &&
    !words.lemmas.has(word.lower) &&
    !words.framing.has(word.lower) &&
    !words.units.has(word.lower) &&
    !words.numbers.has(`*:${word.lower}`) &&
    !words.outcomes.has(word.lower);
  const isMore = (next: Word | undefined): boolean => next?.gap === " " && isContent(next, words);
  const found = list.find((word, at) => {
    const verb = at > 0 ? phraseAt(words.verbs, list, at - 1) : null;
    if (verb === null || !isNoun(word) || isMore(list[at + 1]) || /^\p{Lu}/u.test(word.text)) return false;
    const heads = claim.evidence.flatMap((one) =>
      one.words.flatMap((same, i) => (same.lower === word.lower ? [one.words[i + 1]] : [])),
    );
    return heads.length > 0 && heads.every((head) => isNoun(head) && !holdsSense([claim.passage], head.lower, keys));
  });
  if (found === undefined) return [];
  return [blocked("invented", found.text, `In your resume “${found.text}” only describes something else.`, claim)];
}

/** Places of words that rules of their own judge: praise, reach, levels, results, bounds, roles and credentials. */
function judgedElsewhere(claim: Claim): Set<number> {
  const { words } = claim.ground;
  const list = claim.passage.words;
  const books = [words.superlatives, words.proficiency, words.causal, words.bounds, words.credentials, words.framing];
  const reaches = findPhrases(words.scope, list).flatMap(({ phrase, at }) =>
    phrase.value.strict ? phrase.words.map((_, i) => at + i) : [],
  );
  const denials = findPhrases(words.negation, list).flatMap(({ phrase, at }) => (phrase.value === "not" ? [at] : []));
  const places = books.flatMap((book) =>
    findPhrases<unknown>(book, list).flatMap(({ phrase, at }) => phrase.words.map((_, i) => at + i)),
  );
  for (const hit of termsOf(claim, claim.passage))
    list.forEach((word, at) => {
      if (hit.start <= word.start && word.end <= hit.end && isOfName(hit.text)) places.push(at);
    });
  return new Set([...places, ...reaches, ...denials]);
}

/** Places of fixed phrases that may stand for a word of the source: "looked after" for "cared for". */
function inPhrases(claim: Claim, evidence: readonly Passage[]): number[] {
  const list = claim.passage.words;
  return list.flatMap((_, at) => {
    const phrase = claim.ground.keys.phraseAt(list, at);
    const isKnown = phrase?.groups.some((group) => evidence.some((one) => one.content.has(group)));
    return phrase !== null && isKnown === true ? phrase.stems.map((_stem, i) => at + i) : [];
  });
}

/** A term with a capital, digit or sign is a name: the rule `entities` judges it. */
function isOfName(text: string): boolean {
  return /[\p{Lu}\d+#]/u.test(text);
}

function isInvented(claim: Claim, word: Word, at: number, evidence: readonly Passage[]): boolean {
  const { words } = claim.ground;
  if (!isContent(word, words) || isNumeral(claim, word) || isMeasured(claim, word, at)) return false;
  if (words.outcomes.has(word.lower) || words.roles.get(singular(word.lower))?.kind === "role") return false;
  if (!word.opens && /^\p{Lu}/u.test(word.text)) return false;
  if (word.lower === "team" && isNumeral(claim, claim.passage.words[at + 2] ?? word)) return false;
  if (isLight(claim, at) || supported(claim, word, evidence)) return false;
  if (addsNothing(claim, at) || isOpenDeed(claim, at) || coversDeed(claim, at)) return false;
  const list = claim.passage.words;
  const pairs = [`${list[at - 1]?.lower ?? ""}${word.lower}`, `${word.lower}${list[at + 1]?.lower ?? ""}`];
  return !pairs.some((pair) => holdsWord(evidence, pair, claim.ground.keys));
}

function isNumeral(claim: Claim, word: Word): boolean {
  const { numbers } = claim.ground.words;
  return [word.lower, ...word.lower.split("-")].some((part) => numbers.has(`*:${part}`) || /^\d/.test(part));
}

/** A unit behind a number, or the period of a rate. */
function isMeasured(claim: Claim, word: Word, at: number): boolean {
  const before = claim.passage.words[at - 1];
  if (!claim.ground.words.units.has(word.lower) || before === undefined) return false;
  return /^(?:an?|per|each|every|one|last|first|working|[$€£%])$/.test(before.lower) || isNumeral(claim, before);
}

/** The cited lines; for the summary all lines and headers of the entries they belong to. */
function citedOf(claim: Claim): Set<Passage> {
  if (!claim.wide) return new Set(claim.evidence);
  const entryOf = (id: string): string => id.split(".")[0] ?? id;
  const entries = new Set(claim.evidence.map((one) => entryOf(one.id)));
  const { ids } = claim.ground.task.parsed;
  const lines = Object.entries(ids).flatMap(([id, line]) =>
    entries.has(entryOf(id)) ? [claim.ground.passage("", line.lines[0] ?? null, line.text)] : [],
  );
  return new Set([...claim.evidence, ...lines, ...[...entries].flatMap((entry) => claim.ground.header(entry) ?? [])]);
}

/** In the summary another word may only stand for one of the cited lines; the rest of the resume must have the word itself. */
function supported(claim: Claim, word: Word, evidence: readonly Passage[]): boolean {
  const { keys } = claim.ground;
  const cited = citedOf(claim);
  const header = claim.wide ? null : claim.ground.header(claim.entry);
  const whole = (part: string): boolean =>
    [...cited, ...evidence].some(
      (one) =>
        one.all.has(part) ||
        one.all.has(keys.stem(part)) ||
        (one !== header &&
          keys.of(part).some((key) => (cited.has(one) || !key.startsWith("~") || !claim.wide) && one.content.has(key))),
    );
  if (whole(word.lower) || isCompound(word.lower, evidence, keys)) return true;
  if (isDenied(claim, word.lower)) return true;
  const { plain, framing, verbs } = claim.ground.words;
  const parts = word.lower.split(/[-/&']/);
  return (
    parts.length > 1 &&
    parts.every(
      (part) =>
        part.length < 2 ||
        plain.has(part) ||
        (part === "post" && holdsWord(evidence, "after", keys)) ||
        framing.has(part) ||
        (verbs.has(part) ? holdsWord(evidence, part, keys) : whole(part)),
    )
  );
}
