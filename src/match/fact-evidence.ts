import type { Fact } from "../schema/edit.js";
import type { Lexicon } from "../schema/lexicon.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument, SourceLine } from "../schema/source.js";
import { type MatchOptions, matchResume } from "./match.js";

const rank = { missing: 0, partly: 1, met: 2 } as const;

/**
 * The match of a resume whose owner has confirmed facts beside it. `score` is what the resume itself shows, for that is all
 * an employer reads; `ceiling` counts the facts, for they may be written in. A demand that only facts show is `partly`, with
 * their ids in `facts`; a keyword that only facts name keeps `inResume` 0 and has them too.
 */
export function matchWithFacts(
  source: SourceDocument,
  parsed: ParsedResume,
  posting: Posting,
  lexicon: Lexicon,
  options: MatchOptions & { facts: readonly Fact[] },
): MatchReport {
  const own = matchResume(source, parsed, posting, lexicon, options);
  const { facts } = options;
  if (facts.length === 0) return own;
  const last = Math.max(0, ...source.lines.map(({ n }) => n));
  const lines = facts.map(({ text }, at) => factLine(last + 1 + at, text));
  const wider = matchResume({ ...source, lines: [...source.lines, ...lines] }, parsed, posting, lexicon, options);
  const factsAt = (numbers: readonly number[]): string[] =>
    [...new Set(numbers)].flatMap((n) => (n > last ? (facts[n - last - 1]?.id ?? []) : []));
  return {
    ...own,
    ceiling: Math.max(own.ceiling, wider.ceiling),
    requirements: own.requirements.map((one, at) => {
      const other = wider.requirements[at];
      const shown = factsAt(other?.evidence.map(({ line }) => line) ?? []);
      if (other === undefined || shown.length === 0 || one.status === "met" || one.toConfirm) return one;
      const isBetter = rank[other.status] > rank[one.status];
      if (!isBetter && other.missingTerms.length >= one.missingTerms.length) return one;
      const status = one.status === "missing" && isBetter ? "partly" : one.status;
      return { ...one, status, missingTerms: other.missingTerms, facts: shown };
    }),
    keywords: own.keywords.map((one, at) => {
      const shown = one.inResume === 0 ? factsAt(wider.keywords[at]?.lines ?? []) : [];
      return shown.length === 0 ? one : { ...one, facts: shown };
    }),
  };
}

function factLine(n: number, text: string): SourceLine {
  return {
    n,
    text,
    page: null,
    style: "body",
    level: 0,
    bold: false,
    italic: false,
    boldLead: "",
    size: null,
    x: null,
    y: null,
    gap: 0,
    region: "body",
    links: [],
    ref: { in: "text", from: n, to: n },
  };
}
