import type { Edit } from "../schema/edit.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument, SourceLine } from "../schema/source.js";

/** The document as it reads after the edits, and the edited resume with the lines its texts stand on now. */
export interface EditedSource {
  source: SourceDocument;
  parsed: ParsedResume;
}

/**
 * The source lines with the edits' texts in the place of the old ones, so that a match report counts what the document now says.
 * A replaced text stands on the first of its lines, a dropped one on none; an added summary gets a line of its own.
 * `before` is the resume the edits were made for, `after` the same with the edits applied.
 */
export function editedSource(
  source: SourceDocument,
  before: ParsedResume,
  after: ParsedResume,
  edits: readonly Edit[],
): EditedSource {
  const texts = new Map(source.lines.map((line) => [line.n, line.text]));
  const parsed = structuredClone(after);
  let added: SourceLine[] = [];
  for (const edit of edits) {
    const old = before.ids[edit.id];
    if (edit.op === "move") continue;
    if (!old || old.lines.length === 0) {
      const first = source.lines[0];
      if (!first || edit.text === null) continue;
      const n = Math.max(...source.lines.map((line) => line.n)) + 1;
      added = [{ ...first, n, text: edit.text, style: "body", level: 0, links: [] }];
      parsed.ids[edit.id] = { path: parsed.ids[edit.id]?.path ?? "basics.summary", text: edit.text, lines: [n] };
      continue;
    }
    const [first, ...rest] = old.lines;
    const shared = new Set(
      Object.entries(before.ids)
        .filter(([id]) => id !== edit.id)
        .flatMap(([, line]) => line.lines),
    );
    if (first !== undefined)
      texts.set(
        first,
        shared.has(first) ? swapped(texts.get(first) ?? "", old.text, edit.text ?? "") : (edit.text ?? ""),
      );
    for (const n of rest.filter((line) => !shared.has(line))) texts.set(n, "");
  }
  const lines = [...source.lines, ...added].map((line) => ({ ...line, text: texts.get(line.n) ?? line.text }));
  return { source: { ...source, lines: lines.filter((line) => line.text !== "") }, parsed };
}

/** A line that other texts stand on too, with only the old text exchanged. */
function swapped(line: string, old: string, text: string): string {
  return line.includes(old) ? line.replace(old, () => text) : `${line} ${text}`.trim();
}
