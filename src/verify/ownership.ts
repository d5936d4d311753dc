import { type Action, actionsOf } from "./actions.js";
import { blocked, type Claim, type Passage, type Rule } from "./claim.js";

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
    .flatMap((one) => sourceActions(claim, sourceDeeds(claim, one), one.content))
    .map((one) => (one.suffered ? { ...one, claim: 2 as const, licence: 2 as const } : one));
  return mine.flatMap((action) => {
    if (action.suffered) return [];
    const licence = licenceFor(action, theirs);
    if (action.verb === "complete" && isSchooling(action, claim)) return [];
    const claimed = claimedPart(action, claim);
    if (claimed <= Math.max(2, licence)) return [];
    const said = partNames[licence] ?? "did";
    return [
      blocked("ownership", action.text, `“${action.text}” claims more than your resume: there you ${said} it.`, claim),
    ];
  });
};

/** The actions of a source line, read once. */
export function sourceDeeds(claim: Claim, one: Passage): Action[] {
  const { words, keys } = claim.ground;
  return claim.ground.kept("actions", one, () => actionsOf(one, words, keys));
}

/** A source line without any verb ("Weekly payroll, 200 staff") was at least done, perhaps made. */
function sourceActions(claim: Claim, actions: readonly Action[], content: Set<string>): Action[] {
  if (actions.length > 0 || content.size === 0) return [...actions];
  const isProse = claim.evidence.length > 0;
  return isProse
    ? [{ verb: "", text: "", claim: 3, licence: 4, object: content, direct: content, suffered: false }]
    : [];
}

function licenceFor(action: Action, theirs: readonly Action[]): number {
  const overlap = (one: Action): number =>
    [...action.object].filter((key) => !key.startsWith("~") && one.object.has(key)).length +
    ([...action.object].some((key) => key.startsWith("~") && one.object.has(key)) ? 0.5 : 0);
  const most = (list: readonly Action[]): number => Math.max(0, ...list.map((one) => one.licence));
  if (theirs.length === 0) return 5;
  const direct = [...action.direct].map((key) => theirs.filter((one) => one.object.has(key)));
  const named = direct.filter((list) => list.length > 0);
  const permit = (list: readonly Action[]): number => {
    const same = list.filter((one) => one.verb === action.verb);
    return same.length > 0 ? Math.max(most(same), ...same.map((one) => one.claim)) : most(list);
  };
  if (named.length > 0 && named.length === direct.length) return Math.min(...named.map(permit));
  const best = Math.max(...theirs.map(overlap));
  if (best === 0 || action.object.size === 0) return most(theirs);
  const near = theirs.filter((one) => overlap(one) >= best);
  return permit(near);
}

/** The part a verb claims of this object: who leads a meeting holds it, who manages complaints handles them. */
function claimedPart(action: Action, claim: Claim): number {
  const { events } = claim.ground.words;
  if (action.claim === 5 && [...events].some((event) => action.direct.has(claim.ground.keys.stem(event)))) return 3;
  return action.verb === "manage" && !isOverPeople(action, claim) ? Math.min(action.claim, 4) : action.claim;
}

/** Who completed a training took part in it. */
function isSchooling(action: Action, claim: Claim): boolean {
  return ["training", "course", "workshop", "seminar"].some((word) => action.object.has(claim.ground.keys.stem(word)));
}

/** To manage people, projects or money is to lead; to manage complaints is to handle them. */
function isOverPeople(action: Action, claim: Claim): boolean {
  const { keys, words } = claim.ground;
  const weighty = ["employee", "team", "department", "project", "program", "budget", "company", "intern", "store"];
  if (weighty.flatMap((word) => [...keys.of(word)]).some((key) => action.object.has(key))) return true;
  return [...words.roles].some(([name, role]) => role.kind === "role" && action.object.has(keys.stem(name)));
}
