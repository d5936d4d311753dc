import type { SourceLine } from "../schema/source.js";
import type { PostingSection } from "./posting-sections.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** How much each sign of being the company counts. */
const signs = { told: 8, beside: 6, subject: 3, about: 3, below: 5, body: 2 } as const;

interface Candidate {
  name: string;
  score: number;
}

/**
 * The company a posting speaks for, as printed; null where nothing tells. Signs are added up: the words beside the title,
 * the line below it, "About X", the subject of "X is looking for …", a public body that is named again and again.
 */
export function companyOf(
  lines: readonly SourceLine[],
  sections: readonly PostingSection[],
  beside: string | null,
  below: string | null,
  words: PostingWords,
): string | null {
  const candidates = new Map<string, Candidate>();
  const add = (name: string | null | undefined, score: number): void => {
    const clean =
      name
        ?.replace(/^(?:the|das|die|der|la|el|le|los|las)\s+/iu, "")
        .replace(/['’]s?$/u, "")
        .trim() ?? "";
    const key = fold(clean);
    if (clean.length < 2 || clean.length > 60 || words.phrases("not-company").includes(key)) return;
    const known = candidates.get(key);
    if (known === undefined) candidates.set(key, { name: clean, score });
    else known.score += score;
  };
  add(beside, signs.beside);
  add(below, signs.below);
  for (const name of toldNames(lines, words)) add(name, signs.told);
  for (const name of aboutNames(sections, words)) add(name, signs.about);
  for (const name of subjects(lines, words)) add(name, signs.subject);
  for (const name of publicBodies(lines, words)) add(name, signs.body);
  for (const name of organizations(lines, words)) add(name, signs.below);
  if (candidates.size === 0) for (const name of namesAgainAndAgain(lines, words)) add(name, signs.subject);
  return best([...candidates.values()]);
}

/** The best candidate; a shorter name that a longer one begins with takes its score ("Google" of "Google Cloud"). */
function best(candidates: readonly Candidate[]): string | null {
  let winner: Candidate | null = null;
  for (const candidate of candidates) {
    const longer = candidates.filter(
      (other) => other !== candidate && fold(other.name).startsWith(`${fold(candidate.name)} `),
    );
    const score =
      candidate.score + (candidate.score >= signs.subject ? Math.max(0, ...longer.map((other) => other.score)) : 0);
    if (winner === null || score > winner.score) winner = { name: candidate.name, score };
  }
  return winner === null || winner.score < signs.subject ? null : winner.name;
}

function aboutNames(sections: readonly PostingSection[], words: PostingWords): string[] {
  return sections.flatMap(({ heading }) => {
    const found = /^(?:about|why|join|life at|working at|über|uber|à propos de|sobre|om)\s+(.+?)[:?]?$/iu.exec(
      heading?.text.trim() ?? "",
    );
    const name = found?.[1] ?? "";
    return /^\p{Lu}/u.test(name) && name.split(/\s+/).length <= 5 && words.has("title-word", fold(name)) === null
      ? [name]
      : [];
  });
}

/** "one of the two founders of Lanternfish", "I am working with Dijkwater, a maker of …": the writer says who it is. */
function toldNames(lines: readonly SourceLine[], words: PostingWords): string[] {
  const name = "((?:\\p{Lu}[\\p{L}\\p{N}&’'-]*\\s?){1,4})";
  const founders = words.phrases("founder-of").join("|");
  const clients = words.phrases("client-of").join("|");
  const pattern = new RegExp(
    `(?<!\\p{L})(?:(?:${founders}) ${name}(?=[.,;!]|$)|(?:${clients}) ${name}, (?=(?:an?|the|one|eine?|une?|una?|das|die|der) ))`,
    "gu",
  );
  return lines.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, one, other]) => (one ?? other ?? "").trim()));
}

/** The capitalised subject of a paragraph's first words: "BBVA es una …", "Google is proud to be …", "At Acme, we …". */
function subjects(lines: readonly SourceLine[], words: PostingWords): string[] {
  return lines.flatMap(({ text, style }) => {
    if (style === "list" || style === "heading") return [];
    const at = /^(?:At|Bei|Chez|En|Join)\s+((?:\p{Lu}[\p{L}\p{N}&.'’-]*\s?){1,4}),/u.exec(text);
    if (at !== null) return [at[1]?.trim() ?? ""];
    const subject =
      /^(?:The |Das |Die |Der |La |El |Le )?((?:\p{Lu}[\p{L}\p{N}&.-]*|\d+\p{L}+|of|de|for|and|&)(?:\s+(?:\p{Lu}[\p{L}\p{N}&.-]*|of|de|for|and|&)){0,5})\s+(\p{Ll}.{0,30})/u.exec(
        text,
      );
    if (subject === null) return [];
    const name = subject[1] ?? "";
    const verb = words.has("hiring", fold(subject[2] ?? ""));
    if (verb === null || !fold(subject[2] ?? "").startsWith(verb)) return [];
    return words.has("title-word", fold(name)) !== null ? [] : [name];
  });
}

/** "the City of Los Angeles": a public body's name, once for each two times it is printed. */
function publicBodies(lines: readonly SourceLine[], words: PostingWords): string[] {
  const heads = words.phrases("public-body").join("|");
  const pattern = new RegExp(
    `\\b(?:${heads}) (?:of|de) (?:\\p{Lu}[\\p{L}.]+)(?: (?:\\p{Lu}[\\p{L}.]+|and(?= \\p{Lu})))*`,
    "gu",
  );
  const names = lines.flatMap(({ text }) => text.match(pattern) ?? []);
  return names.filter((_, index) => index % 2 === 0);
}

/** A heading line at the very top that is an organisation's name. */
function organizations(lines: readonly SourceLine[], words: PostingWords): string[] {
  return lines.slice(0, 2).flatMap(({ text }) => {
    const short = text.trim().split(/\s+/).length <= 5;
    const folded = fold(text);
    return short && words.has("organization", folded) !== null && words.has("title-word", folded) === null
      ? [text.trim()]
      : [];
  });
}

const oftenFrom = 4;

/** Where nothing else tells, the capitalised name that stands inside sentences most often. */
function namesAgainAndAgain(lines: readonly SourceLine[], words: PostingWords): string[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    for (const [, name = ""] of text.matchAll(/\p{Ll}[,]? (\d*\p{Lu}[\p{L}\p{N}&]+|\d+\p{Lu})(?=['’]s\b|[ ,.])/gu)) {
      const key = fold(name);
      if (words.phrases("term-not").includes(key) || words.has("title-word", key) !== null) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most !== undefined && most[1] >= oftenFrom ? [most[0]] : [];
}
