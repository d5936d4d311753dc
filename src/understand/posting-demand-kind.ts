import type { Requirement } from "../schema/posting.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

/** Whether a demand is a must or a wish. */
export type DemandKind = Requirement["kind"];

/** "Kafka is a plus" is nice under any heading; a bracketed "(MBA preferred)" does not change the item. */
export function itemKind(folded: string, kind: DemandKind, words: PostingWords): DemandKind {
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

/** Whether a line under a heading of demands speaks of the application or the pay; "license and insurance" does not. */
export function isBoilerplate(folded: string, words: PostingWords): boolean {
  let rest = folded;
  if (words.has("asset", folded) !== null || words.has("must", folded) !== null)
    for (const soft of words.phrases("soft-not-demand")) rest = rest.replaceAll(soft, " ");
  return words.has("not-demand", rest) !== null;
}

/** Whether a text names something a person can have and is no boilerplate. */
export function asksFor(folded: string, words: PostingWords): boolean {
  if (words.has("asset", folded) === null) return false;
  const against = words.has("not-demand", folded);
  return against === null || (words.has("nice", folded) !== null && /required$/.test(against));
}

/** "A typing speed of 70 wpm is a must", "You need steel-toe boots": a demand whatever it names. */
export function isPlainDemand(folded: string, words: PostingWords): boolean {
  const bare = folded.replace(/[.!\s]+$/, "");
  const told =
    [...words.phrases("plain-must"), ...words.phrases("plain-wish")].some((end) => bare.endsWith(` ${end}`)) ||
    words.phrases("plain-need").some((start) => bare.startsWith(`${start} `));
  return told && words.has("not-demand", folded) === null;
}

/** The kind that a text's own words give; null where they give none. */
export function wordedKind(text: string, words: PostingWords): DemandKind | null {
  const folded = fold(text);
  const must = words.has("must", folded) !== null;
  if (isWish(folded, words) && !(must && onlyAsides(folded, words))) return "nice";
  return must ? "must" : null;
}
