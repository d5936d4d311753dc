import type { SourceLine } from "../schema/source.js";

/** The lines that neither a value of the resume nor a heading came from, in their order. */
export function unplacedLines(
  lines: readonly SourceLine[],
  provenance: Readonly<Record<string, readonly number[]>>,
  headings: readonly { line: number | null }[],
): SourceLine[] {
  const placed = new Set(Object.values(provenance).flat());
  for (const { line } of headings) if (line !== null) placed.add(line);
  return lines.filter(({ n }) => !placed.has(n));
}
