import type { Posting } from "../schema/posting.js";
import type { SourceDocument, SourceLine } from "../schema/source.js";
import { companyOf } from "./posting-company.js";
import type { PostingSection } from "./posting-sections.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** Who offers what where, as printed. */
export type PostingFacts = Pick<Posting, "title" | "company" | "location" | "seniority">;

const headLines = 6;
const statedKinds = new Set(["html", "json", "markdown"]);

/** Title, company, place and seniority: from the page's data, from labels, from the first lines, from how the text speaks. */
export function postingFacts(
  document: SourceDocument,
  sections: readonly PostingSection[],
  words: PostingWords,
): PostingFacts {
  const stated = statedKinds.has(document.kind) ? document.meta : {};
  const head = document.lines.slice(0, headLines);
  const labelled = (role: string): string | null => labelledValue(document.lines.slice(0, 25), role, words);
  const top = topLine(head, words);
  const sought = soughtTitle(document.lines, words);
  const sentence = top?.title === null || top === null ? null : soughtTitle([top.line], words);
  const named = stated.title ?? labelled("title-label") ?? sentence ?? top?.title ?? sought ?? top?.fallback ?? null;
  const title = named === null ? null : cleanTitle(named, words);
  const beside = named === null ? null : lineBelowTitle(head, named, stated.location, words);
  const company =
    stated.company ??
    labelled("company-label") ??
    companyOf(document.lines, sections, top?.other ?? null, beside?.company ?? null, words);
  const location = stated.location ?? labelled("location-label") ?? beside?.location ?? null;
  return { title, company, location, seniority: seniorityOf(title, labelled("level-label"), words) };
}

/** What stands behind "Location:" and its like in the first lines. */
function labelledValue(lines: readonly SourceLine[], role: string, words: PostingWords): string | null {
  const labels = words.phrases(role);
  for (const { text } of lines) {
    const found = /^([^:\t]{2,30})[:\t]\s*(\S.{0,100})$/u.exec(text.trim());
    if (found === null || !labels.includes(fold(found[1] ?? "").trim())) continue;
    return (found[2] ?? "").split(/\t| {3,}/)[0]?.trim() || null;
  }
  return null;
}

/** What the first lines say: a title with what stands beside it, or a line that may be one for want of a better. */
interface TopLine {
  title: string | null;
  other: string | null;
  fallback: string | null;
  line: SourceLine;
}

/** The job that a sentence looks for: "We are hiring a Staff Mechanical Engineer to join …". */
function soughtTitle(lines: readonly SourceLine[], words: PostingWords): string | null {
  const phrases = words.phrases("seeking").join("|");
  const pattern = new RegExp(
    `(?<![\\p{L}])(?:${phrases})\\s+((?:[\\p{L}\\p{N}/&+#.-]+\\s+){0,5}?[\\p{L}-]+)(?=[\\s,.!(]|$)`,
    "giu",
  );
  for (const { text } of lines) {
    for (const [, name = ""] of text.matchAll(pattern)) {
      const rest = text
        .slice(text.indexOf(name))
        .split(/\s+(?=(?:to|who|with|for|in|at|that|and|on|on|as|zur|für|mit|pour|qui|para|con|que|til)\s)|[,.!(]/u)[0];
      const title = rest?.trim() ?? "";
      if (title !== "" && title.split(/\s+/).length <= 7 && words.has("title-word", fold(title)) !== null) return title;
    }
  }
  return null;
}

/** The first line that reads as a title, with what stands beside it: "DATA SCIENTIST II - AMAZON". */
function topLine(lines: readonly SourceLine[], words: PostingWords): TopLine | null {
  const isTitle = (text: string): boolean => words.has("title-word", fold(text)) !== null;
  const usable = lines.filter(
    ({ text, style }, index) =>
      style !== "list" && !text.includes("://") && (words.heading(text) === null || (index === 0 && isTitle(text))),
  );
  for (const line of usable) {
    const { style } = line;
    const text = withoutSubject(line.text, words);
    const short = text.trim().split(/\s+/).length <= 14;
    if (!short || (/[.!?]$/.test(text.trim()) && style !== "heading")) continue;
    const parts = text.split(/\s+[-–—|•·@]\s+|\s+at\s+(?=\p{Lu})|\t+/u).map((part) => part.trim());
    const index = parts.findIndex(isTitle);
    if (index < 0) continue;
    const others = parts.filter((part, at) => at !== index && part !== "");
    const [other = null] = others;
    const below = lines[lines.indexOf(line) + 1]?.text.trim() ?? "";
    const field = other !== null && /^\p{Lu}{2,4}$/u.test(other) && /\p{Ll}/u.test(parts[index] ?? "");
    return field || (other !== null && namesEmployer(below, words))
      ? { title: text.trim(), other: null, fallback: null, line }
      : { title: parts[index] ?? text, other, fallback: null, line };
  }
  const [line] = usable;
  const first = line?.text.trim() ?? "";
  return line === undefined || first.split(/\s+/).length > 10
    ? null
    : { title: null, other: null, fallback: first, line };
}

/** A message's "Subject: …" without its label. */
function withoutSubject(text: string, words: PostingWords): string {
  const label = /^([^:]{2,12}):\s+(?=\S)/u.exec(text);
  return label !== null && words.phrases("subject-label").includes(fold(label[1] ?? ""))
    ? text.slice(label[0].length)
    : text;
}

/** "Alder Hospital | Duluth, MN" or "Pinecone Parcel, Reno, NV": then what stands beside the title is part of it. */
function namesEmployer(text: string, words: PostingWords): boolean {
  const [first = "", ...rest] = text.split(/\s*[|•·\t]\s*/u);
  const short = first.split(/\s+/).length <= 5;
  if (rest.length > 0 && short && words.has("organization", fold(first)) !== null) return true;
  return /^\p{Lu}[^,|.:]{2,40},\s*\p{Lu}[^,|.:]{2,30},\s*[A-Z]{2}$/u.test(text);
}

/** Without a label, a reference number, a gender mark or a bracket about years: "Job Description: Product Manager (10+ Years …)". */
function cleanTitle(title: string, words: PostingWords): string {
  const colon = /^([^:]{2,30}):\s+/u.exec(title);
  const bare =
    colon !== null && words.phrases("title-label").includes(fold(colon[1] ?? ""))
      ? title.slice(colon[0].length)
      : title;
  return bare
    .replace(/\s*\((?=[^)]*\d)[^)]*\b(?:years?|yrs|jahre|ans|años)\b[^)]*\)/giu, "")
    .replace(/\s+[HFMWD]\s*\/\s*[HFMWD](?:\s*\/\s*[DX])?$/u, "")
    .replace(/\s*[([](?:[mwfdxhg]|div)(?:\s*[/|*]\s*(?:[mwfdxhg]|div|gn))+[)\]]/giu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** "Tech Solutions, San Francisco, CA" under the title: company and place. */
function lineBelowTitle(
  head: readonly SourceLine[],
  title: string,
  stated: string | undefined,
  words: PostingWords,
): { company: string | null; location: string | null } | null {
  const at = head.findIndex(({ text }) => text.includes(title));
  const below = head[at + 1];
  if (at < 0 || below === undefined || below.style === "list") return null;
  const text = below.text.trim();
  if (/[.!?:]$|:\s/.test(text) || text.split(/\s+/).length > 12 || words.heading(text) !== null) return null;
  const [company = "", ...rest] = text.split(/\s*[|•·\t]\s*|\s+[-–—]\s+|,\s+/u);
  if (text === stated || !/^\p{Lu}/u.test(company) || rest.length === 0 || /\d{2}/.test(company)) return null;
  return {
    company,
    location: text.slice(text.indexOf(rest[0] ?? "", company.length)).split(/\s*[|•·\t]\s*/)[0] ?? null,
  };
}

const levels = ["intern", "executive", "lead", "senior", "junior", "mid"] as const;

/** The level a title or a "Level:" line states; null where neither does. */
function seniorityOf(title: string | null, label: string | null, words: PostingWords): Posting["seniority"] {
  for (const text of [title, label]) {
    if (text === null) continue;
    const folded = fold(text);
    const level = levels.find((one) => words.has(`level-${one}`, folded) !== null);
    if (level !== undefined) return level;
  }
  return null;
}
