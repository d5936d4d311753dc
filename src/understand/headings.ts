import type { SectionKind } from "../schema/resume.js";
import { fold, level } from "./fold.js";
import type { HeadingKind, ResumeWords } from "./words.js";

/** What a text means as a heading; `strength` 3: a known heading, 2: known words beside it, 1: its last word is known. */
export interface HeadingMatch {
  kind: SectionKind | "document";
  strength: 1 | 2 | 3;
}

/** A heading's text without numbering, signs around it, a closing colon or count, and letters set apart (S K I L L S). */
export function bareHeading(text: string): string {
  const bare = text
    .normalize("NFKC")
    .replace(/\s*\(\d{1,2}\)$/, "")
    .replace(/^[\s\p{P}\p{S}\p{Co}]*(?:(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+)?/u, "")
    .replace(/[\s\p{P}\p{S}\p{Co}]+$/u, "")
    .replace(/\s*\((?:continued|cont\.?d?)\)?$/i, "")
    .trim();
  const letters = bare.split(/ {1,3}/);
  if (letters.length >= 4 && letters.every((letter) => letter.length === 1)) return spacedLetters(bare);
  return bare;
}

function spacedLetters(text: string): string {
  return text
    .split(/ {2,}/)
    .map((word) => word.replaceAll(" ", ""))
    .join(" ");
}

/** What the text means as a heading, in any of the lexicon's languages; null where it is none. */
export function headingMatch(text: string, words: ResumeWords): HeadingMatch | null {
  const bare = level(bareHeading(text)).replaceAll("&", "and").replace(/\s+/g, " ");
  if (bare === "" || bare.length > 60) return null;
  const whole = known(bare, words);
  if (whole !== null) return { kind: whole, strength: 3 };
  const parts = bare.split(/\s*[/,+|·•]\s*|\s+(?:and|und|et|y|e|en|with|\/)\s+|[与和及]/).filter((part) => part !== "");
  if (parts.length > 5) return null;
  const kinds = parts.map((part) => known(part, words) ?? beside(part, words));
  const first = kinds.find((kind) => kind !== null && kind !== "document");
  if (first && kinds.every((kind) => kind !== null)) return { kind: first, strength: parts.length === 1 ? 2 : 2 };
  if (first && parts.length > 1 && kinds[0] !== null && bare.split(" ").length <= 5)
    return { kind: first, strength: 1 };
  const last = lastWords(bare, words);
  return last === null ? null : { kind: last, strength: 1 };
}

type Known = Exclude<HeadingKind, "modifier">;

function known(text: string, words: ResumeWords): Known | null {
  const joined = fold(text).replace(/[\s'-]/g, "");
  const kind = words.headings.get(text) ?? words.plainHeadings.get(fold(text)) ?? words.joinedHeadings.get(joined);
  return kind === undefined || kind === "modifier" ? null : kind;
}

/** The kind of a heading with words before or behind it that change nothing: Selected Projects, Education Details. */
function beside(text: string, words: ResumeWords): Known | null {
  const tokens = text.split(" ");
  for (let from = 0; from < tokens.length; from++)
    for (let to = tokens.length; to > from; to--) {
      if (from === 0 && to === tokens.length) continue;
      const outside = [...tokens.slice(0, from), ...tokens.slice(to)];
      if (!outside.every((token) => words.modifiers.has(fold(token)))) continue;
      const kind = known(tokens.slice(from, to).join(" "), words);
      if (kind !== null && kind !== "document") return kind;
    }
  return null;
}

/** The kind told by the last word or two: Hotel Experience, Bar Skills. */
function lastWords(text: string, words: ResumeWords): SectionKind | null {
  const tokens = text.split(" ");
  if (tokens.length < 2 || tokens.length > 4) return null;
  const kind = known(tokens.slice(-2).join(" "), words) ?? known(tokens.at(-1) ?? "", words);
  const telling: readonly (Known | null)[] = [
    "work",
    "skills",
    "education",
    "projects",
    "certificates",
    "publications",
    "awards",
  ];
  return kind !== null && kind !== "document" && telling.includes(kind) ? kind : null;
}
