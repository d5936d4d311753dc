import type { Lexicon } from "../../src/schema/lexicon.js";
import type { Posting } from "../../src/schema/posting.js";

/** What a person read in a posting: NAME.expected.json of the corpus. */
export interface PostingTruth {
  title: string | null;
  company: string | null;
  mustHave: string[];
  niceToHave: string[];
  yearsExperience: number | null;
}

/** Counts from which precision, recall and F1 follow. */
export interface Counts {
  right: number;
  found: number;
  wanted: number;
}

/** How one posting was understood beside its truth. */
export interface PostingScore {
  title: boolean;
  company: boolean;
  years: boolean;
  requirements: Counts;
  missed: string[];
  surplus: string[];
}

/** Compares a posting with its truth; a requirement is right where words and kind agree, marks and case levelled. */
export function scorePosting(posting: Posting, truth: PostingTruth): PostingScore {
  const wanted = [
    ...truth.mustHave.map((text) => `must ${level(text)}`),
    ...truth.niceToHave.map((text) => `nice ${level(text)}`),
  ];
  const found = posting.requirements.map(({ kind, text }) => `${kind} ${level(text)}`);
  const open = [...wanted];
  const surplus = found.filter((one) => {
    const at = open.indexOf(one);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
  return {
    title: same(posting.title, truth.title),
    company: same(posting.company, truth.company),
    years: posting.yearsExperience === truth.yearsExperience,
    requirements: { right: wanted.length - open.length, found: found.length, wanted: wanted.length },
    missed: open,
    surplus,
  };
}

/** The sum of several counts. */
export function sumCounts(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, one) => ({ right: sum.right + one.right, found: sum.found + one.found, wanted: sum.wanted + one.wanted }),
    { right: 0, found: 0, wanted: 0 },
  );
}

/** Precision, recall and F1 of counts; 1 where nothing was wanted and nothing found. */
export function ratesOf({ right, found, wanted }: Counts): { precision: number; recall: number; f1: number } {
  const precision = found === 0 ? 1 : right / found;
  const recall = wanted === 0 ? 1 : right / wanted;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** A sentence of a labelled advertisement with the character spans marked as knowledge. */
export interface LabelledText {
  text: string;
  spans: { start: number; end: number }[];
}

/** The sentences of a file of "token<tab>skill<tab>knowledge" lines. */
export function readKnowledge(conll: string): LabelledText[] {
  return conll
    .replaceAll("\r", "")
    .split(/\n\s*\n/)
    .map((block) => labelled(block.split("\n").map((row) => row.split("\t"))))
    .filter(({ text }) => text !== "");
}

function labelled(rows: string[][]): LabelledText {
  const spans: LabelledText["spans"] = [];
  let text = "";
  let open: { start: number; end: number } | null = null;
  for (const [word = "", , tag = "O"] of rows) {
    if (word === "") continue;
    const start = text === "" ? 0 : text.length + 1;
    text = text === "" ? word : `${text} ${word}`;
    if (tag.startsWith("B")) {
      open = { start, end: text.length };
      spans.push(open);
    } else if (tag.startsWith("I") && open !== null) open.end = text.length;
    else open = null;
  }
  return { text, spans };
}

/** Spans found beside spans marked; `overlap` counts a found span right where it shares a word with a marked one. */
export function scoreSpans(
  texts: readonly LabelledText[],
  find: (text: string) => { start: number; end: number }[],
): { exact: Counts; overlap: { precision: number; recall: number } } {
  const exact: Counts = { right: 0, found: 0, wanted: 0 };
  let [touching, touched] = [0, 0];
  for (const { text, spans } of texts) {
    const found = find(text);
    const meets = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
      one.start < other.end && other.start < one.end;
    exact.found += found.length;
    exact.wanted += spans.length;
    exact.right += found.filter((one) =>
      spans.some((other) => one.start === other.start && one.end === other.end),
    ).length;
    touching += found.filter((one) => spans.some((other) => meets(one, other))).length;
    touched += spans.filter((one) => found.some((other) => meets(one, other))).length;
  }
  return {
    exact,
    overlap: { precision: touching / Math.max(1, exact.found), recall: touched / Math.max(1, exact.wanted) },
  };
}

const longestName = 6;

/** What a plain list of the lexicon's words finds: every entry's name and aliases in any case, longest first, without rules. */
export function plainWordList(lexicon: Lexicon): (text: string) => { start: number; end: number }[] {
  const hard = [...lexicon.entries.values()].filter(({ kind }) => kind !== "soft");
  const names = new Set(
    hard.flatMap(({ canonical, aliases }) => [canonical, ...aliases]).map((name) => name.toLowerCase()),
  );
  return (text) => {
    const words = [...text.matchAll(/[^\s,;:()]+/g)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    const found: { start: number; end: number }[] = [];
    for (let first = 0; first < words.length; first += 1) {
      for (let last = Math.min(words.length, first + longestName) - 1; last >= first; last -= 1) {
        const [start, end] = [words[first]?.start ?? 0, words[last]?.end ?? 0];
        const bare = text
          .slice(start, end)
          .toLowerCase()
          .replace(/[.!?]$/, "");
        if (!names.has(bare)) continue;
        found.push({ start, end: start + bare.length });
        first = last;
        break;
      }
    }
    return found;
  };
}

function same(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : level(one) === level(other);
}

function level(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
