import type { SourceLine } from "../schema/source.js";
import { readBody } from "./bodies.js";
import { type EntryDraft, joined, printed, type Sourced, sourced, tidy } from "./draft.js";
import { type EntryRows, splitEntries } from "./entries.js";
import { datesOf } from "./heads.js";
import { listItems } from "./items.js";
import { isWebAddress, linksOf } from "./links.js";
import { wordCount } from "./look.js";
import { type Row, withoutSetApart } from "./rows.js";
import { strongPieces } from "./segments.js";
import type { SectionEntries } from "./work.js";

/** The projects of a section; where it is only a list, each item is one. */
export function readProjects(all: Row[], body: number | null): SectionEntries {
  const numbered =
    all.length > 1 && all.every(({ raw }, at) => raw.startsWith(`${at + 1}.`) || raw.startsWith(`${at + 1})`));
  const rows = numbered ? all.map(withoutNumber) : all;
  const onlyList = numbered || rows.every(({ line }) => line.style === "list");
  const split = onlyList ? splitItems(rows) : withNames(splitEntries(rows, body));
  const loose = split.filter(({ head }) => head.length === 0).flatMap((entry) => entry.body);
  const entries = split
    .filter(({ head }) => head.length > 0)
    .map((entry): EntryDraft => ({ collection: "projects", value: projectOf(entry) }));
  return { entries, warnings: [], loose };
}

/** Where nothing else tells entries, each line that begins with a name and a dash or colon is one. */
function withNames(split: EntryRows[]): EntryRows[] {
  const rows = split[0]?.body ?? [];
  const first = rows[0];
  if (split.length !== 1 || split[0]?.head.length !== 0 || first === undefined || !isNamed(first)) return split;
  const entries: EntryRows[] = [];
  for (const row of rows) {
    if (isNamed(row)) entries.push({ head: [row], body: [] });
    else entries.at(-1)?.body.push(row);
  }
  return entries;
}

function isNamed({ line, rest, part }: Row): boolean {
  if (part || line.style === "list" || isTechnologies(rest)) return false;
  const name = line.boldLead.trim() || /^\s*([^:：]{2,60}?)\s*(?:[:：]\s|\s[-–—]{1,2}\s|—)\s*\S/u.exec(rest)?.[1];
  return name !== undefined && wordCount(name) <= 6 && /^[\p{Lu}\p{Lo}\d]/u.test(name.trim());
}

/** A row without the number typed before it. */
function withoutNumber(row: Row): Row {
  const cut = /^\d+[.)]\s*/.exec(row.raw)?.[0].length ?? 0;
  const bare = (text: string) => text.replace(/^\s*\d+[.)]\s*/, "");
  const spans = row.spans.map((span) => ({ ...span, start: span.start - cut, end: span.end - cut }));
  return { ...row, spans, raw: row.raw.slice(cut), rest: bare(row.rest), text: bare(row.text) };
}

/** Each item of the first level with the items nested under it. */
function splitItems(rows: Row[]): EntryRows[] {
  const entries: EntryRows[] = [];
  const top = Math.min(...rows.map(({ line }) => line.level));
  for (const row of rows) {
    const last = entries.at(-1);
    if (row.line.level <= top || last === undefined) entries.push({ head: [row], body: [] });
    else last.body.push(row);
  }
  return entries;
}

function projectOf({ head, body }: EntryRows): EntryDraft["value"] {
  const first = head[0];
  if (first === undefined) return {};
  const { name, description } = nameOf(first);
  const others = head
    .slice(1)
    .filter((row) => !isWebAddress(row.text))
    .map(({ line, rest }) => sourced(rest, line));
  const technologies = body.find(({ line }) => isTechnologies(line.text));
  const text = readBody(body.filter((row) => row !== technologies && !isWebAddress(row.text)));
  const link = [...head, ...body.filter((row) => isWebAddress(row.text))].flatMap(({ line }) => linksOf(line))[0];
  const dates = datesOf(head);
  const single = dates.end === undefined && !dates.ongoing;
  return {
    name,
    startDate: single ? undefined : dates.start,
    endDate: single ? dates.start : dates.end,
    url: link === undefined ? undefined : { text: link.url, lines: [link.line.n] },
    description: joined([description, ...others, text.summary], "\n"),
    keywords: technologies === undefined ? undefined : keywordsOf(technologies.line),
    highlights: text.highlights.length === 0 ? undefined : text.highlights,
  };
}

function isTechnologies(text: string): boolean {
  return /^(?:technolog\w*|tech stack|stack(?: technique)?|tools|built with|keywords|technik\w*|tecnolog\w*|技术栈)(?: used)?\s*[:：]/iu.test(
    text,
  );
}

function keywordsOf(line: SourceLine): Sourced[] {
  return listItems(line.text.replace(/^[^:：]*[:：]/, "")).map((text) => ({ text, lines: [line.n] }));
}

/** The project's name: the bold lead, or what stands before a dash, colon or gap. */
function nameOf(row: Row): { name: Sourced | undefined; description: Sourced | undefined } {
  const { line } = row;
  const rest = withoutSetApart(row);
  const lead = line.boldLead.trim();
  const text = rest.replace(/^\s+/, "");
  if (lead !== "" && text.startsWith(lead)) {
    const tail = text.slice(lead.length).replace(/^\s*[-–—:|,]*\s*/, "");
    return { name: sourced(lead, line), description: sourced(tail.replace(/\t/g, " "), line) };
  }
  if (line.style === "heading" || line.bold) {
    const [name = "", ...others] = strongPieces(rest);
    return { name: sourced(name, line), description: sourced(others.join(" | "), line) };
  }
  const colon = /^([^:：]{2,70}?)\s*(?:[:：]|\s[-–—]{1,2}\s|—|\t|\s\|\s)\s*(\S.*)$/u.exec(text);
  if (colon?.[1] !== undefined && colon[2] !== undefined && wordCount(colon[1]) <= 9)
    return { name: sourced(colon[1], line), description: sourced(colon[2].replace(/\t/g, " "), line) };
  if (wordCount(text) > 12 && line.style === "list") return { name: undefined, description: printed(line) };
  return { name: sourced(tidy(text), line), description: undefined };
}
