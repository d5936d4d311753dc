import { isSideFact } from "./posting-head.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

const genderMark = /^(?:(?:[mwfdxhgi]|div|gn|all)(?:\s*[/|*,:]\s*(?:[mwfdxhgin]|div|gn|all))+)$/iu;

/** A title as a person would say it: without label, number, gender mark, hours, pay and brackets about years or places. */
export function cleanTitle(title: string, location: string | null, words: PostingWords): string {
  const bare = withoutTitleLabel(title, words)
    .replace(/\s*[([]([^()[\]]*)[)\]]/gu, (whole, inside: string) =>
      isBeside(inside.trim(), location, words) ? "" : whole,
    )
    .replace(/\s+(?:[HFMWD]\s*\/\s*[HFMWD](?:\s*\/\s*[DXN])?|[mwfd]\s*\/\s*[mwfd](?:\s*\/\s*[dxn])?)(?=$|\s)/gu, "")
    .replace(
      /\s*[-–—|,]?\s*#?\s*(?:req(?:uisition)?|ref|job|kennziffer|réf)\b[\s.:#]*(?:id|no|nr)?[\s.:#]*[\w/-]*\d[\w/-]*$/iu,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
  const shorter = withoutPlace(withoutEnds(bare, words), words);
  return shorter === "" ? bare : shorter;
}

function withoutTitleLabel(title: string, words: PostingWords): string {
  const colon = /^([^:]{2,30}):\s+/u.exec(title);
  return colon !== null && words.phrases("title-label").includes(fold(colon[1] ?? ""))
    ? title.slice(colon[0].length)
    : title;
}

/** Whether a bracket behind a title says something about the employment, not about the job. */
function isBeside(inside: string, location: string | null, words: PostingWords): boolean {
  if (genderMark.test(inside) || words.has("gender-mark", fold(inside)) !== null) return true;
  if (/\d/.test(inside) && /\b(?:years?|yrs|jahre|ans|años|jaar|uur|hours?|std|stunden|h)\b|%/iu.test(inside))
    return true;
  if (isSideFact(inside, words) || words.isPlace(inside)) return true;
  const place = location?.split(/[,;(]/)[0]?.trim() ?? "";
  return place.length > 2 && inside.includes(place);
}

/** "Baker Graz" is a baker. */
function withoutPlace(title: string, words: PostingWords): string {
  const list = title.split(" ");
  const last = list.at(-1) ?? "";
  const before = list.slice(0, -1).join(" ");
  const isTown = /^\p{Lu}\p{Ll}+$/u.test(last) && words.isPlace(last) && !words.isRegion(last);
  return isTown && /\p{L}$/u.test(before) && words.isTitle(list.at(-2) ?? "") ? before : title;
}

/** Without "wanted" behind it, an article before it, employment at its end. */
function withoutEnds(title: string, words: PostingWords): string {
  const ends = words.phrases("title-end").join("|");
  const starts = words.phrases("title-start").join("|");
  const folded = fold(title);
  const start = new RegExp(`^(?:${starts})\\s+`, "u").exec(folded)?.[0].length ?? 0;
  const end = new RegExp(`[\\s,:-]+(?:${ends})[\\s!.]*$`, "u").exec(folded);
  const cut = folded.length === title.length ? title.slice(start, end?.index ?? title.length) : title;
  const parts = cut.split(
    /(\s+[-–—]\s+|\s*\|\s*|,\s+|\s+(?=in\s+(?:Voll|Teil)zeit)|\s+(?=à temps)|\s+(?=a (?:jornada|tiempo)))/u,
  );
  while (parts.length > 2 && isSideFact(parts.at(-1) ?? "", words)) parts.splice(-2);
  return parts
    .join("")
    .replace(/\s*!+$/, "")
    .trim();
}

/** The job that a sentence looks for: "We are hiring a Staff Mechanical Engineer to join …". */
export function soughtTitle(texts: readonly string[], words: PostingWords): string | null {
  const phrases = words.phrases("seeking").join("|");
  const pattern = new RegExp(
    `(?<![\\p{L}])(?:${phrases})\\s+((?:[\\p{L}\\p{N}/&+#.:*-]+\\s+){0,5}?[\\p{L}:*-]+)(?=[\\s,.!(]|$)`,
    "giu",
  );
  for (const text of texts) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? "";
      const rest = text
        .slice(match.index + match[0].length - name.length)
        .split(
          /\s+(?=(?:to|who|with|for|in|at|that|and|on|as|zur|zum|für|mit|ab|am|pour|en|au|à|qui|para|con|que|til|voor|met|die)\s)|[,.!(;]/u,
        )[0];
      const title = withoutPraise(rest?.trim() ?? "", words);
      if (title !== "" && title.split(/\s+/).length <= 7 && words.isTitle(title)) return title;
    }
  }
  return null;
}

/** "an experienced plumber" is a plumber; "Senior" and capitals are part of the title. */
function withoutPraise(title: string, words: PostingWords): string {
  const [first = "", ...rest] = title.split(/\s+/);
  return rest.length > 0 && words.phrases("praise").includes(fold(first)) ? rest.join(" ") : title;
}
