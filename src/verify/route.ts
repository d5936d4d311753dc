import { blocked, type Claim, type Passage, type Rule } from "./claim.js";

/** "from X to Y" turned round: a migration to Snowflake is not one to Oracle. */
export const route: Rule = (claim) => {
  const known = claim.evidence.flatMap((one) => routesOf(claim, one));
  return routesOf(claim, claim.passage)
    .filter(([from, to]) => known.some(([otherFrom, otherTo]) => otherFrom === to && otherTo === from))
    .map(([from, to]) =>
      blocked("route", `from ${from} to ${to}`, `Your resume goes the other way: from ${to} to ${from}.`, claim),
    );
};

/** Pairs of stems behind "from" and "to" that stand near one another. */
function routesOf(claim: Claim, passage: Passage): [string, string][] {
  const { keys } = claim.ground;
  return passage.words.flatMap((word, at) => {
    if (word.lower !== "from") return [];
    const ahead = passage.words.slice(at + 1, at + 7);
    const to = ahead.findIndex((one) => one.lower === "to");
    const [start, end] = [ahead[0], ahead[to + 1]];
    const isNamed = /\p{L}/u.test(`${start?.lower ?? ""}`) && /\p{L}/u.test(end?.lower ?? "");
    return to < 1 || !isNamed || start === undefined || end === undefined
      ? []
      : [[keys.stem(start.lower), keys.stem(end.lower)]];
  });
}
