import { UserError } from "../errors.js";
import type { LexiconEntry } from "../schema/lexicon.js";
import type { Spelling } from "./term-trie.js";

/** A data file with its path, which errors name. */
export interface DataFile {
  name: string;
  text: string;
}

/** An entry with its spellings, the canonical one first, and where it is written. */
export interface LexiconRow {
  entry: LexiconEntry;
  spellings: Spelling[];
  file: string;
  line: number;
}

const kinds = new Set(
  (
    "language framework library tool platform database service protocol standard method skill domain soft " +
    "certification license degree human-language role"
  ).split(" "),
);
const firstYear = 1940;
const [exactMark, wordMark] = [61, 126];
const lastYear = 2100;

/**
 * The rows of the lexicon's TSV files: canonical, kind, aliases (|), parents (|), since. `#` begins a comment line.
 * A spelling marked `=` is matched in its own case only; one marked `~` besides is a common word (Go, Excel) that needs
 * a sign of being a name. Throws a UserError "settings" naming file and line.
 */
export function readLexiconRows(files: readonly DataFile[]): LexiconRow[] {
  const rows: LexiconRow[] = [];
  for (const { name, text } of files) {
    const lines = text.split("\n");
    for (let index = 0; index < lines.length; index += 1) {
      const line = (lines[index] ?? "").trimEnd();
      if (line === "" || line.startsWith("#") || line.startsWith("canonical\t")) continue;
      rows.push(readRow(name, index + 1, line));
    }
  }
  checkParents(rows);
  return rows;
}

function readRow(file: string, line: number, text: string): LexiconRow {
  const columns = text.split("\t");
  const [name = "", kind = "", aliasList = "", parentList = "", sinceText = ""] = columns;
  if (columns.length > 5) throw fault(file, line, `has ${columns.length} columns; five are known`);
  if (name.trim() === "") throw fault(file, line, "has no canonical name");
  if (!kinds.has(kind)) throw fault(file, line, `has the unknown kind "${kind}"; known are ${[...kinds].join(", ")}`);
  const since = sinceText === "" ? null : Number(sinceText);
  if (since !== null && !(Number.isInteger(since) && since >= firstYear && since <= lastYear)) {
    throw fault(file, line, `has "${sinceText}" where a year should stand`);
  }
  const canonical = unmarked(name);
  const aliases = list(aliasList);
  const spellings = [spellingOf(name, canonical)];
  for (const alias of aliases) spellings.push(spellingOf(alias, canonical));
  const bare = /[=~]/.test(aliasList) ? aliases.map(unmarked) : aliases;
  return { entry: { canonical, kind, aliases: bare, parents: list(parentList), since }, spellings, file, line };
}

function checkParents(rows: readonly LexiconRow[]): void {
  const known = new Set(rows.map((row) => row.entry.canonical));
  for (const { entry, file, line } of rows) {
    const unknown = entry.parents.find((parent) => !known.has(parent));
    if (unknown !== undefined) throw fault(file, line, `names the parent "${unknown}", which no entry defines`);
    if (entry.parents.includes(entry.canonical)) throw fault(file, line, "names itself as its parent");
  }
}

function list(text: string): string[] {
  return text === "" ? [] : text.split("|");
}

function unmarked(spelling: string): string {
  return spelling.startsWith("=") || spelling.startsWith("~") ? spelling.slice(1) : spelling;
}

function spellingOf(text: string, canonical: string): Spelling {
  const mark = text.charCodeAt(0);
  if (mark === exactMark) return { canonical, text: text.slice(1), mode: "exact" };
  return mark === wordMark ? { canonical, text: text.slice(1), mode: "word" } : { canonical, text, mode: "any" };
}

/** The failure of a data file, by file and line. */
export function fault(file: string, line: number, what: string): UserError {
  return new UserError(
    "settings",
    `${file}, line ${line} ${what}.`,
    "Correct the line, or put the shipped file back in its place.",
  );
}
