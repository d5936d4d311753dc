import type { Row } from "./rows.js";
import type { LabelKind, ResumeWords } from "./words.js";

const labels: readonly LabelKind[] = ["title-label", "employer-label", "place-label", "dates-label"];

/** The rows of a section of jobs without the labels before their values ("Position: Welder"), which they keep as `label`. */
export function withoutLabels(rows: Row[], words: ResumeWords): Row[] {
  return rows.map((row) => {
    const found = /^\s*([^:：\t]{2,40}?)\s*[:：\t]\s*(?=\S)/u.exec(row.rest);
    const label = found?.[1] === undefined ? undefined : labels.find((kind) => words.marks[kind].is(found[1] ?? ""));
    if (found === null || label === undefined || (label === "dates-label" && row.spans.length === 0)) return row;
    const cut = row.raw.startsWith(found[0]) ? found[0].length : 0;
    return { ...row, label, rest: row.rest.slice(found[0].length), ...behind(row, cut), prose: false };
  });
}

/** The text as printed behind the label, with the spans counted from there. */
function behind({ raw, spans }: Row, cut: number): Pick<Row, "raw" | "text" | "spans"> {
  const left = raw.slice(cut);
  const moved = spans.map((span) => ({ ...span, start: span.start - cut, end: span.end - cut }));
  return { raw: left, text: left.replace(/\s+/g, " ").trim(), spans: moved };
}
