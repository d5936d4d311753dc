import type { Lexicon } from "../schema/lexicon.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { singular, tokenize } from "../understand/tokens.js";

/** What a resume's lines name, by canonical term and by word, with the lines each stands on. */
export interface ResumeTerms {
  /** Lines that name the term itself, under any alias; a line stands once for each mention. */
  named: ReadonlyMap<string, number[]>;
  /** Lines that name a kind of the term, and by which: PostgreSQL for SQL. */
  implied: ReadonlyMap<string, readonly Implication[]>;
  /** Lines by folded word in the singular. */
  words: ReadonlyMap<string, number[]>;
  /** Lines a reader sees first: the summary, the skills, the first highlights of the latest jobs. */
  prominent: ReadonlySet<number>;
  /** What a line is worth as proof: 3 a highlight, 2 the summary or a project, 1 another line that is understood, 0 else. */
  worth(line: number): number;
  text(line: number): string;
}

/** A line that names a kind of a term. */
export interface Implication {
  line: number;
  by: string;
}

const latestJobs = 2;
const firstHighlights = 3;
const deepestParent = 4;

const known = new WeakMap<SourceDocument, { parsed: ParsedResume; lexicon: Lexicon; terms: ResumeTerms }>();

/** The terms and words of a resume's source lines; kept while the resume is, for it may be matched with many postings. */
export function resumeTerms(source: SourceDocument, parsed: ParsedResume, lexicon: Lexicon): ResumeTerms {
  const kept = known.get(source);
  if (kept !== undefined && kept.parsed === parsed && kept.lexicon === lexicon) return kept.terms;
  const terms = readTerms(source, parsed, lexicon);
  known.set(source, { parsed, lexicon, terms });
  return terms;
}

function readTerms(source: SourceDocument, parsed: ParsedResume, lexicon: Lexicon): ResumeTerms {
  const named = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  const texts = new Map<number, string>();
  const headings = headingLines(parsed);
  for (const { n, text } of source.lines) {
    texts.set(n, text);
    if (headings.get(n) === text.trim()) continue;
    for (const { canonical } of lexicon.find(text)) append(named, canonical, n);
    for (const key of new Set(tokenize(text).map((token) => singular(token.key)))) append(words, key, n);
  }
  const implied = new Map<string, Implication[]>();
  for (const [term, lines] of named) {
    for (const ancestor of ancestorsOf(term, lexicon))
      for (const line of lines) append(implied, ancestor, { line, by: term });
  }
  const worths = worthOfLines(parsed);
  return {
    named,
    implied,
    words,
    prominent: prominentLines(parsed),
    worth: (line) => worths.get(line) ?? 0,
    text: (line) => texts.get(line) ?? "",
  };
}

/** The headings of the sections by their lines: "Leadership" over a list shows nothing. */
function headingLines({ sections }: ParsedResume): Map<number, string> {
  return new Map(sections.flatMap(({ line, heading }) => (line === null ? [] : [[line, heading.trim()] as const])));
}

/** What a term is directly a kind of; none for an unknown one. */
export function parentsOf(term: string, lexicon: Lexicon): readonly string[] {
  return lexicon.entries.get(term)?.parents ?? [];
}

/** What a term is a kind of, nearest first. */
export function ancestorsOf(term: string, lexicon: Lexicon): string[] {
  const found: string[] = [];
  let level = [term];
  for (let depth = 0; depth < deepestParent && level.length > 0; depth += 1) {
    level = level.flatMap((one) => parentsOf(one, lexicon)).filter((one) => !found.includes(one));
    found.push(...new Set(level));
  }
  return [...new Set(found)];
}

function prominentLines(parsed: ParsedResume): Set<number> {
  const lines = new Set<number>();
  for (const [id, { lines: own, path }] of Object.entries(parsed.ids)) {
    const job = /^w(\d+)\.(?:h(\d+)|summary)$/.exec(id);
    const early = job !== null && Number(job[1]) <= latestJobs && Number(job[2] ?? 1) <= firstHighlights;
    if (id === "summary" || path.startsWith("skills[") || early) for (const n of own) lines.add(n);
  }
  for (const [path, own] of Object.entries(parsed.provenance)) {
    if (path.startsWith("skills[") || path === "basics.label") for (const n of own) lines.add(n);
  }
  return lines;
}

function worthOfLines(parsed: ParsedResume): Map<number, number> {
  const worths = new Map<number, number>();
  const put = (lines: readonly number[], worth: number): void => {
    for (const n of lines) worths.set(n, Math.max(worth, worths.get(n) ?? 0));
  };
  for (const lines of Object.values(parsed.provenance)) put(lines, 1);
  for (const [id, { lines }] of Object.entries(parsed.ids)) {
    put(lines, /^w\d+\./.test(id) ? 3 : id === "summary" || /^[pv]\d+\./.test(id) ? 2 : 1);
  }
  return worths;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
