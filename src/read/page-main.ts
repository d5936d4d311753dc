import type { HtmlLines } from "./html-lines.js";
import { htmlLines } from "./html-lines.js";

/** Largest page that is given to the DOM library, and the deepest nesting it stands. */
const largestDom = 3_000_000;
const deepestDom = 400;

/** The readable main text of a page that no name marks, or null where none was made out. */
export async function mainLines(html: string, name: string): Promise<HtmlLines | null> {
  if (html.length > largestDom || depthOf(html) > deepestDom) return null;
  const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
    charThreshold: 200,
  }).parse();
  if (!article?.content) return null;
  const refOf = () => ({ in: "html" as const, start: 0, end: html.length });
  return htmlLines(article.content, name, { refOf });
}

/** An upper bound of the nesting: tags that are never closed count as if they nested. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z\d]*)[^>]*?(\/?)>/gi)) {
    if (
      /^(br|hr|img|meta|link|input|p|li|td|tr|th|dt|dd|option|source|path)$/i.test(match[2] ?? "") ||
      match[3] === "/"
    )
      continue;
    depth = Math.max(0, depth + (match[1] === "/" ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
