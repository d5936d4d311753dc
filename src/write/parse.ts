import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";

/** The document `parse --json` prints: the lines of the file, the resume, and for each value the lines it comes from. */
export function parseDocument(source: SourceDocument, parsed: ParsedResume, file: string): object {
  const headings = parsed.sections.flatMap(({ line }) => line ?? []);
  const headingAbove = (n: number): number | null => headings.filter((heading) => heading <= n).at(-1) ?? null;
  return {
    schema: "resumelaw/resume@1",
    source: { file, kind: source.kind, sha256: source.sha256, pages: source.pages },
    lines: source.lines.map(({ n, text, page, style }) => ({ n, text, page, style, section: headingAbove(n) })),
    resume: parsed.resume,
    sections: parsed.sections,
    ids: Object.fromEntries(Object.entries(parsed.ids).map(([id, { lines, text }]) => [id, { lines, text }])),
    provenance: parsed.provenance,
    language: parsed.language,
    warnings: [...source.warnings, ...parsed.warnings],
  };
}
