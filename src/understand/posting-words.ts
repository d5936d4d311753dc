import { type DataFile, fault } from "./lexicon-file.js";
import { placeScore } from "./places.js";
import { fold } from "./tokens.js";
import type { ResumeWords } from "./words.js";

/** The data files that postings are understood by, for `Data.text`. */
export const postingWordFiles = {
  headings: "templates/lexicon/posting-headings.tsv",
  words: "templates/lexicon/posting-words.tsv",
  terms: "templates/lexicon/term-words.tsv",
} as const;

const sectionKinds = [
  "nice",
  "must",
  "keywords",
  "responsibilities",
  "benefits",
  "company",
  "about",
  "process",
  "apply",
  "legal",
  "notes",
] as const;

/** What a section of a posting is about. */
export type PostingSectionKind = (typeof sectionKinds)[number];

/** The wordings of postings, from data files. */
export interface PostingWords {
  /** What a heading announces; null for a heading of no known wording. */
  heading(text: string): PostingSectionKind | null;
  /** The phrases of a role, folded, in the order of the file; empty for an unknown role. */
  phrases(role: string): readonly string[];
  /** The first phrase of a role that stands in a text at word boundaries; null for none. */
  has(role: string, foldedText: string): string | null;
  /** Whether a text names a kind of job. */
  isTitle(text: string): boolean;
  /** Whether a text is a place and nothing else. */
  isPlace(text: string): boolean;
  /** Whether a text is a country, a state or a region, which says where a town before it lies. */
  isRegion(text: string): boolean;
}

/** How surely a text must be a place to be taken for one. */
const placeFrom = 0.8;

/**
 * Postings' wordings from the texts of `postingWordFiles`, with the resumes' titles and places; a UserError "settings"
 * names the file and line of a bad row.
 */
export function parsePostingWords(
  files: { headings: DataFile; words: DataFile; terms: DataFile },
  resume: ResumeWords,
): PostingWords {
  const headings = parseHeadings(files.headings);
  const roles = parseRoles([files.words, files.terms]);
  const patterns = new Map<string, RegExp>();
  const patternOf = (role: string): RegExp => {
    const known = patterns.get(role) ?? anyOf(roles.get(role) ?? []);
    patterns.set(role, known);
    return known;
  };
  const has = (role: string, foldedText: string): string | null => patternOf(role).exec(foldedText)?.[0] ?? null;
  const towns = new Set(roles.get("place"));
  const titleEnd = new RegExp(`[\\p{L}](?:${(roles.get("title-ending") ?? ["(?!)"]).join("|")})(?![\\p{L}])`, "u");
  const endsAsTitle = (text: string): boolean => titleEnd.test(fold(text));
  const regions = new Set(roles.get("region"));
  const { country, state, code } = resume.marks;
  const isRegion = (text: string): boolean =>
    regions.has(fold(text)) || country.is(text) || state.is(text) || (code.is(text) && text === text.toUpperCase());
  const isKnownPlace = (text: string): boolean => {
    const [town = "", ...rest] = fold(text)
      .replace(/\s+[a-z]{1,2}\d{1,2}[a-z]?(?:\s+\d[a-z]{2})?$|\b\d{4,5}\s+|\s+\d{5}$|\s*\(\d{2,5}\)$/g, "")
      .split(/,\s*|\s*\/\s*|\s+(?:or|oder|ou|und|and|y|et)\s+/);
    return (towns.has(town.trim()) || isRegion(town.trim())) && rest.length <= 3;
  };
  const [named, beside] = [new Set(roles.get("must-heading-word")), new Set(roles.get("must-heading-filler"))];
  const namesDemands = (heading: string): boolean => {
    const parts = heading.split(" ");
    return parts.some((part) => named.has(part)) && parts.every((part) => named.has(part) || beside.has(part));
  };
  return {
    heading(text) {
      const folded = foldHeading(text);
      const known = headings.find(({ pattern }) => pattern.test(folded))?.kind;
      return known ?? (namesDemands(folded) ? "must" : null);
    },
    phrases: (role) => roles.get(role) ?? [],
    has,
    isTitle: (text) =>
      has("title-word", fold(text)) !== null || resume.marks.title.hits(text).length > 0 || endsAsTitle(text),
    isPlace: (text) => placeScore(text, resume) >= placeFrom || isKnownPlace(text),
    isRegion,
  };
}

function parseHeadings(file: DataFile): { kind: PostingSectionKind; pattern: RegExp }[] {
  return rowsOf(file).map(({ line, key, values }) => {
    const kind = sectionKinds.find((known) => known === key);
    if (kind === undefined)
      throw fault(file.name, line, `has the unknown kind "${key}"; known are ${sectionKinds.join(", ")}`);
    const sources = values.map((value) => escaped(value.replaceAll("*", "\u0001")).replaceAll("\u0001", ".*"));
    return { kind, pattern: new RegExp(`^(?:${sources.join("|")})$`, "u") };
  });
}

/** Roles whose phrases stand before a name and are compared in their own case. */
const asPrinted = new Set(["public-body", "founder-of", "client-of", "we-are", "jobs-at", "seeks"]);

function parseRoles(files: readonly DataFile[]): Map<string, string[]> {
  const roles = new Map<string, string[]>();
  for (const file of files) {
    for (const { line, key, values } of rowsOf(file)) {
      if (roles.has(key)) throw fault(file.name, line, `gives the role "${key}" a second time`);
      roles.set(key, asPrinted.has(key) ? values : values.map(fold));
    }
  }
  return roles;
}

function rowsOf(file: DataFile): { line: number; key: string; values: string[] }[] {
  return file.text.split("\n").flatMap((text, index) => {
    if (text.trim() === "" || text.startsWith("#")) return [];
    const [key = "", values] = text.trimEnd().split("\t");
    if (values === undefined || values === "") throw fault(file.name, index + 1, "has no tab with words behind it");
    return [{ line: index + 1, key, values: values.split("|").map((value) => value.trim()) }];
  });
}

/** A pattern for any of the phrases at word boundaries; one that never fits where there are none. */
function anyOf(phrases: readonly string[]): RegExp {
  if (phrases.length === 0) return /(?!)/;
  const longestFirst = [...phrases].sort((one, other) => other.length - one.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "u");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A heading as it is compared: folded, marks and numbering dropped. */
function foldHeading(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
