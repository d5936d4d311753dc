import { type EntryDraft, joined, printed, type Sourced, sourced, tidy } from "./draft.js";
import { type EntryRows, splitEntries } from "./entries.js";
import { datesOf } from "./heads.js";
import { listItems } from "./items.js";
import { linksOf } from "./links.js";
import { wordCount } from "./look.js";
import { type Row, withoutSetApart } from "./rows.js";
import type { ResumeWords } from "./words.js";

/** The entries of a section of certificates, awards or publications: one a line, or heading lines with text under them. */
export function readCredentials(
  rows: Row[],
  collection: "certificates" | "awards" | "publications",
  body: number | null,
  words: ResumeWords,
): EntryDraft[] {
  return credentialRows(rows, body).map((entry) => ({ collection, value: credentialOf(entry, collection, words) }));
}

/** One entry a list item; other lines are cut like jobs where their dates or looks part them, else one a line. */
function credentialRows(rows: Row[], body: number | null): EntryRows[] {
  const lists = rows.filter(({ line }) => line.style === "list").length;
  if (lists === rows.length || rows.every((row) => row.dated)) return ownRows(rows);
  const dateOnly = rows.some(({ dated, rest }) => dated && tidy(rest) === "");
  const marked = rows.some(({ line }) => line.style === "heading" || line.bold || line.boldLead !== "");
  if (lists > 0 || dateOnly || marked) {
    return splitEntries(rows, body).flatMap((entry) => (entry.head.length === 0 ? ownRows(entry.body) : [entry]));
  }
  return ownRows(rows);
}

function ownRows(rows: Row[]): EntryRows[] {
  const entries: EntryRows[] = [];
  for (const row of rows) {
    const last = entries.at(-1);
    const nested = row.line.style === "list" && row.line.level > 1;
    if (last !== undefined && (nested || (row.dated && tidy(row.rest) === "" && !last.head.some((one) => one.dated))))
      last.body.push(row);
    else entries.push({ head: [row], body: [] });
  }
  return entries;
}

function credentialOf({ head, body }: EntryRows, collection: string, words: ResumeWords): EntryDraft["value"] {
  const dateRows = body.filter(({ dated, rest }) => dated && tidy(rest) === "");
  const dates = datesOf([...head, ...dateRows]);
  const date = dates.end ?? dates.start;
  const link = head.flatMap(({ line }) => linksOf(line))[0];
  const { name, issuer } = collection === "publications" ? publicationNames(head) : names(head, words);
  const text = body.filter((row) => !dateRows.includes(row)).map(({ line }) => printed(line));
  const url = link === undefined || collection === "awards" ? undefined : { text: link.url, lines: [link.line.n] };
  const summary = joined(text, "\n");
  if (collection === "certificates") return { name, date, issuer, url, summary };
  if (collection === "awards") return { title: name, date, awarder: issuer, summary };
  return { name, releaseDate: date, publisher: issuer, url, summary };
}

function publicationNames(head: Row[]): { name: Sourced | undefined; issuer: Sourced | undefined } {
  const [first, ...others] = head.map(({ line, spans, rest }) => {
    const last = spans.at(-1);
    const closing = last !== undefined && /^[\s.)]*$/.test(line.text.slice(last.end));
    const gap = rest
      .split("\t")
      .map(tidy)
      .filter((part) => part !== "");
    return sourced(spans.length > 0 && (closing || line.text.includes("\t")) ? gap.join(" ") : line.text, line);
  });
  return { name: first, issuer: joined(others, " ") };
}

/** Name and issuer: parted by a gap, pipe or dash, or on two lines. */
function names(head: Row[], words: ResumeWords): { name: Sourced | undefined; issuer: Sourced | undefined } {
  const texts = head
    .map((row) => ({ rest: withoutSetApart(row).replace(/\t+\s*$/, ""), line: row.line }))
    .filter(({ rest }) => tidy(rest) !== "");
  const first = texts[0];
  if (first === undefined)
    return { name: head[0] === undefined ? undefined : printed(head[0].line), issuer: undefined };
  const others = texts.slice(1).map(({ rest, line }) => sourced(rest, line));
  const parted = /^(.+?)(?:\s+[|•·]\s+|\t+|\s+[-–—]{1,2}\s+|\s*—\s*|\s*\|\s*)(.+)$/u.exec(first.rest.trim());
  const comma = /^(.{4,}?),\s+([^,]+(?:,\s+[^,]+)?)$/u.exec(first.rest.trim());
  const commaIssuer =
    comma?.[2] !== undefined &&
    wordCount(comma[2]) <= 6 &&
    words.marks.employer.hits(comma[2]).length + words.marks.institution.hits(comma[2]).length > 0;
  const cut = parted ?? (commaIssuer ? comma : null);
  if (cut?.[1] !== undefined && cut[2] !== undefined && tidy(cut[1]) !== "" && tidy(cut[2]) !== "")
    return {
      name: sourced(cut[1], first.line),
      issuer: joined([sourced(cut[2].replace(/\t/g, " "), first.line), ...others], ", "),
    };
  return { name: sourced(first.rest, first.line), issuer: joined(others, ", ") };
}

/** Interests: "Name: a, b" as a group, else each item one; sentences stay whole. */
export function readInterests(rows: Row[]): EntryDraft[] {
  return rows.flatMap(({ line }): EntryDraft[] => {
    const label = /^([^:：]{2,40})[:：]\s*(\S.*)$/u.exec(line.text.trim());
    const list = (text: string) => listItems(text).map((item): Sourced => ({ text: item, lines: [line.n] }));
    if (label?.[1] !== undefined && label[2] !== undefined)
      return [{ collection: "interests", value: { name: sourced(label[1], line), keywords: list(label[2]) } }];
    const items =
      wordCount(line.text) > 6 * Math.max(1, listItems(line.text).length) ? [printed(line)] : list(line.text);
    return items.map((name) => ({ collection: "interests", value: { name } }));
  });
}

/** References: blocks of name and the lines under it, or one statement ("available on request"). */
export function readReferences(rows: Row[]): EntryDraft[] {
  const entries: EntryDraft[] = [];
  const blocks: Row[][] = [];
  rows.forEach((row, at) => {
    const starts =
      at === 0 || row.line.style === "heading" || row.line.bold || row.line.gap >= 1 || row.line.style === "list";
    if (starts) blocks.push([row]);
    else blocks.at(-1)?.push(row);
  });
  for (const block of blocks) {
    const [first, ...others] = block;
    if (first === undefined) continue;
    const name = wordCount(first.line.text) <= 8 && !/request|anfrage|demande|petición/i.test(first.line.text);
    const lines = name ? others : block;
    entries.push({
      collection: "references",
      value: {
        name: name ? printed(first.line) : undefined,
        reference: joined(
          lines.map(({ line }) => printed(line)),
          "\n",
        ),
      },
    });
  }
  return entries;
}
