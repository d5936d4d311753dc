import type { EntryRows } from "./entries.js";
import { listItems } from "./items.js";
import { wordCount } from "./look.js";
import type { Row } from "./rows.js";
import type { LabelKind, ResumeWords } from "./words.js";

const labels: readonly LabelKind[] = ["title-label", "employer-label", "place-label", "dates-label"];

/** The rows of a section of jobs without the labels before their values ("Position: Welder"), which they keep as `label`. */
export function withoutLabels(rows: Row[], words: ResumeWords): Row[] {
  let inPart = false;
  return rows.map((row) => {
    const duties = behindPart(row, words);
    if (duties !== null) {
      inPart = true;
      return duties;
    }
    const found = /^\s*([^:：\t]{2,40}?)\s*[:：\t]\s*(?=\S)/u.exec(row.rest);
    const label = found?.[1] === undefined ? undefined : labels.find((kind) => words.marks[kind].is(found[1] ?? ""));
    if (found === null || label === undefined || (label === "dates-label" && row.spans.length === 0)) {
      inPart =
        inPart &&
        labelOf(row) === null &&
        row.line.style === "body" &&
        !row.line.bold &&
        row.line.boldLead === "" &&
        !row.raw.includes("\t");
      return inPart ? asItem(row) : row;
    }
    inPart = false;
    const cut = row.raw.startsWith(found[0]) ? found[0].length : 0;
    return { ...row, label, rest: row.rest.slice(found[0].length), ...behind(row, cut), prose: false };
  });
}

/** "Main activities<gap>Prepares reports": the value without its label as a list item; null for other rows and lists of keywords. */
function behindPart(row: Row, { marks }: ResumeWords): Row | null {
  const found = /^\s*([^:：\t]{2,40}?)\s*\t\s*(?=\S)/u.exec(row.raw);
  if (found?.[1] === undefined || !marks.part.is(found[1])) return null;
  const moved = behind(row, found[0].length);
  const items = listItems(moved.raw);
  if (items.length >= 2 && wordCount(moved.raw) <= 3 * items.length) return null;
  return asItem({ ...row, ...moved, rest: moved.raw });
}

function asItem(row: Row): Row {
  return { ...row, line: { ...row.line, style: "list", level: 1 }, dated: false, part: false };
}

/**
 * The entries of a section where each value has its label, as forms print them: a new one begins where the first label
 * comes again. Null where the section begins otherwise, or an entry labels neither its title nor its employer.
 */
export function labelledEntries(rows: readonly Row[]): EntryRows[] | null {
  const first = rows[0] === undefined ? null : labelOf(rows[0]);
  const entries: EntryRows[] = [];
  for (const row of first === null ? [] : rows) {
    const label = labelOf(row);
    if (label === first) entries.push({ head: [], body: [] });
    entries.at(-1)?.[label === null ? "body" : "head"].push(row);
  }
  const names = ({ head }: EntryRows) =>
    head.length >= 2 && head.some(({ label }) => label === "title-label" || label === "employer-label");
  return entries.length > 0 && entries.every(names) ? entries : null;
}

/** The label of a row; dates alone on a row label themselves, and the reader of dates takes "Period:" with them. */
function labelOf({ label, dated, rest }: Row): LabelKind | null {
  return label ?? (dated && !/[\p{L}\p{N}]/u.test(rest) ? "dates-label" : null);
}

/** The text as printed behind the label, with the spans counted from there. */
function behind({ raw, spans }: Row, cut: number): Pick<Row, "raw" | "text" | "spans"> {
  const left = raw.slice(cut);
  const moved = spans.map((span) => ({ ...span, start: span.start - cut, end: span.end - cut }));
  return { raw: left, text: left.replace(/\s+/g, " ").trim(), spans: moved };
}
