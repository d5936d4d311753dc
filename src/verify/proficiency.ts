import { blocked, type Claim, contentKeys, flagged, isContent, type Passage, type Rule } from "./claim.js";
import { findPhrases, type Word } from "./tokens.js";

const reach = 4;
const lowLevel = 2;

interface Level {
  text: string;
  level: number;
  /** Keys of the skills it stands beside. */
  skills: Set<string>;
}

/** A level of skill or language above the source's, a level the source does not state, or a low one that was dropped. */
export const proficiency: Rule = (claim) => {
  const mine = levelsOf(claim, claim.passage);
  const sources = claim.wide ? claim.sources : claim.evidence;
  const theirs = sources.flatMap((one) => levelsOf(claim, one));
  const raised = mine.flatMap((one) => {
    const same = theirs.filter((other) => meet(other.skills, one.skills) || one.skills.size === 0);
    if (same.some((other) => other.level >= one.level) || (one.level <= 1 && same.length === 0 && isNamed(claim, one)))
      return [];
    return [
      blocked(
        "proficiency",
        one.text,
        `“${one.text}” says more about how well you know it than your resume does.`,
        claim,
      ),
    ];
  });
  return [...raised, ...droppedLevels(claim, mine)];
};

/** "familiar with X" is less than X on its own. */
function isNamed(claim: Claim, level: Level): boolean {
  return [...level.skills].some((key) => claim.sources.some((one) => one.content.has(key)));
}

function levelsOf(claim: Claim, passage: Passage): Level[] {
  return claim.ground.kept("levels", passage, () => readLevels(claim, passage));
}

function readLevels(claim: Claim, passage: Passage): Level[] {
  const { words, keys, task } = claim.ground;
  return findPhrases(words.proficiency, passage.words).flatMap(({ phrase, at }) => {
    const next = at + phrase.words.length;
    const around = [...back(passage.words, at), ...ahead(passage.words, next)].filter(
      (word) => isContent(word, words) && !words.proficiency.has(word.lower),
    );
    const isSkill = (word: Word): boolean => /^\p{Lu}/u.test(word.text) || task.lexicon.canonical(word.text) !== null;
    if (phrase.value.near && !around.some(isSkill)) return [];
    return [
      {
        text: phrase.text,
        level: phrase.value.level,
        skills: new Set(around.flatMap((word) => contentKeys(word.lower, keys))),
      },
    ];
  });
}

function back(list: readonly Word[], at: number): Word[] {
  const found: Word[] = [];
  for (let i = at - 1; i >= Math.max(0, at - reach); i -= 1) {
    if (/[,;.]/.test(list[i + 1]?.gap ?? "")) break;
    if (list[i] !== undefined) found.push(list[i] as Word);
  }
  return found;
}

function ahead(list: readonly Word[], from: number): Word[] {
  const found: Word[] = [];
  for (let i = from; i < Math.min(list.length, from + reach); i += 1) {
    if (/[,;.)]/.test(list[i]?.gap ?? "")) break;
    if (list[i] !== undefined) found.push(list[i] as Word);
  }
  return found;
}

function droppedLevels(claim: Claim, mine: readonly Level[]): ReturnType<Rule> {
  const sources = claim.wide ? claim.sources : claim.evidence;
  const low = sources.flatMap((one) => levelsOf(claim, one)).filter((one) => one.level <= lowLevel);
  return low.flatMap((level) => {
    const kept = [...level.skills].filter((key) => !key.startsWith("~") && claim.passage.content.has(key));
    if (kept.length === 0 || mine.some((one) => meet(one.skills, level.skills))) return [];
    const isOwn = claim.evidence.some((one) =>
      levelsOf(claim, one).some((other) => other.text === level.text && meet(other.skills, level.skills)),
    );
    const isFresh =
      claim.edit.id === "summary" &&
      /^(?:a[12]|beginner|basic|elementary)$/.test(level.text) &&
      !kept.some((key) => claim.evidence.some((one) => one.id === "summary" && one.content.has(key)));
    const explanation = `Your resume says “${level.text}” of this; the new text drops it.`;
    return isOwn || isFresh
      ? [blocked("proficiency", level.text, explanation, claim)]
      : [flagged("proficiency", level.text, explanation)];
  });
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((key) => b.has(key));
}
