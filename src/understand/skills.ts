import type { SourceLine } from "../schema/source.js";
import { type EntryDraft, type Sourced, tidy } from "./draft.js";
import { cleanItem, listItems } from "./items.js";
import { isCaps, isMarked, wordCount } from "./look.js";
import type { ResumeWords } from "./words.js";

interface Group {
  name: Sourced | undefined;
  items: Sourced[];
  level: Sourced | undefined;
}

/** The skill groups of a section: named lines, headings with lines under them, one skill a line, or a plain list. */
export function readSkills(lines: readonly SourceLine[], body: number | null, words: ResumeWords): EntryDraft[] {
  const groups: Group[] = [];
  const named = lines.filter((line) => labelled(line) !== null).length;
  lines.forEach((line, at) => {
    const label = labelled(line);
    const next = lines[at + 1];
    const last = groups.at(-1);
    if (
      label !== null &&
      last !== undefined &&
      /^(?:keywords|skills|stichwörter)$/i.test(label.name) &&
      last.items.length <= 1
    )
      last.items.push(...itemsOf(label.rest, line));
    else if (label !== null)
      groups.push({ ...nameAndLevel(label.name, line, words), items: itemsOf(label.rest, line) });
    else if (isGroupHeading(line, next, body, lines))
      groups.push({ ...nameAndLevel(tidy(line.text), line, words), items: [] });
    else addTo(groups, line, named > 0 && named >= lines.length / 2);
  });
  return groups.map((group) => ({ collection: "skills", value: groupValue(group, words) }));
}

/** "Languages (Expert)", "Languages — Expert": a name with its level. */
function nameAndLevel(name: string, line: SourceLine, words: ResumeWords): Pick<Group, "name" | "level"> {
  const parted = /^(.{2,}?)(?:\s*\(([^()]+)\)|\s+[-–—|]\s+(\S.*))$/u.exec(name);
  const [, bare = "", bracketed, dashed] = parted ?? /^(\S.*)\s(\S+)$/u.exec(name) ?? [];
  const level = bracketed ?? dashed ?? "";
  if (bare === "" || !words.marks.level.is(level)) return { name: text(name, line), level: undefined };
  return { name: text(tidy(bare), line), level: text(level, line) };
}

function text(value: string, line: SourceLine): Sourced {
  return { text: value, lines: [line.n] };
}

/** "Languages: Go, SQL", or a bold lead or table cell before the list. */
function labelled(line: SourceLine): { name: string; rest: string } | null {
  const colon = /^([^:：\t]{2,60}?)\s*[:：]\s*(\S.*)$/u.exec(line.text.replace(/^\s+/, ""));
  if (
    colon?.[1] !== undefined &&
    colon[2] !== undefined &&
    wordCount(colon[1]) <= 7 &&
    !/[,;•|]/.test(colon[1]) &&
    !/^\/\//.test(colon[2])
  )
    return { name: tidy(colon[1]), rest: colon[2] };
  const cells = line.text.split("\t").filter((cell) => cell.trim() !== "");
  const [first, ...others] = cells;
  if (
    first !== undefined &&
    others.length > 0 &&
    (/[,;•|]/.test(others.join(" ")) || line.style === "table") &&
    !/[,;]/.test(first) &&
    wordCount(first) <= 5
  )
    return { name: tidy(first), rest: others.join(", ") };
  const lead = line.boldLead.trim();
  const rest = line.text.trim().slice(lead.length);
  if (lead !== "" && line.text.trim().startsWith(lead) && /^\s*[-–—|]\s|[,;]/.test(rest))
    return { name: tidy(lead), rest: tidy(rest) };
  return null;
}

/** A line that only names the group of the lines under it. */
function isGroupHeading(
  line: SourceLine,
  next: SourceLine | undefined,
  body: number | null,
  all: readonly SourceLine[],
): boolean {
  if (next === undefined || wordCount(line.text) > 6 || /[,;|•\t]/.test(line.text)) return false;
  if (/[:：]\s*$/.test(line.text)) return !/[:：]\s*$/.test(next.text);
  if (line.style === "heading" && (next.style === "list" || next.text.includes("\t"))) return true;
  if (line.style === "list" || (isMarked(next, body) && !isCaps(next.text))) return false;
  const looks = line.style === "heading" || line.bold || (isMarked(line, body) && !isCaps(line.text));
  if (!looks && !(isCaps(line.text) && (next.style === "list" || /[,;|•\t]/.test(next.text)))) return false;
  return all.some((other) => !isMarked(other, body));
}

function addTo(groups: Group[], line: SourceLine, afterNamed: boolean): void {
  const items = itemsOf(line.text.replace(/\s*[:：]\s*$/, ""), line);
  const last = groups.at(-1);
  const sentence = items.length === 1 && wordCount(items[0]?.text ?? "") > 7;
  const lastSentence =
    last !== undefined &&
    last.name === undefined &&
    last.items.length === 1 &&
    wordCount(last.items[0]?.text ?? "") > 7;
  const own =
    last === undefined || sentence || lastSentence || (afterNamed && last.name !== undefined && last.items.length > 0);
  if (own) groups.push({ name: undefined, items, level: undefined });
  else last.items.push(...items);
}

/** The items of a list; a sentence stays one item, and a list item that ends in a full stop stays as printed. */
function itemsOf(rest: string, line: SourceLine): Sourced[] {
  const stated = line.style === "list" && wordCount(rest) >= 5 && /[\p{L}\d)]\.$/u.test(rest.trim());
  if (stated && rest === line.text) return [text(tidyEnds(rest), line)];
  const parts = listItems(rest.replace(/\s*[;,]?\s*\bkeywords:\s*/i, ", "));
  const items = isSentence(parts) && !rest.includes("\t") ? [cleanItem(rest)] : parts;
  return items.map((item) => text(item, line));
}

function tidyEnds(statement: string): string {
  return statement.replace(/\s+/g, " ").trim();
}

function isSentence(parts: readonly string[]): boolean {
  if (parts.length < 2) return true;
  const linked =
    /^(?:with|such as|able|including|as well as|which|who|where|while|to|for|from|using|in|mit|avec|con|sowie)\s/i;
  const words = parts.map(wordCount);
  const long = words.filter((count) => count > 8).length;
  return (
    parts.slice(1).some((part) => linked.test(part)) ||
    (long > 0 && words.reduce((a, b) => a + b, 0) / parts.length > 5) ||
    parts.some((part) => /\bsuch as\b/i.test(part))
  );
}

function groupValue({ name, items, level }: Group, words: ResumeWords): EntryDraft["value"] {
  const lines = [...new Set(items.flatMap((item) => item.lines))];
  const first = items[0];
  if (level !== undefined) return { name, level, keywords: items.length === 0 ? undefined : items };
  if (name !== undefined && first !== undefined && items.length > 1 && words.marks.level.is(first.text))
    return { name, level: first, keywords: items.slice(1) };
  const only = items.length === 1 ? items[0] : undefined;
  if (name !== undefined && only !== undefined && words.marks.level.is(only.text))
    return { name, level: only, keywords: undefined };
  return { name: name ?? { text: "", lines }, keywords: items };
}
