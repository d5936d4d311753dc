import type { Lexicon } from "../schema/lexicon.js";
import type { Posting } from "../schema/posting.js";
import type { ParsedResume } from "../schema/resume.js";
import type { Level, MatchWords } from "../understand/match-words.js";
import { singular, tokenize } from "../understand/tokens.js";

/** What a title counts by how long ago it was held; the label under the name counts in full. */
const ages = [1, 0.85, 0.7, 0.6] as const;
const levelShare = 0.2;
const levelOrder: readonly Level[] = ["intern", "junior", "mid", "senior", "lead", "executive"];

/** How near the resume's titles come to the posting's, 0–1: words and terms shared, newer titles first, and the level. */
export function titleScore(posting: Posting, parsed: ParsedResume, lexicon: Lexicon, words: MatchWords): number | null {
  if (posting.title === null) return null;
  const wanted = keysOf(posting.title, lexicon, words);
  if (wanted.size === 0) return null;
  const { basics, work = [] } = parsed.resume;
  const held = [
    ...(basics?.label === undefined ? [] : [{ title: basics.label, share: 1 }]),
    ...work.map(({ position = "" }, index) => ({
      title: position,
      share: ages[Math.min(index, ages.length - 1)] ?? 0.6,
    })),
  ];
  const scores = held.map(({ title, share }) => share * similarity(wanted, keysOf(title, lexicon, words)));
  const best = Math.max(0, ...scores);
  if (posting.seniority === null || best === 0) return best;
  const level = highestLevel(
    held.map(({ title }) => title),
    words,
  );
  const distance = Math.abs(levelOrder.indexOf(posting.seniority) - levelOrder.indexOf(level));
  return best * (1 - levelShare) + best * levelShare * Math.max(0, 1 - distance / 2);
}

/** How much two titles have in common, 0–1, levels aside; 0 where one is missing. */
export function titleShare(
  wanted: string | null,
  held: string | undefined,
  lexicon: Lexicon,
  words: MatchWords,
): number {
  if (wanted === null || held === undefined) return 0;
  return similarity(keysOf(wanted, lexicon, words), keysOf(held, lexicon, words));
}

function keysOf(title: string, lexicon: Lexicon, { titleNoise }: MatchWords): Set<string> {
  const keys = tokenize(title)
    .map(({ key }) => singular(key))
    .filter((key) => key.length > 1 && !titleNoise.has(key));
  const terms = lexicon
    .find(title)
    .flatMap(({ canonical }) => [canonical, ...(lexicon.entries.get(canonical)?.parents ?? [])]);
  return new Set([...keys, ...terms]);
}

function similarity(wanted: ReadonlySet<string>, held: ReadonlySet<string>): number {
  const shared = [...wanted].filter((key) => held.has(key)).length;
  return shared === 0 ? 0 : (2 * shared) / (wanted.size + held.size);
}

/** The highest level of the three newest titles; the middle one for titles that name none. */
function highestLevel(titles: readonly string[], words: MatchWords): Level {
  const found = titles.slice(0, 3).map((title) => words.level(title) ?? "mid");
  return levelOrder.findLast((level) => found.includes(level)) ?? "mid";
}
