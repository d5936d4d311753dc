import { tidy } from "./draft.js";
import { wordCount } from "./look.js";
import { placeScore } from "./places.js";
import type { ResumeWords } from "./words.js";

/** A degree parted into its type and its field; the words between them ("in") belong to neither. */
export interface Degree {
  studyType: string;
  area: string;
}

/** "(Hons)" behind a degree, which is part of its name. */
const honours = /^\s*\((?:hons?\.?|hono[u]?rs)\)/i;

/** Whether a text ends in a degree with "(Hons)". */
export function endsInHonours(text: string, words: ResumeWords): boolean {
  const last = words.marks.degree.hits(text.replace(/\([^()]*\)\s*$/, "")).at(-1);
  const found = last === undefined ? null : honours.exec(text.slice(last.end));
  return last !== undefined && found !== null && last.end + found[0].length >= text.trimEnd().length;
}

/** "B.S. in Computer Science" → B.S. and Computer Science; where no part is plain the whole is the type. */
export function splitDegree(text: string, words: ResumeWords): Degree {
  const hit = words.marks.degree.hits(text)[0];
  const inside = /^(.{1,60}?)\s+(?:in|en|im|em)\s+(\S.+)$/iu.exec(text);
  if (inside?.[1] !== undefined && inside[2] !== undefined && hit !== undefined && hit.start < inside[1].length)
    return { studyType: tidy(inside[1]), area: inside[2].trim() };
  const parted = /^(.{1,60}?)\s*(?:,|:|\s[-–—]\s|—)\s*(\S.+)$/u.exec(text);
  if (parted?.[1] !== undefined && parted[2] !== undefined) {
    const first = words.marks.degree.hits(parted[1]).length > 0;
    const second = words.marks.degree.hits(parted[2]).length > 0;
    if (first && !(second && !hitStarts(parted[1], words)))
      return { studyType: parted[1].trim(), area: parted[2].trim() };
    if (second && !first && isBareDegree(parted[2], words) && wordCount(parted[1]) <= 6)
      return { studyType: parted[2].trim(), area: parted[1].trim() };
  }
  if (
    hit !== undefined &&
    hit.start === 0 &&
    !/\b(?:of|de|di|der)$/i.test(hit.term) &&
    !/^\s*(?:of|de|di)\b/i.test(text.slice(hit.end))
  ) {
    const end = hit.end + (honours.exec(text.slice(hit.end))?.[0].length ?? 0);
    const area = text.slice(end).replace(/^[\s,:–—-]+/, "");
    if (area !== "" && !/^['’.(]/.test(area) && /^\p{L}/u.test(area))
      return { studyType: text.slice(0, end).trim(), area };
  }
  return hit === undefined ? { studyType: "", area: text } : { studyType: text, area: "" };
}

/** Whether a text is a degree and nothing more: "Bachelor of Science", "BSc (Hons)". */
export function isBareDegree(text: string, words: ResumeWords): boolean {
  const bare = text.trim();
  const [hit] = words.marks.degree.hits(bare);
  if (hit === undefined || hit.start > 0) return false;
  const end = hit.end + (honours.exec(bare.slice(hit.end))?.[0].length ?? 0);
  return end >= bare.length - 1;
}

function hitStarts(text: string, words: ResumeWords): boolean {
  return words.marks.degree.hits(text)[0]?.start === 0;
}

/** What a piece of an education entry says. */
export type SchoolPart = "degree" | "institution" | "place" | "score" | "honour" | "name";

/** Which part of an education entry a text is. */
export function schoolPart(text: string, words: ResumeWords): SchoolPart {
  const { degree, institution, honour, score } = words.marks;
  const label = /^([^:]{2,30}):/.exec(text)?.[1];
  if (label !== undefined && score.is(label)) return "score";
  const graded = score.hits(text).some(({ start }) => start === 0 || /^[\d.,/%\s]+$/.test(text.slice(0, start)));
  if (graded && /\d/.test(text) && wordCount(text) <= 6) return "score";
  const school = institution.hits(text).length > 0;
  const study = degree.hits(text).length > 0;
  if (!school && placeScore(text, words) >= 0.7) return "place";
  if (
    honour.hits(text).length > 0 &&
    !school &&
    (!study || /^(?:with|mit|first|second|graduated)/i.test(text)) &&
    wordCount(text) <= 6
  )
    return "honour";
  if (school && study) return schoolFirst(text, words) ? "institution" : "degree";
  if (school) return "institution";
  return study ? "degree" : "name";
}

function schoolFirst(text: string, words: ResumeWords): boolean {
  const school = words.marks.institution.hits(text)[0];
  const study = words.marks.degree.hits(text)[0];
  if (school === undefined || study === undefined) return school !== undefined;
  const inside = study.start >= school.start && study.end <= school.end;
  return inside || (school.start <= study.start && school.end <= study.end);
}

/** Cuts a text that names both degree and institution between the two: "MS Computer Science, UT Austin". */
export function cutStudy(text: string, words: ResumeWords): string[] {
  const { degree, institution } = words.marks;
  if (degree.hits(text).length === 0) return [text];
  const cuts = [
    ...text.matchAll(
      /\s*[,;]\s+|\s+[-–—]{1,2}\s+|\s*—\s*|\s+(?:at|from|@|an der|à l['’]|à|de la)\s+(?=\p{Lu})|\s*\((?=[^)]{4,}\)$)/gu,
    ),
  ];
  let best: { parts: string[]; score: number } | null = null;
  for (const cut of cuts) {
    const [left, right] = [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)];
    if (/\([^)]*$/.test(left) || tidy(left) === "" || tidy(right) === "") continue;
    const [a, b] = [left, right].map((side) => ({
      study: degree.hits(side).length > 0,
      school: institution.hits(side).length > 0,
    }));
    if (a === undefined || b === undefined) continue;
    const next = tidy(right).split(/,\s|\s[-–—]{1,2}\s/)[0] ?? "";
    const near = (degree.hits(left).length > 0 ? institution : degree).hits(next).length > 0 ? 1 : 0;
    const pure = near + (a.study && !a.school && b.school ? 2 : 0) + (a.school && !a.study && b.study ? 2 : 0);
    const score = pure + (a.study && b.school && !b.study ? 1 : 0) + (b.study && a.school && !b.school ? 1 : 0);
    if (score > 1 && (best === null || score > best.score)) best = { parts: [left, right], score };
  }
  if (best !== null) return best.parts.map(tidy);
  return [text];
}
