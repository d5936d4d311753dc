import { blocked, type Claim, holdsPhrase, type Passage, type Rule } from "./claim.js";
import { singular } from "./keys.js";
import { findPhrases, type Word } from "./tokens.js";

/** Titles, ranks, degrees, licences and certificates that the source does not give to the same thing. */
export const identity: Rule = (claim) => [...titles(claim), ...credentials(claim)];

function titles(claim: Claim): ReturnType<Rule> {
  const { roles } = claim.ground.words;
  const list = claim.passage.words;
  return list.flatMap((word, at) => {
    const role = roles.get(singular(word.lower)) ?? roles.get(word.lower);
    if (role === undefined) return [];
    const names = [word.lower, singular(word.lower), ...role.same];
    const holders = claim.sources.filter((one) => names.some((name) => one.all.has(name)));
    if (role.kind === "role" && holders.length === 0)
      return [blocked("identity", word.text, `Your resume does not use the title “${word.text}”.`, claim)];
    if (role.kind !== "rank" || !raises(claim, list, at)) return [];
    const title = list.slice(at + 1, at + 4).find((one) => roles.get(singular(one.lower))?.kind === "role");
    if (title === undefined) return [];
    const names2 = [singular(title.lower), ...(roles.get(singular(title.lower))?.same ?? [])];
    const together = holders.some((one) => ranked(one, word.lower, names2));
    return together
      ? []
      : [
          blocked(
            "identity",
            `${word.text} ${title.text}`,
            `Your resume does not give the title “${word.text} ${title.text}”.`,
            claim,
          ),
        ];
  });
}

/** A rank before a title on the same line of the source, at most three words before it. */
function ranked(source: Passage, rank: string, names: readonly string[]): boolean {
  return source.words.some(
    (word, at) =>
      word.lower === rank && source.words.slice(at + 1, at + 5).some((one) => names.includes(singular(one.lower))),
  );
}

function raises(claim: Claim, list: readonly Word[], at: number): boolean {
  const word = list[at];
  const next = list[at + 1];
  return (
    word !== undefined &&
    next !== undefined &&
    !/[,;.]/.test(next.gap) &&
    claim.ground.words.roles.get(word.lower)?.kind === "rank"
  );
}

function credentials(claim: Claim): ReturnType<Rule> {
  const book = claim.ground.words.credentials;
  return findPhrases(book, claim.passage.words).flatMap(({ phrase, at }) => {
    const holders = claim.sources.filter((one) =>
      findPhrases(book, one.words).some((found) => found.phrase.value === phrase.value),
    );
    const token = claim.passage.text.slice(
      claim.passage.words[at]?.start,
      claim.passage.words[at + phrase.words.length - 1]?.end,
    );
    if (holders.length === 0 && !holdsPhrase(claim.sources, phrase.text))
      return [blocked("identity", token, `Your resume does not mention “${token}”.`, claim)];
    const beside = besides(claim, at, phrase.words.length);
    if (beside.length === 0 || holders.some((one) => beside.some((key) => one.content.has(key) || one.all.has(key))))
      return [];
    return [blocked("identity", token, `Your resume has “${token}”, but not for this.`, claim)];
  });
}

/** Keys of the words that say what the credential is for: the two before it and the four behind, within the clause. */
function besides(claim: Claim, at: number, length: number): string[] {
  const { words, keys } = claim.ground;
  const list = claim.passage.words;
  const isBreak = (word: Word | undefined): boolean =>
    word === undefined || /[,;.]/.test(word.gap) || word.lower === "with" || word.lower === "and";
  const found: Word[] = [];
  for (let i = at + length; i < at + length + 4 && !isBreak(list[i]); i += 1) found.push(list[i] as Word);
  if (!isBreak(list[at]))
    for (let i = at - 1; i >= Math.max(0, at - 2); i -= 1) {
      const word = list[i];
      if (word !== undefined && word.lower !== "and") found.push(word);
      if (isBreak(word)) break;
    }
  return found
    .filter((word) => !words.plain.has(word.lower) && !words.lemmas.has(word.lower) && !/^\d/.test(word.lower))
    .flatMap((word) => keys.of(word.lower));
}
