import type { SourceLine } from "../schema/source.js";
import { aboutNames, bodySubjects, publicBodies, seekers, toldNames } from "./posting-company-names.js";
import { type HeadPart, isOrganization, isSideFact } from "./posting-head.js";
import type { PostingSection } from "./posting-sections.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** How much each sign of being the company counts. */
const signs = {
  told: 8,
  organization: 6,
  seeker: 5,
  above: 4,
  beside: 4,
  dashed: 3,
  below: 4,
  subject: 3,
  about: 3,
  body: 2,
  address: 3,
  maybe: 1,
  place: 1,
} as const;
const leastScore = 3;
/** Each line of the text that names a candidate adds one, up to three. */
const mostMentions = 3;

interface Candidate {
  name: string;
  score: number;
  /** Whether it stands in the head on a line without the title. */
  ownLine: boolean;
}

/**
 * The company a posting speaks for, as printed; null where nothing tells. Signs are added up: the names in the first
 * lines, "About X", the subject of "X is looking for …", an address at its domain, a public body named again and again.
 */
export function companyOf(
  lines: readonly SourceLine[],
  sections: readonly PostingSection[],
  head: readonly HeadPart[],
  title: HeadPart | null,
  words: PostingWords,
): string | null {
  const candidates = new Map<string, Candidate>();
  const body = lines.filter((line) => line !== title?.line);
  const names = head.filter((part) => part.kind === "name" && part !== title && !isUnit(part, title, words));
  const add = (raw: string, score: number, fromHead = false, ownLine = false): void => {
    const name = cleanName(raw, fromHead);
    const key = keyOf(name);
    if (!canBeCompany(name, key, words)) return;
    const known = candidates.get(key);
    if (known === undefined) candidates.set(key, { name, score, ownLine });
    else {
      known.score += score;
      known.ownLine ||= ownLine;
      if (fromHead) known.name = name;
    }
  };
  for (const part of names)
    add(
      part.text,
      headScore(part, title, body, words) + (besidePlace(part, head) ? signs.place : 0),
      true,
      part.line !== title?.line,
    );
  for (const name of toldNames(lines, words)) add(name, signs.told);
  for (const name of aboutNames(sections, words)) add(name, signs.about);
  for (const name of seekers(lines, words)) add(name, signs.seeker);
  for (const { name, sure } of bodySubjects(sections, words)) add(name, sure ? signs.subject : signs.maybe);
  for (const name of publicBodies(lines, words)) add(name, signs.body);
  if (candidates.size === 0) for (const name of namesAgainAndAgain(lines, words)) add(name, signs.subject);
  const clients = lines.some(({ text }) => words.has("agency", fold(text)) !== null);
  return best(
    [...candidates.values()].flatMap((one) => {
      const mentions = mentionsOf(one.name, body);
      if (clients && (mentions === 0 || words.has("agency-name", fold(one.name)) !== null)) return [];
      const address = hasAddress(one.name, lines) ? signs.address : 0;
      return [{ ...one, score: one.score + Math.min(mostMentions, mentions) + address }];
    }),
    words,
  );
}

/** "Charge Nurse – Coronary Care Unit": a part of the house on the title's line is not the house. */
function isUnit({ text, line }: HeadPart, title: HeadPart | null, words: PostingWords): boolean {
  const folded = fold(text);
  return (
    line === title?.line && words.phrases("unit-word").some((unit) => folded === unit || folded.endsWith(` ${unit}`))
  );
}

/** What stands behind the title's dash may be a field of work ("Nurse - Urgent Care") where the text never speaks of it. */
function headScore(part: HeadPart, title: HeadPart | null, body: readonly SourceLine[], words: PostingWords): number {
  if (part.dash && part.line === title?.line && mentionsOf(part.text, body) === 0) return signs.dashed;
  if (isOrganization(part.text, words)) return signs.organization;
  if (title === null || part.line === title.line) return part.dash ? signs.dashed : signs.beside;
  return part.line.n < title.line.n ? signs.above : signs.below;
}

/** "Elm Parcel | Reno, NV": a name on the line of the place, which is not the title's. */
function besidePlace(part: HeadPart, head: readonly HeadPart[]): boolean {
  const beside = head.filter(({ line }) => line === part.line);
  return beside.some(({ kind }) => kind === "place") && beside.every(({ kind }) => kind !== "title");
}

function cleanName(raw: string, fromHead: boolean): string {
  const name = raw
    .replace(/['’]s?$/u, "")
    .replace(/(?<=\S)\s+\([^()]*\)$/u, "")
    .trim();
  return fromHead ? name : name.replace(/^(?:the|das|die|der|la|el|le|les|los|las|de|het)\s+/iu, "").trim();
}

/** The name as it is compared: without an article. */
function keyOf(name: string): string {
  return fold(name).replace(/^(?:the|das|die|der|la|el|le|les|los|las)\s+/, "");
}

function canBeCompany(name: string, key: string, words: PostingWords): boolean {
  if (name.length < 2 || name.length > 60 || words.phrases("not-company").includes(key)) return false;
  if (words.phrases("we-subject").some((one) => key.startsWith(`${one} `))) return false;
  if (words.phrases("public-body").some((head) => name.startsWith(`${head} of `))) return true;
  if (isSideFact(name, words) || (words.isPlace(name) && !isOrganization(name, words))) return false;
  return words.has("title-word", key) === null || isOrganization(name, words);
}

/** How many lines of the text name a candidate beside other words. */
function mentionsOf(name: string, lines: readonly SourceLine[]): number {
  const short = name.replace(/^(?:The|Das|Die|Der|La|El|Le|Les)\s+/u, "");
  return lines.filter(({ text }) => text.trim().length > name.length + 8 && standsIn(short, text)).length;
}

function standsIn(name: string, text: string): boolean {
  const loud = name === name.toUpperCase() || name === name.toLowerCase();
  const at = loud ? text.toLowerCase().indexOf(name.toLowerCase()) : text.indexOf(name);
  if (at < 0) return false;
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length));
}

/** Whether a mail or web address of the text is at the name's own domain: "jobs@elmclinic.example" for Elm Clinic. */
function hasAddress(name: string, lines: readonly SourceLine[]): boolean {
  const joined = fold(name).replace(/[^a-z0-9]/g, "");
  if (joined.length < 3) return false;
  return lines.some(({ text }) =>
    [...text.toLowerCase().matchAll(/(?:@|www\.|https?:\/\/|(?<=\s))([a-z0-9-]{3,40})\.[a-z]{2,}/g)].some(
      ([, domain = ""]) => {
        const host = domain.replace(/-/g, "");
        return host.length >= 4 && (joined.includes(host) || host.includes(joined));
      },
    ),
  );
}

/** The best candidate; a shorter name that a longer one begins with takes its score ("Google" of "Google Cloud"). */
function best(candidates: readonly Candidate[], words: PostingWords): string | null {
  let winner: Candidate | null = null;
  for (const candidate of candidates) {
    const longer = candidates.filter(
      (other) => other !== candidate && keyOf(other.name).startsWith(`${keyOf(candidate.name)} `),
    );
    const score =
      candidate.score + (candidate.score >= leastScore ? Math.max(0, ...longer.map((other) => other.score)) : 0);
    if (winner === null || score > winner.score) winner = { ...candidate, score };
  }
  if (winner !== null) winner = withForm(winner, candidates, words);
  return winner === null || winner.score < leastScore ? null : winner.name;
}

/** "Penrose & Hale LLP" rather than "Penrose & Hale" where both are printed. */
function withForm(winner: Candidate, candidates: readonly Candidate[], words: PostingWords): Candidate {
  const key = `${keyOf(winner.name)} `;
  const full = candidates.find(({ name, ownLine }) => {
    if (ownLine && keyOf(name).startsWith(key)) return true;
    const rest = keyOf(name).startsWith(key) ? keyOf(name).slice(key.length) : "";
    return words.phrases("organization").includes(rest) || words.phrases("legal-form").includes(rest);
  });
  return full === undefined ? winner : { ...winner, name: full.name };
}

const oftenFrom = 4;

/** Where nothing else tells, the capitalised name that stands inside sentences most often. */
function namesAgainAndAgain(lines: readonly SourceLine[], words: PostingWords): string[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    for (const [, name = ""] of text.matchAll(/\p{Ll}[,]? (\d*\p{Lu}[\p{L}\p{N}&]+|\d+\p{Lu})(?=['’]s\b|[ ,.])/gu)) {
      const key = fold(name);
      if (words.phrases("term-not").includes(key) || words.has("title-word", key) !== null) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most !== undefined && most[1] >= oftenFrom ? [most[0]] : [];
}
