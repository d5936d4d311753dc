import { boundOf, type Floor, floors } from "./floors.js";
import { score } from "./resume-truth.js";

/** What one measure came to. */
export interface Row {
  /** Its key in floors.json. */
  key: string;
  value: number;
  /** The file that does worst, with its value; empty where all are right. */
  worst: string;
  /** The same measure of something else: our own truths, or a plain list of words. */
  beside?: { what: string; value: number; bound?: number };
}

/** Counts of one file, from which a share follows. */
export interface FileCounts {
  file: string;
  right: number;
  found: number;
  expected: number;
}

/** The row of a measure that is a share (F1) over files. */
export function shareRow(key: string, counts: readonly FileCounts[]): Row {
  const less = floors[key]?.better === "less";
  const shares = counts.filter(({ expected }) => expected > 0).map((one) => ({ file: one.file, share: score([one]) }));
  const [last] = shares.sort((a, b) => (less ? b.share - a.share : a.share - b.share));
  const worst =
    last === undefined || last.share === (less ? 0 : 1) ? "" : `${last.file} ${printed(last.share, "share")}`;
  return { key, value: score(counts), worst };
}

/** The row of a measure that is one number for each file, taken together. */
export function numberRow(
  key: string,
  values: readonly { file: string; value: number }[],
  together: "mean" | "sum" | "most",
): Row {
  const less = floors[key]?.better === "less";
  const [worst] = [...values].sort((a, b) => (less ? b.value - a.value : a.value - b.value));
  const sum = values.reduce((total, { value }) => total + value, 0);
  const value = { sum, mean: sum / Math.max(1, values.length), most: Math.max(...values.map((one) => one.value)) };
  const isFine = worst === undefined || (less && worst.value === 0);
  return {
    key,
    value: value[together],
    worst: isFine ? "" : `${worst.file} ${printed(worst.value, floors[key]?.unit ?? "number")}`,
  };
}

/** Shares right over files that each are right or not. */
export function rightRow(key: string, files: readonly { file: string; right: boolean }[]): Row {
  return shareRow(
    key,
    files.map(({ file, right }) => ({ file, right: right ? 1 : 0, found: 1, expected: 1 })),
  );
}

/** What a row says that its bound forbids; null where it holds. */
export function breachOf({ key, value, worst, beside }: Row): string | null {
  const floor = floors[key];
  const bound = boundOf(key, "floor");
  const under = (of: number, least: number): boolean => (floor?.better === "less" ? of > least : of < least);
  const unit = floor?.unit ?? "number";
  if (under(value, bound)) return `${floor?.name}: ${printed(value, unit)}, bound ${printed(bound, unit)} (${worst})`;
  if (beside?.bound !== undefined && under(beside.value, beside.bound))
    return `${floor?.name}, ${beside.what}: ${printed(beside.value, unit)}, bound ${printed(beside.bound, unit)}`;
  return null;
}

const header = ["measure", "value", "floor", "aim", "beside it", "worst file"];

/** The rows as cells of a table, its header first. */
export function cellsOf(rows: readonly Row[]): string[][] {
  return [
    header,
    ...rows.map(({ key, value, worst, beside }) => {
      const { name, unit, floor, aim, better } = floors[key] as Floor;
      const sign = better === "less" ? "≤ " : "≥ ";
      return [
        name,
        printed(value, unit),
        `${sign}${printed(floor, unit)}`,
        aim === null ? "" : `${sign}${printed(aim, unit)}`,
        beside === undefined ? "" : `${beside.what} ${printed(beside.value, unit)}`,
        worst,
      ];
    }),
  ];
}

/** The cells as a Markdown table, without the worst files. */
export function markdownTable(cells: readonly string[][]): string {
  const [head = [], ...rows] = cells.map((row) => row.slice(0, -1));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  return [row(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(row)].join("\n");
}

/** The cells in columns for a terminal. */
export function plainTable(rows: readonly string[][]): string {
  const widths = header.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A value as its unit is printed; a share is rounded down, so that 100 % means all. */
function printed(value: number, unit: Floor["unit"]): string {
  if (unit === "share") return `${(Math.floor(value * 1000 + 1e-6) / 10).toFixed(1)} %`;
  if (unit === "count") return String(Math.round(value));
  return `${value.toFixed(1)}${unit === "points" ? " points" : ""}`;
}
