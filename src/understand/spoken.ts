import type { SourceLine } from "../schema/source.js";
import { type EntryDraft, sourced, tidy } from "./draft.js";
import { listItems } from "./items.js";
import { wordCount } from "./look.js";
import { strongPieces } from "./segments.js";
import type { ResumeWords } from "./words.js";

/** The human languages of a section with their fluency as printed; null where a line names none. */
export function readLanguages(
  lines: readonly SourceLine[],
  words: ResumeWords,
): { entries: EntryDraft[]; loose: SourceLine[] } {
  const entries: EntryDraft[] = [];
  const loose: SourceLine[] = [];
  const columns = isTable(lines, words);
  for (const line of lines) {
    const found = columns ? columnOf(line) : languagesOf(line, words);
    const last = entries.at(-1);
    if (found.length > 0) entries.push(...found);
    else if (
      last !== undefined &&
      last.value.fluency === undefined &&
      words.marks.fluency.hits(line.text).length > 0 &&
      wordCount(line.text) <= 6
    )
      last.value.fluency = sourced(line.text, line);
    else loose.push(line);
  }
  return { entries, loose };
}

/** Whether every line has a language and its level in columns, although no word is known as a language. */
function isTable(lines: readonly SourceLine[], { marks }: ResumeWords): boolean {
  const cells = lines.map(({ text }) => strongPieces(text));
  return (
    lines.length >= 2 &&
    lines.every(({ text }) => text.includes("\t") && marks.language.hits(text).length === 0) &&
    cells.every(([name, level]) => level !== undefined && wordCount(name ?? "") <= 3)
  );
}

function columnOf(line: SourceLine): EntryDraft[] {
  const [name = "", ...fluency] = strongPieces(line.text);
  const value = { language: sourced(name, line), fluency: sourced(fluency.join(", "), line) };
  return [{ collection: "languages", value }];
}

function languagesOf(line: SourceLine, words: ResumeWords): EntryDraft[] {
  const { language } = words.marks;
  const pieces = piecesOf(line.text, words);
  return pieces.flatMap((piece) => {
    const hit = language.hits(piece)[0];
    if (hit === undefined) return [];
    const name = piece.slice(hit.start, hit.end);
    const before = tidy(piece.slice(0, hit.start).replace(/\s(?:in|en)\s*$/i, ""));
    const after = tidy(piece.slice(hit.end).replace(/^[^\p{L}\p{N}(]+/u, ""));
    const fluency = [before, after].filter((part) => part !== "").join(" ");
    return [
      {
        collection: "languages",
        value: { language: sourced(name, line), fluency: sourced(fluency, line) },
      } as EntryDraft,
    ];
  });
}

/** One piece for each language: a line with one language whole, else cut at separators that stand before a language. */
function piecesOf(text: string, words: ResumeWords): string[] {
  const { language } = words.marks;
  if (language.hits(text).length <= 1) return [text];
  const pieces = listItems(text).flatMap((piece) =>
    language.hits(piece).length > 1
      ? strongPieces(piece).flatMap((one) => one.split(/\s+(?:and|und|et|y|e|\/)\s+/))
      : [piece],
  );
  const merged: string[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (language.hits(piece).length === 0 && last !== undefined) merged[merged.length - 1] = `${last}, ${piece}`;
    else merged.push(piece);
  }
  return merged;
}
