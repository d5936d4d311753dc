import { blocked, type Claim, contentKeys, isContent, type Passage, type Rule } from "./claim.js";
import { termsOf } from "./entities.js";
import { addsNothing } from "./novel.js";
import type { Word } from "./tokens.js";

const least = 0.5;
const breaks = new Set([
  "and",
  "while",
  "using",
  "which",
  "that",
  "for",
  "by",
  "through",
  "with",
  "across",
  "to",
  "including",
]);

/**
 * Content that the evidence lacks: less than half of the new text's words of content found there, or, in a language without
 * a table of synonyms, a whole clause of two or more words without any. Single English words are for the rule `invented`.
 */
export const recall: Rule = (claim) => {
  if (/^k\d/.test(claim.edit.id)) return [];
  const evidence = widened(claim);
  const list = claim.passage.words.filter((word) => counts(claim, word));
  const phrases = new Set(
    claim.passage.words.flatMap((_, at, all) => {
      const phrase = claim.ground.keys.phraseAt(all, at);
      const isIn = phrase?.groups.some((group) => evidence.some((one) => one.content.has(group)));
      return phrase !== null && isIn === true ? all.slice(at, at + phrase.stems.length) : [];
    }),
  );
  const { words: all } = claim.passage;
  const known = (word: Word): boolean =>
    phrases.has(word) || supported(claim, word, evidence) || addsNothing(claim, all.indexOf(word));
  const missing = list.filter((word) => !known(word));
  if (list.length > 0 && missing.length / list.length > 1 - least)
    return [
      blocked(
        "recall",
        spoken(missing),
        `More than half of the new text is not in the lines it rests on: ${spoken(missing)}.`,
        claim,
      ),
    ];
  if (claim.ground.task.parsed.language === "en") return [];
  for (const clause of clausesOf(claim.passage)) {
    const told = clause.filter((word) => tells(claim, word));
    if (
      told.length >= 2 &&
      told.length > clause.filter((word) => counts(claim, word)).length &&
      told.every((word) => !known(word))
    )
      return [blocked("recall", spoken(told), `“${spoken(told)}” is not in the lines this rests on.`, claim)];
    const content = clause.filter((word) => counts(claim, word));
    if (content.length >= 2 && content.every((word) => !known(word)))
      return [blocked("recall", spoken(content), `“${spoken(content)}” is not in the lines this rests on.`, claim)];
  }
  return [];
};

/** The summary may also name the titles of the entries and the skills without citing them. */
function widened(claim: Claim): Passage[] {
  if (claim.edit.id !== "summary") {
    const header = claim.ground.header(claim.entry);
    return header === null ? claim.evidence : [...claim.evidence, header];
  }
  const { ids } = claim.ground.task.parsed;
  const entries = [...new Set(Object.keys(ids).map((id) => id.split(".")[0] ?? id))];
  const headers = entries.flatMap((entry) => claim.ground.header(entry) ?? []);
  const skills = Object.entries(ids).flatMap(([id, line]) =>
    /^k\d/.test(id) ? [claim.ground.passage(id, line.lines[0] ?? null, line.text)] : [],
  );
  return [...claim.evidence, ...headers, ...skills];
}

/** A word of content, verbs included; praise and numbers have rules of their own. */
function tells(claim: Claim, word: Word): boolean {
  const { words } = claim.ground;
  return (
    isContent(word, words) &&
    !words.superlatives.has(word.lower) &&
    !words.framing.has(word.lower) &&
    !words.bounds.has(word.lower) &&
    !words.numbers.has(`*:${word.lower}`) &&
    !words.units.has(word.lower)
  );
}

/** Words of the ladder and of praise are judged by their own rules. */
function counts(claim: Claim, word: Word): boolean {
  return tells(claim, word) && !claim.ground.words.verbs.has(word.lower);
}

function supported(claim: Claim, word: Word, evidence: readonly Passage[]): boolean {
  const { keys, task } = claim.ground;
  const own = contentKeys(word.lower, keys);
  if (evidence.some((one) => own.some((key) => one.content.has(key)) || one.all.has(word.lower))) return true;
  const canonical = task.lexicon.canonical(word.text);
  const kinds = (name: string): string[] => [name, ...(task.lexicon.entries.get(name)?.parents ?? [])];
  return (
    canonical !== null &&
    evidence.some((one) => termsOf(claim, one).some((hit) => kinds(hit.canonical).includes(canonical)))
  );
}

function clausesOf(passage: Passage): Word[][] {
  const clauses: Word[][] = [[]];
  for (const word of passage.words) {
    if (/[,;:.–—(]/.test(word.gap) || breaks.has(word.lower)) clauses.push([]);
    clauses.at(-1)?.push(word);
  }
  return clauses;
}

function spoken(list: readonly Word[]): string {
  return [...new Set(list.map((word) => word.text))].slice(0, 6).join(" ");
}
