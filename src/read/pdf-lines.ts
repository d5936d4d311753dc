import type { SourceLink, SourceRef } from "../schema/source.js";
import type { LineDraft } from "./lines.js";
import { inGrid } from "./pdf-grids.js";
import { bodySize, headingLevels, type Placed } from "./pdf-headings.js";
import type { Box } from "./pdf-ink.js";
import { joinedLinks } from "./pdf-links.js";
import type { Paragraph } from "./pdf-paragraphs.js";
import type { Row } from "./pdf-rows.js";
import type { Word } from "./pdf-words.js";

/** Paragraphs of one flow with the region they stand in. */
export interface Passage {
  paragraphs: Paragraph[];
  region: "body" | "header" | "footer" | "sidebar";
}

/** What the drafts of a document need to know beside its passages. */
export interface PageLook {
  heights: ReadonlyMap<number, number>;
  rules: readonly (Box & { page: number })[];
  links: Map<Row, SourceLink[]>;
  /** Outlines of drawn tables. */
  grids: readonly (Box & { page: number })[];
}

/** Line drafts of all passages, with styles, levels, gaps, links and places. */
export function draftsOf(passages: readonly Passage[], look: PageLook): LineDraft[] {
  const placed = passages.flatMap(({ paragraphs }, i) => placedOf(paragraphs, i === 0));
  const body = bodySize(passages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ rows }) => rows)));
  const headings = headingLevels(placed, body, look.rules);
  const gaps = new Map(placed.map(({ paragraph, gap }) => [paragraph, gap]));
  return passages.flatMap(({ paragraphs, region }) => {
    const levels = listLevels(paragraphs);
    return paragraphs.map((paragraph) => {
      const heading = headings.get(paragraph);
      const level = levels.get(paragraph);
      return {
        ...faceOf(paragraph, look),
        style:
          heading !== undefined
            ? "heading"
            : level !== undefined
              ? "list"
              : inTable(paragraph, look)
                ? "table"
                : "body",
        level: heading ?? level ?? 0,
        gap: gaps.get(paragraph) ?? 0,
        region,
        links: joinedLinks(paragraph.rows, look.links),
      };
    });
  });
}

/** Whether a paragraph is a row of several cells in a drawn table. */
function inTable({ rows: [row] }: Paragraph, { grids }: PageLook): boolean {
  if (row === undefined || row.cells < 2) return false;
  return inGrid(
    row,
    grids.filter(({ page }) => page === row.page),
  );
}

/** Blank space above each paragraph, in lines, from the distance of the baselines. */
function placedOf(paragraphs: readonly Paragraph[], top: boolean): Placed[] {
  return paragraphs.map((paragraph, i) => {
    const first = paragraph.rows[0];
    const above = paragraphs[i - 1]?.rows.at(-1);
    if (first === undefined || above === undefined || above.page !== first.page || first.y <= above.y)
      return { paragraph, gap: i === 0 && top ? 0 : 1 };
    const lines = (first.y - above.y) / (Math.max(first.size, above.size) * 1.25) - 1;
    return { paragraph, gap: Math.max(0, Math.round(lines * 2) / 2) };
  });
}

/** Nesting of list items by the indent of their text: 1 for the leftmost of a run of items. */
function listLevels(paragraphs: readonly Paragraph[]): Map<Paragraph, number> {
  const levels = new Map<Paragraph, number>();
  let stack: number[] = [];
  for (const paragraph of paragraphs) {
    const row = paragraph.rows[0];
    if (row?.marked !== true) {
      stack = [];
      continue;
    }
    while (stack.length > 0 && (stack.at(-1) ?? 0) > row.x0 + 3) stack.pop();
    if (stack.length === 0 || (stack.at(-1) ?? 0) < row.x0 - 3) stack.push(row.x0);
    levels.set(paragraph, stack.length);
  }
  return levels;
}

function faceOf({ rows, text }: Paragraph, look: PageLook): LineDraft {
  const first = rows[0];
  const words = rows.flatMap((row) => row.words);
  const bold = words.length > 0 && words.every((word) => word.bold);
  const page = first?.page ?? 1;
  return {
    text,
    page,
    bold,
    italic: words.length > 0 && words.every(({ italic }) => italic),
    boldLead: bold ? "" : leadOf(text, words) || leadBehind(first?.label, text, words),
    size: Math.round((first?.size ?? 0) * 10) / 10,
    x: round(first?.x0 ?? 0),
    y: round(first?.y0 ?? 0),
    ref: refOf(
      rows.filter((row) => row.page === page),
      page,
      look.heights.get(page) ?? 0,
    ),
  };
}

/** The bold text behind a plain label, where the text goes on plain: a title beside its dates. */
function leadBehind(label: Row | undefined, text: string, words: readonly Word[]): string {
  if (label === undefined || !text.startsWith(`${label.text}\t`) || label.bold) return "";
  const own = words.filter((word) => !label.words.includes(word));
  return leadOf(text.slice(label.text.length + 1), own);
}

/** The start of the text that the leading bold words make up, as it is spaced there. */
function leadOf(text: string, words: readonly Word[]): string {
  const lead = words.slice(
    0,
    words.findIndex((word) => !word.bold),
  );
  let at = 0;
  for (const { text: word } of lead) {
    const found = text.indexOf(word, at);
    if (found < 0 || found - at > 2) break;
    at = found + word.length;
  }
  return text.slice(0, at);
}

function refOf(rows: readonly Row[], page: number, height: number): SourceRef {
  const left = Math.min(...rows.map(({ x0 }) => x0));
  const right = Math.max(...rows.map(({ x1 }) => x1));
  const top = Math.min(...rows.map(({ y0 }) => y0));
  const bottom = Math.max(...rows.map(({ y1 }) => y1));
  return { in: "pdf", page, box: [round(left), round(height - bottom), round(right), round(height - top)] };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
