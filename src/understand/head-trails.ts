import type { EntryRows } from "./entries.js";
import { wordCount } from "./look.js";
import type { Row } from "./rows.js";

/** Whether no row has letters beside its dates. */
export function unnamed(head: Row[]): boolean {
  return head.every(({ rest }) => !/\p{L}/u.test(rest));
}

/** Short rows right under the dated row still name the entry: employer, place. The blank line under a heading parts nothing. */
export function withTrails(entries: EntryRows[], blockGap: (gap: number) => boolean): EntryRows[] {
  const named = entries.filter(({ head }) => head.length > 0);
  const looks = new Set(
    named.map(({ body: [row] }) =>
      row === undefined ? "" : [isTrail(row, false), row.line.style, row.line.bold].join(),
    ),
  );
  const alike = named.length >= 2 && looks.size === 1;
  return entries.map(({ head, body }) => {
    if (head.length === 0) return { head, body };
    let taken = 0;
    while (taken < 2 || body[taken]?.label) {
      const row = body[taken];
      if (row === undefined || !(isTrail(row, unnamed(head)) || isItemTrail(head, body, taken))) break;
      const underHeading = taken === 0 && head.at(-1)?.line.style === "heading" && row.line.gap <= 1;
      const freed = unnamed(head) || underHeading || (alike && taken === 0);
      if (!freed && blockGap(row.line.gap)) break;
      taken += 1;
    }
    return { head: [...head, ...body.slice(0, taken)], body: body.slice(taken) };
  });
}

/** "Acme Inc.", and forms with a stop behind each letter: "Acme s.r.o.". */
const legalForm = /(?:^|[\s.])\p{Lu}\p{L}{0,4}\.\s*$|(?:^|\s)(?:\p{L}{1,2}\.){2,4}\s*$/u;

/** Whether a row is short enough to name an entry, and no sentence, label or list item. */
function isTrail({ line, rest, prose, part, dated }: Row, afterDates: boolean): boolean {
  if (prose || part || dated || line.style === "list") return false;
  if (wordCount(rest) > (afterDates ? 20 : 10) || /^\p{L}[\p{L} /&-]{1,30}:\s/u.test(rest)) return false;
  return !/[.:;]\s*$/.test(rest) || legalForm.test(rest);
}

/** Whether a list that begins with the dates goes on with the title, and ends there: a free line parts it from the text. */
function isListedHead(head: Row[], body: Row[], at: number): boolean {
  const dates = head.at(-1);
  const row = body[at];
  if (dates?.line.style !== "list" || !unnamed([dates]) || row === undefined || row.line.gap > 0) return false;
  const below = body.findIndex(({ line }) => line.style !== "list" || line.gap > 0);
  return row.line.style === "list" && below > at && below <= 2 && wordCount(row.rest) <= 10 && !/[.;]$/.test(row.text);
}

/** Whether a list item goes on naming the entry: bold as the dated item above it, with plainer items below. */
function isItemTrail(head: Row[], body: Row[], at: number): boolean {
  const [row, below, above] = [body[at], body[at + 1], at === 0 ? head.at(-1) : body[at - 1]];
  if (isListedHead(head, body, at)) return true;
  if (row?.line.style !== "list" || above?.line.style !== "list" || row.dated || wordCount(row.rest) > 10) return false;
  return row.line.bold && above.line.bold && below?.line.bold !== true;
}
