import type { SourceRef } from "../schema/source.js";
import { decodeEntities } from "./html-entities.js";
import { htmlLines } from "./html-lines.js";
import type { LineDraft } from "./lines.js";
import { textLines } from "./text-lines.js";

/** The lines of a text field of a job board: HTML, HTML with its signs escaped, or plain text; all cite the same place. */
export function fieldLines(text: string, ref: SourceRef, name: string): { drafts: LineDraft[]; hidden: string[] } {
  const html = /&lt;\/?[a-z]/i.test(text) && !/<[a-z][^>]*>/i.test(text) ? decodeEntities(text) : text;
  if (/<\/?[a-z][^>]*>/i.test(html)) {
    const page = htmlLines(html, name, { refOf: () => ref });
    return { drafts: page.drafts, hidden: page.hidden };
  }
  return { drafts: textLines(decodeEntities(html)).map((draft) => ({ ...draft, ref })), hidden: [] };
}
