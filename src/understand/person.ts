import type { SourceLine } from "../schema/source.js";
import { fold } from "./fold.js";
import { bareHeading, headingMatch } from "./headings.js";
import { isCaps, wordCount } from "./look.js";
import { placeScore } from "./places.js";
import type { ResumeWords } from "./words.js";

/** A piece of text that may be the person's name, with the line it stands on. */
export interface NameCandidate {
  text: string;
  line: SourceLine;
  /** Its place among the lines that may hold the name, from 0. */
  rank: number;
}

const documentTitle =
  /^\s*(?:(?:personal |my |the )?(?:résumé|resume|cv|curriculum vit(?:ae|æ)|lebenslauf)(?:\s+(?:of|von|de|du))?)\s*[:–—-]*\s+(?=\p{Lu})|\s*[|:–—-]+\s*(?:résumé|resume|cv|curriculum vit(?:ae|æ)|lebenslauf)\s*$/iu;

/** The text without "Resume:", "CV –", "Curriculum Vitae of". */
export function withoutDocumentTitle(text: string): string {
  return text
    .replace(documentTitle, "")
    .replace(/^[\s|:–—-]+/u, "")
    .trim();
}

/** How much a text looks like the name of the person whose e-mail address is given; 0 or less: it is none. */
export function nameScore(
  { text, line, rank }: NameCandidate,
  largest: number | null,
  email: string | undefined,
  words: ResumeWords,
): number {
  const bare = withoutDocumentTitle(text);
  const core = bare.split(",")[0]?.trim() ?? "";
  const parts = core.split(/\s+/).filter((part) => part !== "");
  const wide = /^\p{sc=Han}{2,4}$/u.test(core.replace(/\s/g, ""));
  if (!wide && (parts.length < 1 || parts.length > 6 || !/^[\p{L}\p{M}\s.'’()"“”·-]+$/u.test(core))) return 0;
  if (
    !wide &&
    !parts.every((part) =>
      /^[("“]?[\p{Lu}\p{Lo}]|^(?:de|la|del|van|von|der|den|di|da|dos|e|y|bin|ibn|al|el|le|du|zu|ter|ten)$/u.test(part),
    )
  )
    return 0;
  const heading = headingMatch(bareHeading(core), words);
  if (heading !== null && heading.strength > 1) return 0;
  if (core.length < 3 && !wide) return 0;
  let score = wide ? 2.5 : parts.length === 1 ? 0.8 : 2;
  score += Math.max(0, 2 - rank * 0.5);
  if (largest !== null && line.size !== null) score += line.size >= largest ? 2.5 : line.size >= largest * 0.8 ? 1 : 0;
  if (line.style === "heading") score += line.level === 1 ? 1.5 : 0.5;
  if (words.contactLabels.has(fold(core))) score -= 3;
  if (line.bold) score += 0.4;
  if (isCaps(core)) score += 0.3;
  score += 2.5 * inAddress(parts, email);
  if (words.marks.title.hits(core).length > 0) score -= 2.5;
  if (placeScore(core, words) >= 0.7) score -= 2.5;
  if (words.marks.institution.hits(core).length + words.marks.employer.hits(core).length > 0) score -= 1;
  if (wordCount(text) > 8) score -= 2;
  return score;
}

/** The share of the name's words that the e-mail address shows. */
function inAddress(parts: string[], email: string | undefined): number {
  const local = plain(email?.split("@")[0] ?? "");
  if (local === "") return 0;
  const names = parts.map(plain).filter((part) => part.length > 1);
  const shown = names.filter((part) => local.includes(part) || (part.length >= 5 && local.includes(part.slice(0, 5))));
  return names.length === 0 ? 0 : Math.min(1, (shown.length * 1.5) / names.length);
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[^a-z]/giu, "")
    .toLowerCase();
}
