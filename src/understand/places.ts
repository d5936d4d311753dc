import { letterPattern } from "./letter-pattern.js";
import { wordCount } from "./look.js";
import type { ResumeWords } from "./words.js";

/** How surely a text is a place, 0 to 1: "Austin, TX", "Paris, France", "Remote", "Boston, MA 02115". */
export function placeScore(text: string, words: ResumeWords): number {
  const bare = text
    .replace(/(\S)\s*[([]\s*/g, "$1, ")
    .replace(/[()[\]]/g, "")
    .trim();
  if (bare === "" || wordCount(bare) > 9 || /[@:;|]|https?/.test(bare)) return 0;
  const { city, country, state, code, remote } = words.marks;
  if ([city, country, state, remote].some((set) => set.is(bare))) return 1;
  const plain = (text: string) => [remote, city, country, state, code].some((set) => set.is(text.trim()));
  if (
    remote.hits(bare).length > 0 &&
    bare.split(/[,/;()-]|\s+[–—]\s+/).every((part) => part.trim() === "" || plain(part))
  )
    return 0.9;
  const parts = bare.split(/\s*[,/]\s*|\s+[-–—]{1,3}\s+/).filter((part) => part !== "");
  const last = (parts.at(-1) ?? "").replace(/\s*\d{4,6}(-\d{4})?$/, "").trim();
  if (parts.length >= 2 && parts.length <= 5) {
    if (/^\p{Lu}/u.test(bare) && code.is(last) && last === last.toUpperCase()) return placeOfParts(parts, words);
    if (country.is(last) || state.is(last)) return placeOfParts(parts, words);
    if (city.is(parts[0] ?? "") && wordCount(bare) <= 6) return 0.9;
    if (parts.some((part) => city.is(part))) return 0.6;
  }
  const firm = () =>
    words.marks.employer.hits(parts[0] ?? "").length + words.marks.title.hits(parts[0] ?? "").length > 0;
  if (isAddress(bare) && /\d/.test(bare) && !firm() && [city, country].some((set) => set.hits(bare).length > 0))
    return 0.9;
  if (/^[A-Z]{1,2}-?\s?\d{4,5}\s+\p{Lu}|^\d{5}\s+\p{Lu}\p{L}+/u.test(bare)) return 0.9;
  if (/^\p{Lu}[\p{L} .'-]+\s[A-Z]{2}(\s\d{5})?$/u.test(bare) && code.is(bare.replace(/\s\d{5}$/, "").slice(-2)))
    return 0.8;
  if (city.hits(bare).length > 0 && wordCount(bare) <= 3 && /(市|省|区)/.test(bare)) return 0.9;
  return 0;
}

/** Two parts are town and country; of more the first must be known, else it is the employer's name. */
function placeOfParts(parts: string[], words: ResumeWords): number {
  const [first = "", second = ""] = parts;
  const { city, country, state } = words.marks;
  if (words.marks.employer.hits(first).length + words.marks.institution.hits(first).length > 0) return 0.3;
  if (parts.length === 2) return wordCount(first) <= 4 && words.marks.title.hits(first).length === 0 ? 1 : 0.5;
  const known = [first, second].some((part) => state.is(part) || country.is(part));
  return city.is(first) || (known && wordCount(first) <= 3) || /\d/.test(first) ? 1 : 0.5;
}

const addressPattern = letterPattern(
  /^\d{1,5}[a-z]?,?\s+\p{L}+[\s,]+\p{L}|\p{L}{3,}(?:straße|strasse|str\.|weg|platz|gasse|allee)\s*\d|\b(?:street|st\.|avenue|ave\.?|road|rd\.|lane|drive|blvd|boulevard|rue|calle|via|suite|apt)\b/iu,
);

/** Whether a text is an address with street and number. */
export function isAddress(text: string): boolean {
  return text.length < 90 && addressPattern(text).test(text);
}
