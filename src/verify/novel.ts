import { type Claim, contentKeys, holdsSense, holdsWord, isContent, type Passage } from "./claim.js";
import { american, type Keys, singular } from "./keys.js";
import { sourceDeeds } from "./ownership.js";
import { phraseAt, type Word } from "./tokens.js";

/**
 * Whether a word the source lacks still adds nothing: it stands for a word of the source, names whom the work is for anyway,
 * spells an acronym out, or is an empty noun behind a thing of the source.
 *
 * Why: a rewording that no table of synonyms knows is still a rewording; an addition stands beside what was kept.
 */
export function addsNothing(claim: Claim, at: number): boolean {
  const word = claim.passage.words[at];
  if (word === undefined) return false;
  return (
    standsFor(claim, at) ||
    isFrame(claim, at) ||
    isPartner(claim, at) ||
    isAudience(claim, at) ||
    isSpelledOut(claim, at)
  );
}

/** Whether a word stands for one of the source: as its general name, or as a word of the same root. */
export function standsFor(claim: Claim, at: number): boolean {
  const { kin } = claim.ground.words;
  const word = claim.passage.words[at];
  if (word === undefined) return false;
  const isDeed = isHeadVerb(claim, at);
  if (isGeneral(claim, word.lower, isDeed ? "deed" : "any", isJoined(claim, at))) return true;
  return (
    !isDeed && basesOf(claim, word.lower).some((base) => kin.of(base, "root").some((term) => holdsTerm(claim, term)))
  );
}

/** A verb at the head of a clause. */
export function isHeadVerb(claim: Claim, at: number): boolean {
  const { words } = claim.ground;
  const list = claim.passage.words;
  const word = list[at];
  if (word === undefined) return false;
  const verb = phraseAt(words.verbs, list, at);
  if (verb === null && !words.lemmas.has(word.lower) && !/.{3}(?:ed|ing)$/.test(word.lower)) return false;
  const isJoined = /^(?:and|then|while)$/.test(list[at - 1]?.lower ?? "") || word.gap === ", ";
  return (
    word.opens ||
    (isJoined &&
      verb?.value.form !== "base" &&
      /(?:ed|ing)$|^(?!.*s$)/.test(word.lower) &&
      words.lemmas.has(word.lower))
  );
}

/** Whether "and" or "or" stands right before or behind a word. */
function isJoined(claim: Claim, at: number): boolean {
  return [claim.passage.words[at - 1], claim.passage.words[at + 1]].some((one) =>
    /^(?:and|or)$/.test(one?.lower ?? ""),
  );
}

/** Whether a word or phrase is the general name of something the source has ("payments" for "cash"), or of what was done. */
export function isGeneral(claim: Claim, lower: string, stead: "deed" | "any", isNarrow = false): boolean {
  const { oneWay } = claim.ground.words;
  const steads = stead === "deed" ? (["deed"] as const) : (["deed", "thing"] as const);
  const bases = basesOf(claim, lower);
  return steads.some((one) =>
    bases.some((base) => oneWay.of(base, one).some((term) => holdsTerm(claim, term, isNarrow))),
  );
}

/** The words of the cited lines that a word is the general name of. */
export function generalOf(claim: Claim, at: number): Word[] {
  const { words, keys } = claim.ground;
  const bases = basesOf(claim, claim.passage.words[at]?.lower ?? "");
  const steads = isHeadVerb(claim, at) ? (["deed"] as const) : (["deed", "thing"] as const);
  const terms = steads.flatMap((stead) => bases.flatMap((base) => words.oneWay.of(base, stead)));
  const stems = new Set(terms.flatMap((term) => term.split(" ").map((part) => keys.stem(part))));
  return claim.evidence.flatMap((one) =>
    one.words.filter((word) => isContent(word, words) && stems.has(keys.stem(word.lower))),
  );
}

function holdsTerm(claim: Claim, term: string, isNarrow = false): boolean {
  const { keys } = claim.ground;
  const grounds = claim.wide || isNarrow ? claim.evidence : claim.sources;
  const stems = term.split(" ").map((part) => keys.stem(part));
  const isAt = (one: Passage, at: number): boolean =>
    stems.every((stem, i) => keys.stem(one.words[at + i]?.lower ?? "") === stem);
  return stems.length === 1
    ? holdsWord(grounds, term, keys)
    : grounds.some((one) => one.words.some((_, at) => isAt(one, at)));
}

/** The forms a word may have in a dictionary. */
function basesOf(claim: Claim, lower: string): string[] {
  const { lemmas } = claim.ground.words;
  const plain = american(lower, claim.ground.words);
  const bare = plain.replace(/(?:ied|ies)$/, "y").replace(/(?:ed|ing|es|s)$/, "");
  const found = [plain, lemmas.get(lower), lemmas.get(plain), singular(plain)];
  if (bare !== plain && bare.length > 2) found.push(bare, `${bare}e`, bare.replace(/([b-df-hj-np-tv-z])\1$/, "$1"));
  return [...new Set(found.filter((one) => one !== undefined))];
}

/** Whether a place holds a word of content that the sources have. */
function isKnown(claim: Claim, word: Word | undefined): word is Word {
  const { words, keys } = claim.ground;
  return word !== undefined && isContent(word, words) && holdsSense(claim.sources, word.lower, keys);
}

/** "product launch campaigns", "the process of onboarding": an empty noun beside a thing of the source. */
function isFrame(claim: Claim, at: number): boolean {
  const { words } = claim.ground;
  const list = claim.passage.words;
  const word = list[at];
  if (word === undefined || !words.uses.frame.has(word.lower)) return false;
  const next = list[at + 1];
  if (next?.gap === " " && isContent(next, words) && !words.uses.frame.has(next.lower)) return false;
  if (word.gap === " " && isKnown(claim, list[at - 1])) return true;
  return (
    !/^(?:and|or)$/.test(list[at - 1]?.lower ?? "") &&
    /^(?:of|for|on|about|regarding)$/.test(next?.lower ?? "") &&
    list.slice(at + 2, at + 5).some((one) => isKnown(claim, one))
  );
}

/** "with the finance team" for "with finance", "team members" for "people". */
function isPartner(claim: Claim, at: number): boolean {
  const { keys } = claim.ground;
  const list = claim.passage.words;
  const [before, word, next] = [list[at - 1], list[at], list[at + 1]];
  if (word === undefined || before === undefined || !/^teams?$/.test(word.lower)) return false;
  if (/^members?$/.test(next?.lower ?? ""))
    return holdsSense(claim.sources, "member", keys) || isGeneral(claim, "member", "any");
  const isWith = (one: Passage, place: number): boolean =>
    one.words.slice(Math.max(0, place - 3), place).some((source) => /^(?:with|between)$/.test(source.lower));
  return claim.evidence.some((one) =>
    one.words.some((source, place) => source.lower === before.lower && isWith(one, place)),
  );
}

/** "customer e-mails": whom the work is for, before a thing of the source, where the line names nobody else. */
function isAudience(claim: Claim, at: number): boolean {
  const { words } = claim.ground;
  const list = claim.passage.words;
  const word = list[at];
  const next = list[at + 1];
  const kindOf = (one: Word) => words.people.get(singular(one.lower));
  if (
    word === undefined ||
    next?.gap !== " " ||
    !isKnown(claim, next) ||
    /^(?:and|or)$/.test(list[at - 1]?.lower ?? "")
  )
    return false;
  if (kindOf(word) !== "served" && !/^(?:employee|staff)s?$/.test(word.lower)) return false;
  const isPerson = (one: Word): boolean =>
    kindOf(one) !== undefined || words.roles.has(singular(one.lower)) || words.uses.party.has(singular(one.lower));
  return !claim.evidence.some((one) => one.words.some(isPerson));
}

/** "requests for information" where the source has RFI. */
function isSpelledOut(claim: Claim, at: number): boolean {
  const list = claim.passage.words.flatMap((word, place) =>
    word.lower.split("-").map((part) => ({ place, letter: part[0] ?? "" })),
  );
  const acronyms = claim.evidence.flatMap((one) =>
    one.words.flatMap((word) =>
      /^\p{Lu}{3,6}s?$/u.test(word.text) ? [word.text.replace(/s$/, "").toLowerCase()] : [],
    ),
  );
  return acronyms.some((letters) =>
    list.some(
      (_, from) =>
        [...letters].every((letter, i) => list[from + i]?.letter === letter) &&
        list.slice(from, from + letters.length).some(({ place }) => place === at),
    ),
  );
}

/** A verb that says what a line without any verb leaves open: "Dashboards for sales" → "built dashboards". */
export function isOpenDeed(claim: Claim, at: number): boolean {
  const { words } = claim.ground;
  const verb = phraseAt(words.verbs, claim.passage.words, at)?.value.verb;
  const word = claim.passage.words[at];
  if (word === undefined || !isHeadVerb(claim, at) || claim.wide || claim.entry.startsWith("e")) return false;
  const open = claim.evidence.filter((one) => isOpen(claim, one));
  if (open.length === 0) return false;
  if (verb !== undefined && words.uses.making.has(verb) && open.length === claim.evidence.length) return true;
  const names = [...basesOf(claim, word.lower), ...(verb === undefined ? [] : [verb])];
  if (names.some((base) => words.uses.plain.has(base)) && isOfThing(claim, at, open)) return true;
  const part: Claim = { ...claim, evidence: open, sources: open };
  return names.some((base) => words.oneWay.of(base, "open").some((term) => holdsTerm(part, term)));
}

/** Whether the first thing behind a verb is one of these lines'. */
function isOfThing(claim: Claim, at: number, lines: readonly Passage[]): boolean {
  const { words, keys } = claim.ground;
  const thing = claim.passage.words.slice(at + 1).find((one) => isContent(one, words) && !words.framing.has(one.lower));
  return thing !== undefined && holdsSense(lines, thing.lower, keys);
}

/** A line whose head is a thing: no verb at all, or only one that tells more of the thing ("scripts to log readings"). */
function isOpen(claim: Claim, one: Passage): boolean {
  const deeds = sourceDeeds(claim, one);
  if (deeds.length === 0) return one.content.size > 0;
  const { words } = claim.ground;
  const head = one.words[0];
  if (head === undefined || words.lemmas.has(head.lower) || /(?:ed|ing)$/.test(head.lower)) return false;
  return deeds.every((deed) => {
    const place = one.words.findIndex((word) => deed.text.toLowerCase().startsWith(word.lower));
    const isLater = one.words.slice(1, place + 1).some((word) => /[,;]/.test(word.gap));
    const before = one.words[place - 1]?.lower ?? "";
    const isNoun = place === 2 && before === "and" && deed.text.toLowerCase() === deed.verb;
    return place > 0 && (isLater || isNoun || /^(?:to|that|which|who)$/.test(before));
  });
}

/** "handled refunds" for "issued refunds": a verb that covers any deed, but not where the source hands the thing on. */
export function coversDeed(claim: Claim, at: number): boolean {
  const { words, keys } = claim.ground;
  const list = claim.passage.words;
  const verb = phraseAt(words.verbs, list, at);
  if (verb === null || verb.value.verb !== "handle") return false;
  const deeds = claim.evidence.flatMap((one) => sourceDeeds(claim, one));
  const things = list.slice(at + verb.words.length).filter((one) => isContent(one, words));
  const thing = things[0];
  return (
    thing !== undefined &&
    deeds.length > 0 &&
    deeds.every((deed) => !words.uses.away.has(deed.verb)) &&
    deeds.some((deed) => contentKeys(thing.lower, keys).some((key) => deed.object.has(key)))
  );
}

/** "dishwashing" where the source has "washed dishes". */
export function isCompound(lower: string, evidence: readonly Passage[], keys: Keys): boolean {
  return [...lower].some(
    (_, at) =>
      at >= 4 &&
      lower.length - at >= 4 &&
      holdsWord(evidence, lower.slice(0, at), keys) &&
      holdsWord(evidence, lower.slice(at), keys),
  );
}

/** Whether a word denies what the lines deny, or says "self-" of what they tell as one's own: "unpublished" for "not published". */
export function isDenied(claim: Claim, lower: string): boolean {
  const { keys, words } = claim.ground;
  const own = /^self-(.{4,})$/.exec(lower)?.[1];
  if (own !== undefined)
    return claim.evidence.some((one) => /\b(?:I|me|my|myself)\b/.test(one.text) && holdsSense([one], own, keys));
  const rest = /^(?:un|non-)(.{4,})$/.exec(lower)?.[1];
  if (rest === undefined) return false;
  const stems = rest.split("-").map((part) => keys.stem(part));
  return claim.evidence.some((one) => {
    const not = one.words.findIndex((word) => /^(?:not|never|no)$|n't$/.test(word.lower));
    const told = one.words.slice(not + 1).filter((word) => isContent(word, words));
    return (
      not >= 0 && stems.every((stem) => told.slice(0, stems.length).some((word) => keys.stem(word.lower) === stem))
    );
  });
}
