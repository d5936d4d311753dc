import type { SourceLine } from "../schema/source.js";
import { asksFor, isBoilerplate, isPlainDemand, itemKind, wordedKind } from "./posting-demand-kind.js";
import { isInterface } from "./posting-head.js";
import { isOfPerson, namesBenefits } from "./posting-section-kinds.js";
import type { PostingLine, PostingSection } from "./posting-sections.js";
import { clauses, sentencesOf, twoMinds } from "./posting-sentences.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** A demand of a posting as printed; `quote` is a substring of the line's text. */
export interface Demand {
  kind: "must" | "nice";
  quote: string;
  line: SourceLine;
}

/**
 * The demands of a posting in order: under a requirement heading each item is one; elsewhere a sentence is one where it
 * asks for something a person can have ("A driver's license is required", "Experience with … is a plus").
 */
export function findDemands(sections: readonly PostingSection[], words: PostingWords): Demand[] {
  return sections.flatMap((section) => {
    switch (section.kind) {
      case "must":
      case "nice":
        return listed(section, section.kind, words);
      case "intro":
      case "about":
      case "other":
      case "notes":
      case "responsibilities":
        return worded(section, words);
      default:
        return [];
    }
  });
}

/** A line of at most this many words may be an item that lost its mark. */
const shortLine = 30;

function listed(section: PostingSection, kind: Demand["kind"], words: PostingWords): Demand[] {
  const demands: Demand[] = [];
  let current: Demand["kind"] | null = kind;
  let lists = 0;
  for (const [index, { line, start }] of section.lines.entries()) {
    const text = line.text
      .slice(start)
      .trim()
      .replace(/^[-–—•·*]\s*(?=[\p{L}\d])/u, "");
    const next = section.lines[index + 1]?.line;
    if (leadsIn(text, line, next)) {
      const items = itemsBelow(section, index);
      current = namesBenefits(items, words) ? null : leadsToWishes(text, words) ? "nice" : kind;
      continue;
    }
    if (current === null) continue;
    if (line.style === "list" || line.style === "table") {
      lists += 1;
      demands.push(...itemDemands(text, line, current, words));
    } else if (holdsAddress(text) || isInterface(text, words)) continue;
    else if (start > 0 && /;\s.*;/s.test(text)) demands.push(...fragments(text, line, current, words));
    else if ((lists === 0 && !speaksOfUs(text, words)) || asksFor(fold(text), words))
      demands.push(...paragraphDemands(text, line, current, lists > 0, words));
  }
  return demands;
}

/** Whom to ask and where to apply stands behind the demands without a heading. */
function holdsAddress(text: string): boolean {
  return /[\w.-]+@[\w-]+\.\w|https?:\/\/|\bwww\.|\+?\d[\d ()/-]{8,}\d|\b\d{3}[- ]\d{4}\b/.test(text);
}

/** "We run three shops": the company's own sentence asks for nothing. */
function speaksOfUs(text: string, words: PostingWords): boolean {
  const folded = fold(text);
  if (/^\p{Lu}{2,}\b/u.test(text)) return false;
  return (
    words.phrases("we-subject").some((phrase) => folded.startsWith(`${phrase} `)) && wordedKind(text, words) === null
  );
}

/** A line that only introduces a list: it ends with a colon, or is a short heading-like line before list items. */
function leadsIn(text: string, line: SourceLine, next: SourceLine | undefined): boolean {
  if (text.endsWith(":")) return true;
  return line.style === "heading" || (line.style === "body" && line.bold && next?.style === "list");
}

/** "You bring: a licence; two years at sea; good English": each part behind an inline heading is a demand. */
function fragments(text: string, line: SourceLine, kind: Demand["kind"], words: PostingWords): Demand[] {
  return clauses(text)
    .filter(({ folded }) => words.has("not-demand-item", folded) === null)
    .map((part) => ({ kind: itemKind(part.folded, kind, words), quote: part.text, line }));
}

/** The list that follows a line. */
function itemsBelow({ lines }: PostingSection, index: number): string[] {
  const below = lines.slice(index + 1).map(({ line }) => line);
  const end = below.findIndex(({ style }) => style !== "list");
  return below.slice(0, end < 0 ? below.length : end).map(({ text }) => text);
}

/** "It would also be good if you had:" */
function leadsToWishes(text: string, words: PostingWords): boolean {
  const known = words.heading(text);
  if (known !== null) return known === "nice";
  return wordedKind(text, words) === "nice" || words.has("heading-wish", fold(text)) !== null;
}

/** One item is one demand, unless a later sentence of it says something of another kind. */
function itemDemands(text: string, line: SourceLine, kind: Demand["kind"], words: PostingWords): Demand[] {
  if (!/\p{L}{2}/u.test(text) || words.has("not-demand-item", fold(text)) !== null) return [];
  if (line.style === "table") return rowDemand(text, line, kind, words);
  const parts = clauses(text).flatMap(({ text: clause }) => twoMinds(clause, words));
  const kinds = parts.map((part) => itemKind(part.folded, kind, words));
  if (new Set(kinds).size === 1) return [{ kind: kinds[0] ?? kind, quote: text, line }];
  return parts.map((part, index) => ({ kind: kinds[index] ?? kind, quote: part.text, line }));
}

/** A row of a table is a demand by its first cell; a cell "Essential" or "Desirable" tells its kind, a row of headings none. */
function rowDemand(text: string, line: SourceLine, kind: Demand["kind"], words: PostingWords): Demand[] {
  const cells = text.split(/\s*[\t|]\s*/).filter((cell) => cell !== "");
  const [first = "", ...rest] = cells;
  const kinds = rest.flatMap((cell) =>
    words.heading(cell) === "nice" ? "nice" : words.heading(cell) === "must" ? "must" : [],
  );
  if (words.heading(first) !== null && (kinds.length > 0 || rest.length === 0)) return [];
  const [told] = kinds;
  if (told !== undefined && kinds.length === 1) return [{ kind: told, quote: first, line }];
  return [{ kind: itemKind(fold(text), kind, words), quote: text, line }];
}

function paragraphDemands(
  text: string,
  line: SourceLine,
  kind: Demand["kind"],
  behindList: boolean,
  words: PostingWords,
): Demand[] {
  const sentences = sentencesOf(text);
  if (sentences.length === 1 && text.split(/\s+/).length <= shortLine) {
    return !isBoilerplate(fold(text), words) || asksFor(fold(text), words) ? itemDemands(text, line, kind, words) : [];
  }
  const strict = behindList || sentences.length > 2;
  const kept = sentences.filter(({ text: own, folded }) => {
    if (words.has("not-demand-item", folded) !== null) return false;
    if (strict || sentences.length > 1) {
      const asks = words.has("asset", folded) !== null || wordedKind(own, words) !== null || isOfPerson(folded, words);
      return asks && words.has("not-demand", folded) === null;
    }
    return true;
  });
  return kept.map((sentence) => ({ kind: itemKind(sentence.folded, kind, words), quote: sentence.text, line }));
}

/** Demands told by their wording alone; the items under "… is preferred:" are of the lead's kind. */
function worded(section: PostingSection, words: PostingWords): Demand[] {
  const demands: Demand[] = [];
  let lead: { kind: Demand["kind"]; level: number } | null = null;
  for (const [index, posted] of section.lines.entries()) {
    const { line } = posted;
    const text = line.text.slice(posted.start).trim();
    const opens = text.endsWith(":") && section.lines[index + 1]?.line.style === "list";
    if (opens) {
      const kind = asksFor(fold(text), words) ? wordedKind(text, words) : null;
      lead = kind === null ? null : { kind, level: line.style === "list" ? line.level : 0 };
      if (lead !== null) continue;
    }
    if (lead !== null) {
      if (continues(posted, lead.level, section.lines[index - 1])) {
        demands.push({ kind: lead.kind, quote: text, line });
        continue;
      }
      lead = null;
    }
    demands.push(...sentenceDemands(text, line, section.kind, words));
  }
  return demands;
}

/** A list item belongs to the lead above it while the items go on as parts of one sentence (";") or lie deeper. */
function continues({ line }: PostingLine, level: number, before: PostingLine | undefined): boolean {
  if (line.style !== "list") return false;
  if (line.level > level) return true;
  return before !== undefined && /[:;,]$|[;,] (?:and|or)$/.test(before.line.text.trim());
}

function sentenceDemands(
  text: string,
  line: SourceLine,
  section: PostingSection["kind"],
  words: PostingWords,
): Demand[] {
  const kinds = section === "responsibilities" ? ["nice"] : ["nice", "must"];
  return sentencesOf(text).flatMap((sentence) => {
    if (!asksFor(sentence.folded, words) && !isPlainDemand(sentence.folded, words)) return [];
    const kind = wordedKind(sentence.text, words);
    return kind === null || (!kinds.includes(kind) && !/\b(?:must|required)\b/.test(sentence.folded))
      ? []
      : [{ kind, quote: sentence.text, line }];
  });
}
