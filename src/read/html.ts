import type { SourceDocument } from "../schema/source.js";
import { decodeAs, decodeText } from "./encoding.js";
import { hiddenTextWarnings } from "./hidden-text.js";
import { htmlLines } from "./html-lines.js";
import { numberLines, type ReadDocument } from "./lines.js";
import { keepLost } from "./loss.js";

/** All that a reader of a web page sees, as lines; UserError "input" where it is too long or nested too deeply. */
export async function readHtml(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const html = decodeHtml(bytes);
  const page = htmlLines(html, name);
  const { lines, warnings } = numberLines(page.drafts, name);
  const traits: SourceDocument["traits"] = [];
  if (page.tables) traits.push("tables");
  if (page.images) traits.push("images");
  const hidden = notShownElsewhere(page.hidden, lines);
  if (hidden.length > 0) traits.push("hidden-text");
  const document: ReadDocument = {
    kind: "html",
    pages: null,
    lines,
    meta: {},
    traits,
    warnings: [...warnings, ...hiddenTextWarnings(hidden)],
  };
  return keepLost(document, page.shown, { in: "html", start: 0, end: html.length }, name);
}

/** Hidden texts that say something which no line says: a page for screens of all sizes holds a hidden copy of what it shows. */
function notShownElsewhere(hidden: readonly string[], lines: ReadDocument["lines"]): string[] {
  if (hidden.length === 0) return [];
  const shown = ` ${lines.map(({ text }) => level(text)).join(" ")} `;
  return hidden.filter((text) => !shown.includes(` ${level(text)} `));
}

function level(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The text of a page, in the encoding that its first kilobytes name. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  const marked = (bytes[0] ?? 0) >= 0xef && /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(head);
  return declared === undefined || marked || /^utf-?16/i.test(declared)
    ? decodeText(bytes).text
    : decodeAs(bytes, declared);
}
