import { type Action, actionsOf } from "./actions.js";
import { blocked, type Claim, contentKeys, isContent, type Passage, type Rule } from "./claim.js";
import { entryValue } from "./entry-header.js";
import { type Keys, singular } from "./keys.js";
import { numbersOf } from "./quantities.js";

const partNames = ["", "helped with", "took part in", "did", "made", "led"] as const;

/**
 * Steps up in ownership: helped < took part < did < made < led.
 *
 * Each action of the new text is held against the source action that was done to the same thing; what the source did to
 * other things licenses nothing.
 */
export const ownership: Rule = (claim) => {
  const { words, keys } = claim.ground;
  if (claim.edit.id.startsWith("k")) return [];
  const mine = actionsOf(claim.passage, words, keys);
  const theirs = claim.evidence
    .flatMap((one) => sourceActions(claim, sourceDeeds(claim, one), one))
    .map((one) => (one.suffered ? { ...one, claim: 2 as const, licence: 2 as const } : one));
  const deeds = mine.flatMap((action) => {
    if (action.suffered || action.ofOthers || isSaidAs(action, claim)) return [];
    const isLed =
      kindOfHead(action, claim) === "staff" &&
      claim.evidence.some((one) => isOffice(one, claim) || isOwnTeam(one, claim));
    const licence = isLed ? 5 : isTheirDeed(action, theirs, claim) ? 1 : licenceFor(action, theirs);
    if (action.verb === "in charge of" && claim.evidence.some((one) => /\bin charge\b/i.test(one.text))) return [];
    if (action.verb === "complete" && isSchooling(action, claim)) return [];
    const claimed = claimedPart(action, theirs, claim);
    if (claimed <= Math.max(2, licence)) return [];
    const said = partNames[licence] ?? "did";
    return [
      blocked("ownership", action.text, `“${action.text}” claims more than your resume: there you ${said} it.`, claim),
    ];
  });
  return [...deeds, ...madeByOthers(claim)];
};

/** "Art by a friend, code by me" told as "art and code": what the line gives to somebody else by name or office. */
function madeByOthers(claim: Claim): ReturnType<Rule> {
  const { words, keys } = claim.ground;
  const isOther = (lower: string): boolean =>
    /^(?:friend|brother|sister|wife|husband|freelancer)$/.test(lower) ||
    words.people.get(lower) === "staff" ||
    words.roles.get(lower)?.kind === "role";
  const mine = claim.passage.words;
  return claim.evidence.flatMap((one) =>
    one.words.flatMap(({ lower }, at) => {
      const [thing, joint, maker] = [one.words[at - 1], one.words[at + 1], one.words[at + 2]];
      const isGiven = lower === "by" && /^(?:an?|another|my|the)$/.test(joint?.lower ?? "");
      if (!isGiven || thing === undefined || maker === undefined || !isOther(singular(maker.lower))) return [];
      if (!isContent(thing, words) || /(?:ed|en|ing)$/.test(thing.lower) || words.lemmas.has(thing.lower)) return [];
      const told = mine.find((word) => keys.stem(word.lower) === keys.stem(thing.lower));
      const isNamed = mine.some((word) => keys.stem(word.lower) === keys.stem(maker.lower));
      if (told === undefined || isNamed) return [];
      return [blocked("ownership", told.text, `Your resume gives “${told.text}” to somebody else.`, claim)];
    }),
  );
}

/** The actions of a source line, read once. */
export function sourceDeeds(claim: Claim, one: Passage): Action[] {
  const { words, keys } = claim.ground;
  return claim.ground.kept("actions", one, () => actionsOf(one, words, keys));
}

/** What a source line allows; helping people served is a deed of one's own, and who coordinates people leads them. */
function sourceActions(claim: Claim, actions: readonly Action[], line: Passage): Action[] {
  const { keys } = claim.ground;
  const told = actions.map((action, index): Action => {
    const next = actions[index + 1];
    if (action.verb === "responsible for" && next?.at === action.at + 2) return { ...action, licence: next.licence };
    if (isServing(action, claim)) return { ...action, licence: 4 };
    const isLeading = kindOfHead(action, claim) === "staff" && isMeant(action, ["coordinate", "organize"], keys);
    return isLeading ? { ...action, licence: 5 } : action;
  });
  return [...verbless(claim, actions, line), ...told];
}

/** "Helped customers choose paint": the people are many, and they are no colleagues. */
function isServing(action: Action, claim: Claim): boolean {
  const { keys, words } = claim.ground;
  const isServed = (word: string): boolean => words.people.get(singular(word)) === "served" && word !== singular(word);
  return action.claim === 1 && !action.ofOthers && action.run.some(isServed) && isMeant(action, ["help"], keys);
}

/** What the people helped did themselves: "Chose paint for customers" of "helped customers choose paint". */
function isTheirDeed(action: Action, theirs: readonly Action[], claim: Claim): boolean {
  const { keys, words } = claim.ground;
  const stem = keys.stem(words.lemmas.get(action.verb) ?? action.verb);
  const isSaid = (one: Action): boolean => keys.stem(words.lemmas.get(one.verb) ?? one.verb) === stem && one.claim > 1;
  return (
    action.claim > 2 && !theirs.some(isSaid) && theirs.some((one) => isServing(one, claim) && one.object.has(stem))
  );
}

/** A line or its first clause without any verb ("Weekly payroll, 200 staff") was at least done, perhaps made. */
function verbless(claim: Claim, actions: readonly Action[], line: Passage): Action[] {
  const end = actions[0]?.at ?? line.words.length;
  const isClause = end === line.words.length || /[,;:–—]/.test(line.words[end]?.gap ?? "");
  const isAbout = end > 1 && /^(?:to|that|which|for)$/.test(line.words[end - 1]?.lower ?? "");
  const content = new Set(
    line.words
      .slice(0, end)
      .flatMap((word) => (isContent(word, claim.ground.words) ? contentKeys(word.lower, claim.ground.keys) : [])),
  );
  if (content.size === 0 || !(isClause || isAbout)) return [];
  const object = { object: content, direct: content, heads: [], run: [] };
  return [{ verb: "", at: 0, text: "", claim: 3, licence: 4, ...object, ofOthers: false, suffered: false }];
}

/** Whether a verb may stand for one of these. */
function isMeant(action: Action, verbs: readonly string[], keys: Keys): boolean {
  return verbs.some((verb) => keys.of(verb).some((key) => keys.of(action.verb).includes(key)));
}

/** Who stands under another holds no such office. */
const under = /^(?:assistant|deputy|vice|associate|trainee|junior|acting|co-?)\b/i;

/** "Shift leader on weekends for three people": the line names the office before any small word; people were led. */
function isOffice(line: Passage, claim: Claim): boolean {
  const { words, keys } = claim.ground;
  const end = line.words.findIndex((word, at) => at > 0 && (words.plain.has(word.lower) || /[,;:(–—]/.test(word.gap)));
  const head = line.words.slice(0, end < 0 ? line.words.length : end).at(-1);
  if (head === undefined || !words.roles.has(singular(head.lower)) || under.test(line.text)) return false;
  const stem = keys.stem(singular(head.lower));
  return ["lead", "manage", "supervise", "direct", "head"].some((verb) => keys.stem(verb) === stem);
}

/** "Three full-time workers" under the title of a manager: people counted in a line without a verb are those one leads. */
function isOwnTeam(line: Passage, claim: Claim): boolean {
  if (claim.wide || sourceDeeds(claim, line).length > 0) return false;
  const title = entryValue(claim.ground.task.parsed, claim.entry)?.position;
  const isHead = /\b(?:manager|head|lead|leader|supervisor|foreman|forewoman|owner|farmer|captain|director)$/i;
  const office = typeof title === "string" ? (title.split(/[,(–—|]| of /)[0] ?? "").trim() : "";
  if (!isHead.test(office) || under.test(office)) return false;
  const [first] = numbersOf(claim, line);
  const { people } = claim.ground.words;
  const at = line.words.findIndex(({ lower }) => people.get(singular(lower)) === "staff");
  const behind = line.words[at + 1];
  const isAll =
    behind === undefined ||
    /[,;:(]/.test(behind.gap) ||
    /^(?:and|plus|including|in|at|during|under)$/.test(behind.lower);
  return first?.at === 0 && at >= first.next && at < first.next + 3 && isAll;
}

/** "as witness": who is named so did what the word says. */
function isSaidAs(action: Action, claim: Claim): boolean {
  const { words, keys } = claim.ground;
  const stem = keys.stem(words.lemmas.get(action.verb) ?? action.verb);
  if (action.claim === 5) return false;
  return claim.evidence.some((one) =>
    one.words.some(({ lower }, at) => {
      const next = one.words[at + 1];
      const noun = /^(?:an?|the)$/.test(next?.lower ?? "") ? one.words[at + 2] : next;
      return lower === "as" && noun !== undefined && keys.stem(noun.lower) === stem;
    }),
  );
}

function licenceFor(action: Action, theirs: readonly Action[]): number {
  const overlap = (one: Action): number =>
    [...action.object].filter((key) => !key.startsWith("~") && one.object.has(key)).length +
    ([...action.object].some((key) => key.startsWith("~") && one.object.has(key)) ? 0.5 : 0);
  const most = (list: readonly Action[]): number => Math.max(0, ...list.map((one) => one.licence));
  if (theirs.length === 0) return 5;
  const isBare = (one: Action): boolean => one.object.size === 0 && one.verb === action.verb;
  const direct = [...action.direct].map((key) => theirs.filter((one) => one.object.has(key) || isBare(one)));
  const named = direct.filter((list) => list.length > 0);
  const permit = (list: readonly Action[]): number => {
    const same = list.filter((one) => one.verb === action.verb);
    return same.length > 0 ? Math.max(most(same), ...same.map((one) => one.claim)) : most(list);
  };
  if (named.length > 0 && named.length === direct.length) return Math.min(...named.map(permit));
  const own = theirs.filter((one) => !one.ofOthers);
  const nearest = (list: readonly Action[]): number => Math.max(0, ...list.map(overlap));
  const among = nearest(own) > 0 && nearest(own) >= nearest(theirs) ? own : theirs;
  const best = Math.max(...among.map(overlap));
  if (best === 0 || action.object.size === 0) return most(theirs);
  const near = among.filter((one) => overlap(one) >= best);
  return permit(near);
}

/** The part a verb claims of this object: who leads a meeting holds it, who manages complaints handles them. */
function claimedPart(action: Action, theirs: readonly Action[], claim: Claim): number {
  const { events } = claim.ground.words;
  const { keys } = claim.ground;
  const held = action.heads.at(-1) === "day" ? keys.stem("day") : undefined;
  const event = held ?? [...events].map((one) => keys.stem(one)).find((stem) => action.direct.has(stem));
  if (action.verb === "publish" && theirs.some(({ verb }) => verb === "post")) return 3;
  if (action.claim === 5 && isOfCharges(action, claim)) return 3;
  if (
    (action.claim === 5 || action.verb === "run") &&
    event !== undefined &&
    theirs.some((one) => one.direct.has(event) || (one.claim > 2 && keys.stem(one.verb) === event))
  )
    return 3;
  const isGiven = ["provide", "offer", "give"].includes(action.verb);
  if (isGiven && ["support", "assistance", "help"].some((word) => action.object.has(keys.stem(word)))) return 1;
  const isSent = action.verb === "direct" && kindOfHead(action, claim) === "thing";
  if (isSent && /\bdirect(?:ed|ing|s)? [^,;.]*\bto\b/i.test(claim.passage.text)) return 3;
  const isTold = theirs.some((one) => one.claim > 2 && one.verb !== "" && action.direct.has(keys.stem(one.verb)));
  if (action.verb === "manage" && kindOfHead(action, claim) === "thing") {
    const isTended = theirs.some((one) => one.claim > 2 && tending.has(one.verb) && meets(action, one));
    return isTended || isTold ? 3 : Math.min(action.claim, 4);
  }
  if (action.claim !== 4) return action.claim;
  return isTold && isMeant(action, making, keys) ? 3 : 4;
}

/** "Managed a group of 22 children": looking after a group of the young is no leading of staff. */
function isOfCharges(action: Action, claim: Claim): boolean {
  const { people } = claim.ground.words;
  const isYoung = /^(?:child|children|toddler|kid|pupil|infant|preschooler|camper)$/;
  const behind = claim.passage.words.slice(action.at + 1, action.at + 8).map((word) => singular(word.lower));
  const end = behind.findIndex((word) => /^(?:with|together|alongside)$/.test(word));
  const list = end < 0 ? behind : behind.slice(0, end);
  const isGroup = action.heads.some((head) => people.get(singular(head)) === "group" || isYoung.test(singular(head)));
  return isGroup && list.some((word) => isYoung.test(word)) && !list.some((word) => people.get(word) === "staff");
}

/** Who does one of these with a thing may be said to manage it. */
const tending = new Set(
  "manage|maintain|handle|do|perform|keep|spend|look after|run|operate|administer|process|organize|coordinate|responsible for|care for|take over".split(
    "|",
  ),
);

/** "Estimated costs" may be told as "produced cost estimates": the deed is the noun. */
const making = ["make", "produce", "create", "write", "prepare"];

function meets(action: Action, other: Action): boolean {
  return (
    action.direct.size === 0 ||
    [...action.direct].some((key) => (other.direct.size > 0 ? other.direct : other.object).has(key))
  );
}

/** What the object of an action is: people somebody leads, something made of people, or a thing. */
function kindOfHead(action: Action, claim: Claim): "staff" | "unit" | "thing" {
  const { words } = claim.ground;
  const kinds = action.heads.map((head) => {
    const kind = words.people.get(singular(head)) ?? words.people.get(head);
    return words.roles.get(singular(head))?.kind === "role" ? "staff" : kind;
  });
  if (kinds.some((kind) => kind === "staff" || kind === "group")) return "staff";
  return kinds.includes("unit") ? "unit" : "thing";
}

/** Who completed a training took part in it. */
function isSchooling(action: Action, claim: Claim): boolean {
  return ["training", "course", "workshop", "seminar"].some((word) => action.object.has(claim.ground.keys.stem(word)));
}
