import type { Lexicon } from "../schema/lexicon.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { singular, tokenize } from "../understand/tokens.js";

/** What a resume's lines name, by canonical term and by word, with the lines each stands on. */
export interface ResumeTerms {
  /** Lines that name the term itself, under any alias; a line stands once for each mention. */
  named: ReadonlyMap<string, number[]>;
  /** Lines that name a kind of the term: PostgreSQL for SQL. */
  implied: ReadonlyMap<string, number[]>;
  /** Lines by folded word in the singular. */
  words: ReadonlyMap<string, number[]>;
  /** Lines a reader sees first: the summary, the skills, the first highlights of the latest jobs. */
  prominent: ReadonlySet<number>;
  text(line: number): string;
}

const latestJobs = 2;
const firstHighlights = 3;
const deepestParent = 4;

/** The terms and words of a resume's source lines. */
export function resumeTerms(source: SourceDocument, parsed: ParsedResume, lexicon: Lexicon): ResumeTerms {
  const named = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  const texts = new Map<number, string>();
  for (const { n, text } of source.lines) {
    texts.set(n, text);
    for (const { canonical } of lexicon.find(text)) append(named, canonical, n);
    for (const key of new Set(tokenize(text).map((token) => singular(token.key)))) append(words, key, n);
  }
  const implied = new Map<string, number[]>();
  for (const [term, lines] of named) {
    for (const ancestor of ancestorsOf(term, lexicon)) for (const n of lines) append(implied, ancestor, n);
  }
  return { named, implied, words, prominent: prominentLines(parsed), text: (line) => texts.get(line) ?? "" };
}

/** What a term is a kind of, nearest first. */
export function ancestorsOf(term: string, lexicon: Lexicon): string[] {
  const found: string[] = [];
  let level = [term];
  for (let depth = 0; depth < deepestParent && level.length > 0; depth += 1) {
    level = level.flatMap((one) => lexicon.entries.get(one)?.parents ?? []).filter((one) => !found.includes(one));
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

function append(map: Map<string, number[]>, key: string, line: number): void {
  const lines = map.get(key);
  if (lines === undefined) map.set(key, [line]);
  else lines.push(line);
}
