import type { SourceLink } from "../schema/source.js";
import type { DocxLine, Span } from "./docx-story.js";
import { type LineDraft, tidy } from "./lines.js";

/** Signs that can only be a bullet at the start of a line, dashes that are one before a blank, and signs that are one before a tab. */
const bullet =
  /^\s*(?:[•●◦○▪▫■□◾◽◆◇❖♦‣⁃∙·➢➤►▶▸✓✔✦★☆➔→»\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf06e][\s\uf000-\uf0ff]*|[-–—*][ \t\xa0]+(?=\S)|[o+¤§]\t\s*)/u;

/** The rows of a paragraph: its spans cut at each line break, rows without visible text left out. */
export function rowsOf(spans: Span[]): Span[][] {
  const rows: Span[][] = [[]];
  for (const span of spans) {
    span.text.split("\n").forEach((text, i) => {
      if (i > 0) rows.push([]);
      if (text !== "" || span.text === "") rows.at(-1)?.push({ ...span, text });
    });
  }
  return rows.filter((row) => row.some(({ text, link }) => text.trim() !== "" || link !== null));
}

/** A row without the bullet typed at its start; null where it begins with none. */
export function withoutBullet(row: Span[]): Span[] | null {
  const mark = bullet.exec(spanText(row))?.[0];
  if (mark === undefined) return null;
  let left = mark.length;
  const rest: Span[] = [];
  for (const span of row) {
    const cut = Math.min(left, span.text.length);
    left -= cut;
    if (cut < span.text.length || span.text === "") rest.push({ ...span, text: span.text.slice(cut) });
  }
  return rest;
}

/** The text of spans, as they stand. */
export function spanText(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}

/** One line made of neighbouring cells, with a tab between them. */
export function joinedLine(lines: readonly DocxLine[]): DocxLine | null {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const tab = { text: "\t", bold: false, italic: false, size: null, link: null, counter: false, page: 0 };
  const spans = [...first.spans, ...others.flatMap((line) => [tab, ...line.spans])];
  const paragraphs = lines.flatMap((line) => line.paragraphs).sort((a, b) => a - b);
  const end = Math.max(...lines.map((line) => line.end));
  return { ...first, spans, style: "table", level: 0, paragraphs, end };
}

/** A line as the line builder takes it; `paged` where the file tells its pages. */
export function draftOf(line: DocxLine, paged: boolean): LineDraft {
  const visible = line.spans.filter(({ text }) => text.trim() !== "");
  const bold = visible.length > 0 && visible.every((span) => span.bold);
  const lead = visible.findIndex((span) => !span.bold);
  const first = visible[0];
  return {
    text: widened(spanText(line.spans)),
    style: line.style,
    level: line.level,
    bold,
    italic: visible.length > 0 && visible.every((span) => span.italic),
    boldLead: bold || lead < 1 ? "" : boldStart(line.spans),
    size: usualSize(visible),
    page: paged ? (first?.page ?? null) : null,
    gap: line.gap,
    region: line.region,
    links: linksOf(line.spans),
    ref: { in: "docx", part: line.part, paragraphs: line.paragraphs, start: line.start, end: line.end },
  };
}

/** Whether a line holds nothing but page numbers and signs around them. */
function onlyCounters(line: DocxLine): boolean {
  const own = line.spans.filter(({ counter }) => !counter);
  return own.length < line.spans.length && !/[\p{L}\p{N}]/u.test(spanText(own));
}

/** Header or footer lines without page numbers and without those that stood in another header or footer before. */
export function withoutRepeats(lines: DocxLine[], aside: string[]): DocxLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const text = tidy(spanText(line.spans));
    if (!seen.has(text) && !onlyCounters(line)) return seen.add(text);
    aside.push(text);
    return false;
  });
}

/** A row of blanks that pushes a date to the right is a wide gap like a tab. */
function widened(text: string): string {
  return text.replace(/(?<=\S)[ \xa0]{4,}(?=\S)/g, "\t");
}

function boldStart(spans: readonly Span[]): string {
  const end = spans.findIndex(({ text, bold }) => text.trim() !== "" && !bold);
  return tidy(widened(spanText(spans.slice(0, end))));
}

function usualSize(spans: readonly Span[]): number | null {
  const letters = new Map<number, number>();
  for (const { size, text } of spans)
    if (size !== null) letters.set(size, (letters.get(size) ?? 0) + text.trim().length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function linksOf(spans: readonly Span[]): SourceLink[] {
  const links = new Map<SourceLink, string>();
  for (const { link, text } of spans) if (link !== null) links.set(link, (links.get(link) ?? "") + text);
  return [...links].map(([{ url }, text]) => ({ text: tidy(text), url }));
}
