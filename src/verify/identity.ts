import { blocked, type Claim, holdsPhrase, isContent, type Passage, type Rule } from "./claim.js";
import { singular } from "./keys.js";
import { findPhrases, type Word } from "./tokens.js";

/** Titles, ranks, degrees, licences and certificates that the source does not give to the same thing. */
export const identity: Rule = (claim) => [...titles(claim), ...credentials(claim)];

function titles(claim: Claim): ReturnType<Rule> {
  const list = claim.passage.words;
  return list.flatMap((word, at) => {
    const role = roleOf(claim, word);
    if (role === undefined) return [];
    const isLast =
      list[at + 1] === undefined ||
      /[,;.]/.test(list[at + 1]?.gap ?? "") ||
      roleOf(claim, list[at + 1] as Word) === undefined;
    const office = isLast ? officeAt(list, at) : null;
    if (office !== null && !held(claim, office))
      return [
        blocked(
          "identity",
          word.text,
          `Your resume does not say that you were “${claim.passage.text.slice(office[0]?.start, word.end)}”.`,
          claim,
        ),
      ];
    if (isOwnTitle(claim, at) && !givers(claim).some((one) => namesOf(claim, word).some((name) => one.all.has(name))))
      return [blocked("identity", word.text, `None of your titles is “${word.text}”.`, claim)];
    if (role.kind === "rank" && word.lower !== singular(word.lower)) return [];
    if (role.kind === "role")
      return namesOf(claim, word).some((name) =>
        claim.sources.some((one) => one.all.has(name) || one.words.some(({ lower }) => singular(lower) === name)),
      )
        ? []
        : [blocked("identity", word.text, `Your resume does not use the title “${word.text}”.`, claim)];
    const title = list
      .slice(at + 1, at + 3)
      .find(
        (one, i, next) =>
          roleOf(claim, one)?.kind === "role" &&
          next.slice(0, i + 1).every(({ gap, lower }) => gap.trim() === "" && lower !== "of"),
      );
    if (
      title === undefined ||
      isAbbreviated(claim, word, namesOf(claim, title)) ||
      isNoun(claim, word) ||
      isNamedBefore(claim, at) ||
      rankGivers(claim, title).some((one) => ranked(one, word.lower, namesOf(claim, title)))
    )
      return [];
    return [
      blocked(
        "identity",
        `${word.text} ${title.text}`,
        `Your resume does not give you the title “${word.text} ${title.text}”.`,
        claim,
      ),
    ];
  });
}

/** "registered nurse" of a line that says "RN": the abbreviation of the title holds the licence too. */
function isAbbreviated(claim: Claim, rank: Word, names: readonly string[]): boolean {
  const { credentials } = claim.ground.words;
  const classOf = (word: string): string | undefined =>
    credentials.get(word)?.find(({ words }) => words.length === 1)?.value;
  const kind = classOf(rank.lower);
  const known = names.filter((name) => name !== rank.lower && kind !== undefined && classOf(name) === kind);
  return claim.sources.some((one) => known.some((name) => one.all.has(name)));
}

/** "Security+ certified analyst" of "Security+ certified": the name before the rank is the same in the source. */
function isNamedBefore(claim: Claim, at: number): boolean {
  const [name, rank] = claim.passage.words.slice(Math.max(0, at - 1), at + 1);
  if (name === undefined || rank === undefined || rank.gap !== " " || !/^\p{Lu}/u.test(name.text)) return false;
  return claim.sources.some((one) =>
    one.words.some(({ lower }, i) => lower === rank.lower && one.words[i - 1]?.lower === name.lower),
  );
}

/** "freelance translators" of a line that says "freelancers": the rank is a role there. */
function isNoun(claim: Claim, rank: Word): boolean {
  const { words } = claim.ground;
  const isSame = (word: Word): boolean =>
    word.lower !== rank.lower &&
    words.roles.get(singular(word.lower))?.kind === "role" &&
    singular(word.lower) === `${rank.lower}r`;
  return claim.evidence.some((one) => one.words.some(isSame));
}

/** The summary's first words, up to a small one: what somebody calls himself ("Dispatcher and operations manager"). */
function isOwnTitle(claim: Claim, at: number): boolean {
  if (claim.edit.id !== "summary") return false;
  const list = claim.passage.words;
  const { plain } = claim.ground.words;
  const isTitle = list
    .slice(0, at + 1)
    .every((word, i) => i === 0 || (/^ $/.test(word.gap) && (word.lower === "and" || !plain.has(word.lower))));
  const next = list[at + 1];
  const isEnd = next === undefined || next.gap !== " " || plain.has(next.lower);
  return isTitle && isEnd;
}

function roleOf(claim: Claim, word: Word): { kind: "role" | "rank"; same: string[] } | undefined {
  const { roles } = claim.ground.words;
  return roles.get(singular(word.lower)) ?? roles.get(word.lower);
}

function namesOf(claim: Claim, word: Word): string[] {
  return [word.lower, singular(word.lower), ...(roleOf(claim, word)?.same ?? [])];
}

/** Who may give a rank: for the summary its own text and the headers of entries, for a line what it rests on. */
function givers(claim: Claim): Passage[] {
  if (!claim.wide) return claim.sources;
  const { ids } = claim.ground.task.parsed;
  const entries = [...new Set(Object.keys(ids).map((id) => id.split(".")[0] ?? id))];
  return [
    ...claim.evidence.filter((one) => one.id === claim.edit.id || !one.id.includes(".")),
    ...entries.flatMap((entry) => claim.ground.header(entry) ?? []),
  ];
}

/** Of several people the cited lines may tell the rank too, and so may a line that begins with the office. */
function rankGivers(claim: Claim, title: Word): Passage[] {
  const isOthers = singular(title.lower) !== title.lower;
  return [...givers(claim), ...claim.evidence.filter((one) => isOthers || opens(one, [title], claim))];
}

/** A rank before a title on the same line of the source, at most three words before it. */
function ranked(source: Passage, rank: string, names: readonly string[]): boolean {
  return source.words.some(
    (word, at) =>
      (word.lower === rank || word.lower.endsWith(`-${rank}`)) &&
      source.words.slice(at + 1, at + 5).some((one) => names.includes(singular(one.lower))),
  );
}

/** The words of "as head chef", "as the deputy head" that end at a word; null where no office is claimed. */
function officeAt(list: readonly Word[], at: number): Word[] | null {
  const from = Math.max(0, at - 4);
  const as = list.slice(from, at).findLastIndex((word) => word.lower === "as");
  const office = list.slice(from + as + 1, at + 1);
  const isOffice = office.every(
    (word) => !/[,;.]/.test(word.gap) && !/^(?:as|of|on|at|in|for|with|during|to)$/.test(word.lower),
  );
  const isMeasure =
    /^(?:as|many|much|well|few|long|soon|such)$/.test(list[from + as - 1]?.lower ?? "") ||
    list[from + as + 1]?.lower === "many";
  return as >= 0 && isOffice && !isMeasure ? office : null;
}

/** Whether a header of the sources gives the whole office, or the line itself says it so. */
function held(claim: Claim, office: readonly Word[]): boolean {
  const content = office.filter((word) => isContent(word, claim.ground.words));
  const says = (one: Passage): boolean =>
    content.every((word) => namesOf(claim, word).some((name) => one.all.has(name)));
  if (claim.evidence.some((one) => (one.all.has("as") && says(one)) || opens(one, content, claim))) return true;
  const header = claim.ground.header(claim.entry);
  return claim.wide ? givers(claim).some(says) : header !== null && says(header);
}

/** "Shift leader on weekends": the line itself begins with the office. */
function opens(one: Passage, office: readonly Word[], claim: Claim): boolean {
  const { plain, lemmas, roles } = claim.ground.words;
  const [first] = one.words;
  if (first === undefined || (lemmas.has(first.lower) && !roles.has(first.lower))) return false;
  const end = one.words.findIndex((word, at) => at > 0 && (plain.has(word.lower) || /[,;:(–—]/.test(word.gap)));
  const start = one.words.slice(0, end < 0 ? one.words.length : end).map((word) => singular(word.lower));
  return office.every((word) =>
    roleOf(claim, word) === undefined
      ? one.all.has(singular(word.lower)) || one.all.has(word.lower)
      : namesOf(claim, word).some((name) => start.includes(name)),
  );
}

function credentials(claim: Claim): ReturnType<Rule> {
  const book = claim.ground.words.credentials;
  return findPhrases(book, claim.passage.words).flatMap(({ phrase, at }) => {
    const holders = claim.sources.filter((one) =>
      claim.ground
        .kept("credentials", one, () => findPhrases(book, one.words).map((found) => found.phrase.value))
        .includes(phrase.value),
    );
    const token = claim.passage.text.slice(
      claim.passage.words[at]?.start,
      claim.passage.words[at + phrase.words.length - 1]?.end,
    );
    if (isOtherwiseSaid(claim, at)) return [];
    if (holders.length === 0 && claim.sources.some((one) => one.all.has(phrase.text))) return [];
    if (holders.length === 0 && !holdsPhrase(claim.sources, phrase.text))
      return [blocked("identity", token, `Your resume does not mention “${token}”.`, claim)];
    const beside = besides(claim, at, phrase.words.length);
    if (beside.length === 0 || holders.some((one) => beside.some((key) => one.content.has(key) || one.all.has(key))))
      return [];
    return [blocked("identity", token, `Your resume has “${token}”, but not for this.`, claim)];
  });
}

/** "published on" of what was put or posted there, "PA1 certificate" of "PA1 ticket": the same thing by another name. */
function isOtherwiseSaid(claim: Claim, at: number): boolean {
  const list = claim.passage.words;
  const word = list[at]?.lower ?? "";
  const says = (pattern: RegExp): boolean => claim.evidence.some((one) => pattern.test(one.text));
  if (word === "published")
    return says(/\b(?:post(?:s|ed|ing)?|upload(?:s|ed|ing)?|put(?:s|ting)?(?: it| them)? on(?:line)?)\b/i);
  const name = list[at - 1]?.lower;
  if (!/^certificates?$/.test(word) || name === undefined) return false;
  return claim.evidence.some((one) =>
    one.words.some(
      ({ lower }, i) => /^(?:ticket|card|qualification)s?$/.test(lower) && one.words[i - 1]?.lower === name,
    ),
  );
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
