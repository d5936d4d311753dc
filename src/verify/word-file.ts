import { UserError } from "../errors.js";

/** A data file with its path, which errors name. */
export interface WordFile {
  name: string;
  text: string;
}

/** A row of a table with the place it is written at. */
export interface WordRow {
  cells: string[];
  file: string;
  line: number;
}

/** The failure of a word file, by file and line. */
export function wordFault(file: string, line: number, what: string): UserError {
  return new UserError(
    "settings",
    `${file}, line ${line} ${what}.`,
    "Correct the line, or put the shipped file back in its place.",
  );
}

/**
 * The rows of a tab-separated table whose first line that is no comment names the columns. Missing cells at the end are
 * empty. Throws a UserError "settings" with file and line where a row has too many cells or no first one.
 */
export function wordRows(file: WordFile, columns: readonly string[]): WordRow[] {
  const rows: WordRow[] = [];
  let headed = false;
  file.text.split("\n").forEach((raw, index) => {
    const text = raw.replace(/[\r\n]+$/, "");
    if (text.trim() === "" || text.startsWith("# ")) return;
    const cells = text.split("\t").map((cell) => cell.trim());
    if (!headed) {
      if (cells.join("\t") !== columns.join("\t"))
        throw wordFault(file.name, index + 1, `should name the columns ${columns.join(", ")}`);
      headed = true;
      return;
    }
    if (cells.length > columns.length) throw wordFault(file.name, index + 1, `has more than ${columns.length} columns`);
    if (cells[0] === "") throw wordFault(file.name, index + 1, "begins with an empty column");
    while (cells.length < columns.length) cells.push("");
    rows.push({ cells, file: file.name, line: index + 1 });
  });
  return rows;
}

/** The number in a cell; a UserError "settings" where there is none. */
export function numberCell(row: WordRow, column: number): number {
  const text = row.cells[column] ?? "";
  const value = Number(text);
  if (text === "" || !Number.isFinite(value))
    throw wordFault(row.file, row.line, `has "${text}" where a number should stand`);
  return value;
}

/** The cell as one of the known words; a UserError "settings" otherwise. */
export function choiceCell<const T extends string>(row: WordRow, column: number, choices: readonly T[]): T {
  const text = row.cells[column] ?? "";
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw wordFault(row.file, row.line, `has "${text}"; known are ${choices.join(", ")}`);
  return found;
}

/** The alternatives of a cell, parted by bars, lower case; empty where the cell is. */
export function listCell(row: WordRow, column: number): string[] {
  const text = row.cells[column] ?? "";
  return text === "" ? [] : text.split("|").map((part) => part.trim().toLowerCase());
}
