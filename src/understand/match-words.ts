import type { Data } from "../ports.js";
import type { AtsFinding } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import { letterPattern } from "./letter-pattern.js";
import { type DataFile, fault } from "./lexicon-file.js";
import { fold } from "./tokens.js";

/** The data file of matching, for `Data.text`. */
export const matchWordsPath = "templates/lexicon/match-words.tsv";

/** How high a job stands. */
export type Level = NonNullable<Posting["seniority"]>;

/** The words of matching, from a data file. */
export interface MatchWords {
  /** A finding with its message filled in; `count` chooses between the messages for one and for many. */
  finding(code: string, values?: Readonly<Record<string, string | number>>): Omit<AtsFinding, "lines">;
  /** The code of a document's layout trait. */
  traitCode(trait: string): string;
  /** The level a title names; null for none. */
  level(title: string): Level | null;
  titleNoise: ReadonlySet<string>;
  /** Ranks by the canonical name of a degree, 1 high school to 5 doctorate. */
  degreeRanks: ReadonlyMap<string, number>;
  isSchool(name: string): boolean;
  /** Whether a text has one of a list's phrases at word boundaries. */
  has(list: PhraseList, text: string): boolean;
  /** Whether a folded word proves nothing where it stands alone: "work", "strong". */
  isPlain(word: string): boolean;
  /** The levels of spoken languages a text names with where they stand, 1 for A1 to 6 for C2 and native. */
  languageLevels(text: string): { rank: number; start: number; end: number }[];
}

/** Phrases that tell what a part of a demand is: what no resume shows, real experience all the same, a wish, any field of study. */
export type PhraseList = (typeof phraseLists)[number];

const phraseLists = ["condition", "not-condition", "wish", "study-field"] as const;

interface Template {
  severity: AtsFinding["severity"];
  many: string;
  one: string;
}

const severities = ["error", "warning", "info"] as const;
const levels = ["intern", "junior", "mid", "senior", "lead", "executive"] as const;

/** The words of matching as shipped or as the user changed them; a UserError "settings" names the line of a fault. */
export async function loadMatchWords(data: Data): Promise<MatchWords> {
  return parseMatchWords({ name: matchWordsPath, text: await data.text(matchWordsPath) });
}

/** The words of matching from lines of `role<tab>…`; a UserError "settings" names the line of a fault. */
export function parseMatchWords(file: DataFile): MatchWords {
  const findings = new Map<string, Template>();
  const traits = new Map<string, string>();
  const levelPhrases: { level: Level; phrases: string[] }[] = [];
  const titleNoise = new Set<string>();
  const degreeRanks = new Map<string, number>();
  const schools: string[] = [];
  const lists = new Map<PhraseList, string[]>(phraseLists.map((name) => [name, []]));
  const plain = new Set<string>();
  const spokenLevels: { phrase: string; rank: number }[] = [];
  const readers: Record<string, (line: number, cells: readonly string[]) => void> = {
    finding: (line, [code = "", severity = "", many = "", one = many]) => {
      const known = severities.find((name) => name === severity);
      if (known === undefined || many === "") throw fault(file.name, line, "gives no severity and message");
      findings.set(code, { severity: known, many, one });
    },
    trait: (_, [trait = "", code = ""]) => traits.set(trait, code),
    level: (line, [name = "", phrases = ""]) => {
      const level = levels.find((one) => one === name);
      if (level === undefined) throw fault(file.name, line, `has the unknown level "${name}"`);
      levelPhrases.push({ level, phrases: phrases.split("|") });
    },
    "title-noise": (_, [words = ""]) => {
      for (const word of words.split("|")) titleNoise.add(word);
    },
    degree: (line, [rank = "", names = ""]) => {
      if (!/^[1-9]$/.test(rank)) throw fault(file.name, line, `has "${rank}" where a rank should stand`);
      for (const name of names.split("|")) degreeRanks.set(name, Number(rank));
    },
    school: (_, [names = ""]) => schools.push(...names.split("|")),
    plain: (_, [names = ""]) => {
      for (const word of names.split("|")) plain.add(word);
    },
    "language-level": (line, [rank = "", phrases = ""]) => {
      if (!/^[1-6]$/.test(rank)) throw fault(file.name, line, `has "${rank}" where a level from 1 to 6 should stand`);
      for (const phrase of phrases.split("|")) spokenLevels.push({ phrase, rank: Number(rank) });
    },
  };
  for (const [name, phrases] of lists) readers[name] = (_, [given = ""]) => phrases.push(...given.split("|"));
  for (const [index, text] of file.text.split("\n").entries()) {
    if (text.trim() === "" || text.startsWith("#")) continue;
    const [role = "", ...cells] = text.trimEnd().split("\t");
    const read = readers[role];
    if (read === undefined) throw fault(file.name, index + 1, `has the unknown role "${role}"`);
    read(index + 1, cells);
  }
  return {
    finding: (code, values = {}) => filled(code, findings.get(code), values),
    traitCode: (trait) => traits.get(trait) ?? trait,
    level: (title) => {
      const folded = spacedWords(title);
      return levelPhrases.findLast(({ phrases }) => phrases.some((one) => folded.includes(` ${one} `)))?.level ?? null;
    },
    titleNoise,
    degreeRanks,
    isSchool: (name) => schools.some((school) => fold(name).includes(school)),
    has: (list, text) => {
      const spaced = spacedWords(text);
      return (lists.get(list) ?? []).some((phrase) => spaced.includes(` ${phrase} `));
    },
    isPlain: (word) => plain.has(word),
    languageLevels: (text) => levelsIn(text, spokenLevels),
  };
}

const betweenWords = letterPattern(/[^\p{L}\p{N}%-]+/gu);
const wordChar = letterPattern(/[\p{L}\p{N}]/u);

/** A text's folded words with one space around each. */
function spacedWords(text: string): string {
  return ` ${fold(text).replace(betweenWords(text), " ")} `;
}

/** The level phrases of a text, longest first where they overlap. */
function levelsIn(
  text: string,
  levels: readonly { phrase: string; rank: number }[],
): { rank: number; start: number; end: number }[] {
  const lower = text.toLowerCase();
  const found: { rank: number; start: number; end: number }[] = [];
  for (const { phrase, rank } of [...levels].sort((one, other) => other.phrase.length - one.phrase.length)) {
    for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
      const end = at + phrase.length;
      const free = !isWordAt(lower, at - 1) && !isWordAt(lower, end);
      if (free && !found.some((one) => one.start < end && one.end > at)) found.push({ rank, start: at, end });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

function isWordAt(text: string, at: number): boolean {
  const char = text[at] ?? "";
  return wordChar(char).test(char);
}

function filled(
  code: string,
  template: Template | undefined,
  values: Readonly<Record<string, string | number>>,
): Omit<AtsFinding, "lines"> {
  if (template === undefined) throw fault(matchWordsPath, 1, `lacks the finding "${code}"`);
  const text = values["count"] === 1 ? template.one : template.many;
  const message = text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { code: code === "many-pages" ? "long" : code, severity: template.severity, message };
}
