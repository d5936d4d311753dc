import type { SourceLine } from "../schema/source.js";
import { isInterface } from "./posting-head.js";
import { namesBenefits } from "./posting-section-kinds.js";
import type { PostingLine, PostingSection } from "./posting-sections.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** A demand of a posting as printed; `quote` is a substring of the line's text. */
export interface Demand {
  kind: "must" | "nice";
  quote: string;
  line: SourceLine;
}

/** A sentence of a line with its own words only. */
interface Sentence {
  text: string;
  folded: string;
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

/** "Bachelor's required, Master's preferred" in two: cut behind the part that ends as a must. */
function twoMinds(text: string, words: PostingWords): Sentence[] {
  const ends = words.phrases("must-end").join("|");
  return split(text, new RegExp(`(?<=(?<!\\p{L})(?:${ends}))(?:[,;]\\s+|\\s+[-–—/]\\s+)(?=\\S)`, "iu"));
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

/** "Kafka is a plus" is nice under any heading; a bracketed "(MBA preferred)" does not change the item. */
function itemKind(folded: string, kind: Demand["kind"], words: PostingWords): Demand["kind"] {
  if (kind === "nice") return words.has("must", folded) !== null && /\brequired\b/.test(folded) ? "must" : "nice";
  const bracket = /\(([^)]*)\)[\s.,;!]*$/.exec(folded)?.[1]?.trim() ?? "";
  if (bracket !== "" && words.phrases("nice").includes(bracket)) return "nice";
  const plain = folded.replace(/\([^)]*\)/g, "");
  return !isWish(plain, words) || onlyAsides(plain, words) ? kind : "nice";
}

/** Whether a text wishes for something: "preferred supplier lists" and "bonus calculations" only contain a wish's word. */
function isWish(folded: string, words: PostingWords): boolean {
  let rest = folded;
  for (let wish = words.has("nice", rest); wish !== null; wish = words.has("nice", rest)) {
    const at = rest.indexOf(wish);
    const next = /^\s+([a-z-]+)/.exec(rest.slice(at + wish.length))?.[1];
    const attribute = words.phrases("wish-adjective").includes(wish) && next !== undefined && at > 0;
    if (!attribute || words.phrases("wish-follow").includes(next)) return true;
    rest = rest.slice(at + wish.length);
  }
  return false;
}

/** "Five years of Java, ideally with Spring": the wish is a part of the demand, not all of it. */
function onlyAsides(folded: string, words: PostingWords): boolean {
  const cut = folded.split(/,\s*|\s[-–—]\s/);
  const first = cut.findIndex((part) => words.has("nice", part) !== null);
  if (first < 1) return false;
  if (cut.length === 2 && isShortWish(cut[1] ?? "", words) && isWholeDemand(cut[0] ?? "", words)) return true;
  const wished = cut.filter((part) => words.has("nice", part) !== null);
  if (wished.length === 1 && first < cut.length - 1 && words.has("must", cut[0] ?? "") !== null) return true;
  return cut.slice(first).every((part) => {
    const wish = words.has("nice", part);
    return wish === null || (words.phrases("aside").includes(wish) && part.startsWith(wish));
  });
}

/** "nonprofit preferred": two words at most and the wish. */
function isShortWish(part: string, words: PostingWords): boolean {
  const wish = words.has("nice", part);
  return (
    wish !== null &&
    part.trim().split(/\s+/).length <= 2 + wish.split(/\s+/).length &&
    words.has("asset", part) === null
  );
}

/** "2-5 years of accounting experience": a demand that needs nothing behind it. */
function isWholeDemand(part: string, words: PostingWords): boolean {
  return /\d/.test(part) || words.has("degree-word", part) !== null || words.has("number-of-years", part) !== null;
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
      const asks = words.has("asset", folded) !== null || wordedKind(own, words) !== null;
      return asks && words.has("not-demand", folded) === null;
    }
    return true;
  });
  return kept.map((sentence) => ({ kind: itemKind(sentence.folded, kind, words), quote: sentence.text, line }));
}

/** Whether a line under a heading of demands speaks of the application or the pay; "license and insurance" does not. */
function isBoilerplate(folded: string, words: PostingWords): boolean {
  let rest = folded;
  if (words.has("asset", folded) !== null || words.has("must", folded) !== null)
    for (const soft of words.phrases("soft-not-demand")) rest = rest.replaceAll(soft, " ");
  return words.has("not-demand", rest) !== null;
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

function asksFor(folded: string, words: PostingWords): boolean {
  if (words.has("asset", folded) === null) return false;
  const against = words.has("not-demand", folded);
  return against === null || (words.has("nice", folded) !== null && /required$/.test(against));
}

/** "A typing speed of 70 wpm is a must", "You need steel-toe boots": a demand whatever it names. */
function isPlainDemand(folded: string, words: PostingWords): boolean {
  const bare = folded.replace(/[.!\s]+$/, "");
  const told =
    [...words.phrases("plain-must"), ...words.phrases("plain-wish")].some((end) => bare.endsWith(` ${end}`)) ||
    words.phrases("plain-need").some((start) => bare.startsWith(`${start} `));
  return told && words.has("not-demand", folded) === null;
}

function wordedKind(text: string, words: PostingWords): Demand["kind"] | null {
  const folded = fold(text);
  const must = words.has("must", folded) !== null;
  if (isWish(folded, words) && !(must && onlyAsides(folded, words))) return "nice";
  return must ? "must" : null;
}

/** The sentences of a text; "e.g.", "Ph.D." and "5.5" end none. */
export function sentencesOf(text: string): Sentence[] {
  return split(text, /(?<=(?:[\p{Ll}\p{N})"”%]|\p{Lu}{3}|\p{Ll}\p{Lu}+)[.!?])\s+(?=["“(]?\p{Lu})/u);
}

function clauses(text: string): Sentence[] {
  return split(text, /(?<=(?:[\p{Ll}\p{N})"”%]|\p{Lu}{3})[.!?;])\s+(?=\S)(?!(?:and|or)$)/u);
}

function split(text: string, at: RegExp): Sentence[] {
  const parts: string[] = [];
  for (const part of text.split(at)) {
    const last = parts.at(-1);
    if (
      last !== undefined &&
      /\b(?:e\.g|i\.e|etc|Inc|Ltd|Co|St|No|Dr|Mr|Ms|Mrs|vs|approx|min|max|z\.B|incl|bzw|ca|ex|Nr|Sr|Jr)\.$/.test(last)
    ) {
      parts[parts.length - 1] = `${last} ${part}`;
    } else parts.push(part);
  }
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ text: part, folded: fold(part) }));
}
