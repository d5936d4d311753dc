import type { SourceLine } from "../schema/source.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** A part of a posting's first lines; `dash` where a dash or a comma, not a bar, stands before it. */
export interface HeadPart {
  text: string;
  kind: "title" | "place" | "name" | "fact";
  line: SourceLine;
  dash: boolean;
}

const mostLines = 14;
const longestLine = 16;
const longestName = 7;
/** A line so near the top that names a job is its title, whatever heading it resembles. */
const titledLines = 4;
/** Headings that may stand above the title. */
const openings: ReadonlySet<string> = new Set(["about", "company", "apply", "notes"]);
const separator = /(\s+[-–—]\s+|\s*[|•·]\s*|\s+[>›»]\s+|\t+|\s+@\s+|\s+(?:at|bei|chez)\s+(?=\p{Lu}))/u;

/** The first lines of a posting up to its text, cut at bars and dashes, each part with what it tells. */
export function headParts(lines: readonly SourceLine[], words: PostingWords): HeadPart[] {
  return headLinesOf(lines, words).flatMap((line) => lineParts(line, words));
}

/** The lines above the first heading or sentence, without a board's own words ("Save", "Easy Apply"). */
export function headLinesOf(lines: readonly SourceLine[], words: PostingWords): SourceLine[] {
  const head: SourceLine[] = [];
  for (const [index, line] of lines.slice(0, mostLines).entries()) {
    const text = line.text.trim();
    if (isInterface(text, words)) continue;
    const titled = index < titledLines && words.isTitle(text);
    const known = titled ? null : words.heading(text);
    if (known !== null) {
      if (known !== "about" && head.length > 0 && isMenu(lines, index, head, words)) {
        head.splice(0, head.length, ...head.filter((one) => namedAgain(one, lines)));
        continue;
      }
      if (head.length > 0 || !openings.has(known)) break;
      continue;
    }
    if (line.style === "list") continue;
    if (line.style === "heading" && !titled && head.length > 0 && lines[index + 1]?.style === "list") break;
    if (
      text.split(/\s+/).length > longestLine ||
      (/[.?]$|[^!]!$/.test(text) && text.split(/\s+/).length > 6 && !(/!$/.test(text) && separator.test(text)))
    ) {
      if (head.length > 0) break;
      continue;
    }
    head.push(line);
  }
  return head;
}

/** Whether a short known heading is a menu's word: no title stands above it, but one follows before any sentence. */
function isMenu(
  lines: readonly SourceLine[],
  index: number,
  head: readonly SourceLine[],
  words: PostingWords,
): boolean {
  if (head.some(({ text }) => words.isTitle(text)) || (lines[index]?.text ?? "").trim().split(/\s+/).length > 3)
    return false;
  const rest = lines.slice(index + 1, mostLines);
  const sentence = rest.findIndex(
    ({ text }) => text.trim().split(/\s+/).length > longestLine || /\.$/.test(text.trim()),
  );
  return rest.slice(0, sentence < 0 ? rest.length : sentence).some(({ text }) => words.isTitle(text));
}

function namedAgain({ text }: SourceLine, lines: readonly SourceLine[]): boolean {
  return lines.some((line) => line.text.length > text.length + 8 && line.text.includes(text.trim()));
}

/** What the parts of one line tell. */
export function lineParts(line: SourceLine, words: PostingWords): HeadPart[] {
  const pieces = withoutLabel(line.text, words).split(separator);
  const parts: HeadPart[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const dash = /[-–—]/.test(pieces[index - 1] ?? "");
    parts.push(
      ...partsOf((pieces[index] ?? "").replace(/^\p{Extended_Pictographic}+\uFE0F?/u, "").trim(), line, dash, words),
    );
  }
  return parts.filter(({ text }) => text !== "");
}

/** "Elm Parcel, Reno, NV" is a name and a place, "Barnstow, Devon" a place, "Buyer, Packaging" one part. */
function partsOf(whole: string, line: SourceLine, dash: boolean, words: PostingWords): HeadPart[] {
  const inside = /\s*\(([^()]{2,60})\)$/u.exec(whole);
  const place = inside !== null && words.isPlace(inside[1] ?? "") ? (inside[1] ?? "") : null;
  if (inside !== null && place !== null && inside.index > 0 && kindOf(whole, words) !== "place")
    return [
      ...partsOf(whole.slice(0, inside.index), line, dash, words),
      { text: place, kind: "place", line, dash: false },
    ];
  const text = whole.replace(/\s*\(\d+\)$/u, "");
  const kind = kindOf(text, words);
  const comma = text.includes("(") ? -1 : text.indexOf(", ");
  if (comma > 0 && (kind === "name" || kind === "title")) {
    const [name, rest] = [text.slice(0, comma), text.slice(comma + 2)];
    if (kind === "name" && words.isRegion(bare(rest, words)) && !isOrganization(name, words))
      return [{ text: bare(text, words), kind: "place", line, dash }];
    if (words.isPlace(bare(rest, words)))
      return [
        { text: name, kind: kindOf(name, words), line, dash },
        { text: bare(rest, words), kind: "place", line, dash: false },
      ];
    if (kind === "name" && words.has("organization", fold(text)) !== null)
      return [{ text: name, kind: "name", line, dash }];
  }
  return [{ text: kind === "place" || kind === "name" ? bare(text, words) : text, kind, line, dash }];
}

function kindOf(text: string, words: PostingWords): HeadPart["kind"] {
  const plain = bare(text, words);
  if (plain === "" || isSideFact(text, words)) return "fact";
  if (words.isPlace(plain)) return "place";
  if (words.isTitle(plain) && !isOrganization(plain, words)) return "title";
  if (/^(?:remote|hybrid)\b/iu.test(plain)) return "place";
  return /^["“]?(?:\p{Lu}|\d+\p{L}|\p{Ll}+\p{Lu})/u.test(plain) &&
    plain.split(/\s+/).length <= longestName &&
    !/[:?!]|\p{Ll}{4,}\.$/u.test(plain)
    ? "name"
    : "fact";
}

/** Whether a name's last word or first words are those of an organisation: "Elm Clinic", "City of Elmwood". */
export function isOrganization(text: string, words: PostingWords): boolean {
  const folded = fold(text)
    .trim()
    .replace(/ (?:no\. ?)?\d+$/, "");
  return (
    words
      .phrases("organization")
      .some(
        (one) =>
          folded.endsWith(` ${one}`) ||
          folded.startsWith(`${one} of `) ||
          (folded.startsWith(`${one} `) && words.has("title-word", folded) === null) ||
          folded.includes(` ${one} of `),
      ) || words.has("legal-form", folded) !== null
  );
}

/** Employment, pay, dates, numbers: what stands in a head beside title, company and place. */
export function isSideFact(text: string, words: PostingWords): boolean {
  const folded = fold(text).replace(/[()!]/g, " ").trim();
  if (/[$€£¥]\s?\d|\d\s?(?:[$€£]|k\b|%|eur\b|gbp\b|usd\b|chf\b)/iu.test(text)) return true;
  if (/\b\d{1,2}\.?\s?\/\s?\d{1,2}\.?\s?\/\s?\d{2,4}\b|^\W*\d+\W*$|^[A-Z]{0,4}[-/#]?\d{3,}$/u.test(text.trim()))
    return true;
  if (words.has("side-fact", folded) !== null && words.has("side-fact", folded) === folded) return true;
  const known = new Set(words.phrases("employment"));
  let rest = ` ${folded.replace(/[,/&+]/g, " ")} `;
  const phrases = [...known].filter((phrase) => rest.includes(` ${phrase} `)).sort((a, b) => b.length - a.length);
  if (words.has("side-start", folded) !== null && folded.startsWith(words.has("side-start", folded) ?? " "))
    return true;
  if (phrases.length === 0) return false;
  for (const phrase of phrases) rest = rest.replaceAll(` ${phrase} `, "  ");
  return rest
    .split(/\s+/)
    .every((word) => word === "" || /^\d/.test(word) || words.phrases("employment-link").includes(word));
}

/** A part without brackets that hold only employment: "Barnstaple, Devon (on site)". */
function bare(text: string, words: PostingWords): string {
  return text
    .replace(/\s*\(([^()]*)\)/gu, (whole, inside: string) =>
      isSideFact(inside, words) || /^\d+$/.test(inside) ? "" : whole,
    )
    .trim();
}

/** A board's own words beside the posting: "3 days ago", "Easy Apply", "Over 100 applicants". */
export function isInterface(text: string, words: PostingWords): boolean {
  const folded = fold(text).trim();
  return words.phrases("interface").includes(folded) || / logo$/.test(folded) || /^\d+(?:\.\d)? out of 5/.test(folded);
}

/** A line without the label of a message or of the job: "Subject: …", "Job title: …". */
export function withoutLabel(text: string, words: PostingWords): string {
  const label = /^([^:]{2,30}):\s+(?=\S)/u.exec(text);
  if (label === null) return text;
  const folded = fold(label[1] ?? "").trim();
  const roles = ["subject-label", "title-label", "company-label", "location-label"];
  return roles.some((role) => words.phrases(role).includes(folded)) ? text.slice(label[0].length) : text;
}
