import type { Finding } from "../schema/edit.js";
import type { ParsedResume, Resume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { bare, type Entry } from "./pairing.js";

/** A finding about what no rewrite may touch, with the line of the rewritten document it stands on. */
export interface FrozenFinding extends Finding {
  line: number | null;
}

const called: Record<string, string> = {
  name: "employer",
  organization: "organisation",
  position: "title",
  institution: "institution",
  studyType: "degree",
  area: "field of study",
  startDate: "start",
  endDate: "end",
  score: "grade",
};

/** What lists without editable lines must hold word for word in the original. */
const listed: readonly (keyof Resume & string)[] = [
  "certificates",
  "awards",
  "publications",
  "languages",
  "references",
];

/**
 * Changes of names, contact data, employers, titles, dates, degrees, certificates and the like between a resume and a
 * rewritten one; `pairs` says which entry is which.
 *
 * A text counts as kept where the original prints it anywhere: another reading of the same page is no change.
 */
export function frozenFindings(
  original: { source: SourceDocument; parsed: ParsedResume },
  after: ParsedResume,
  pairs: ReadonlyMap<Entry, Entry | null>,
): FrozenFinding[] {
  const printed = ` ${bare(original.source.lines.map(({ text }) => text).join("\n"))} `;
  const holds = (text: string): boolean => printed.includes(` ${bare(text)} `);
  return [
    ...contactFindings(original.parsed, after, holds),
    ...[...pairs].flatMap(([one, other]) => entryFindings(one, other, after, holds)),
    ...listed.flatMap((list) => listFindings(list, after, holds)),
  ];
}

function finding(path: string, token: string, explanation: string, after: ParsedResume): FrozenFinding {
  return { rule: "identity", token, explanation, severity: "block", line: after.provenance[path]?.[0] ?? null };
}

function contactFindings(before: ParsedResume, after: ParsedResume, holds: (text: string) => boolean): FrozenFinding[] {
  const mine = before.resume.basics ?? {};
  const { basics = {} } = after.resume;
  const digits = (text: string | undefined): string => (text ?? "").replace(/\D/g, "");
  const address = (text: string): string => bare(text.replace(/^[a-z]+:\/\/(?:www\.)?/i, ""));
  const known = [mine.url, ...(mine.profiles ?? []).map(({ url }) => url)].flatMap((url) =>
    url ? [address(url)] : [],
  );
  const found: FrozenFinding[] = [];
  if (basics.name && mine.name && bare(basics.name) !== bare(mine.name) && !holds(basics.name))
    found.push(finding("basics.name", basics.name, `The name is “${mine.name}” in your resume.`, after));
  if (basics.email && basics.email.toLowerCase() !== mine.email?.toLowerCase() && !holds(basics.email))
    found.push(
      finding("basics.email", basics.email, `Your resume does not have the address “${basics.email}”.`, after),
    );
  if (basics.phone && !digits(mine.phone).endsWith(digits(basics.phone).slice(-9)) && !holds(basics.phone))
    found.push(finding("basics.phone", basics.phone, `Your resume does not have the number “${basics.phone}”.`, after));
  for (const url of [basics.url, ...(basics.profiles ?? []).map(({ url }) => url)])
    if (url && !known.includes(address(url)) && !holds(url) && !holds(address(url)))
      found.push(finding("basics.url", url, `Your resume does not have the link “${url}”.`, after));
  return found;
}

function entryFindings(
  one: Entry,
  other: Entry | null,
  after: ParsedResume,
  holds: (text: string) => boolean,
): FrozenFinding[] {
  const path = `${one.list}[${Number(one.id.slice(1)) - 1}]`;
  const title = [
    one.facts.position ?? one.facts.studyType,
    one.facts.name ?? one.facts.institution ?? one.facts.organization,
  ]
    .filter(Boolean)
    .join(", ");
  if (other === null) {
    const strangers = Object.entries(one.facts).filter(([field, text]) => !/Date$/.test(field) && !holds(text));
    if (strangers.length === 0 || one.list === "projects") return [];
    return [finding(path, title, `Your resume has no such entry: “${title}”.`, after)];
  }
  const open =
    one.facts.startDate !== undefined && one.facts.endDate === undefined && other.facts.endDate !== undefined
      ? [finding(`${path}.startDate`, title, `“${title}” ended (${other.facts.endDate}) in your resume.`, after)]
      : [];
  const changed = Object.entries(one.facts).flatMap(([field, text]) => {
    const theirs = other.facts[field];
    const isDate = /Date$/.test(field);
    if (isDate ? sameDate(text, theirs) : theirs !== undefined && bare(text) === bare(theirs)) return [];
    if (field === "location" || (!isDate && holds(text))) return [];
    const what = called[field] ?? field;
    const explanation =
      theirs === undefined
        ? `Your resume gives no ${what} for “${title}”.`
        : `The ${what} of “${title}” is “${theirs}” in your resume.`;
    return [finding(`${path}.${field}`, text, explanation, after)];
  });
  return [...changed, ...open];
}

/** Dates are the same where one is the other at a lower precision. */
function sameDate(one: string, other: string | undefined): boolean {
  return other !== undefined && (one.startsWith(other) || other.startsWith(one));
}

function listFindings(
  list: (typeof listed)[number],
  after: ParsedResume,
  holds: (text: string) => boolean,
): FrozenFinding[] {
  const entries = (after.resume[list] ?? []) as Record<string, unknown>[];
  return entries.flatMap((entry, at) =>
    Object.entries(entry).flatMap(([field, text]) => {
      if (typeof text !== "string" || /date$/i.test(field) || holds(text) || halves(text).every(holds)) return [];
      return [finding(`${list}[${at}].${field}`, text, `Your resume does not say “${text}”.`, after)];
    }),
  );
}

/** The pieces of a text that another document may print in places of their own. */
function halves(text: string): string[] {
  return text.split(/\s*[,;:|·–—()]\s*|\n/).filter((piece) => bare(piece) !== "");
}
