import type { Chunk } from "./pdf-words.js";

/** The chunks of one page. */
export interface PageChunks {
  page: number;
  height: number;
  chunks: Chunk[];
}

/** The pages without what is printed around them, and that: kept once each; page numbers alone are dropped. */
export interface Furniture {
  pages: PageChunks[];
  /** Running headers and footers as first printed. */
  kept: { page: number; region: "header" | "footer"; chunks: Chunk[] }[];
  /** Repetitions and page numbers, which are in no line. */
  dropped: Chunk[];
}

/** Share of the page's height at its top and its bottom in which furniture stands. */
const zone = 0.15;

const pageNumber =
  /^[^\p{L}\p{N}]*(?:(?:page|seite|página|pagina|pag\.?|p\.|str\.|σελίδα|strona|sida|side)\s*)?(\d{1,3})(?:\s*(?:\/|of|von|de|sur|di|av|z|\||-)\s*(\d{1,3}))?[^\p{L}\p{N}]*$/iu;

/** "Maya Lindqvist – page 2", "Resume of M. Lindqvist | 2 of 3": a row that ends in the number of its page. */
const numbered =
  /(?:(?:page|seite|página|pagina|pag\.?|p\.|str\.|σελίδα|strona|sida|side)\s*(\d{1,3})|[|–—·-]\s*(\d{1,3})\s*(?:\/|of|von|de|sur|di)\s*\d{1,3})[^\p{L}\p{N}]*$/iu;

/** Running headers, footers and page numbers told from the text of the pages, by place and repetition. */
export function withoutFurniture(pages: readonly PageChunks[]): Furniture {
  const edges = pages.flatMap((page) => edgeRows(page));
  const furniture = new Set<Chunk>();
  const kept: Furniture["kept"] = [];
  const dropped: Chunk[] = [];
  const seen = new Set<string>();
  for (const row of edges) {
    const number = numberOf(row.text, row, pages.length);
    const aside = number
      ? undefined
      : row.chunks.find((chunk) => standsAlone(chunk, row) && numberOf(textOf(chunk), row, pages.length));
    if (aside !== undefined) {
      furniture.add(aside);
      dropped.push(aside);
    }
    const repeated = edges.some((other) => other.page !== row.page && sameRow(row, other));
    if (!number && !repeated && !endsInNumber(row)) continue;
    for (const chunk of row.chunks) furniture.add(chunk);
    const key = `${row.region} ${row.key}`;
    if (number || seen.has(key)) dropped.push(...row.chunks.filter((chunk) => chunk !== aside));
    else kept.push({ page: row.page, region: row.region, chunks: row.chunks.filter((chunk) => chunk !== aside) });
    seen.add(key);
  }
  return {
    pages: pages.map((page) => ({ ...page, chunks: page.chunks.filter((chunk) => !furniture.has(chunk)) })),
    kept,
    dropped,
  };
}

interface EdgeRow {
  page: number;
  region: "header" | "footer";
  y: number;
  text: string;
  /** The text with its numbers levelled. */
  key: string;
  chunks: Chunk[];
}

/** The outermost rows of a page, at most three at each end, in its edge zones. */
function edgeRows({ page, height, chunks }: PageChunks): EdgeRow[] {
  const rows: EdgeRow[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.y - b.y)) {
    const region = chunk.y < height * zone ? "header" : chunk.y > height * (1 - zone) ? "footer" : null;
    if (region === null) continue;
    const last = rows.at(-1);
    if (last !== undefined && last.region === region && chunk.y - last.y < chunk.size * 0.3) last.chunks.push(chunk);
    else rows.push({ page, region, y: chunk.y, text: "", key: "", chunks: [chunk] });
  }
  for (const row of rows) {
    row.chunks.sort((a, b) => a.x0 - b.x0);
    row.text = row.chunks.map(textOf).join(" ");
    row.key = row.text.replace(/\d+/g, "#").replace(/\s+/g, " ");
  }
  const headers = rows.filter(({ region }) => region === "header").slice(0, 3);
  const footers = rows.filter(({ region }) => region === "footer").slice(-3);
  return [...headers, ...footers];
}

function textOf({ words }: Chunk): string {
  return words.map(({ text }) => text).join(" ");
}

/** Whether a footer's piece stands far from the text beside it. */
function standsAlone(chunk: Chunk, { region, chunks }: EdgeRow): boolean {
  const others = chunks.filter((other) => other !== chunk);
  return region === "footer" && others.every(({ x0, x1 }) => x0 - chunk.x1 > 60 || chunk.x0 - x1 > 60);
}

function sameRow(a: EdgeRow, b: EdgeRow): boolean {
  return a.region === b.region && a.key === b.key && Math.abs(a.y - b.y) < 4 && /\p{L}/u.test(a.text);
}

/** Whether a short row says which page it is on: printed once only where the first page has none. */
function endsInNumber({ text, page }: EdgeRow): boolean {
  const found = numbered.exec(text);
  return found !== null && Number(found[1] ?? found[2]) === page && text.split(/\s+/).length <= 10;
}

/** Whether a row holds nothing but the number of its page. */
function numberOf(text: string, row: EdgeRow, pageCount: number): boolean {
  const match = pageNumber.exec(text);
  if (match === null) return false;
  const number = Number(match[1]);
  const worded = match[2] !== undefined || /\p{L}/u.test(text);
  if (worded) return number >= 1 && number <= Math.max(pageCount, Number(match[2] ?? 0));
  return row.region === "footer" ? number <= Math.max(pageCount, 2) : number === row.page;
}
