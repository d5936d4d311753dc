import type { Lexicon } from "../schema/lexicon.js";
import type { Posting } from "../schema/posting.js";
import type { ParsedResume } from "../schema/resume.js";
import { fold, singular, tokenize } from "../understand/tokens.js";

/** What a title counts by how long ago it was held; the label under the name counts in full. */
const ages = [1, 0.85, 0.7, 0.6] as const;
const levelShare = 0.2;
const levelOrder = ["intern", "junior", "mid", "senior", "lead", "executive"] as const;
const levelWords: readonly [RegExp, (typeof levelOrder)[number]][] = [
  [/\b(?:intern|trainee|internship|apprentice|werkstudent|stagiaire)\b/, "intern"],
  [/\b(?:director|vp|vice president|chief|cto|ceo|cfo|head of)\b/, "executive"],
  [/\b(?:lead|principal|staff engineer|team lead)\b/, "lead"],
  [/\b(?:senior|sr)\b/, "senior"],
  [/\b(?:junior|jr|entry level)\b/, "junior"],
];
const levelKeys = new Set([
  "senior",
  "sr",
  "junior",
  "jr",
  "lead",
  "principal",
  "staff",
  "i",
  "ii",
  "iii",
  "iv",
  "the",
  "of",
  "and",
  "a",
]);

/** How near the resume's titles come to the posting's, 0–1: words and terms shared, newer titles first, and the level. */
export function titleScore(posting: Posting, parsed: ParsedResume, lexicon: Lexicon): number | null {
  if (posting.title === null) return null;
  const wanted = keysOf(posting.title, lexicon);
  if (wanted.size === 0) return null;
  const { basics, work = [] } = parsed.resume;
  const held = [
    ...(basics?.label === undefined ? [] : [{ title: basics.label, share: 1 }]),
    ...work.map(({ position = "" }, index) => ({
      title: position,
      share: ages[Math.min(index, ages.length - 1)] ?? 0.6,
    })),
  ];
  const scores = held.map(({ title, share }) => share * similarity(wanted, keysOf(title, lexicon)));
  const best = Math.max(0, ...scores);
  if (posting.seniority === null || best === 0) return best;
  const level = highestLevel(held.map(({ title }) => title));
  const distance = Math.abs(levelOrder.indexOf(posting.seniority) - levelOrder.indexOf(level));
  return best * (1 - levelShare) + best * levelShare * Math.max(0, 1 - distance / 2);
}

/** How much two titles have in common, 0–1, levels aside; 0 where one is missing. */
export function titleShare(wanted: string | null, held: string | undefined, lexicon: Lexicon): number {
  return wanted === null || held === undefined ? 0 : similarity(keysOf(wanted, lexicon), keysOf(held, lexicon));
}

function keysOf(title: string, lexicon: Lexicon): Set<string> {
  const words = tokenize(title)
    .map(({ key }) => singular(key))
    .filter((key) => key.length > 1 && !levelKeys.has(key));
  const terms = lexicon
    .find(title)
    .flatMap(({ canonical }) => [canonical, ...(lexicon.entries.get(canonical)?.parents ?? [])]);
  return new Set([...words, ...terms]);
}

function similarity(wanted: ReadonlySet<string>, held: ReadonlySet<string>): number {
  const shared = [...wanted].filter((key) => held.has(key)).length;
  return shared === 0 ? 0 : (2 * shared) / (wanted.size + held.size);
}

function highestLevel(titles: readonly string[]): (typeof levelOrder)[number] {
  const found = titles.map((title) => levelWords.find(([pattern]) => pattern.test(fold(title)))?.[1] ?? "mid");
  return levelOrder.findLast((level) => found.slice(0, 3).includes(level)) ?? "mid";
}
