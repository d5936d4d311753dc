import { type Claim, contentKeys, holdsWord, isContent, type Passage } from "./claim.js";
import { isHeadVerb } from "./novel.js";
import { sourceDeeds } from "./ownership.js";
import { phraseAt, type Word } from "./tokens.js";

/** Keys of what the cited lines say was done; null where a line without any verb leaves it open. */
export function deedsOf(claim: Claim): Set<string> | null {
  const { keys, words } = claim.ground;
  const found = new Set<string>();
  for (const one of claim.evidence) {
    const actions = sourceDeeds(claim, one);
    if (actions.length === 0 && one.content.size > 0) return null;
    const aside = asideOf(claim, one);
    for (const action of actions) {
      if (action.suffered) continue;
      for (const part of action.verb.split(" ")) for (const key of contentKeys(part, keys)) found.add(key);
      const isNominal =
        !words.uses.taking.has(words.lemmas.get(action.verb) ?? action.verb) &&
        (action.licence <= 2 || words.lightVerbs.has(action.verb));
      if (isNominal) for (const key of action.object) if (!aside.has(key)) found.add(key);
    }
    one.words.forEach((word, at) => {
      if (!words.lemmas.has(word.lower) && !words.verbs.has(word.lower)) return;
      for (const group of keys.phraseAt(one.words, at)?.groups ?? []) found.add(group);
    });
  }
  return found;
}

/** Keys that only the circumstances of a line have: who took bookings "when reception was closed" did no reception. */
function asideOf(claim: Claim, one: Passage): Set<string> {
  const { keys } = claim.ground;
  const from = one.words.findIndex((word) => /^(?:when|whenever|while|if|because|unless|until)$/.test(word.lower));
  if (from < 0) return new Set();
  const keysOf = (list: readonly Word[]): string[] => list.flatMap((word) => [...contentKeys(word.lower, keys)]);
  const told = new Set(keysOf(one.words.slice(0, from)));
  return new Set(keysOf(one.words.slice(from)).filter((key) => !told.has(key)));
}

/** A verb at the head of a clause that tells another deed than the cited lines: "Scheduled interviews" → "Interviewed". */
export function isNewDeed(claim: Claim, at: number, deeds: ReadonlySet<string> | null): boolean {
  const { words, keys } = claim.ground;
  const word = claim.passage.words[at];
  if (word === undefined || deeds === null || isLight(claim, at)) return false;
  const before = claim.passage.words[at - 1]?.lower ?? "";
  const verb = phraseAt(words.verbs, claim.passage.words, at);
  const isHead = word.opens || (/^(?:and|then|while)$/.test(before) && verb?.value.form !== "base");
  if (!isHead || verb === null || words.outcomes.has(word.lower)) return false;
  if (!contentKeys(word.lower, keys).some((key) => deeds.has(key))) return true;
  return word.opens && isBesideItsBearers(claim, at);
}

/** "Ran reception and took bookings" for "took bookings": what could stand for the verb is told too, and of other things. */
function isBesideItsBearers(claim: Claim, at: number): boolean {
  const { words, keys } = claim.ground;
  const list = claim.passage.words;
  const [verb, thing] = [list[at], list.slice(at + 1).find((one) => isContent(one, words))];
  if (verb === undefined || thing === undefined) return false;
  if (list[at + 1]?.lower === "and" || holdsWord(claim.evidence, verb.lower, keys)) return false;
  const mine = contentKeys(verb.lower, keys);
  const bearers = claim.evidence
    .flatMap((one) => sourceDeeds(claim, one))
    .filter((deed) => deed.verb.split(" ").some((part) => contentKeys(part, keys).some((key) => mine.includes(key))));
  const isTold = (deed: string): boolean =>
    list.some((one, i) => i > at && isHeadVerb(claim, i) && keys.stem(one.lower) === keys.stem(deed));
  const ofThing = contentKeys(thing.lower, keys);
  return (
    bearers.length > 0 && bearers.every((deed) => isTold(deed.verb) && !ofThing.some((key) => deed.direct.has(key)))
  );
}

/**
 * A verb that carries a deed of the cited lines told as a noun ("opened the shop" → "handled the opening"), or one that a line
 * without any verb leaves open ("Backups with Veeam" → "managed backups").
 */
function isCarrier(claim: Claim, at: number, verb: string): boolean {
  const { words, keys } = claim.ground;
  if (!words.carriers.has(verb)) return false;
  const deeds = deedsOf(claim);
  if (deeds === null) return true;
  const next = claim.passage.words.findIndex(
    (word, place) =>
      place > at + 2 &&
      isHeadVerb(claim, place) &&
      !/ing$/.test(word.lower) &&
      words.lemmas.get(word.lower) !== word.lower,
  );
  return claim.passage.words.some(
    (word, place) =>
      place > at &&
      (next < 0 || place < next) &&
      !/ed$/.test(word.lower) &&
      contentKeys(word.lower, keys).some((key) => !key.startsWith("~") && deeds.has(key)),
  );
}

/** A verb that only says that something was done, or that somebody helped or took part: the ladder judges it. */
export function isLight(claim: Claim, at: number): boolean {
  const { words } = claim.ground;
  const phrase = phraseAt(words.verbs, claim.passage.words, at);
  if (phrase === null || isPaired(claim, at + phrase.words.length)) return false;
  const { verb, form, claim: part } = phrase.value;
  if (part <= 2 || words.lightVerbs.has(verb)) return true;
  return form !== "noun" && claim.passage.words[at]?.opens === true && isCarrier(claim, at, verb);
}

/** "conducted and scheduled interviews": beside a deed of the source an empty verb is a deed of its own. */
function isPaired(claim: Claim, at: number): boolean {
  const list = claim.passage.words;
  const next = list[at + 1];
  if (list[at]?.lower !== "and" || next === undefined || !isHeadVerb(claim, at + 1)) return false;
  return holdsWord(claim.evidence, next.lower, claim.ground.keys);
}
