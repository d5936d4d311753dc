import type { SourceLine } from "../schema/source.js";
import type { DateSpan } from "./dates.js";
import { tidy } from "./draft.js";
import { wordCount } from "./look.js";
import { without } from "./segments.js";
import type { ResumeWords } from "./words.js";

/** A line of a section with its dates. */
export interface Row {
  line: SourceLine;
  spans: DateSpan[];
  /** The text without its dates. */
  rest: string;
  /** Reads as a sentence or paragraph, not as a heading line. */
  prose: boolean;
  /** Carries the dates of an entry. */
  dated: boolean;
}

/** The section's lines with their dates; in prose and long list items dates are not looked for. */
export function rowsOf(lines: readonly SourceLine[], words: ResumeWords, dayFirst: boolean): Row[] {
  return lines.map((line) => {
    const spans = words.dates(line.text, dayFirst);
    const rest = without(line.text, spans);
    const prose = isProse(line, spans, rest);
    return { line, spans, rest, prose, dated: !prose && spans.length > 0 && isHeadDate(spans, rest) };
  });
}

function isProse(line: SourceLine, spans: readonly DateSpan[], rest: string): boolean {
  const count = wordCount(rest);
  if (line.style === "heading" || line.bold) return count > 24;
  if (line.text.includes("\t") && spans.length > 0) return count > 40;
  const sentences = /[\p{Ll})]\.\s+\p{Lu}/u.test(line.text) || /[\p{Ll}\d)]{2}[.;。]$/u.test(line.text.trim());
  const range = spans.some((span) => span.range);
  if (/[。；]$/.test(line.text) || (line.text.match(/\p{sc=Han}/gu)?.length ?? 0) > 30) return !range;
  if (sentences) return count > 5 && !(range && count <= 14);
  return count > (range ? 26 : 15);
}

/** Whether the dates stand where an entry's dates stand: at an end of the line, in brackets, or beside a gap. */
function isHeadDate(spans: readonly DateSpan[], rest: string): boolean {
  if (spans.some(({ range }) => range)) return true;
  const span = spans.at(-1);
  if (span === undefined) return false;
  const parts = rest.split("\t");
  return (
    tidy(parts[0] ?? "") === "" ||
    tidy(parts.at(-1) ?? "") === "" ||
    /^[([]/.test(span.text) ||
    /^\s*[,|•·–—-]/.test(parts.at(-1) ?? "")
  );
}
