import type { SourceLine, Warning } from "../schema/source.js";
import { type ContactFacts, contactFacts } from "./contact-facts.js";
import { guessedName, nameWarning, sureName } from "./doubts.js";
import { type Draft, joined, printed, type Sourced, sourced } from "./draft.js";
import { headingMatch } from "./headings.js";
import { type FoundLink, profileOf, sameAddress } from "./links.js";
import { wordCount } from "./look.js";
import { type NameCandidate, nameScore, withoutDocumentTitle } from "./person.js";
import type { ResumeWords } from "./words.js";

/** The person of the resume, and the lines of the contact blocks that say something else. */
export interface Contact {
  basics: { [field: string]: Draft | undefined };
  /** Paragraphs that stand between the name and the first heading. */
  summary: SourceLine[];
  /** Personal facts without a place in JSON Resume, and lines nothing was read from, as printed. */
  personal: SourceLine[];
  unread: SourceLine[];
  /** Page numbers, "Curriculum Vitae", "Last updated": they say nothing of the person. */
  furniture: SourceLine[];
  /** A name that little speaks for. */
  warnings: Warning[];
}

interface Scan {
  line: SourceLine;
  facts: ContactFacts;
}

const furniturePattern =
  /^(?:(?:page|seite|página|pagina)\s*)?\d{1,2}(?:\s*(?:of|\/|von|de|sur)\s*\d{1,2})?$|^(?:last )?updated\b|^dernière mise à jour|^stand:|^(?:page|seite)\b.*\d$|^©/iu;

/** Reads the person from the lines before the first heading, the contact sections and the page's header and footer. */
export function readContact(
  top: SourceLine[],
  contactSections: SourceLine[],
  everywhere: SourceLine[],
  words: ResumeWords,
): Contact {
  const all = [...top, ...contactSections];
  const furniture = all.filter((line) => isFurniture(line, words));
  const scans = all
    .filter((line) => !furniture.includes(line))
    .map((line) => ({ line, facts: titleApart(contactFacts(line, words), words) }));
  const emails = merged(scans.flatMap(({ facts }) => facts.emails));
  const phones = merged(scans.flatMap(({ facts }) => facts.phones));
  const email = emails[0] ?? far(everywhere, words).flatMap(({ facts }) => facts.emails)[0];
  const phone = phones[0] ?? farPhone(everywhere, words);
  const { name, score } = findName(scans, email?.text, words);
  const links = uniqueLinks(scans.flatMap(({ facts }) => facts.links));
  const used = new Set([...(name?.lines ?? [])]);
  const headline = findLabel(scans, used, name, words);
  const rest = leftOver(scans, used, headline, words);
  const extra = (list: Sourced[]) => list.filter(({ text }) => text !== email?.text && text !== phone?.text);
  const basics = {
    name,
    label: headline,
    email: email === undefined || !isAscii(email.text) ? undefined : email,
    phone,
    ...linkFields(links, scans, words),
    location: place(scans),
    emails: listed(extra(emails)),
    phones: listed(extra(phones)),
  };
  const guessed = name !== undefined && score < sureName;
  const warnings = guessed ? [nameWarning(name.text, guessedName, name.lines[0] ?? 1)] : [];
  return { basics, ...rest, furniture, warnings };
}

/** The facts with "Ana Moreno, Site Manager" as two pieces: the name and the title behind its comma. */
function titleApart(facts: ContactFacts, words: ResumeWords): ContactFacts {
  const titled = (text: string) => words.marks.title.hits(text).length > 0;
  const rest = facts.rest.flatMap((text) => {
    const [name = "", title = "", ...more] = text.split(/,\s+/);
    const apart = more.length === 0 && name.includes(" ") && !titled(name) && titled(title) && wordCount(title) <= 6;
    return apart && !/\d/.test(text) ? [name, title] : [text];
  });
  return { ...facts, rest };
}

function far(lines: SourceLine[], words: ResumeWords): Scan[] {
  return lines.map((line) => ({ line, facts: contactFacts(line, words) }));
}

/** A telephone number outside the contact blocks; there only the plain forms count. */
function farPhone(lines: SourceLine[], words: ResumeWords): Sourced | undefined {
  const short = lines.filter((line) => wordCount(line.text) < 16);
  return far(short, words)
    .flatMap(({ facts }) => facts.phones)
    .find(({ text }) => /^\+|^\(?\d{3}\)?[\s.-]\d{3}[\s.-]?\d{4}$/.test(text));
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

/** Each text once, with the lines of all its places. */
function merged(list: Sourced[]): Sourced[] {
  const found = new Map<string, Sourced>();
  for (const { text, lines } of list)
    found.set(text, { text, lines: [...new Set([...(found.get(text)?.lines ?? []), ...lines])] });
  return [...found.values()];
}

function listed(list: Sourced[]): Draft | undefined {
  return list.length === 0 ? undefined : list;
}

/** How a running head ends: "2 of 3", or the word whose number is a field that readers leave out. */
const runningEnd = /(?:^|[\s–—|-])(?:\d{1,2}\s*(?:\/|of|von|de|sur)\s*\d{1,2}|page|seite|página|pagina)$/iu;

/** A line that belongs to the page, not to the person. */
function isFurniture(line: SourceLine, words: ResumeWords): boolean {
  const text = line.text.trim();
  const outer = line.region === "header" || line.region === "footer";
  if (line.region !== "body" && /©|\bpage\s+\d/i.test(text)) return true;
  if (outer && runningEnd.test(text) && !/@|www\.|\t/.test(text)) return true;
  return furniturePattern.test(text) || headingMatch(text, words)?.kind === "document" || !/[\p{L}\p{N}]/u.test(text);
}

/** The name with what speaks for it: a label wholly, else its place, look and likeness to the e-mail address. */
function findName(
  scans: Scan[],
  email: string | undefined,
  words: ResumeWords,
): { name: Sourced | undefined; score: number } {
  const labelled = scans.flatMap(({ facts }) => facts.name);
  if (labelled.length > 0) return { name: joined(labelled), score: sureName };
  const candidates: NameCandidate[] = scans.flatMap(({ line, facts }, at) => {
    const whole = line.text.replace(/\s+/g, " ").trim();
    const pieces =
      facts.rest.length === 1 && facts.rest[0] !== undefined && whole.startsWith(facts.rest[0])
        ? [facts.rest[0]]
        : facts.rest;
    const printedWhole =
      facts.emails.length + facts.phones.length + facts.links.length + facts.places.length === 0 ? [whole] : [];
    return [...new Set([...pieces, ...printedWhole])].map((text) => ({ text, line, rank: at }));
  });
  const sizes = scans.map(({ line }) => line.size).filter((size) => size !== null);
  const largest = sizes.length === 0 ? null : Math.max(...sizes);
  let best: { candidate: NameCandidate; score: number } | null = null;
  for (const candidate of candidates) {
    const score = nameScore(candidate, largest, email, words);
    if (score > 1.5 && (best === null || score > best.score)) best = { candidate, score };
  }
  if (best === null) return { name: undefined, score: 0 };
  const { candidate, score } = best;
  const first = sourced(withoutDocumentTitle(candidate.text), candidate.line);
  return { name: withSecondLine(first, candidate, scans, largest, email, words), score };
}

/** A name printed over two lines, first and last name. */
function withSecondLine(
  first: Sourced | undefined,
  candidate: NameCandidate,
  scans: Scan[],
  largest: number | null,
  email: string | undefined,
  words: ResumeWords,
): Sourced | undefined {
  if (first === undefined || first.text.includes(" ") || /\p{sc=Han}/u.test(first.text)) return first;
  for (const step of [1, -1]) {
    const other = scans[candidate.rank + step];
    const text = other?.facts.rest[0] ?? "";
    if (
      other === undefined ||
      other.line.size !== candidate.line.size ||
      !/^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u.test(text)
    )
      continue;
    const sized = candidate.line.size !== null && candidate.line.size === largest;
    const known = nameScore({ text, line: other.line, rank: 0 }, null, email, words) > 4;
    if (!sized && !known) continue;
    const second = sourced(text, other.line);
    return step === 1 ? joined([first, second]) : joined([second, first]);
  }
  return first;
}

function findLabel(
  scans: Scan[],
  used: Set<number>,
  name: Sourced | undefined,
  words: ResumeWords,
): Sourced | undefined {
  const labelled = scans.flatMap(({ facts }) => facts.label)[0];
  if (labelled !== undefined) return labelled;
  const at = scans.findIndex(({ line }) => line.n === name?.lines.at(-1));
  const order = [...scans.slice(Math.max(0, at), at + 4), ...scans.slice(0, Math.max(0, at))];
  for (const { line, facts } of order) {
    const texts = facts.rest.filter((text) => !(name?.text.includes(text) || text.includes(name?.text ?? "\u0000")));
    if (texts.length === 0) continue;
    const whole = texts.join(" | ");
    const own = line.n === name?.lines.at(-1);
    const wanted =
      own || words.marks.title.hits(whole).length > 0 || (used.size > 0 && line.n === (name?.lines.at(-1) ?? -9) + 1);
    if (!wanted || wordCount(whole) > 16 || /[.!?]$/.test(whole) || line.style === "list") continue;
    const printedTexts = line.text.replace(/\s+/g, " ");
    const from = printedTexts.indexOf(texts[0] ?? "");
    const to = printedTexts.indexOf(texts.at(-1) ?? "") + (texts.at(-1) ?? "").length;
    return { text: from >= 0 && to > from ? printedTexts.slice(from, to) : whole, lines: [line.n] };
  }
  return undefined;
}

function leftOver(
  scans: Scan[],
  used: Set<number>,
  headline: Sourced | undefined,
  words: ResumeWords,
): Pick<Contact, "summary" | "personal" | "unread"> {
  const networks = scans.flatMap(({ facts }) => facts.links.flatMap(({ url }) => profileOf(url, words)?.network ?? []));
  const summary: SourceLine[] = [];
  const personal: SourceLine[] = [];
  const unread: SourceLine[] = [];
  for (const { line, facts } of scans) {
    if (used.has(line.n) || headline?.lines.includes(line.n)) continue;
    const rest = facts.rest.join(" ");
    if (facts.personal.length > 0) personal.push(line);
    else if (wordCount(rest) >= 12 || (wordCount(rest) > 7 && /[.!?]$/.test(line.text.trim()))) summary.push(line);
    else if (rest !== "" && !networks.some((network) => sameNetwork(rest, network))) unread.push(line);
    else if (
      facts.emails.length + facts.phones.length + facts.links.length + facts.places.length + facts.handles.length ===
      0
    )
      unread.push(line);
  }
  return { summary, personal, unread };
}

function place(scans: Scan[]): Draft | undefined {
  const places = merged(scans.flatMap(({ facts }) => facts.places));
  const first = joined(places.slice(0, 3), ", ");
  if (first === undefined) return undefined;
  const parts = /^(?:(.+?),\s*)?([^,]+),\s*([A-Z]{2})(?:\s+(\d{5}(?:-\d{4})?))?$/u.exec(first.text);
  const part = (text: string | undefined) => (text === undefined ? undefined : { text, lines: first.lines });
  if (parts !== null)
    return { address: part(parts[1]), city: part(parts[2]), region: part(parts[3]), postalCode: part(parts[4]) };
  return /\d/.test(first.text) ? { address: first } : { city: first };
}

function uniqueLinks(links: FoundLink[]): FoundLink[] {
  const unique: FoundLink[] = [];
  for (const link of links) {
    const known = unique.find((other) => sameAddress(other.url, link.url));
    if (known === undefined) unique.push(link);
    else known.also.push(link.line);
  }
  return unique;
}

function linkFields(links: FoundLink[], scans: Scan[], words: ResumeWords): { [field: string]: Draft | undefined } {
  const own: FoundLink[] = [];
  const profiles: Draft[] = [];
  const text = (value: string, line: SourceLine, also: SourceLine[] = []): Sourced | undefined =>
    value === "" ? undefined : { text: value, lines: [...new Set([line, ...also].map(({ n }) => n))] };
  const named = (network: string) =>
    scans
      .filter(({ facts }) => facts.rest.length === 1 && sameNetwork(facts.rest[0] ?? "", network))
      .map(({ line }) => line);
  for (const link of links) {
    const profile = profileOf(link.url, words);
    if (profile === null) own.push(link);
    else
      profiles.push({
        network: text(profile.network, link.line, named(profile.network)),
        username: text(profile.username, link.line),
        url: text(link.url, link.line, link.also),
      });
  }
  const [first, ...others] = own;
  for (const { url, line, also } of others)
    profiles.push({ network: text("Website", line), url: text(url, line, also) });
  for (const { network, username, line } of scans.flatMap(({ facts }) => facts.handles))
    profiles.push({ network: text(network, line), username: text(username, line) });
  return {
    url: first === undefined ? undefined : text(first.url, first.line, first.also),
    profiles: profiles.length === 0 ? undefined : profiles,
  };
}

function sameNetwork(a: string, b: string): boolean {
  return a.toLowerCase().replace(/\s/g, "") === b.toLowerCase().replace(/\s/g, "");
}

/** A paragraph as one text: the lines joined by a line break. */
export function paragraphs(lines: SourceLine[]): Sourced | undefined {
  return joined(lines.map(printed), "\n");
}
