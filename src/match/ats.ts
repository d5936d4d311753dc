import type { AtsFinding, MatchReport } from "../schema/match.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import type { MatchWords } from "../understand/match-words.js";
import { dateFindings } from "./ats-dates.js";

type Finding = Omit<AtsFinding, "lines"> & { lines?: number[] };

const mostPages = 3;
const fewestWords = 150;
const mostWords = 1500;
const longestHighlight = 45;
/** What a finding takes from the hundred of a report without a posting. */
const penalties = { error: 20, warning: 8, info: 2 } as const;

/** What applicant tracking systems may stumble over, worst first; no posting is needed. */
export function atsFindings(source: SourceDocument, parsed: ParsedResume, words: MatchWords): AtsFinding[] {
  const found: Finding[] = [
    ...source.traits.map((trait) => words.finding(words.traitCode(trait))),
    ...contactFindings(parsed, words),
    ...sectionFindings(parsed, words),
    ...dateFindings(source, parsed, words),
    ...lengthFindings(source, parsed, words),
  ];
  const rank = { error: 0, warning: 1, info: 2 };
  return found
    .map((finding) => ({ ...finding, lines: finding.lines ?? [] }))
    .sort((one, other) => rank[one.severity] - rank[other.severity]);
}

/** The findings alone as a report: the score is a hundred less what each costs (error 20, warning 8, info 2). */
export function atsReport(source: SourceDocument, parsed: ParsedResume, words: MatchWords): MatchReport {
  const ats = atsFindings(source, parsed, words);
  const score = Math.max(0, 100 - ats.reduce((sum, { severity }) => sum + penalties[severity], 0));
  return {
    score,
    ceiling: 100,
    parts: [{ name: "ats", weight: 100, score }],
    requirements: [],
    keywords: [],
    ats,
    warnings: [],
  };
}

function contactFindings({ resume: { basics } }: ParsedResume, words: MatchWords): Finding[] {
  const missing = [
    basics?.name ? null : "no-name",
    basics?.email ? null : "no-email",
    basics?.phone ? null : "no-phone",
  ];
  return missing.flatMap((code) => (code === null ? [] : words.finding(code)));
}

function sectionFindings({ resume, sections }: ParsedResume, words: MatchWords): Finding[] {
  const found: Finding[] = [];
  for (const kind of ["work", "education", "skills"] as const) {
    if ((resume[kind] ?? []).length === 0) found.push(words.finding(`no-${kind}`));
  }
  for (const { kind, heading, line } of sections) {
    if (kind !== "other" || heading === "") continue;
    found.push({ ...words.finding("unknown-section", { heading }), lines: line === null ? [] : [line] });
  }
  return found;
}

function lengthFindings(source: SourceDocument, parsed: ParsedResume, words: MatchWords): Finding[] {
  const found: Finding[] = [];
  const count = source.lines.reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => word !== "").length, 0);
  if (source.pages !== null && source.pages > mostPages) {
    found.push(words.finding("many-pages", { count: source.pages }));
  } else if (count > mostWords) found.push(words.finding("long", { count }));
  if (count < fewestWords) found.push(words.finding("short", { count }));
  const long = Object.values(parsed.ids).filter(
    ({ path, text }) => path.includes(".highlights[") && text.split(/\s+/).length > longestHighlight,
  );
  if (long.length > 0) {
    const finding = words.finding("long-highlights", { count: long.length, most: longestHighlight });
    found.push({ ...finding, lines: long.flatMap(({ lines }) => lines) });
  }
  return found;
}
