import { contentKeys, isContent, type Passage } from "./claim.js";
import { american, type Keys, singular } from "./keys.js";
import { phraseAt, type Word } from "./tokens.js";
import type { FormKind, Part, PhraseBook, VerifyWords } from "./words.js";

/** What somebody did, as one clause says it: the verb, the part it claims and what it was done to. */
export interface Action {
  verb: string;
  text: string;
  /** What the clause claims in a new text. */
  claim: Part;
  /** The most it allows to be said where it is the source. */
  licence: Part;
  object: Set<string>;
  /** Keys of its first object alone, up to a small word or a break. */
  direct: Set<string>;
  /** The last words of that first object: volunteers of "eight volunteers for the fair", two of "staff and their pay". */
  heads: readonly string[];
  /** All words of content of that object. */
  run: readonly string[];
  /** Place of the verb. */
  at: number;
  /** Told of the people the verb before is about: finding in "guided visitors in finding sources". */
  ofOthers: boolean;
  /** Done to the person ("was trained by", "under supervision of") or not done at all ("did not handle"). */
  suffered: boolean;
}

/** What somebody supports when they help with a deed: a migration, a rollout; customers are supported otherwise. */
const nominal =
  /(?:tions?|ments?|ings?|als?|launch|rollout|audit|redesign|upgrade|overhaul|transfer|analysis|projects?|initiatives?|programs?|programmes?|efforts?|campaigns?)$/;

/** "the audit, which closed early": what a thing did was not somebody's part. */
const ofThing: { claim: Part; licence: Part } = { claim: 3, licence: 3 };

/** "the panel that hired two cooks": what a group did, somebody in it took part in. */
const ofGroup: { claim: Part; licence: Part } = { claim: 2, licence: 2 };

interface Found {
  verb: string;
  at: number;
  next: number;
  form: FormKind;
  claim: Part;
  licence: Part;
  /** Stands behind a break that lets it escape the helper before it. */
  free: boolean;
  /** Told of a thing: "a project that lowered costs". */
  ofThing: boolean;
}

/**
 * The actions of a passage. A helper caps what follows it: "helped build" is helping, "was part of the team that led" is
 * taking part, until a new clause in the past tense begins: "helped design the API and led the rollout".
 */
export function actionsOf(passage: Passage, words: VerifyWords, keys: Keys): Action[] {
  const found = verbsIn(passage, words);
  const actions: Action[] = [];
  let cap: { part: Part; form: FormKind } | null = null;
  found.forEach((verb, index) => {
    if (cap !== null && verb.free && escapes(cap.form, verb.form)) cap = null;
    const held = cap === null ? 5 : cap.part;
    const previous = found[index - 1];
    const until = found[index + 1]?.at ?? passage.words.length;
    actions.push({
      verb: verb.verb,
      at: verb.at,
      text: passage.text.slice(passage.words[verb.at]?.start ?? 0, passage.words[verb.next - 1]?.end ?? 0),
      claim: Math.min(verb.claim, held) as Part,
      licence: Math.min(verb.licence, held) as Part,
      object: objectKeys(passage.words.slice(verb.next, until), words, keys),
      ...directObject(passage.words.slice(verb.next, until), words, keys),
      ofOthers: verb.ofThing || isOfOthers(passage.words, verb, previous, actions.at(-1), keys),
      suffered: isSuffered(passage.words, verb.at, verb.form, words),
    });
    const deed =
      verb.claim === 1 && passage.words.slice(verb.next, verb.next + 5).some((word) => nominal.test(word.lower));
    const last = actions.at(-1);
    if (deed && last !== undefined) last.licence = 1;
    const isWeak = Math.max(verb.claim, verb.licence) <= 2 || verb.claim === 1;
    if (isWeak && (cap === null || verb.licence < cap.part))
      cap = { part: Math.min(verb.licence, 2) as Part, form: previous === undefined ? verb.form : verb.form };
  });
  return shareObjects(actions);
}

/** A verb that escapes a helper has its form ("helped … and led", "assisting … and leading"); a base form stays ambiguous. */
function escapes(helper: FormKind, form: FormKind): boolean {
  return form === "past" || (helper === "gerund" && form === "gerund") || (helper === "base" && form === "base");
}

function verbsIn(passage: Passage, words: VerifyWords): Found[] {
  const list = americanWords(passage.words, words, words.verbs);
  const found: Found[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const phrase = phraseAt(words.verbs, list, at);
    const word = list[at];
    if (phrase === null || word === undefined) {
      const guess = word === undefined ? null : guessed(list, at, words);
      if (guess !== null)
        found.push({
          ...guess,
          at,
          next: at + 1,
          free: isFree(list, at),
          ofThing: ofSubject(list, at, words) === ofThing,
        });
      continue;
    }
    const { value } = phrase;
    if (!readsAsVerb(list, at, value.form, phrase.words.length, words)) continue;
    const own = ofSubject(list, at, words) ?? value;
    found.push({
      verb: value.verb,
      at,
      next: at + phrase.words.length,
      form: value.form,
      claim: own.claim,
      licence: own.licence,
      free: own === ofThing || isFree(list, at),
      ofThing: own === ofThing,
    });
    at += phrase.words.length - 1;
  }
  return found;
}

/** What a verb behind "which" or "the panel that" claims; null where the subject is the person. */
function ofSubject(list: readonly Word[], at: number, words: VerifyWords): typeof ofThing | null {
  const joint = list[at - 1]?.lower ?? "";
  const group = list[at - 2]?.lower ?? "";
  if (/^(?:that|which|who)$/.test(joint) && words.people.get(group) === "group") return ofGroup;
  return joint === "which" || joint === "that" ? ofThing : null;
}

/** The words in American spelling where only that is in the book. */
export function americanWords<T>(list: readonly Word[], words: VerifyWords, book: PhraseBook<T>): Word[] {
  return list.map((word) => {
    const lower = book.has(word.lower) ? word.lower : american(word.lower, words);
    return lower !== word.lower && book.has(lower) ? { ...word, lower } : word;
  });
}

/** An unknown word in -ed or -ing at the head of a clause is something done. */
function guessed(
  list: readonly Word[],
  at: number,
  words: VerifyWords,
): Pick<Found, "verb" | "form" | "claim" | "licence"> | null {
  const lower = list[at]?.lower ?? "";
  const isIrregular = words.lemmas.has(lower) && words.lemmas.get(lower) !== lower && list[at]?.opens === true;
  if (!(/.{3}(?:ed|ing)$/.test(lower) || isIrregular) || words.plain.has(lower) || !isClauseHead(list, at)) return null;
  return { verb: lower, form: lower.endsWith("ing") ? "gerund" : "past", claim: 3, licence: 3 };
}

function isClauseHead(list: readonly Word[], at: number): boolean {
  const word = list[at];
  if (word === undefined || at === 0 || word.opens || /[,;:–—]/.test(word.gap)) return true;
  const before = list[at - 1]?.lower ?? "";
  return /ly$/.test(before)
    ? isClauseHead(list, at - 1)
    : ["and", "while", "then", "to", "by", "who", "that", "i", "we", "but", "as"].includes(before);
}

function isFree(list: readonly Word[], at: number): boolean {
  const word = list[at];
  if (word === undefined) return false;
  const before = list[at - 1]?.lower ?? "";
  if (/ly$/.test(before)) return isFree(list, at - 1);
  return (
    word.opens ||
    /[,;.–—]/.test(word.gap) ||
    ["and", "while", "then", "but", "before", "after", "also"].includes(before)
  );
}

/** Base forms and nouns count only where a verb can stand: "test plan", "order forms" and "lead engineer" are no actions. */
function readsAsVerb(list: readonly Word[], at: number, form: FormKind, length: number, words: VerifyWords): boolean {
  const before = list[at - 1]?.lower ?? "";
  if (form === "past" && length === 1)
    return !/^(?:of|in|for)$/.test(list[at + 1]?.lower ?? "") || isClauseHead(list, at);
  if (length > 1) return true;
  const after = list[at + 1]?.lower ?? "";
  if (form === "noun") return after === "of" || after === "for" || before === "my";
  if (form === "gerund")
    return (
      isClauseHead(list, at) ||
      ["in", "for", "with", "of", "for", "on", "helped", "including"].includes(before) ||
      after === "the" ||
      after === "a"
    );
  const lower = list[at]?.lower ?? "";
  const isThird =
    at > 0 && lower.endsWith("s") && words.lemmas.get(lower) !== lower && !/^(?:who|that|which)$/.test(before);
  if (isThird && !/s$/.test(words.lemmas.has(list[0]?.lower ?? "") ? (list[0]?.lower ?? "") : "")) return false;
  const isPeople = !list[at]?.opens && words.roles.get(singular(list[at]?.lower ?? ""))?.kind === "role";
  return (
    (isClauseHead(list, at) && !isPeople) ||
    ["helped", "help", "helping", "helps", "can", "will", "could", "did"].includes(before)
  );
}

function objectKeys(list: readonly Word[], words: VerifyWords, keys: Keys): Set<string> {
  const found: string[] = [];
  for (const word of list.slice(0, 12)) {
    if (/[.;]/.test(word.gap)) break;
    if (isThing(word, words)) found.push(...contentKeys(word.lower, keys));
  }
  return new Set(found);
}

/** A word of content that is no number: searches of "nine searches". */
function isThing(word: Word, words: VerifyWords): boolean {
  return isContent(word, words) && !words.numbers.has(`*:${word.lower}`);
}

function directObject(list: readonly Word[], words: VerifyWords, keys: Keys): Pick<Action, "direct" | "heads" | "run"> {
  const found: string[] = [];
  const heads: string[] = [];
  list.some((word, at) => {
    const isOften = words.units.get(word.lower)?.kind === "frequency";
    const isJoint =
      words.plain.has(word.lower) &&
      !isOften &&
      !/^(?:the|an?|one|and|new|two|all|own|my|our|its|their)$/.test(word.lower);
    const last = found.at(-1) ?? "";
    const isTheirs = words.people.has(singular(last)) && phraseAt(words.verbs, list, at)?.value.form === "base";
    if (/[,.;:(–—]/.test(word.gap) || isJoint || isTheirs) return true;
    if (word.lower === "and") heads.push(last);
    if (isThing(word, words)) found.push(word.lower);
    return false;
  });
  const direct = found.flatMap((word) => contentKeys(word, keys).filter((key) => !key.startsWith("~")));
  return { direct: new Set(direct), run: found, heads: [...heads, found.at(-1) ?? ""].filter((word) => word !== "") };
}

/** Helping and teaching verbs: what stands behind a preposition after the people helped is what these do. */
const forOthers = ["help", "guide", "teach", "train", "advise", "support", "show"];

/** "Guided visitors in finding sources", "trained new cooks in plating": a gerund that says in what somebody was helped. */
function isOfOthers(
  list: readonly Word[],
  verb: Found,
  previous: Found | undefined,
  helped: Action | undefined,
  keys: Keys,
): boolean {
  if (verb.form !== "gerund" || previous === undefined || helped === undefined || helped.heads.length === 0)
    return false;
  const between = list.slice(previous.next, verb.at);
  const at = between.findLastIndex((word) => /^(?:in|on|with|about|at)$/.test(word.lower));
  if (at < 1 || [...between.slice(1), list[verb.at]].some((word) => /[,;:]/.test(word?.gap ?? ""))) return false;
  return keys.of(previous.verb).some((key) => forOthers.some((one) => keys.of(one).includes(key)));
}

/** "was trained", "trained by a senior", "under supervision of", "did not handle": no deed of one's own. */
function isSuffered(list: readonly Word[], at: number, form: FormKind, words: VerifyWords): boolean {
  const before = list[at - 1]?.lower ?? "";
  if (/^(?:not|never|without)$/.test(before) || /n't$/.test(before)) return true;
  if (form === "noun") return before !== "my" && [before, list[at - 2]?.lower ?? ""].includes("under");
  if (form !== "past") return false;
  const isBe = /^(?:was|were|been|being|got)$/.test(before);
  const subject = list[at - 2];
  if (isBe) return subject === undefined || list[at - 1]?.opens === true || /^(?:i|and|have)$/.test(subject.lower);
  const behind = list[at + 1];
  const isCounted = words.numbers.has(`*:${list[at + 2]?.lower}`);
  const agent = list[isCounted ? at + 3 : at + 2]?.lower ?? "";
  const kind = words.people.get(singular(agent));
  if (behind?.lower === "by" && kind !== undefined && kind !== "served") return true;
  const isLoose = list[at]?.opens === true || /[,;]/.test(list[at]?.gap ?? "") || /^(?:the|an?|my|our)$/.test(agent);
  return isLoose && behind?.lower === "by" && !/^\d|ing$/.test(agent);
}

/** "Designed and built the API": a verb without an object of its own shares that of the next. */
function shareObjects(actions: readonly Action[]): Action[] {
  return actions.map((action, index) => {
    const next = actions.slice(index + 1).find((one) => one.object.size > 0);
    return action.object.size === 0 && next !== undefined
      ? { ...action, object: next.object, direct: next.direct, heads: next.heads, run: next.run }
      : action;
  });
}
