import { type EntryDraft, printed, type Sourced, sourced } from "./draft.js";
import { listItems } from "./items.js";
import { wordCount } from "./look.js";
import type { Row } from "./rows.js";

/** Interests: "Name: a, b" or a name over a list as a group, else each item one; sentences stay whole. */
export function readInterests(rows: Row[]): EntryDraft[] {
  const named = namedBlocks(rows);
  if (named !== null) return named.flatMap(blockInterest);
  const entries: EntryDraft[] = [];
  let group: { look: string; keywords: Sourced[] } | null = null;
  rows.forEach((row, at) => {
    const { line } = row;
    const list = (text: string) => listItems(text).map((item): Sourced => ({ text: item, lines: [line.n] }));
    const label =
      /^([^:：]{2,40})[:：]\s*(\S.*)$/u.exec(line.text.trim()) ??
      /^([^\t]{2,40})\t+([^\t]+,[^\t]+)$/.exec(line.text.trim());
    const push = (name: Sourced | undefined, keywords?: Sourced[]) =>
      entries.push({ collection: "interests", value: { name, keywords } });
    if (group !== null && itemLook(row) !== group.look) {
      group.keywords.push(...list(line.text));
      return;
    }
    group = isGroupName(row, rows[at + 1]) ? { look: itemLook(row), keywords: [] } : null;
    if (group !== null) push(printed(line), group.keywords);
    else if (label?.[1] !== undefined && label[2] !== undefined) push(sourced(label[1], line), list(label[2]));
    else if (wordCount(line.text) > 6 * Math.max(1, listItems(line.text).length)) push(printed(line));
    else for (const name of list(line.text)) push(name);
  });
  return entries;
}

/**
 * The blocks of rows where each begins with a name: one in a column of its own before the text, or a short line that a gap
 * parts from the block above; null where the rows are not laid out so.
 */
function namedBlocks(rows: readonly Row[]): Row[][] | null {
  const tabs = rows.filter(({ line }) => cellsOf(line.text).length === 2).length;
  const columns = tabs >= 2 && cellsOf(rows[0]?.line.text ?? "").length === 2;
  const starts = ({ line }: Row) => (columns ? line.text.includes("\t") : line.gap >= 0.4);
  const blocks: Row[][] = [];
  for (const row of rows) {
    if (blocks.length === 0 || starts(row)) blocks.push([]);
    blocks.at(-1)?.push(row);
  }
  if (columns) return blocks;
  const plain = rows.every(({ line }) => line.style === "body" && !/[\t:：]/.test(line.text));
  const short = blocks.every(([first, below]) => below !== undefined && wordCount(first?.text ?? "") <= 3);
  return plain && blocks.length >= 2 && short ? blocks : null;
}

function cellsOf(text: string): string[] {
  return text.split("\t").filter((cell) => cell.trim() !== "");
}

/** A block's name with the items beside and below it. */
function blockInterest([first, ...below]: Row[]): EntryDraft[] {
  if (first === undefined) return [];
  const [name = "", beside = ""] = cellsOf(first.line.text);
  const items = [{ text: beside, line: first.line }, ...below.map(({ line }) => ({ text: line.text, line }))];
  const keywords = items.flatMap(({ text, line }) => listItems(text).map((item) => ({ text: item, lines: [line.n] })));
  return [{ collection: "interests", value: { name: sourced(name, first.line), keywords } }];
}

function itemLook({ line }: Row): string {
  return `${line.style} ${line.level} ${line.bold} ${line.size === null ? "" : Math.round(line.size)}`;
}

/** A short line over items that look otherwise: a list, one a level deeper, or smaller and lighter print. */
function isGroupName(row: Row, next: Row | undefined): boolean {
  if (next === undefined || wordCount(row.text) > 4 || /[,;|•:\t]|[.!?]$/.test(row.line.text.trim())) return false;
  if (next.line.style === "list") return row.line.style !== "list" || next.line.level > row.line.level;
  if (row.line.style === "list" || next.line.style === "heading" || wordCount(next.text) > 12) return false;
  return row.line.style === "heading" || (row.line.bold && !next.line.bold);
}
