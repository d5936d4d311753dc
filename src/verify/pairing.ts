import type { ParsedResume, Resume } from "../schema/resume.js";
import { holdsSense, isContent, type Passage } from "./claim.js";
import type { Keys } from "./keys.js";
import type { VerifyWords } from "./words.js";

/** The lists whose entries have lines of their own, by the letter of their ids. */
export const entryLists = { w: "work", v: "volunteer", e: "education", p: "projects" } as const;

/** An entry of either resume by its id (w1) with what identifies it. */
export interface Entry {
  id: string;
  list: (typeof entryLists)[keyof typeof entryLists];
  /** Field → text: name, position, dates, institution … */
  facts: Record<string, string>;
}

const identifying = [
  ...["name", "position", "organization", "institution", "studyType", "area", "entity"],
  ...["location", "startDate", "endDate", "score"],
];

/** The entries of a resume in the order of their lists. */
export function entriesOf({ resume }: ParsedResume): Entry[] {
  return Object.entries(entryLists).flatMap(([letter, list]) =>
    ((resume as Resume)[list] ?? []).map((entry, at) => ({
      id: `${letter}${at + 1}`,
      list,
      facts: Object.fromEntries(
        Object.entries(entry).filter(
          (pair): pair is [string, string] => identifying.includes(pair[0]) && typeof pair[1] === "string",
        ),
      ),
    })),
  );
}

/** A text levelled for comparing what is printed: letters and digits in lower case, single spaces between. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();
}

/** Entries of the new resume with the old one each is: the most alike first, each old one once; null where none is like it. */
export function pairedEntries(before: readonly Entry[], after: readonly Entry[]): Map<Entry, Entry | null> {
  const scored = after.flatMap((one) =>
    before.map((other) => ({ one, other, score: likeness(one, other) })).filter(({ score }) => score >= 2),
  );
  scored.sort((a, b) => b.score - a.score);
  const pairs = new Map<Entry, Entry | null>(after.map((one) => [one, null]));
  const taken = new Set<Entry>();
  for (const { one, other } of scored) {
    if (pairs.get(one) !== null || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

/** Two points for each same fact, one for a name that holds the other; a little for the same place in the list. */
function likeness(one: Entry, other: Entry): number {
  let score = one.list === other.list ? 0 : -1;
  for (const [field, text] of Object.entries(one.facts)) {
    const theirs = other.facts[field];
    if (theirs === undefined) continue;
    const [mine, known] = [bare(text), bare(theirs)];
    if (mine === known) score += /Date$/.test(field) ? 1.5 : 2;
    else if (!/Date$/.test(field) && (mine.includes(known) || known.includes(mine))) score += 1;
  }
  return score + (one.id === other.id ? 0.5 : 0);
}

/** How much of a text's content another one holds, 0 to 1, by words that may stand for one another. */
export function share(text: Passage, other: Passage, words: VerifyWords, keys: Keys): number {
  const content = text.words.filter((word) => isContent(word, words) || /^\d/.test(word.lower));
  if (content.length === 0) return 0;
  return content.filter((word) => holdsSense([other], word.lower, keys)).length / content.length;
}
