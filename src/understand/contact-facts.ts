import type { SourceLine } from "../schema/source.js";
import { type Sourced, sourced, tidy } from "./draft.js";
import { fold } from "./fold.js";
import { letterPattern } from "./letter-pattern.js";
import { type FoundLink, linksOf } from "./links.js";
import { isAddress, placeScore } from "./places.js";
import { strongPieces } from "./segments.js";
import type { ResumeWords } from "./words.js";

/** What one line says of the person's contact data, and the pieces of it that say something else. */
export interface ContactFacts {
  emails: Sourced[];
  phones: Sourced[];
  links: FoundLink[];
  places: Sourced[];
  /** Name and headline where a label says so ("Name: …"). */
  name: Sourced[];
  label: Sourced[];
  /** A network named with a user's name and no address: "GitHub: jane". */
  handles: { network: string; username: string; line: SourceLine }[];
  /** Birth date, nationality, driving licence and other personal facts, as printed. */
  personal: Sourced[];
  rest: string[];
}

const emailPattern = letterPattern(/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu);
const phonePattern = letterPattern(
  /(?<![\p{L}\p{N}/=._-])\d{2}(?:[. ]\d{2}){4}\.?(?!\d)|(?<![\p{L}\p{N}/=._-])(?:\+|00)?\(?\d[\d\s().\-–‑/\u00a0]{5,20}\d\.?(?:\s?(?:x|ext\.?|#)\s?\d{1,5})?(?![\p{L}\p{N}@])/giu,
);

/** Dates and ranges of them, which have the digits of a number: 2008 2013, 01/2008 - 01/2013, 3.4.1990, 2017-01-01. */
const notPhone =
  /^\(?(?:(?:\d{1,2}[./-]){0,2}(?:19|20)\d\d|(?:19|20)\d\d(?:[./-]\d{1,2}){1,2})(?:\s?[-–—/ ]\s?(?:(?:\d{1,2}[./-]){0,2}(?:19|20)\d\d|(?:19|20)\d\d(?:[./-]\d{1,2}){1,2}))?\)?$/;

/** The contact facts of a line. */
export function contactFacts(line: SourceLine, words: ResumeWords): ContactFacts {
  const facts: ContactFacts = {
    emails: [],
    phones: [],
    links: linksOf(line),
    places: [],
    name: [],
    label: [],
    handles: [],
    personal: [],
    rest: [],
  };
  for (const { url } of line.links) {
    const mail = /^mailto:([^?]+)/i.exec(url)?.[1];
    if (mail !== undefined && !line.text.includes("@")) pushEmail(facts, decoded(mail), line);
  }
  for (const piece of contactPieces(withLabelColon(line.text, words)).flatMap((one) => atLabels(one, words)))
    readPiece(piece, line, facts, words);
  return facts;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Pieces at pipes, dots, tabs; also at " / " and at commas between contact data. */
function contactPieces(text: string): string[] {
  return strongPieces(text).flatMap((piece) =>
    /@|https?:|www\.|\d{3}/.test(piece)
      ? piece.split(/\s+\/\s+|\s+[–—-]\s+(?=\S*@)|(?<=\S)[,;]\s+(?=\S+@|\+\d|https?:|www\.)|(?<=@\S+)[,;]?\s+(?=\S)/)
      : [piece],
  );
}

/** "Phone\t555 0100", a label in a column of its own, with a colon. */
function withLabelColon(text: string, words: ResumeWords): string {
  const column = /^([^\t:]{2,40})\t+([^\t]+.*)$/u.exec(text.trim());
  if (column?.[1] === undefined || column[2] === undefined) return text;
  return words.contactLabels.has(fold(column[1])) ? `${column[1]}: ${column[2]}` : text;
}

/** Parts "Location: Austin Email: a@b.c" before each label. */
function atLabels(piece: string, words: ResumeWords): string[] {
  const cuts = [...piece.matchAll(/\s+(?=(\p{L}[\p{L}-]{1,14})\s?[:：]\s)/gu)].filter(({ 1: label = "" }) =>
    words.contactLabels.has(fold(label)),
  );
  const bounds = [0, ...cuts.map(({ index }) => index), piece.length];
  return bounds.slice(1).map((end, at) => piece.slice(bounds[at], end).trim());
}

function readPiece(piece: string, line: SourceLine, facts: ContactFacts, words: ResumeWords): void {
  const labelled = labelOf(piece, words);
  if (labelled !== null && ["personal", "born", "fax"].includes(labelled.kind)) {
    pushText(facts.personal, piece, line);
    return;
  }
  const value = labelled?.value ?? piece;
  const bare = withoutKnown(value, line, facts);
  if (bare.taken && tidy(bare.text) === "") return;
  const left = bare.taken ? bare.text : value;
  if (labelled !== null && readLabelled(labelled.kind, labelled.label, left, bare.taken, line, facts)) return;
  const text = labelled === null || bare.taken ? tidy(left) : tidy(piece);
  if (text === "") return;
  if (bare.taken && labelOf(`${text}:x`, words) !== null) return;
  const score = placeScore(text, words);
  if (score >= 0.7 || (isAddress(text) && /\d/.test(text))) pushText(facts.places, text, line);
  else facts.rest.push(text);
}

function readLabelled(
  kind: string,
  label: string,
  left: string,
  taken: boolean,
  line: SourceLine,
  facts: ContactFacts,
): boolean {
  const value = tidy(left);
  if (kind === "location") pushText(facts.places, value, line);
  else if (kind === "name") pushText(facts.name, value, line);
  else if (kind === "label") pushText(facts.label, value, line);
  else if (kind === "profile" && !taken && /^@?[\p{L}\p{N}._-]{2,40}$/u.test(value))
    facts.handles.push({ network: label, username: value.replace(/^@/, ""), line });
  else if (kind === "phone" && !taken && /\d{4}/.test(value)) pushText(facts.phones, value, line);
  else return false;
  return true;
}

/** A label before a value: "Email: x", "Tel. 0123", "LinkedIn\tx"; null where there is none. */
function labelOf(piece: string, words: ResumeWords): { kind: string; label: string; value: string } | null {
  const colon = /^\s*([\p{L}][\p{L}\s./()'’-]{0,34}?)\s*[:：]\s*(.*)$/u.exec(piece);
  const spaced = colon ?? /^\s*(\p{L}[\p{L}-]{1,12}\.?)\s+((?:\+|\(|\d|www|https?:|\S+@).*)$/u.exec(piece);
  if (spaced?.[1] === undefined) return null;
  const kind = words.contactLabels.get(fold(spaced[1]).replace(/\.$/, ""));
  return kind === undefined ? null : { kind, label: spaced[1].trim(), value: spaced[2] ?? "" };
}

/** Takes e-mail addresses, telephone numbers and web addresses out of a piece. */
function withoutKnown(value: string, line: SourceLine, facts: ContactFacts): { text: string; taken: boolean } {
  let text = value;
  let taken = false;
  for (const link of facts.links) {
    // An address or number may be wrapped in a link to somewhere else.
    if (/@|^[+\d\s().-]{7,}$/.test(link.shown.trim()) && !/^https?:/.test(link.shown)) continue;
    // A piece was cut at slashes, and so may have lost the last one of an address.
    const shown = text.includes(link.shown) ? link.shown : link.shown.replace(/\/+$/, "");
    if (shown !== "" && text.includes(shown) && (tidy(text).length <= shown.length + 2 || /[./]/.test(shown))) {
      text = text.replace(shown, " ");
      taken = true;
    }
  }
  for (const link of line.links)
    if (
      /^(?:tel|mailto):/i.test(link.url) &&
      link.text.trim() !== "" &&
      tidy(text) === tidy(link.text) &&
      !/[@\d]/.test(text)
    )
      return { text: "", taken: true };
  for (const [email] of text.matchAll(emailPattern(text))) {
    pushEmail(facts, email, line);
    text = text.replace(email, " ");
    taken = true;
  }
  for (const [phone] of text.matchAll(phonePattern(text))) {
    const digits = phone.replace(/\D/g, "").length;
    if (digits < 7 || digits > 16 || notPhone.test(phone.trim().replace(/\s+/g, " "))) continue;
    pushText(facts.phones, printedPhone(phone), line);
    text = text.replace(phone, " ");
    taken = true;
  }
  return { text, taken };
}

/** The number as printed; a closing full stop stays only where full stops part the number. */
function printedPhone(phone: string): string {
  const trimmed = phone.trim();
  return /^\d{2}(?:\.\d{2}){3,}\.$/.test(trimmed) ? trimmed : trimmed.replace(/\.$/, "");
}

function pushEmail(facts: ContactFacts, text: string, line: SourceLine): void {
  const plain = text.normalize("NFKC").replace(/^[.'-]+/, "");
  if (!facts.emails.some((one) => one.text === plain)) facts.emails.push({ text: plain, lines: [line.n] });
}

function pushText(list: Sourced[], text: string, line: SourceLine): void {
  const phone = /^\d{2}(?:\.\d{2}){3,}\.$/.test(text) || /^\(\d/.test(text);
  const made = phone ? { text, lines: [line.n] } : sourced(text, line);
  if (made !== undefined && !list.some((one) => one.text === made.text)) list.push(made);
}
