import { UserError } from "../errors.js";
import type { Data } from "../ports.js";
import { inflect, regularPast } from "./inflect.js";
import { choiceCell, listCell, numberCell, type WordFile, type WordRow, wordFault, wordRows } from "./word-file.js";

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

/** What bounds a number. */
export type Bound = "none" | "over" | "upto" | "under" | "within" | "near" | "about";

/** The word lists that verification and the offline engine work with, ready for use. */
export interface VerifyWords {
  verbs: PhraseBook<LadderVerb & { form: FormKind }>;
  /** Forms of verbs by any one of them: the base form. */
  lemmas: Map<string, string>;
  /** The past tense of a verb by its base form. */
  pasts: Map<string, string>;
  synonyms: Map<string, number[]>;
  spelling: { whole: Map<string, string>; endings: [string, string][] };
  plain: Set<string>;
  /** Verbs that say no more than that something was done. */
  lightVerbs: Set<string>;
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
  negation: PhraseBook<"not" | "hedge" | "aim">;
  proficiency: PhraseBook<{ level: number; near: boolean }>;
  roles: Map<string, { kind: "role" | "rank"; same: string[] }>;
  credentials: PhraseBook<string>;
  instructions: PhraseBook<true>;
  stock: PhraseBook<true>;
  bridges: { acronym: string; words: string[] }[];
  filler: PhraseBook<string>;
  weakOpenings: PhraseBook<boolean>;
  firstPerson: PhraseBook<string>;
}

const folder = "templates/lexicon/verify";
const names =
  "verbs synonyms spelling plain-words number-words units number-bounds scope superlatives outcomes causal negation proficiency titles credentials instructions stock-phrases bridges filler weak-openings first-person irregular openers light-verbs framing".split(
    " ",
  );

/** The paths of the word files, from the package's root. */
export const verifyWordFiles: readonly string[] = names.map((name) => `${folder}/${name}.tsv`);

/** The word lists as shipped; a UserError "settings" names the file and line of a fault. */
export async function loadVerifyWords(data: Data): Promise<VerifyWords> {
  const files = verifyWordFiles.map(async (name) => ({ name, text: await data.text(name) }));
  return parseVerifyWords(await Promise.all(files));
}

/** The word lists from their files; a UserError "settings" names the file and line of a fault. */
export function parseVerifyWords(files: readonly WordFile[]): VerifyWords {
  const rows = (name: string, columns: string): WordRow[] => wordRows(fileNamed(files, name), columns.split(" "));
  const book = <T>(name: string, columns: string, value: (row: WordRow) => T): PhraseBook<T> =>
    phraseBook(rows(name, columns).map((row) => ({ text: row.cells[0] ?? "", value: value(row) })));
  return {
    ...verbTables(rows("verbs", "verb claim licence forms nouns"), rows("irregular", "form base")),
    synonyms: synonymTable(rows("synonyms", "words")),
    spelling: spellingTable(rows("spelling", "british american")),
    plain: new Set(rows("plain-words", "words").flatMap((row) => listCell(row, 0))),
    lightVerbs: new Set(rows("light-verbs", "words").flatMap((row) => listCell(row, 0))),
    framing: phraseBook(
      rows("framing", "words").flatMap((row) => listCell(row, 0).map((text) => ({ text, value: true as const }))),
    ),
    openers: new Set(rows("openers", "words").flatMap((row) => listCell(row, 0))),
    numbers: numberTable(rows("number-words", "word kind value language")),
    units: unitTable(rows("units", "spelling kind unit factor")),
    bounds: book("number-bounds", "phrase bound", (row) =>
      choiceCell(row, 1, ["over", "upto", "under", "within", "near", "about"]),
    ),
    scope: book("scope", "phrase ladder level use", (row) => ({
      ladder: row.cells[1] ?? "",
      level: numberCell(row, 2),
      strict: choiceCell(row, 3, ["strict", "loose"]) === "strict",
    })),
    superlatives: book("superlatives", "phrase severity", (row) => choiceCell(row, 1, ["block", "flag", "sense"])),
    outcomes: outcomeTable(rows("outcomes", "group direction words")),
    causal: book("causal", "phrase use", (row) => choiceCell(row, 1, ["claim", "link"])),
    negation: book("negation", "phrase kind", (row) => choiceCell(row, 1, ["not", "hedge", "aim"])),
    proficiency: book("proficiency", "phrase level use", (row) => ({
      level: numberCell(row, 1),
      near: choiceCell(row, 2, ["any", "near"]) === "near",
    })),
    roles: roleTable(rows("titles", "word kind synonyms")),
    credentials: phraseBook(
      rows("credentials", "class spellings").flatMap((row) =>
        listCell(row, 1).map((text) => ({ text, value: row.cells[0] ?? "" })),
      ),
    ),
    instructions: book("instructions", "phrase", () => true as const),
    stock: book("stock-phrases", "phrase", () => true as const),
    bridges: rows("bridges", "acronym words").map((row) => ({
      acronym: (row.cells[0] ?? "").toLowerCase(),
      words: (row.cells[1] ?? "").toLowerCase().split(" "),
    })),
    filler: book("filler", "phrase replacement", (row) => row.cells[1] ?? ""),
    weakOpenings: book("weak-openings", "opening then verb", (row) => choiceCell(row, 1, ["gerund"]) === "gerund"),
    firstPerson: book("first-person", "opening replacement", (row) => row.cells[1] ?? ""),
  };
}

function fileNamed(files: readonly WordFile[], name: string): WordFile {
  const file = files.find((one) => one.name === `${folder}/${name}.tsv`);
  if (file === undefined)
    throw new UserError("settings", `The word list ${folder}/${name}.tsv is missing.`, "Install the package again.");
  return file;
}

/** Phrases looked up by their first word, longest first; words are parted as tokens are. */
export function phraseBook<T>(phrases: readonly { text: string; value: T }[]): PhraseBook<T> {
  const book: PhraseBook<T> = new Map();
  for (const { text, value } of phrases) {
    const words = text.toLowerCase().split(/\s+/);
    const first = words[0] ?? "";
    const list = book.get(first) ?? [];
    list.push({ words, text, value });
    list.sort((a, b) => b.words.length - a.words.length);
    book.set(first, list);
  }
  return book;
}

function verbTables(
  rows: readonly WordRow[],
  irregular: readonly WordRow[],
): Pick<VerifyWords, "verbs" | "lemmas" | "pasts"> {
  const phrases: { text: string; value: LadderVerb & { form: FormKind } }[] = [];
  const lemmas = new Map(irregular.map((row) => [row.cells[0] ?? "", row.cells[1] ?? ""]));
  const pasts = new Map<string, string>();
  for (const row of rows) {
    const verb = (row.cells[0] ?? "").toLowerCase();
    const [claim, licence] = [partCell(row, 1), partCell(row, 2)];
    const [head = "", ...rest] = verb.split(" ");
    const past = (row.cells[3] ?? "") === "" ? [] : (row.cells[3] ?? "").split(",");
    const add = (text: string, form: FormKind): void => {
      phrases.push({ text, value: { verb, claim, licence, form } });
    };
    for (const { text, form } of inflect(head, past)) {
      if (rest.length === 0) lemmas.set(text, verb);
      add([text, ...rest].join(" "), form);
    }
    if (rest.length === 0) pasts.set(verb, past[0] ?? regularPast(verb));
    for (const noun of listCell(row, 4)) add(noun, "noun");
  }
  return { verbs: phraseBook(phrases), lemmas, pasts };
}

function partCell(row: WordRow, column: number): Part {
  const value = numberCell(row, column);
  if (value === 1 || value === 2 || value === 3 || value === 4 || value === 5) return value;
  throw wordFault(row.file, row.line, `has ${value} where a part from 1 to 5 should stand`);
}

function synonymTable(rows: readonly WordRow[]): Map<string, number[]> {
  const table = new Map<string, number[]>();
  rows.forEach((row, group) => {
    for (const word of listCell(row, 0)) table.set(word, [...(table.get(word) ?? []), group]);
  });
  return table;
}

function spellingTable(rows: readonly WordRow[]): VerifyWords["spelling"] {
  const whole = new Map<string, string>();
  const endings: [string, string][] = [];
  for (const row of rows) {
    const [british = "", american = ""] = row.cells;
    if (american === "") throw wordFault(row.file, row.line, "lacks the American spelling");
    if (british.startsWith("*")) endings.push([british.slice(1), american.replace("*", "")]);
    else whole.set(british, american);
  }
  return { whole, endings };
}

function numberTable(rows: readonly WordRow[]): Map<string, NumberWord> {
  const kinds = ["value", "scale", "multiple", "fraction", "ordinal", "vague", "dozen"] as const;
  return new Map(
    rows.map((row) => [
      `${row.cells[3]}:${row.cells[0]}`,
      { kind: choiceCell(row, 1, kinds), value: numberCell(row, 2), language: row.cells[3] ?? "*" },
    ]),
  );
}

function unitTable(rows: readonly WordRow[]): Map<string, Unit> {
  const kinds = ["percent", "points", "multiple", "money", "magnitude", "time", "frequency", "measure"] as const;
  return new Map(
    rows.map((row) => [
      row.cells[0] ?? "",
      { kind: choiceCell(row, 1, kinds), unit: row.cells[2] ?? "", factor: numberCell(row, 3) },
    ]),
  );
}

function outcomeTable(rows: readonly WordRow[]): VerifyWords["outcomes"] {
  const table: VerifyWords["outcomes"] = new Map();
  for (const row of rows) {
    const direction = choiceCell(row, 1, ["up", "down", "none"]);
    for (const word of listCell(row, 2)) table.set(word, { group: row.cells[0] ?? "", direction });
  }
  return table;
}

function roleTable(rows: readonly WordRow[]): VerifyWords["roles"] {
  return new Map(
    rows.map((row) => [row.cells[0] ?? "", { kind: choiceCell(row, 1, ["role", "rank"]), same: listCell(row, 2) }]),
  );
}
