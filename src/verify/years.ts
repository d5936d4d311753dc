import { blocked, type Claim, contentKeys, isContent, type Rule } from "./claim.js";
import { monthsOf, type Span, spansOf } from "./experience.js";
import { isSpan, numbersOf } from "./quantities.js";
import type { Quantity } from "./quantity.js";
import type { Word } from "./tokens.js";

/** "N years of experience" in the summary: the resume says so itself, or the dates of the jobs that fit prove it. */
export const years: Rule = (claim) => {
  if (claim.edit.id !== "summary") return [];
  const spans = numbersOf(claim, claim.passage).filter((quantity) => isSpan(claim, quantity));
  if (spans.length === 0) return [];
  const jobs = spansOf(claim.ground.task);
  const stated = claim.ground.resume.flatMap((one) => numbersOf(claim, one).map((quantity) => ({ quantity, one })));
  return spans.flatMap((quantity) => {
    const fields = fieldsOf(claim, quantity);
    const field = fields.flat();
    const isStated = stated.some(
      ({ quantity: other, one }) =>
        other.kind === "time" &&
        other.unit === "month" &&
        other.value === quantity.value &&
        (other.bound === quantity.bound || quantity.bound === "none") &&
        (field.length === 0 || field.some((keys) => keys.some((key) => one.content.has(key)))),
    );
    if (isStated || isProven(quantity, provenMonths(claim, jobs, fields))) return [];
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

/** "over 4 years" needs more than these, "nearly 5" may lack a tenth. */
function isProven({ bound, value }: Quantity, months: number): boolean {
  if (bound === "over") return months > value;
  return months >= (bound === "near" || bound === "about" ? value * 0.9 : value);
}

/** The months of the jobs that fit one of the fields, where each of the fields has such a job. */
function provenMonths(claim: Claim, jobs: readonly Span[], fields: readonly string[][][]): number {
  const fitting = (field: string[][]): Span[] => jobs.filter(({ text }) => fits(claim, field, text));
  const lists = fields.map(fitting);
  if (lists.some((list) => list.length === 0)) return 0;
  return monthsOf(fields.length === 0 ? jobs : jobs.filter((job) => lists.some((list) => list.includes(job))));
}

/** The fields of "8 years in retail and catering", each by the keys of its words. */
function fieldsOf(claim: Claim, quantity: Quantity): string[][][] {
  const first = fieldAt(claim, quantity.next);
  if (first.words.length === 0) return [];
  const joint = claim.passage.words[first.next];
  const second = joint?.lower === "and" && joint.gap === " " ? fieldAt(claim, first.next + 1).words : [];
  return second.length === 0 ? [first.words] : [first.words, second];
}

/** The words that say in what: "8 years of nursing experience", "8 years in retail", "8 years as a welder". */
function fieldAt(claim: Claim, from: number): { words: string[][]; next: number } {
  const { words, keys } = claim.ground;
  const found: string[][] = [];
  let next = from;
  for (; next < Math.min(claim.passage.words.length, from + 7); next += 1) {
    const word = claim.passage.words[next] as Word;
    if (/[,;.:–—]/.test(word.gap) && (found.length > 0 || next > from + 1)) break;
    if (/[;.:–—]/.test(word.gap) || ["who", "that", "which", "and", "with"].includes(word.lower)) break;
    if (found.length > 0 && words.plain.has(word.lower)) break;
    if (isFrame(claim, word) || !isContent(word, words)) continue;
    const isDeed = words.lemmas.has(word.lower);
    if (isDeed && (!word.lower.endsWith("ing") || words.lightVerbs.has(words.lemmas.get(word.lower) ?? ""))) continue;
    const phrase = keys.phraseAt(claim.passage.words, next);
    const own = contentKeys(word.lower, keys);
    found.push([...own.filter((key) => isDeed || found.length > 0 || !key.startsWith("~")), ...(phrase?.groups ?? [])]);
    if (isDeed) continue;
    next += phrase?.stems.length ?? 1;
    while (
      next < claim.passage.words.length &&
      isContent(claim.passage.words[next] as Word, words) &&
      claim.passage.words[next]?.gap === " "
    )
      next += 1;
    break;
  }
  return { words: found, next };
}

/** "in the trade", "in this field": no field of its own. */
function isFrame(claim: Claim, word: Word): boolean {
  return claim.ground.words.framing.get(word.lower)?.some((phrase) => phrase.words.length === 1) === true;
}

function fits(claim: Claim, field: readonly string[][], text: string): boolean {
  const passage = claim.ground.passage("", null, text);
  return field.every((keys) =>
    keys.some(
      (key) => passage.content.has(key) || (key.length > 4 && [...passage.all].some((word) => word.endsWith(key))),
    ),
  );
}
