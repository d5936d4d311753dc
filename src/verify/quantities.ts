import { blocked, type Claim, contentKeys, flagged, type Passage, type Rule } from "./claim.js";
import type { Quantity, QuantityContext } from "./quantity.js";
import { quantitiesOf } from "./quantity-reader.js";
import type { Bound } from "./words.js";

type Fit = "fits" | "loose" | "value" | "no";

/** Bounds a source number may lose or gain; everything else changes what it says. */
const boundFits: Record<Bound, readonly Bound[]> = {
  none: ["none", "over"],
  over: ["over"],
  upto: ["upto", "none", "under", "within", "near"],
  under: ["under", "within"],
  within: ["within", "under", "upto", "none"],
  near: ["near", "none", "over", "about"],
  about: ["about", "none", "over", "near"],
};
const boundLoose: Partial<Record<Bound, readonly Bound[]>> = {
  none: ["about", "within", "under"],
  over: [],
  about: ["upto"],
};
const counting: readonly Quantity["kind"][] = ["count", "percent", "points", "multiple", "money", "fraction"];
const measuring: readonly Quantity["kind"][] = ["percent", "points", "multiple", "money", "fraction"];

/**
 * Numbers, units, magnitudes, number words, dates and frequencies that the cited lines lack, or that count something else
 * there.
 *
 * Why: asked for impact, a model invents numbers; nobody should sign a number they cannot defend.
 */
export const quantities: Rule = (claim) => {
  const known = claim.evidence.flatMap((passage) => numbersOf(claim, passage));
  const header = claim.ground.header(claim.entry);
  const dates = header === null ? [] : numbersOf(claim, header).filter(({ kind }) => kind === "year");
  const years = [
    ...dates,
    ...(claim.wide
      ? claim.ground.resume.flatMap((one) => numbersOf(claim, one)).filter(({ kind }) => kind === "year")
      : []),
  ];
  return numbersOf(claim, claim.passage).flatMap((quantity) => {
    if (quantity.kind === "time" && isSpan(claim, quantity)) return [];
    if (
      quantity.value === 0 &&
      claim.evidence.some((one) => ["no", "none", "without", "zero"].some((word) => one.all.has(word)))
    )
      return [];
    const stranger = strangerIn(claim, quantity);
    if (stranger !== null)
      return [
        blocked(
          "quantities",
          quantity.raw,
          `“${quantity.raw}” is said of “${stranger}”, which your resume does not say.`,
          claim,
        ),
      ];
    if (quantity.kind === "year" && claim.wide && isForeignYear(claim, quantity))
      return [blocked("quantities", quantity.raw, `Your resume does not say this of ${quantity.raw}.`, claim)];
    const fits = [...known, ...years].map((source) => fit(quantity, source));
    if (fits.includes("fits")) return [];
    if (fits.includes("loose"))
      return [flagged("quantities", quantity.raw, `“${quantity.raw}” is stated more firmly than in your resume.`)];
    const explanation = fits.includes("value")
      ? `“${quantity.raw}” stands for something else in your resume, or is bounded differently there.`
      : `Your resume does not say “${quantity.raw}” in the lines this rests on.`;
    return [blocked("quantities", quantity.raw, explanation, claim)];
  });
};

/** A word the number counts or measures that the cited lines do not have; null where all are there. */
function strangerIn(claim: Claim, quantity: Quantity): string | null {
  if (!counting.includes(quantity.kind) || claim.edit.id.startsWith("k")) return null;
  const { words, keys } = claim.ground;
  return (
    quantity.named.find(
      (word) =>
        !words.plain.has(word) &&
        !words.superlatives.has(word) &&
        !words.scope.has(word) &&
        !words.framing.get(word)?.some(({ words: own }) => own.length === 1) &&
        !contentKeys(word, keys).some((key) => claim.evidence.some((one) => one.content.has(key) || one.all.has(key))),
    ) ?? null
  );
}

/** A year beside a number of the same clause, where no line of the resume has both. */
function isForeignYear(claim: Claim, year: Quantity): boolean {
  const list = claim.passage.words;
  const isBeside = (one: Quantity): boolean =>
    list.slice(Math.min(one.at, year.at) + 1, Math.max(one.at, year.at) + 1).every((word) => !/[,;.]/.test(word.gap));
  const distance = (one: Quantity): number => Math.abs(one.at - year.at);
  const beside = numbersOf(claim, claim.passage)
    .filter((one) => !["year", "time", "label"].includes(one.kind) && isBeside(one))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 1);
  const has = (passage: Passage, one: Quantity): boolean =>
    numbersOf(claim, passage).some((other) => sameValue(one, other));
  return beside.some((one) => !claim.sources.some((passage) => has(passage, one) && has(passage, year)));
}

/** The numbers of a passage, read once. */
export function numbersOf(claim: Claim, passage: Passage): Quantity[] {
  return claim.ground.kept("numbers", passage, () => quantitiesOf(passage, contextOf(claim)));
}

/** The reading of numbers in the language of the resume. */
function contextOf(claim: Claim): QuantityContext {
  const { words, keys, task } = claim.ground;
  return { words, keys, language: task.parsed.language };
}

/** Years of experience in the summary are the business of the rule `years`. */
export function isSpan(claim: Claim, quantity: Quantity): boolean {
  if (claim.edit.id !== "summary" || quantity.kind !== "time" || quantity.unit !== "month") return false;
  const behind = claim.passage.words.slice(quantity.next, quantity.next + 7).map((word) => word.lower);
  return behind.includes("experience") || behind.includes("career") || ["in", "as", "of"].includes(behind[0] ?? "");
}

function fit(quantity: Quantity, source: Quantity): Fit {
  if (!sameValue(quantity, source)) return "no";
  if (quantity.kind === "year") return source.spans && !quantity.spans ? "value" : "fits";
  if (quantity.rate !== "" && source.rate !== "" && quantity.rate !== source.rate) return "value";
  if (quantity.kind === "vague" || quantity.kind === "frequency") return "fits";
  if (quantity.role !== "" && source.role !== "" && quantity.role !== source.role) return "value";
  if (quantity.direction !== "none" && source.direction !== "none" && quantity.direction !== source.direction)
    return "value";
  if (!sameThing(quantity, source)) return "value";
  if (boundFits[quantity.bound].includes(source.bound)) return "fits";
  return boundLoose[quantity.bound]?.includes(source.bound) ? "loose" : "value";
}

function sameValue(quantity: Quantity, source: Quantity): boolean {
  const close = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * 1e-9;
  if (quantity.kind === "vague") return vagueFits(quantity, source);
  if ((quantity.high === null) !== (source.high === null)) return false;
  if (quantity.high !== null && !close(quantity.high, source.high ?? 0)) return false;
  if (quantity.kind === source.kind) return quantity.unit === source.unit && close(quantity.value, source.value);
  const share = (one: Quantity): number | null =>
    one.kind === "fraction" ? one.value * 100 : one.kind === "percent" ? one.value : null;
  const [mine, theirs] = [share(quantity), share(source)];
  if (mine !== null && theirs !== null) return Math.abs(mine - theirs) < 0.5;
  const growth = (one: Quantity): number | null =>
    one.kind === "multiple" ? one.value : one.kind === "percent" && one.role === "by" ? 1 + one.value / 100 : null;
  const [factor, known] = [growth(quantity), growth(source)];
  return factor !== null && known !== null && quantity.kind !== source.kind && close(factor, known);
}

/** "thousands" may stand for 12,000 but not for 900; "hundreds" may stand for "thousands". */
function vagueFits(quantity: Quantity, source: Quantity): boolean {
  if (source.kind === "vague") return source.value >= quantity.value;
  return (
    (source.kind === "count" || source.kind === "money") &&
    source.value >= 2 * quantity.value &&
    sameThing(quantity, source)
  );
}

/** Whether both count the same thing: 500 invoices are not 500 orders, a team of 5 is not 5 teams. */
function sameThing(quantity: Quantity, source: Quantity): boolean {
  const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((key) => b.has(key));
  if (quantity.kind === "count" || quantity.kind === "vague" || quantity.kind === "ordinal") {
    if (quantity.people && meet(quantity.head, source.head)) return true;
    if (quantity.noun.size === 0)
      return quantity.head.size === 0 || source.noun.size === 0 || meet(quantity.head, union(source.head, source.near));
    if (source.noun.size > 0) return meet(quantity.noun, source.noun);
    if (source.head.size > 0) return !meet(quantity.noun, source.head) || quantity.head.size > 0;
    return meet(quantity.noun, source.near) || source.near.size === 0;
  }
  if (!measuring.includes(quantity.kind)) return true;
  return quantity.near.size === 0 || source.near.size === 0 || meet(quantity.near, source.near);
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a, ...b]);
}
