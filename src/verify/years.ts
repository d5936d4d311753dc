import { blocked, type Claim, contentKeys, isContent, type Rule } from "./claim.js";
import { monthsOf, spansOf } from "./experience.js";
import { isSpan, numbersOf } from "./quantities.js";
import type { Quantity } from "./quantity.js";

/** "N years of experience" in the summary: the resume says so itself, or the dates of the jobs that fit prove it. */
export const years: Rule = (claim) => {
  if (claim.edit.id !== "summary") return [];
  const jobs = spansOf(claim.ground.task);
  const stated = claim.ground.resume.flatMap((one) => numbersOf(claim, one).map((quantity) => ({ quantity, one })));
  return numbersOf(claim, claim.passage).flatMap((quantity) => {
    if (!isSpan(claim, quantity)) return [];
    const field = fieldOf(claim, quantity);
    const isStated = stated.some(
      ({ quantity: other, one }) =>
        other.kind === "time" &&
        other.unit === "month" &&
        other.value === quantity.value &&
        (other.bound === quantity.bound || quantity.bound === "none") &&
        (field.length === 0 || field.some((keys) => keys.some((key) => one.content.has(key)))),
    );
    if (isStated || monthsOf(jobs.filter(({ text }) => fits(claim, field, text))) >= quantity.value) return [];
    return [
      blocked(
        "years",
        quantity.raw,
        `Your dates do not prove “${quantity.raw}”${field.length > 0 ? " of this" : ""}.`,
        claim,
      ),
    ];
  });
};

/** The words that say in what: "8 years of nursing experience", "8 years in retail", "8 years as a welder". */
function fieldOf(claim: Claim, quantity: Quantity): string[][] {
  const { words, keys } = claim.ground;
  const found: string[][] = [];
  for (const word of claim.passage.words.slice(quantity.next, quantity.next + 7)) {
    if (/[,;.:–—]/.test(word.gap) && found.length > 0) break;
    if (/[;.:–—]/.test(word.gap) || ["who", "that", "which", "and", "with"].includes(word.lower)) break;
    if (isContent(word, words) && !words.lemmas.has(word.lower)) found.push(contentKeys(word.lower, keys));
    if (found.length === 1) break;
  }
  return found;
}

function fits(claim: Claim, field: readonly string[][], text: string): boolean {
  const passage = claim.ground.passage("", null, text);
  return field.every((keys) => keys.some((key) => passage.content.has(key)));
}
