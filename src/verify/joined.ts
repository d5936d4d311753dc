import { type Claim, holdsSense, holdsWord, isContent } from "./claim.js";
import { isLight } from "./deeds.js";
import { singular } from "./keys.js";
import { generalOf, isCompound, isHeadVerb } from "./novel.js";
import type { Word } from "./tokens.js";

/** "students and staff", "planned, wrote and filmed": a thing or deed beside one that is kept, with nothing of its own in the source. */
export function isDoubled(claim: Claim, at: number): boolean {
  const { keys, words } = claim.ground;
  const list = claim.passage.words;
  const word = list[at];
  const others = joinedTo(claim, at);
  if (word === undefined || others.length === 0 || isLight(claim, at)) return false;
  if (/^(?:before|after|during)$/.test(word.lower))
    return !claim.wide && !claim.evidence.some((one) => one.all.has(word.lower));
  if (!isContent(word, words) || words.outcomes.has(word.lower)) return false;
  if (isNewAgent(claim, word)) return true;
  if (holdsWord(claim.wide ? claim.sources : claim.evidence, word.lower, keys)) return false;
  if (isCompound(word.lower, claim.evidence, keys)) return false;
  const bearers = [...bearersOf(claim, word.lower), ...generalOf(claim, at)];
  if (bearers.length === 0 && !claim.wide && !isHeadVerb(claim, at) && isOfDeed(claim, word)) return true;
  if (bearers.length === 0) return !claim.wide && /^\p{Ll}/u.test(word.text) && isOfHeader(claim, word);
  if (isDescribing(claim, at)) return false;
  const kept = list.filter((one, place) => place !== at && isContent(one, words));
  const mine = keys.of(word.lower).filter((key) => key.startsWith("~"));
  const isNear = (source: Word): boolean =>
    isHeadVerb(claim, at) &&
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

/** "assistant and vaccinator" where the source has "vaccines": somebody who does a thing is more than the thing. */
function isNewAgent(claim: Claim, word: Word): boolean {
  const { words } = claim.ground;
  const bare = word.lower.replace(/'s?$/, "");
  if (!/.{4}(?:er|or|ist)s?$/.test(bare) || words.lemmas.has(bare) || words.people.has(singular(bare))) return false;
  const forms = [bare, singular(bare), `${singular(bare)}s`];
  const stem = claim.ground.keys.stem(bare);
  const isStem = claim.sources.some((one) => one.all.has(stem));
  return (
    isStem &&
    !claim.sources.some((one) =>
      forms.some((form) => one.words.some((source) => source.lower.replace(/'s?$/, "") === form)),
    )
  );
}

/**
 * A word of the summary before a thing of the summary's own line, put in the place of another or joined to it, that no line
 * of the resume has beside that thing: "web interfaces" → "GraphQL interfaces".
 */
export function isSwapped(claim: Claim, at: number): boolean {
  const { keys, words, task } = claim.ground;
  const list = claim.passage.words;
  const [before, word, thing] = [list[at - 1], list[at], list[at + 1]];
  const own = task.parsed.ids[claim.edit.id];
  if (claim.edit.id !== "summary" || own === undefined || word === undefined || thing?.gap !== " ") return false;
  if (!isContent(word, words) || !isContent(thing, words)) return false;
  const line = claim.ground.passage(claim.edit.id, own.lines[0] ?? null, own.text);
  if (holdsSense([line], word.lower, keys)) return false;
  const place = line.words.findIndex((one) => keys.stem(one.lower) === keys.stem(thing.lower));
  const old = line.words[place - 1];
  if (old === undefined || line.words[place]?.gap !== " " || !isContent(old, words)) return false;
  const isReplaced = !list.some((one) => keys.stem(one.lower) === keys.stem(old.lower)) || before?.lower === "and";
  const isBeside = claim.sources.some(
    (one) => holdsWord([one], word.lower, keys) && holdsWord([one], thing.lower, keys),
  );
  return isReplaced && !isBeside;
}
