import { UserError } from "../errors.js";
import type { Data } from "../ports.js";
import type { SectionKind } from "../schema/resume.js";
import { sectionKinds } from "../schema/resume-fields.js";
import type { DateWord } from "./date-patterns.js";
import { type DateFinder, type DurationTest, dateReader } from "./dates.js";
import { fold, level, type TermSet, termSet } from "./fold.js";

/** The word lists that understanding a resume needs, by their path in the package. */
export const resumeWordFiles: string[] = [
  "headings",
  "dates",
  "titles",
  "employers",
  "schools",
  "places",
  "contact",
  "networks",
  "spoken",
  "stopwords",
  "parts",
].map((name) => `templates/lexicon/resume/${name}.tsv`);

/** What a heading can mean: a section, the title of the whole page, or a word beside another heading. */
export type HeadingKind = SectionKind | "document" | "modifier";

/** What a label before a value says it is: "Position: Welder". */
export type LabelKind = "title-label" | "employer-label" | "place-label" | "dates-label";

/** The kinds of terms that mark parts of an entry. */
type MarkKind =
  | "title"
  | "employer"
  | "degree"
  | "institution"
  | "score"
  | "honour"
  | "courses"
  | "area"
  | "country"
  | "state"
  | "code"
  | "city"
  | "remote"
  | "language"
  | "fluency"
  | "level"
  | "part"
  | LabelKind
  | "issuer"
  | "dated";

/** The word lists, ready for use. */
export interface ResumeWords {
  /** Levelled heading → kind, accents kept; `plainHeadings` without accents, `joinedHeadings` without spaces too (also as PDFs show them that lose fi and ff). */
  headings: ReadonlyMap<string, HeadingKind>;
  plainHeadings: ReadonlyMap<string, HeadingKind>;
  joinedHeadings: ReadonlyMap<string, HeadingKind>;
  modifiers: ReadonlySet<string>;
  dates: DateFinder;
  isDuration: DurationTest;
  marks: Readonly<Record<MarkKind, TermSet>>;
  /** Folded label of a contact fact → what it labels. */
  contactLabels: ReadonlyMap<string, string>;
  /** Host of a profile's address → name of the network. */
  networks: ReadonlyMap<string, string>;
  /** Small word → languages it is one of. */
  stopwords: ReadonlyMap<string, string[]>;
}

interface TableRow {
  cells: string[];
  file: string;
  line: number;
}

const headingKinds: readonly string[] = [...sectionKinds, "document", "modifier"];
const markKinds: readonly MarkKind[] = [
  "title",
  "employer",
  "degree",
  "institution",
  "score",
  "honour",
  "courses",
  "area",
  "country",
  "state",
  "code",
  "city",
  "remote",
  "language",
  "fluency",
  "level",
  "part",
  "title-label",
  "employer-label",
  "place-label",
  "dates-label",
  "issuer",
  "dated",
];

/** The rows of a tab-separated file below its title row; a UserError names the file and line of a row with other columns. */
function tableRows(file: string, text: string): TableRow[] {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const head = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#"));
  const width = (lines[head] ?? "").split("\t").length;
  const rows: TableRow[] = [];
  lines.forEach((line, at) => {
    if (at <= head || line.trim() === "" || line.startsWith("#")) return;
    const cells = line.split("\t").map((cell) => cell.trim());
    if (cells.length !== width || cells[0] === "")
      throw broken(file, at + 1, `it needs ${width} columns, parted by tabs`);
    rows.push({ cells, file, line: at + 1 });
  });
  return rows;
}

function broken(file: string, line: number, what: string): UserError {
  return new UserError(
    "settings",
    `${file}, line ${line}: ${what}.`,
    "Correct the line, or take the file of the package.",
  );
}

function kindOf<T extends string>(row: TableRow, kinds: readonly T[]): T {
  const kind = row.cells[1] ?? "";
  const known = kinds.find((one) => one === kind);
  if (known === undefined) throw broken(row.file, row.line, `"${kind}" is none of ${kinds.join(", ")}`);
  return known;
}

/** The word lists of the package; a UserError "settings" names the file and line of a fault. */
export async function loadResumeWords(data: Data): Promise<ResumeWords> {
  return parseResumeWords(
    await Promise.all(resumeWordFiles.map(async (name) => ({ name, text: await data.text(name) }))),
  );
}

/** The word lists of the given files (any path ending in the name of a list); a UserError "settings" names file and line of a fault. */
export function parseResumeWords(files: { name: string; text: string }[]): ResumeWords {
  const table = (name: string): TableRow[] => {
    const file = files.find((one) => one.name === name || one.name.endsWith(`/${name}`));
    if (file === undefined)
      throw new UserError("settings", `The word list ${name} is missing.`, "Install the package again.");
    return tableRows(file.name, file.text);
  };
  return {
    ...headingMaps(table("headings.tsv")),
    ...dateReader(table("dates.tsv").map(dateWord)),
    marks: markSets(markFiles.flatMap(table)),
    contactLabels: new Map(table("contact.tsv").map(({ cells }) => [fold(cells[0] ?? ""), cells[1] ?? ""])),
    networks: new Map(table("networks.tsv").map(({ cells }) => [cells[0] ?? "", cells[1] ?? ""])),
    stopwords: stopwordMap(table("stopwords.tsv")),
  };
}

const markFiles = ["titles.tsv", "employers.tsv", "schools.tsv", "places.tsv", "spoken.tsv", "parts.tsv"];

function markSets(rows: TableRow[]): Record<MarkKind, TermSet> {
  const terms = new Map<string, string[]>(markKinds.map((kind) => [kind, []]));
  for (const row of rows)
    (terms.get(row.cells[1] ?? "") ?? terms.get(kindOf(row, markKinds)))?.push(row.cells[0] ?? "");
  return Object.fromEntries(markKinds.map((kind) => [kind, termSet(terms.get(kind) ?? [])])) as Record<
    MarkKind,
    TermSet
  >;
}

function stopwordMap(rows: TableRow[]): Map<string, string[]> {
  const languages = new Map<string, string[]>();
  for (const { cells } of rows)
    languages.set(cells[0] ?? "", [...(languages.get(cells[0] ?? "") ?? []), cells[1] ?? ""]);
  return languages;
}

const dateKinds = ["month", "season", "present", "to", "since", "from", "until", "expected", "of", "duration"] as const;

function dateWord(row: TableRow): DateWord {
  const kind = kindOf(row, dateKinds);
  const month = Number(row.cells[2]);
  if (kind === "month" && !(Number.isInteger(month) && month >= 1 && month <= 12))
    throw broken(row.file, row.line, "a month needs its number, 1 to 12");
  return { word: row.cells[0] ?? "", kind, month };
}

function headingMaps(rows: TableRow[]) {
  const headings = new Map<string, HeadingKind>();
  const plainHeadings = new Map<string, HeadingKind>();
  const joinedHeadings = new Map<string, HeadingKind>();
  const modifiers = new Set<string>();
  for (const row of rows) {
    const kind = kindOf(row, headingKinds) as HeadingKind;
    const text = level(row.cells[0] ?? "").replaceAll("&", "and");
    const plain = fold(text);
    if (kind === "modifier") {
      modifiers.add(plain);
      continue;
    }
    headings.set(text, kind);
    if (!plainHeadings.has(plain)) plainHeadings.set(plain, kind);
    const joined = plain.replace(/[\s'-]/g, "");
    for (const spelling of [joined, joined.replace(/ffi|ffl|ff|fi|fl/g, "")])
      if (spelling.length >= 6 && !joinedHeadings.has(spelling)) joinedHeadings.set(spelling, kind);
  }
  return { headings, plainHeadings, joinedHeadings, modifiers };
}
