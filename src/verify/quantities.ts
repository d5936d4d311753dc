import { blocked, type Claim, contentKeys, flagged, holdsSense, holdsWord, type Passage, type Rule } from "./claim.js";
import { entryValue } from "./entry-header.js";
import { singular } from "./keys.js";
import type { Quantity, QuantityContext } from "./quantity.js";
import { derivation } from "./quantity-derived.js";
import { type Fit, fitOf, isSoleMeasure, sameValue } from "./quantity-fit.js";
import { quantitiesOf } from "./quantity-reader.js";

const counting: readonly Quantity["kind"][] = ["count", "percent", "points", "multiple", "money", "fraction"];

/**
 * Numbers, units, magnitudes, number words, dates and frequencies that the cited lines lack, or that count something else
 * there.
 *
 * Why: asked for impact, a model invents numbers; nobody should sign a number they cannot defend.
 */
export const quantities: Rule = (claim) => {
  const mine = numbersOf(claim, claim.passage);
  if (mine.length === 0) return [];
  const known = claim.evidence.flatMap((passage) => numbersOf(claim, passage));
  const header = claim.ground.header(claim.entry);
  const dates = header === null ? [] : numbersOf(claim, header).filter(({ kind }) => kind === "year");
  const years = [
    ...dates,
    ...(claim.wide && mine.some(({ kind }) => kind === "year")
      ? claim.ground.resume.flatMap((one) => numbersOf(claim, one)).filter(({ kind }) => kind === "year")
      : []),
  ];
  return mine.flatMap((quantity) => {
    if (quantity.kind === "time" && isSpan(claim, quantity)) return [];
    if (
      quantity.value === 0 &&
      claim.evidence.some((one) => ["no", "none", "without", "zero", "never"].some((word) => one.all.has(word)))
    )
      return [];
    if (quantity.kind === "frequency" && isUsual(claim, quantity)) return [];
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
    const fits = [...known, ...years].map((source) => fitOf(quantity, source));
    if (fits.includes("fits")) return [];
    const derived = fits.includes("value") ? null : derivedFit(claim, quantity);
    if (derived === "exact") return [];
    if (isReworded(claim, quantity, fits))
      return [flagged("quantities", quantity.raw, `Check that “${quantity.raw}” still measures the same thing.`)];
    if (derived === "likely")
      return [flagged("quantities", quantity.raw, `“${quantity.raw}” is the sum of numbers in your resume.`)];
    if (fits.includes("loose"))
      return [flagged("quantities", quantity.raw, `“${quantity.raw}” is stated more firmly than in your resume.`)];
    const explanation = fits.some((one) => one === "value" || one === "thing")
      ? `“${quantity.raw}” stands for something else in your resume, or is bounded differently there.`
      : `Your resume does not say “${quantity.raw}” in the lines this rests on.`;
    return [blocked("quantities", quantity.raw, explanation, claim)];
  });
};

/** "worked weekends" of "at the weekend". */
function isUsual(claim: Claim, quantity: Quantity): boolean {
  const one = singular(quantity.raw.toLowerCase());
  return (
    one !== quantity.raw.toLowerCase() &&
    claim.evidence.some((passage) => passage.words.some(({ lower }) => lower === one))
  );
}

/** What a number follows from in one of the cited lines. */
function derivedFit(claim: Claim, quantity: Quantity): ReturnType<typeof derivation> {
  const found = claim.evidence.map((one) => derivation(quantity, numbersOf(claim, one)));
  return found.includes("exact") ? "exact" : found.includes("likely") ? "likely" : null;
}

/** A share or a change whose measure is told in other words, on a line where it can belong to nothing else. */
function isReworded(claim: Claim, quantity: Quantity, fits: readonly Fit[]): boolean {
  if (!fits.includes("thing")) return false;
  const mine = numbersOf(claim, claim.passage);
  return claim.evidence.some((one) => isSoleMeasure(quantity, mine, numbersOf(claim, one)));
}

/**
 * A word the number counts or measures that the cited lines do not have; null where they have the thing itself.
 *
 * Why not every word: what only tells more of the thing is for the rule `invented`, which knows English alone. A rank, a role
 * or a unit of people ("14 team leaders") must be in the lines themselves, as the entry's header would lend it to anybody.
 */
function strangerIn(claim: Claim, quantity: Quantity): string | null {
  if (!counting.includes(quantity.kind) || claim.edit.id.startsWith("k")) return null;
  const { words, keys, task } = claim.ground;
  const judged = quantity.named.filter(
    (word) =>
      !words.plain.has(word) &&
      !words.superlatives.has(word) &&
      !words.scope.has(word) &&
      !(quantity.kind === "money" && /^(?:priced?|worth|valued?|range|total|majority|mostly)$/.test(word)) &&
      !words.framing.get(word)?.some(({ words: own }) => own.length === 1),
  );
  const isThere = (word: string): boolean =>
    contentKeys(word, keys).some((key) => claim.evidence.some((one) => one.content.has(key) || one.all.has(key)));
  const foreign = judged.filter((word) => !isThere(word));
  if (task.parsed.language !== "en") return foreign[0] ?? null;
  const lent = quantity.kind === "money" ? undefined : foreign.find((word) => isOfHeader(claim, word));
  if (lent !== undefined) return lent;
  if (quantity.kind !== "count") return quantity.kind === "money" ? wholly(foreign, judged) : null;
  const role = quantity.named.find((word) => isLentRole(claim, quantity, word));
  if (role !== undefined) return role;
  const head = quantity.named.findLast((word) => !/(?:[ai]ble|ed|ing|ly)$/.test(word)) ?? "";
  return quantity.role === "" && foreign.includes(head) ? head : wholly(foreign, judged);
}

function wholly(foreign: readonly string[], judged: readonly string[]): string | null {
  return foreign.length === judged.length ? (foreign[0] ?? null) : null;
}

/** A word the entry's header lends without having it in the title: the employer's name, or what only resembles a word there. */
function isOfHeader(claim: Claim, word: string): boolean {
  const { ground } = claim;
  const header = ground.header(claim.entry);
  if (header === null || claim.wide || !holdsSense([header], word, ground.keys)) return false;
  const title = ground.kept("title", header, () => {
    const entry = entryValue(ground.task.parsed, claim.entry);
    return ground.passage("", null, typeof entry?.position === "string" ? entry.position : "");
  });
  return !holdsWord([title], word, ground.keys);
}

/** A role or rank that is counted here, of which no cited line has that number or the name. */
function isLentRole(claim: Claim, quantity: Quantity, word: string): boolean {
  const { keys, words } = claim.ground;
  const role = words.roles.get(singular(word)) ?? words.roles.get(word);
  if (role === undefined) return false;
  const names = new Set([word, singular(word), ...role.same]);
  const isNamed = (one: Passage): boolean =>
    one.words.some(({ lower }) =>
      [lower, ...lower.split("-")].some((part) => names.has(part) || names.has(singular(part))),
    );
  const isCounted = (one: Passage): boolean =>
    numbersOf(claim, one).some(
      (other) => sameValue(quantity, other) && contentKeys(word, keys).some((key) => other.noun.has(key)),
    );
  return !claim.evidence.some((one) => isNamed(one) || isCounted(one));
}

/** A year beside a number of the same clause, where no line of the resume has both. */
function isForeignYear(claim: Claim, year: Quantity): boolean {
  const list = claim.passage.words;
  const isSince = year.before === "since";
  const isBeside = (one: Quantity): boolean =>
    list
      .slice(Math.min(one.at, year.at) + 1, Math.max(one.at, year.at) + 1)
      .every((word) => !/[,;.]/.test(word.gap) && word.lower !== "and" && !(isSince && word.lower === "with"));
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
