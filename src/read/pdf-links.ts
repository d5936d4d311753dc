import type { SourceLink } from "../schema/source.js";
import type { LinkArea } from "./pdf-pages.js";
import type { Row } from "./pdf-rows.js";
import type { Word } from "./pdf-words.js";

/** The links of each row, found by the place of their areas; an area over no text goes to the row beside it, with an empty text. */
export function linksOf(areas: readonly (LinkArea & { page: number })[], rows: readonly Row[]): Map<Row, SourceLink[]> {
  const links = new Map<Row, SourceLink[]>();
  for (const area of areas) {
    const onPage = rows.filter(({ page }) => page === area.page);
    const covered = onPage.map((row) => ({ row, text: coveredText(row, area) })).filter(({ text }) => text !== "");
    const targets = covered.length > 0 ? covered : nearest(onPage, area).map((row) => ({ row, text: "" }));
    for (const { row, text } of targets) {
      const list = links.get(row) ?? [];
      const last = list.at(-1);
      if (last !== undefined && last.url === area.url && (text === "" || last.text === "")) last.text ||= text;
      else list.push({ text, url: area.url });
      links.set(row, list);
    }
  }
  return links;
}

/** The links of a paragraph's rows, those that go on over a line's end put together again. */
export function joinedLinks(rows: readonly Row[], links: Map<Row, SourceLink[]>): SourceLink[] {
  const all: SourceLink[] = [];
  for (const row of rows) {
    for (const [i, link] of (links.get(row) ?? []).entries()) {
      const last = all.at(-1);
      if (i === 0 && last !== undefined && last.url === link.url) last.text = `${last.text} ${link.text}`.trim();
      else all.push({ ...link });
    }
  }
  return all;
}

function coveredText(row: Row, area: LinkArea): string {
  const inside = row.words.filter((word) => covers(area, word));
  let text = "";
  let last: Word | undefined;
  for (const word of inside) {
    const glued = last !== undefined && word.loose && word.x0 - last.x1 < word.size * 0.1;
    text += last === undefined || glued ? word.text : ` ${word.text}`;
    last = word;
  }
  return text;
}

/** Whether most of a word lies in an area. */
function covers(area: LinkArea, word: Word): boolean {
  const middle = word.y - word.size * 0.3;
  const shared = Math.min(area.x1, word.x1) - Math.max(area.x0, word.x0);
  return area.y0 <= middle && middle <= area.y1 && shared > (word.x1 - word.x0) * 0.5;
}

/** The row that holds the area's middle or lies nearest above or below it, within two lines. */
function nearest(rows: readonly Row[], area: LinkArea): Row[] {
  const middle = (area.y0 + area.y1) / 2;
  const scored = rows
    .map((row) => ({
      row,
      away: Math.max(row.y0 - middle, middle - row.y1, 0) * 3 + Math.max(row.x0 - area.x1, area.x0 - row.x1, 0),
    }))
    .sort((a, b) => a.away - b.away);
  const best = scored[0];
  return best === undefined ? [] : [best.row];
}
