import type { Warning } from "../schema/source.js";
import { hasStatements, readBody } from "./bodies.js";
import { type EntryDraft, joined, type Sourced } from "./draft.js";
import { splitEntries } from "./entries.js";
import { headDoubts } from "./head-doubts.js";
import { type Head, readHeads, titleness } from "./heads.js";
import { labelledEntries, withoutLabels } from "./labelled-rows.js";
import type { Row } from "./rows.js";
import type { ResumeWords } from "./words.js";

/** The entries of a section with what was doubtful about them, and rows that belong to none. */
export interface SectionEntries {
  entries: EntryDraft[];
  warnings: Warning[];
  loose: Row[];
}

/** The jobs of a section, or its volunteer work. */
export function readWork(
  rows: Row[],
  collection: "work" | "volunteer",
  body: number | null,
  words: ResumeWords,
): SectionEntries {
  const plain = withoutLabels(rows, words);
  const split = labelledEntries(plain) ?? splitEntries(plain, body);
  const loose = split.filter(({ head }) => head.length === 0).flatMap((entry) => entry.body);
  const read = readHeads(
    split.filter(({ head }) => head.length > 0),
    words,
  );
  const heads = withCompanies(withLoneDates(read), words);
  const warnings = heads.flatMap((head) => headDoubts(head));
  const alike = heads.some(({ body: rows }) => hasStatements(rows));
  return { entries: heads.map((head) => ({ collection, value: jobOf(head, collection, alike) })), warnings, loose };
}

/** Gives dates that stand alone to the entry above them, where it has none or prints the same. */
function withLoneDates(heads: Head[]): Head[] {
  const kept: Head[] = [];
  for (const head of heads) {
    const before = kept.at(-1);
    const nameless = head.title === undefined && head.employer === undefined && head.location === undefined;
    const fits =
      before !== undefined &&
      ((before.start === undefined && before.end === undefined && !before.ongoing) ||
        (before.start?.text === head.start?.text && before.end?.text === head.end?.text));
    if (!nameless || before === undefined || !fits) {
      kept.push(head);
      continue;
    }
    const { start, end, ongoing } = head;
    kept[kept.length - 1] = {
      ...before,
      start: bothLines(start, before.start),
      end: bothLines(end, before.end),
      ongoing,
      body: [...before.body, ...head.body],
    };
  }
  return kept;
}

function bothLines(date: Sourced | undefined, other: Sourced | undefined): Sourced | undefined {
  return date === undefined ? undefined : { text: date.text, lines: [...(other?.lines ?? []), ...date.lines] };
}

function jobOf(head: Head, collection: "work" | "volunteer", alike: boolean) {
  const { summary, highlights } = readBody(head.body, alike);
  const name = collection === "work" ? "name" : "organization";
  return {
    [name]: head.employer,
    position: head.title,
    location: head.location,
    url: head.url,
    startDate: head.start,
    endDate: head.end,
    description: joined(head.others, " | "),
    summary,
    highlights: highlights.length === 0 ? undefined : highlights,
  };
}

/** Gives the roles under one employer its name, and takes away the entry that only names the employer. */
function withCompanies(heads: Head[], words: ResumeWords): Head[] {
  const kept: Head[] = [];
  let company: Head | null = null;
  heads.forEach((head, at) => {
    const next = heads[at + 1];
    const only = head.employer !== undefined && head.title === undefined && head.body.length === 0;
    if (only && next !== undefined && next.employer === undefined) {
      company = head;
      return;
    }
    const before = kept.at(-1);
    const lone = head.title !== undefined && head.employer === undefined;
    if (lone && company !== null)
      kept.push({ ...head, inherited: true, employer: company.employer, location: head.location ?? company.location });
    else if (lone && before?.employer !== undefined && isRoleUnder(before, head, words))
      kept.push({ ...head, inherited: true, employer: before.employer, location: head.location ?? before.location });
    else {
      kept.push(head);
      company = null;
    }
  });
  return kept;
}

/** Whether a head with a title alone is another role at the employer of the head before it. */
function isRoleUnder(before: Head, head: Head, words: ResumeWords): boolean {
  if (titleness(head.title?.text ?? "", words) <= 0 || before.line === undefined || head.line === undefined)
    return false;
  const ownRow = before.employer?.lines[0] !== before.title?.lines[0];
  return ownRow && before.employer?.lines[0] === before.line.n && head.line.style !== "list";
}
