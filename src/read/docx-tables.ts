import { joinedLine, spanText } from "./docx-lines.js";
import type { DocxLine, Setting } from "./docx-story.js";
import { fillOf } from "./docx-styles.js";
import { childOf, descend, switchOf, valOf, type XmlElement } from "./docx-xml.js";

/** A cell with its lines. */
interface Cell {
  lines: DocxLine[];
  /** In twentieths of a point; 0 where the file does not tell. */
  width: number;
}

/** Reads what stands in a container; passed in because a cell may hold tables again. */
type ReadBlocks = (container: XmlElement, setting: Setting) => DocxLine[];

/** A stand-in for shading that a table style gives to cells only the print would tell. */
const styleShade = "808080";
/** From so many lines on a cell is a column of text of its own. */
const tall = 3;

/**
 * The lines of a table in reading order.
 *
 * Why: resumes use tables as layout. Short cells side by side are one line (title and date), tall ones are columns to be read
 * one after the other, and a date beside a tall cell belongs to that cell's first line.
 */
export function tableLines(table: XmlElement, setting: Setting, read: ReadBlocks): DocxLine[] {
  const style = setting.story.styles.get(valOf(childOf(table, "w:tblPr"), "w:tblStyle"));
  const fill = stated(fillOf(childOf(table, "w:tblPr"))) ?? (style?.shaded ? styleShade : setting.behind.fill);
  const inside = { ...setting, behind: { ...setting.behind, fill } };
  const rows = rowsIn(table, "w:tr", setting).map((row) => cellsOf(row, inside, read));
  const lines: DocxLine[] = [];
  let blank = 0;
  for (let i = 0; i < rows.length; ) {
    let next = i;
    while (isColumns(rows[next])) next += 1;
    const [first, ...others] = next > i ? columnLines(rows.slice(i, next)) : rowLines(rows[next++] ?? []);
    i = next;
    blank += first === undefined ? 1 : 0;
    if (first === undefined) continue;
    lines.push({ ...first, gap: first.gap + blank }, ...others);
    blank = 0;
  }
  return lines;
}

/** Rows of a table or cells of a row, also those wrapped in content controls or insertions; deleted rows are gone. */
function rowsIn(parent: XmlElement, name: "w:tr" | "w:tc", setting: Setting): XmlElement[] {
  return parent.children.flatMap((node) => {
    if (typeof node === "string" || node.name === "w:del") return [];
    if (node.name === name) {
      const deleted = descend(node, "w:trPr", "w:del") !== undefined;
      if (deleted) setting.story.findings.traits.add("tracked-changes");
      return deleted ? [] : [node];
    }
    return /^w:(sdt|sdtContent|ins|customXml|smartTag)$/.test(node.name) ? rowsIn(node, name, setting) : [];
  });
}

function cellsOf(row: XmlElement, setting: Setting, read: ReadBlocks): Cell[] {
  const hidden = switchOf(childOf(row, "w:trPr"), "w:hidden") === true;
  return rowsIn(row, "w:tc", setting).map((cell) => {
    const properties = childOf(cell, "w:tcPr");
    const fill = stated(fillOf(properties)) ?? setting.behind.fill;
    const lines = read(cell, { ...setting, behind: { ...setting.behind, fill } });
    if (hidden) hide(lines, setting);
    return { lines: hidden ? [] : lines, width: Number(childOf(properties, "w:tcW")?.attributes["w:w"]) || 0 };
  });
}

function hide(lines: DocxLine[], { story: { findings } }: Setting): void {
  for (const text of lines.map(({ spans }) => spanText(spans))) {
    findings.hidden.push({ text, by: "hidden" });
    findings.aside.push(text);
  }
}

function stated(fill: string | null): string | null {
  return fill === "auto" ? null : fill;
}

/** Whether a row lays columns of text side by side. */
function isColumns(row: Cell[] | undefined): boolean {
  const filled = (row ?? []).filter(({ lines }) => lines.length > 0);
  return filled.length > 1 && filled.filter(({ lines }) => lines.length >= tall).length > 1 && aligned(filled) === null;
}

/** Columns read one after the other over all their rows; the clearly narrower of two is a sidebar. */
function columnLines(rows: Cell[][]): DocxLine[] {
  const count = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, i) => ({
    lines: rows.flatMap((row) => row[i]?.lines ?? []),
    width: Math.max(...rows.map((row) => row[i]?.width ?? 0)),
  })).filter(({ lines }) => lines.length > 0);
  const widest = Math.max(...columns.map(({ width }) => width));
  return columns.flatMap(({ lines, width }) => {
    const aside = columns.length === 2 && width > 0 && width < widest * 0.75;
    return aside
      ? lines.map((line) => (line.region === "body" ? { ...line, region: "sidebar" as const } : line))
      : lines;
  });
}

function rowLines(row: Cell[]): DocxLine[] {
  const filled = row.filter(({ lines }) => lines.length > 0);
  if (filled.length < 2) return filled.flatMap(({ lines }) => lines);
  return aligned(filled) ?? dated(filled) ?? filled.flatMap(({ lines }) => lines);
}

/** Cells whose few lines stand side by side, as joined lines; null where they do not. */
function aligned(cells: Cell[]): DocxLine[] | null {
  const count = cells[0]?.lines.length ?? 0;
  if (count > tall || cells.some(({ lines }) => lines.length !== count)) return null;
  const all = cells.flatMap(({ lines }) => lines);
  if (all.some(({ style }) => style !== "body" && style !== "table") || labelsSection(cells)) return null;
  if (all.some(isProse)) return null;
  return Array.from({ length: count }, (_, i) =>
    joinedLine(cells.flatMap(({ lines }) => lines.slice(i, i + 1))),
  ).filter((line) => line !== null);
}

/** A date (and place) beside an entry: joined to the entry's first lines; null where no cell is a date. */
function dated(cells: Cell[]): DocxLine[] | null {
  const at = [0, cells.length - 1].find((i) => isDate(cells[i]));
  const date = at === undefined ? undefined : cells[at];
  const entry = cells.filter((cell) => cell !== date);
  const [body] = entry;
  if (date === undefined || body === undefined || entry.length > 1 || date.lines.length > body.lines.length)
    return null;
  if (body.lines[0]?.style === "list") return null;
  return body.lines.flatMap((line, i) => {
    const beside = date.lines[i];
    if (beside === undefined) return [line];
    const joined = joinedLine(at === 0 ? [beside, line] : [line, beside]);
    return joined === null ? [] : [joined];
  });
}

function isDate(cell: Cell | undefined): boolean {
  const [first, ...others] = cell?.lines ?? [];
  if (first === undefined || others.length > 1) return false;
  const text = spanText(first.spans);
  return text.length <= 40 && /(?<!\d)(19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{2}(?!\d)/.test(text);
}

/** A sentence, not an item of a table. */
function isProse(line: DocxLine): boolean {
  const text = spanText(line.spans).trim();
  return text.length > 100 && /[.!?]["”)]?(\s+\p{Lu}|$)/u.test(text);
}

/** A first cell in capitals or clearly larger type labels the section beside it. */
function labelsSection(cells: Cell[]): boolean {
  const [label, ...others] = cells.map(({ lines }) => lines.flatMap(({ spans }) => spans));
  if (label === undefined) return false;
  const isShout = (text: string) => /^[^\p{Ll}\d]*\p{Lu}{4,}[^\p{Ll}\d]*$/u.test(text);
  const largest = (spans: typeof label) => Math.max(0, ...spans.map(({ size }) => size ?? 0));
  const rest = others.flat();
  return (isShout(spanText(label)) && !isShout(spanText(rest))) || largest(label) >= largest(rest) + 2;
}
