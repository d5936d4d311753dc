import { americanWords } from "./actions.js";
import { blocked, type Claim, isContent, type Rule } from "./claim.js";
import { singular } from "./keys.js";
import { numbersOf } from "./quantities.js";
import { findPhrases, type Word } from "./tokens.js";

const several = new Set([
  "multiple",
  "several",
  "various",
  "many",
  "numerous",
  "countless",
  "multi",
  "diverse",
  "dozens",
]);
const repeated =
  /^(?:daily|weekly|monthly|quarterly|annual|annually|yearly|regular|regularly|each|every|per|routine|routinely|hourly|nightly)$/;

const wide = /^\p{L}+-?wide$/u;

/** Steps up in reach: team → department → company, local → global, one → several, sometimes → always. */
export const scope: Rule = (claim) => [...ladders(claim), ...wides(claim), ...plurals(claim), ...collectives(claim)];

function ladders(claim: Claim): ReturnType<Rule> {
  const book = claim.ground.words.scope;
  const known = new Map<string, number>();
  for (const source of claim.evidence)
    for (const { phrase } of findPhrases(book, ladderWords(source.words, claim))) {
      const { ladder, level, strict } = phrase.value;
      for (const key of strict ? [ladder, `all of ${ladder}`] : [ladder])
        known.set(key, Math.max(known.get(key) ?? 0, level));
    }
  const frames = findPhrases(claim.ground.words.framing, claim.passage.words).filter(
    (one) => one.phrase.words.length > 1,
  );
  return findPhrases(book, ladderWords(claim.passage.words, claim)).flatMap(({ phrase, at }) => {
    if (frames.some((one) => one.at === at)) return [];
    const { ladder, level, strict } = phrase.value;
    const source = known.get(strict && ladder === "unit" ? `all of ${ladder}` : ladder);
    const isIn = claim.evidence.some((one) => one.all.has(phrase.text));
    if (isIn || (source === undefined ? !strict : source >= level)) return [];
    return [blocked("scope", phrase.text, `“${phrase.text}” reaches further than your resume says.`, claim)];
  });
}

/** "council-wide": any word in -wide that the cited lines lack; and "every weekend" where they say every third. */
function wides(claim: Claim): ReturnType<Rule> {
  const { scope: book } = claim.ground.words;
  const list = claim.passage.words;
  return list.flatMap((word, at) => {
    const isWide =
      wide.test(word.lower) && !book.has(word.lower) && !claim.evidence.some((one) => one.all.has(word.lower));
    const isEvery =
      /^(?:every|each)$/.test(word.lower) &&
      (thinned(claim, list[at + 1]?.lower ?? "") ||
        hedged(claim, list, at) ||
        multiplied(claim, list[at + 1]?.lower ?? ""));
    if (!isWide && !isEvery) return [];
    const token = isWide ? word.text : `${word.text} ${list[at + 1]?.text ?? ""}`;
    return [blocked("scope", token, `“${token}” reaches further than your resume says.`, claim)];
  });
}

/** "every Christmas" where the cited lines have the thing once: no every, no plural, no rate. */
function multiplied(claim: Claim, thing: string): boolean {
  const list = claim.evidence.flatMap((one) => one.words);
  const isOften = list.some((word) => repeated.test(word.lower) || /^(?:an?|all|both)$/.test(word.lower));
  return thing !== "" && !isOften && list.some((word) => word.lower === thing);
}

/** "every Sunday" where the cited lines say "nearly every Sunday" or "most Sundays". */
function hedged(claim: Claim, mine: readonly Word[], at: number): boolean {
  const nearly = /^(?:nearly|almost|practically|virtually)$/;
  const period = singular(mine[at + 1]?.lower ?? "");
  if (nearly.test(mine[at - 1]?.lower ?? "")) return false;
  return claim.evidence.some((one) =>
    one.words.some(
      ({ lower }, i) =>
        singular(lower) === period &&
        (one.words[i - 1]?.lower === "most" ||
          (/^(?:every|each)$/.test(one.words[i - 1]?.lower ?? "") && nearly.test(one.words[i - 2]?.lower ?? ""))),
    ),
  );
}

/** Whether the cited lines have the period only as every second, third or other one. */
function thinned(claim: Claim, period: string): boolean {
  return claim.evidence.some((one) =>
    one.words.some(
      (word, at) =>
        /^(?:every|each)$/.test(word.lower) &&
        one.words[at + 2]?.lower === period &&
        (one.words[at + 1]?.lower === "other" || claim.ground.words.numbers.has(`*:${one.words[at + 1]?.lower}`)),
    ),
  );
}

/** "the support team" for "4 agents": a group that only the entry's header names, where the cited lines count its people. */
function collectives(claim: Claim): ReturnType<Rule> {
  const { words } = claim.ground;
  const isCounted = claim.evidence.some((one) => numbersOf(claim, one).some(({ persons }) => persons));
  const isGroup = (lower: string): boolean => /^(?:group|unit)$/.test(words.people.get(lower) ?? "");
  if (claim.wide || !isCounted || claim.evidence.some((one) => one.words.some(({ lower }) => isGroup(singular(lower)))))
    return [];
  const list = claim.passage.words;
  return list.flatMap((word, at) => {
    const isSized = list[at + 1]?.lower === "of" || numbersOf(claim, claim.passage).some((one) => one.next === at);
    const isWhole = list
      .slice(Math.max(0, at - 3), at)
      .some(({ lower }) => /^(?:the|our|my|entire|whole)$/.test(lower));
    if (words.people.get(word.lower) !== "group" || isSized || !isWhole) return [];
    return [blocked("scope", word.text, `Your resume counts people here; it does not say “${word.text}”.`, claim)];
  });
}

/** American spelling, and the singular where the ladders know it: departments as department. */
function ladderWords(list: readonly Word[], claim: Claim): Word[] {
  const book = claim.ground.words.scope;
  return americanWords(list, claim.ground.words, book).map((word) => {
    const one = singular(word.lower);
    return one !== word.lower && book.has(one) && !book.has(word.lower) ? { ...word, lower: one } : word;
  });
}

/** "several", "numerous": the source must count more than one of the same, or say so in the plural. */
function plurals(claim: Claim): ReturnType<Rule> {
  const { keys } = claim.ground;
  const findings: ReturnType<Rule> = [];
  const sources = claim.evidence.flatMap((one) => one.words);
  const counts = claim.evidence
    .flatMap((one) => numbersOf(claim, one))
    .filter((one) => one.kind === "count" || one.kind === "vague");
  claim.passage.words.forEach((word, at) => {
    if (several.has(word.lower)) {
      const noun = claim.passage.words.slice(at + 1, at + 4).map((one) => one.lower);
      const isSaid = sources.some((one) => several.has(one.lower)) || counts.some((one) => one.value >= 2);
      const plural = noun.some(
        (one) =>
          one !== singular(one) &&
          sources.some(
            (source) => source.lower !== singular(source.lower) && shares(keys.of(source.lower), keys.of(one)),
          ),
      );
      const strong = ["numerous", "countless", "many"].includes(word.lower);
      if (!isSaid && (!plural || strong))
        findings.push(blocked("scope", word.text, `“${word.text}” says more than one; your resume does not.`, claim));
      return;
    }
    if (claim.wide) return;
    const one = /^\p{Lu}{2,}s$/u.test(word.text) ? word.lower.slice(0, -1) : singular(word.lower);
    if (one === word.lower || sources.some((source) => source.lower === word.lower)) return;
    const at1 = sources.findIndex((source) => source.lower === one);
    if (sources.slice(Math.max(0, at1 - 2), at1 + 5).some((near) => repeated.test(near.lower))) return;
    if (at1 >= 0 && isSingle(claim, sources, at1, at) && sources.filter((source) => source.lower === one).length === 1)
      findings.push(blocked("scope", word.text, `Your resume speaks of one ${one}, not of several.`, claim));
  });
  return findings;
}

/** "a $14M school extension" is one; "when a customer asks" is any, and "a pump maker" says nothing of how many pumps. */
function isSingle(claim: Claim, list: readonly Word[], at: number, mine: number): boolean {
  const { words } = claim.ground;
  const next = list[at + 1];
  const isAttribute = next?.gap === " " && isContent(next, words) && !words.lemmas.has(next.lower);
  if (isAttribute && claim.passage.words[mine + 1]?.lower !== next?.lower) return false;
  for (let i = at - 1; i >= Math.max(0, at - 5); i -= 1) {
    const word = list[i];
    if (word === undefined || /[,.;:]/.test(list[i + 1]?.gap ?? "")) return false;
    if (/^(?:an?|one|single)$/.test(word.lower))
      return (
        !/^(?:when|whenever|if|where|each|every|once)$/.test(list[i - 1]?.lower ?? "") &&
        !list.slice(Math.max(0, i - 3), i).some((one) => /^(?:never|not|without)$/.test(one.lower))
      );
    if (words.plain.has(word.lower) && !/^(?:new|own)$/.test(word.lower)) return false;
  }
  return false;
}

function shares(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}
