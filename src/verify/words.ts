import { UserError } from "../errors.js";
import type { Data } from "../ports.js";
import { type OneWay, oneWayTable, type Use, useTable } from "./one-way.js";
import { choiceCell, listCell, numberCell, type WordFile, type WordRow, wordRows } from "./word-file.js";
import {
  numberTable,
  outcomeTable,
  phraseBook,
  roleTable,
  spellingTable,
  synonymTable,
  unitTable,
  verbTables,
} from "./word-tables.js";

/** The part somebody played: 1 helped, 2 took part, 3 did, 4 made, 5 led. */
export type Part = 1 | 2 | 3 | 4 | 5;

/** A verb (or a fixed phrase used as one) of the ladder of ownership. */
export interface LadderVerb {
  verb: string;
  claim: Part;
  licence: Part;
}

/** How a form of a verb stands in a sentence. */
export type FormKind = "base" | "past" | "gerund" | "noun";

/** A phrase as lower-case words with what the table says about it. */
export interface Phrase<T> {
  words: string[];
  text: string;
  value: T;
}

/** Phrases by their first word, longest first. */
export type PhraseBook<T> = Map<string, Phrase<T>[]>;

/** A number in words. */
export interface NumberWord {
  kind: "value" | "scale" | "multiple" | "fraction" | "ordinal" | "vague" | "dozen";
  value: number;
  language: string;
}

/** A unit a number may carry. */
export interface Unit {
  kind: "percent" | "points" | "multiple" | "money" | "magnitude" | "time" | "frequency" | "measure";
  unit: string;
  factor: number;
}

/** Those somebody leads or works with, those somebody works for, what is headed, and a number of people together. */
export type PeopleKind = "staff" | "served" | "unit" | "group";

/** What bounds a number. */
export type Bound = "none" | "over" | "upto" | "under" | "within" | "near" | "about";

/** The word lists that verification and the offline engine work with, ready for use. */
export interface VerifyWords {
  verbs: PhraseBook<LadderVerb & { form: FormKind }>;
  /** Forms of verbs by any one of them: the base form. */
  lemmas: Map<string, string>;
  /** The past tense of a verb by its base form. */
  pasts: Map<string, string>;
  synonyms: ReadonlyMap<string, readonly number[]>;
  spelling: { whole: Map<string, string>; endings: [string, string][] };
  plain: Set<string>;
  /** Verbs that say no more than that something was done. */
  lightVerbs: Set<string>;
  /** Verbs that may carry a deed told as a noun: "handled the opening of the shop". */
  carriers: Set<string>;
  /** What is held, not headed: a meeting, a workshop. */
  events: Set<string>;
  /** Words and phrases that frame a fact without adding to it. */
  framing: PhraseBook<true>;
  /** Words that may begin a sentence without being a name. */
  openers: Set<string>;
  numbers: Map<string, NumberWord>;
  units: Map<string, Unit>;
  bounds: PhraseBook<Bound>;
  scope: PhraseBook<{ ladder: string; level: number; strict: boolean }>;
  superlatives: PhraseBook<"block" | "flag" | "sense">;
  outcomes: Map<string, { group: string; direction: "up" | "down" | "none" }>;
  causal: PhraseBook<"claim" | "link">;
  negation: PhraseBook<"not" | "hedge" | "aim" | "stop">;
  proficiency: PhraseBook<{ level: number; near: boolean }>;
  roles: Map<string, { kind: "role" | "rank"; same: string[] }>;
  /** Words for people and what is made of them. */
  people: Map<string, PeopleKind>;
  credentials: PhraseBook<string>;
  instructions: PhraseBook<true>;
  stock: PhraseBook<true>;
  bridges: { acronym: string; words: string[] }[];
  /** What a word of the new text may stand for wherever the source has it: "payments" for "cash". */
  oneWay: OneWay;
  /** What it may stand for only where that is missing in the new text: WordNet's looser relations. */
  kin: OneWay;
  /** Words that a fair text may add, by what they are for. */
  uses: Record<Use, Set<string>>;
  filler: PhraseBook<string>;
  /**
   * `isAny`: a verb form may follow; else only the name of a deed with its object: "handled the unloading of trucks". `verb`
   * stands before the deed: "assisted in the training of" → "helped train".
   */
  weakOpenings: PhraseBook<{ isAny: boolean; verb: string }>;
  firstPerson: PhraseBook<string>;
}

const folder = "templates/lexicon/verify";
const names =
  "verbs synonyms synonyms-verbs synonyms-things synonyms-trades spelling plain-words number-words units number-bounds scope superlatives outcomes causal negation proficiency titles credentials instructions stock-phrases bridges filler weak-openings first-person irregular openers light-verbs framing events carriers people one-way kin additions".split(
    " ",
  );

const synonymNames = names.filter((name) => name.startsWith("synonyms"));

/** The paths of the word files, from the package's root. */
export const verifyWordFiles: readonly string[] = names.map((name) => `${folder}/${name}.tsv`);

/** The word lists as shipped; a UserError "settings" names the file and line of a fault. */
export async function loadVerifyWords(data: Data): Promise<VerifyWords> {
  const files = verifyWordFiles.map(async (name) => ({ name, text: await data.text(name) }));
  return parseVerifyWords(await Promise.all(files));
}

/** Reads the rows of a table by its name and columns. */
type Rows = (name: string, columns: string) => WordRow[];

/** The word lists from their files; a UserError "settings" names the file and line of a fault. */
export function parseVerifyWords(files: readonly WordFile[]): VerifyWords {
  const rows: Rows = (name, columns) => wordRows(fileNamed(files, name), columns.split(" "));
  return {
    ...wordTables(rows),
    synonyms: synonymTable(synonymNames.map((name) => fileNamed(files, name))),
    ...quantityTables(rows),
    ...claimTables(rows),
    ...editTables(rows),
    ...additionTables(rows, files),
  };
}

function book<T>(rows: readonly WordRow[], value: (row: WordRow) => T): PhraseBook<T> {
  return phraseBook(rows.map((row) => ({ text: row.cells[0] ?? "", value: value(row) })));
}

function wordTables(rows: Rows) {
  const set = (name: string): Set<string> => new Set(rows(name, "words").flatMap((row) => listCell(row, 0)));
  return {
    ...verbTables(rows("verbs", "verb claim licence forms nouns"), rows("irregular", "form base")),
    spelling: spellingTable(rows("spelling", "british american")),
    plain: set("plain-words"),
    lightVerbs: set("light-verbs"),
    carriers: set("carriers"),
    events: set("events"),
    openers: set("openers"),
    framing: phraseBook([...set("framing")].map((text) => ({ text, value: true as const }))),
    bridges: rows("bridges", "acronym words").map((row) => ({
      acronym: (row.cells[0] ?? "").toLowerCase(),
      words: (row.cells[1] ?? "").toLowerCase().split(" "),
    })),
  };
}

function quantityTables(rows: Rows) {
  return {
    numbers: numberTable(rows("number-words", "word kind value language")),
    units: unitTable(rows("units", "spelling kind unit factor")),
    bounds: book(rows("number-bounds", "phrase bound"), (row) =>
      choiceCell(row, 1, ["over", "upto", "under", "within", "near", "about"]),
    ),
  };
}

function claimTables(rows: Rows) {
  return {
    scope: book(rows("scope", "phrase ladder level use"), (row) => ({
      ladder: row.cells[1] ?? "",
      level: numberCell(row, 2),
      strict: choiceCell(row, 3, ["strict", "loose"]) === "strict",
    })),
    superlatives: book(rows("superlatives", "phrase severity"), (row) =>
      choiceCell(row, 1, ["block", "flag", "sense"]),
    ),
    outcomes: outcomeTable(rows("outcomes", "group direction words")),
    causal: book(rows("causal", "phrase use"), (row) => choiceCell(row, 1, ["claim", "link"])),
    negation: book(rows("negation", "phrase kind"), (row) => choiceCell(row, 1, ["not", "hedge", "aim", "stop"])),
    proficiency: book(rows("proficiency", "phrase level use"), (row) => ({
      level: numberCell(row, 1),
      near: choiceCell(row, 2, ["any", "near"]) === "near",
    })),
    roles: roleTable(rows("titles", "word kind synonyms")),
    people: new Map(
      rows("people", "kind words").flatMap((row) =>
        listCell(row, 1).map((word) => [word, choiceCell(row, 0, ["staff", "served", "unit", "group"])] as const),
      ),
    ),
    credentials: phraseBook(
      rows("credentials", "class spellings").flatMap((row) =>
        listCell(row, 1).map((text) => ({ text, value: row.cells[0] ?? "" })),
      ),
    ),
    instructions: book(rows("instructions", "phrase"), () => true as const),
    stock: book(rows("stock-phrases", "phrase"), () => true as const),
  };
}

function editTables(rows: Rows) {
  return {
    filler: book(rows("filler", "phrase replacement"), (row) => row.cells[1] ?? ""),
    weakOpenings: book(rows("weak-openings", "opening then verb"), (row) => ({
      isAny: choiceCell(row, 1, ["gerund", "noun"]) === "gerund",
      verb: row.cells[2] ?? "",
    })),
    firstPerson: book(rows("first-person", "opening replacement"), (row) => row.cells[1] ?? ""),
  };
}

function additionTables(rows: Rows, files: readonly WordFile[]) {
  const lazily = (name: string): OneWay => {
    fileNamed(files, name);
    return oneWayTable(() => rows(name, "word stands-for use"));
  };
  return {
    oneWay: lazily("one-way"),
    kin: lazily("kin"),
    uses: useTable(rows("additions", "use words"), (row) =>
      choiceCell(row, 0, ["frame", "party", "making", "plain", "taking", "away", "weighty"]),
    ),
  };
}

function fileNamed(files: readonly WordFile[], name: string): WordFile {
  const file = files.find((one) => one.name === `${folder}/${name}.tsv`);
  if (file === undefined)
    throw new UserError("settings", `The word list ${folder}/${name}.tsv is missing.`, "Install the package again.");
  return file;
}
