import { UserError } from "../errors.js";
import type { LexiconEntry } from "../schema/lexicon.js";

/** A data file with its path, which errors name. */
export interface DataFile {
  name: string;
  text: string;
}

/** A row of a table as it stands there, with its entry and its place. */
export interface LexiconRow {
  entry: LexiconEntry;
  /** The canonical spelling with its mark, then the aliases with theirs, separated by |. */
  name: string;
  aliasList: string;
  file: string;
  line: number;
}

const kinds = new Map(
  (
    "language framework library tool platform database service protocol standard method skill domain soft " +
    "certification license degree human-language role"
  )
    .split(" ")
    .map((kind) => [kind, kind]),
);
const firstYear = 1940;
const lastYear = 2100;
const [hash, carriageReturn] = [35, 13];
/**
 * Reads the rows of the lexicon's TSV files: canonical, kind, aliases (|), parents (|), since. `#` begins a comment line.
 * A spelling marked `=` is matched in its own case only; one marked `~` besides is a common word (Go, Excel) that needs
 * a sign of being a name. Throws a UserError "settings" naming file and line.
 */
export function readLexiconRows(files: readonly DataFile[], take: (row: LexiconRow) => void): void {
  const parents = new Map<string, { file: string; line: number }>();
  const names = new Set<string>();
  for (const { name, text } of files) {
    let line = 0;
    for (let start = 0; start < text.length; ) {
      line += 1;
      const newline = text.indexOf("\n", start);
      const end = newline < 0 ? text.length : newline;
      const code = text.charCodeAt(start);
      if (end > start && code !== hash && !text.startsWith("canonical\t", start)) {
        const row = text.charCodeAt(end - 1) === carriageReturn ? text.slice(start, end - 1) : text.slice(start, end);
        if (row.trim() !== "") take(readRow(name, line, row, names, parents));
      }
      start = end + 1;
    }
  }
  for (const [parentList, { file, line }] of parents) {
    const unknown = list(parentList).find((parent) => !names.has(parent));
    if (unknown !== undefined) throw fault(file, line, `names the parent "${unknown}", which no entry defines`);
  }
}

function readRow(
  file: string,
  line: number,
  text: string,
  names: Set<string>,
  parents: Map<string, { file: string; line: number }>,
): LexiconRow {
  const columns = text.split("\t");
  const [name = "", kind = "", aliasList = "", parentList = "", sinceText = ""] = columns;
  if (columns.length > 5) throw fault(file, line, `has ${columns.length} columns; five are known`);
  if (name.trim() === "") throw fault(file, line, "has no canonical name");
  const known = kinds.get(kind);
  if (known === undefined)
    throw fault(file, line, `has the unknown kind "${kind}"; known are ${[...kinds.keys()].join(", ")}`);
  const since = sinceText.trim() === "" ? null : Number(sinceText);
  if (since !== null && !(Number.isInteger(since) && since >= firstYear && since <= lastYear)) {
    throw fault(file, line, `has "${sinceText}" where a year should stand`);
  }
  const canonical = unmarked(name);
  names.add(canonical);
  if (parentList !== "" && !parents.has(parentList)) parents.set(parentList, { file, line });
  if (parentList.includes(canonical) && list(parentList).includes(canonical))
    throw fault(file, line, "names itself as its parent");
  return { entry: new Row(canonical, known, since, aliasList, parentList), name, aliasList, file, line };
}

const none: string[] = [];

/**
 * An entry that cuts its lists when they are first asked for.
 *
 * Why: of thousands of entries a run asks for some dozens, and what is kept of each at start costs most of the load.
 */
class Row implements LexiconEntry {
  readonly canonical: string;
  readonly kind: string;
  readonly since: number | null;
  readonly #aliasList: string;
  readonly #parentList: string;
  #aliases: string[] | null = null;
  #parents: string[] | null = null;

  constructor(canonical: string, kind: string, since: number | null, aliasList: string, parentList: string) {
    this.canonical = canonical;
    this.kind = kind;
    this.since = since;
    this.#aliasList = aliasList;
    this.#parentList = parentList;
  }

  get aliases(): string[] {
    this.#aliases ??= list(this.#aliasList).map(unmarked);
    return this.#aliases;
  }

  get parents(): string[] {
    this.#parents ??= list(this.#parentList);
    return this.#parents;
  }
}

function list(text: string): string[] {
  return text === "" ? none : text.split("|");
}

function unmarked(spelling: string): string {
  return spelling.startsWith("=") || spelling.startsWith("~") ? spelling.slice(1) : spelling;
}

/** The failure of a data file, by file and line. */
export function fault(file: string, line: number, what: string): UserError {
  return new UserError(
    "settings",
    `${file}, line ${line} ${what}.`,
    "Correct the line, or put the shipped file back in its place.",
  );
}
