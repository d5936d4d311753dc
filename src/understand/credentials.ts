import { type EntryDraft, joined, printed, type Sourced, sourced, tidy } from "./draft.js";
import { type EntryRows, splitEntries } from "./entries.js";
import { datesOf } from "./heads.js";
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
  return credentialRows(withDateLabels(rows, words), body, words).map((entry) => ({
    collection,
    value: credentialOf(entry, collection, words),
  }));
}

/** The rows without those that only say "Awarded on"; their lines go with the date below or above them. */
function withDateLabels(rows: Row[], { marks }: ResumeWords): Row[] {
  const isLabel = (row: Row) => marks.dated.is(row.text.replace(/\s*[:：]\s*$/, ""));
  const told = rows.map((row) => ({ ...row, also: [...row.also] }));
  const labels = new Set<Row>();
  told.forEach((row, at) => {
    const dated = isLabel(row)
      ? [told[at + 1], told[at - 1], told[at + 2], told[at - 2]].find((other) => other?.dated)
      : undefined;
    if (dated === undefined) return;
    dated.also.push(row.line);
    labels.add(row);
  });
  return told.filter((row) => !labels.has(row));
}

/** One entry a list item; other lines are cut like jobs where their dates or looks part them, else one a line. */
function credentialRows(rows: Row[], body: number | null, words: ResumeWords): EntryRows[] {
  const lists = rows.filter(({ line }) => line.style === "list").length;
  if (lists === rows.length || rows.every((row) => row.dated)) return ownRows(rows, words);
  const dateOnly = rows.some(({ dated, rest }) => dated && tidy(rest) === "");
  const names = rows.filter((row, at) => !repeatsWords(row, rows[at - 1]));
  const marked = names.some(({ line }) => line.style === "heading" || line.bold || line.boldLead !== "");
  if (lists > 0 || dateOnly || marked) {
    return splitEntries(rows, body).flatMap((entry) =>
      entry.head.length === 0 ? ownRows(entry.body, words) : [entry],
    );
  }
  return ownRows(rows, words);
}

/** One entry a row; a lone date, nested items and a line that only names the issuer belong to the row above. */
function ownRows(rows: Row[], words: ResumeWords): EntryRows[] {
  const entries: EntryRows[] = [];
  for (const row of rows) {
    const last = entries.at(-1);
    const nested = row.line.style === "list" && row.line.level > 1;
    if (last !== undefined && (nested || (row.dated && tidy(row.rest) === "" && !last.head.some((one) => one.dated))))
      last.body.push(row);
    else if (last !== undefined && isSentenceUnder(row, last)) last.body.push(row);
    else if (last !== undefined && last.head.length === 1 && namesIssuer(row, last.head[0], words)) last.head.push(row);
    else entries.push({ head: [row], body: [] });
  }
  return entries;
}

/** Whether a row without list mark or date is a sentence below a name that is none. */
function isSentenceUnder(row: Row, { head, body }: EntryRows): boolean {
  const ends = (one: Row | undefined) => one !== undefined && /[\p{L}\d)”"’]\.$/u.test(one.text);
  if (row.line.style === "list" || row.line.style === "heading" || row.line.bold || row.dated) return false;
  return ends(row) && wordCount(row.text) >= 3 && !ends(head.at(-1)) && body.length === 0;
}

/** "Issued by Acme", or an organisation's name on a plain line below one that names none. */
function namesIssuer(row: Row, above: Row | undefined, { marks }: ResumeWords): boolean {
  if (marks.issuer.hits(row.rest)[0]?.start === 0 || repeatsWords(row, above)) return true;
  if (above === undefined || row.dated || row.prose || row.line.style === "list" || wordCount(row.rest) > 7)
    return false;
  const organisation = (text: string) => marks.institution.hits(text).length + marks.employer.hits(text).length > 0;
  return organisation(row.rest) && !organisation(above.rest) && above.line.style !== "list";
}

/** "OSHA" below "OSHA 30-Hour General Industry": a short row whose words stand in the name above it. */
function repeatsWords({ text, dated, line }: Row, above: Row | undefined): boolean {
  const inside = above !== undefined && ` ${above.text} `.includes(` ${text} `) && above.text.length > text.length + 4;
  return inside && !dated && line.style !== "list" && /^\p{Lu}/u.test(text);
}

/** Without "Issued by" before the issuer. */
function bareIssuer(issuer: Sourced | undefined, { marks }: ResumeWords): Sourced | undefined {
  if (issuer === undefined) return undefined;
  const [label] = marks.issuer.hits(issuer.text);
  return label?.start === 0 ? { ...issuer, text: tidy(issuer.text.slice(label.end)) } : issuer;
}

function credentialOf({ head, body }: EntryRows, collection: string, words: ResumeWords): EntryDraft["value"] {
  const dateRows = body.filter(({ dated, rest }) => dated && tidy(rest) === "");
  const dates = datesOf([...head, ...dateRows]);
  const date = dates.end ?? dates.start;
  const link = head.flatMap(({ line }) => linksOf(line))[0];
  const named = collection === "publications" ? publicationNames(head) : names(head, words);
  const { name } = named;
  const issuer = bareIssuer(named.issuer, words);
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

/** References: blocks of name and the lines under it, quotes with a name, or one statement ("available on request"). */
export function readReferences(rows: Row[]): EntryDraft[] {
  const quotes = quotedReferences(rows);
  if (quotes !== null) return quotes;
  const blocks: Row[][] = [];
  rows.forEach((row, at) => {
    const starts =
      at === 0 || row.line.style === "heading" || row.line.bold || row.line.gap >= 1 || row.line.style === "list";
    if (starts) blocks.push([row]);
    else blocks.at(-1)?.push(row);
  });
  return blocks.flatMap((block) => {
    const [first, ...others] = block;
    if (first === undefined) return [];
    const name = wordCount(first.line.text) <= 8 && !/request|anfrage|demande|petición/i.test(first.line.text);
    return [referenceOf(name ? printed(first.line) : undefined, name ? others : block)];
  });
}

function referenceOf(name: Sourced | undefined, rows: Row[]): EntryDraft {
  const reference = joined(
    rows.map(({ line }) => printed(line)),
    "\n",
  );
  return { collection: "references", value: { name, reference } };
}

/** Quotes with the name of who said them below, above or behind a dash; null where the lines are something else. */
function quotedReferences(rows: Row[]): EntryDraft[] | null {
  const signed = rows.map(signature);
  if (rows.length > 0 && signed.every((one) => one !== null))
    return signed.flatMap((one) => (one === null ? [] : [{ collection: "references" as const, value: one }]));
  const quotes = rows.map(isQuote);
  const pairs = rows.length / 2;
  if (!Number.isInteger(pairs) || pairs === 0) return null;
  const quoteFirst = rows.every((row, at) => (at % 2 === 0 ? quotes[at] : isPersonLine(row)));
  const nameFirst = rows.every((row, at) => (at % 2 === 1 ? quotes[at] : isPersonLine(row)));
  if (!quoteFirst && !nameFirst) return null;
  return Array.from({ length: pairs }, (_, at) => rows.slice(2 * at, 2 * at + 2)).flatMap(([first, second]) => {
    const [name, quote] = quoteFirst ? [second, first] : [first, second];
    return name === undefined || quote === undefined ? [] : [referenceOf(sourced(name.line.text, name.line), [quote])];
  });
}

/** "She finds the one line that matters." – Ann Example */
function signature({ line }: Row): EntryDraft["value"] | null {
  const found = /^(.*[.!?”"»’])\s*(?:[-–—~]|\s)\s*([^.!?]{3,60})$/u.exec(line.text.trim());
  if (found?.[1] === undefined || found[2] === undefined || wordCount(found[1]) < 5) return null;
  if (!/[-–—~]/.test(line.text.slice(found[1].length)) || !isPerson(found[2])) return null;
  return { name: sourced(found[2], line), reference: sourced(found[1], line) };
}

function isQuote({ line }: Row): boolean {
  const text = tidy(line.text);
  return wordCount(text) >= 5 && /[.!?…][\s”"»’“]*$|^[“"«„]/u.test(text) && !/@|\d{4}/.test(text);
}

function isPersonLine({ line }: Row): boolean {
  return !isQuote({ line } as Row) && isPerson(line.text);
}

/** A name with or without a title behind a comma; every word of the name begins with a capital. */
function isPerson(text: string): boolean {
  const name = tidy(text).split(/,|\s[-–—|]\s|\t/)[0] ?? "";
  return /^(?:\p{Lu}[\p{L}.'’-]*|(?:de|van|von|der|da|del|di|la)\b)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|(?:de|van|von|der|da|del|di|la)\b)){1,4}$/u.test(
    name.trim(),
  );
}
