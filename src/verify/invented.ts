import { blocked, type Claim, holdsSense, holdsWord, isContent, type Passage, type Rule } from "./claim.js";
import { deedsOf, isLight, isNewDeed } from "./deeds.js";
import { termsOf } from "./entities.js";
import { type Keys, singular } from "./keys.js";
import { addsNothing, coversDeed, generalOf, isHeadVerb, isOpenDeed, standsFor } from "./novel.js";
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
      !judged.has(at) &&
      (isInvented(claim, word, at, evidence) ||
        isDoubled(claim, at) ||
        (!claim.wide &&
          isNewDeed(claim, at, deeds) &&
          !standsFor(claim, at) &&
          !isOpenDeed(claim, at) &&
          !coversDeed(claim, at))),
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

/** "students and staff", "planned, wrote and filmed": a thing or deed beside one that is kept, with nothing of its own in the source. */
function isDoubled(claim: Claim, at: number): boolean {
  const { keys, words } = claim.ground;
  const list = claim.passage.words;
  const word = list[at];
  const others = joinedTo(claim, at);
  if (word === undefined || others.length === 0 || isLight(claim, at)) return false;
  if (/^(?:before|after|during)$/.test(word.lower))
    return !claim.wide && !claim.evidence.some((one) => one.all.has(word.lower));
  if (!isContent(word, words) || words.outcomes.has(word.lower)) return false;
  if (holdsWord(claim.wide ? claim.sources : claim.evidence, word.lower, keys)) return false;
  const bearers = [...bearersOf(claim, word.lower), ...generalOf(claim, at)];
  if (bearers.length === 0 && !claim.wide && !isHeadVerb(claim, at) && isOfDeed(claim, word)) return true;
  if (bearers.length === 0) return !claim.wide && /^\p{Ll}/u.test(word.text) && isOfHeader(claim, word);
  if (isDescribing(claim, at)) return false;
  const kept = list.filter((one, place) => place !== at && isContent(one, words));
  const mine = keys.of(word.lower).filter((key) => key.startsWith("~"));
  const isNear = (source: Word): boolean =>
    words.lemmas.has(word.lower) &&
    !words.uses.weighty.has(words.lemmas.get(word.lower) ?? "") &&
    keys.of(source.lower).filter((key) => mine.includes(key)).length > 1;
  if (bearers.some(isNear)) return false;
  const isKept = (source: Word): boolean => kept.some((one) => keys.stem(one.lower) === keys.stem(source.lower));
  if (isTold(claim, at)) return false;
  if (bearers.every(isKept)) return true;
  return others.some((other) => {
    const theirs = bearersOf(claim, other.lower);
    return theirs.length > 0 && new Set([...bearers, ...theirs]).size < 2;
  });
}

/** "refunds and product replacements" for "refunds and replacements": it only tells more of what was joined anyway. */
function isTold(claim: Claim, at: number): boolean {
  const { keys } = claim.ground;
  const [other, joint, , next] = claim.passage.words.slice(Math.max(0, at - 2));
  if (at < 2 || next === undefined || other === undefined || joint?.lower !== "and") return false;
  const run = [other, joint, next].map((one) => keys.stem(one.lower));
  return claim.evidence.some((one) =>
    one.words.some((_, from) => run.every((stem, i) => keys.stem(one.words[from + i]?.lower ?? "") === stem)),
  );
}

/** "dishwashing" where the source has "washed dishes". */
function isCompound(lower: string, evidence: readonly Passage[], keys: Keys): boolean {
  return [...lower].some(
    (_, at) =>
      at >= 4 &&
      lower.length - at >= 4 &&
      holdsWord(evidence, lower.slice(0, at), keys) &&
      holdsWord(evidence, lower.slice(at), keys),
  );
}

/** A thing that only a phrase for a deed could stand for: "builds and releases" beside "set up builds". */
function isOfDeed(claim: Claim, word: Word): boolean {
  const { keys, words } = claim.ground;
  const mine = keys.of(word.lower);
  const phrases = claim.evidence.flatMap((one) =>
    one.words.flatMap((source, at) => (shares(keys.phraseAt(one.words, at)?.groups ?? [], mine) ? [source] : [])),
  );
  return phrases.length > 0 && phrases.every((source) => words.verbs.has(source.lower));
}

/** Told more of by the word before it, which the source has: "blog articles and Instagram posts". */
function isDescribing(claim: Claim, at: number): boolean {
  const [before, word] = [claim.passage.words[at - 1], claim.passage.words[at]];
  if (word?.gap !== " " || before === undefined || isHeadVerb(claim, at - 1)) return false;
  return isContent(before, claim.ground.words) && holdsWord(claim.evidence, before.lower, claim.ground.keys);
}

/** The words of the cited lines that may stand for a word. */
function bearersOf(claim: Claim, lower: string): Word[] {
  const { keys } = claim.ground;
  const mine = keys.of(lower);
  return claim.evidence.flatMap((one) => one.words.filter((source) => shares(keys.of(source.lower), mine)));
}

/** A common word that only the header has, in the name of an employer: "Family Dental" is no ground for "their families". */
function isOfHeader(claim: Claim, word: Word): boolean {
  const header = claim.ground.header(claim.entry);
  return header !== null && !claim.evidence.includes(header) && holdsWord([header], word.lower, claim.ground.keys);
}

/** The words of content that a word is joined to: "patients and their families", "agendas and minutes". */
function joinedTo(claim: Claim, at: number): Word[] {
  const { words } = claim.ground;
  const list = claim.passage.words;
  const isSmall = (one: Word | undefined): boolean =>
    /^(?:the|an?|their|its|my|our|other|to|for|with|from|of|in|by)$/.test(one?.lower ?? "");
  let from = at;
  while (isSmall(list[from - 1]) && list[from]?.gap === " ") from -= 1;
  const found: (Word | undefined)[] = [];
  if (list[from]?.gap === ", " && !/ing$/.test(list[from]?.lower ?? ""))
    found.push(list.slice(0, from).findLast((one) => isContent(one, words)));
  if (/^(?:and|or)$/.test(list[from - 1]?.lower ?? ""))
    found.push(list.slice(0, from - 1).findLast((one) => isContent(one, words)));
  if (/^(?:and|or)$/.test(list[at + 1]?.lower ?? ""))
    found.push(list.slice(at + 2).find((one) => isContent(one, words)));
  return found.filter((one) => one !== undefined);
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
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
