import { inflect, regularPast } from "./inflect.js";
import { choiceCell, listCell, numberCell, type WordFile, type WordRow, wordFault } from "./word-file.js";
import type { FormKind, LadderVerb, NumberWord, Part, PhraseBook, Unit, VerifyWords } from "./words.js";

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

/** The ladder of verbs with all their forms, the base of each form and the past of each base. */
export function verbTables(
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

/**
 * The groups each word of the synonyms belongs to, by a running number; a UserError "settings" names file and line of a fault.
 *
 * Why no rows: these are by far the longest lists and every rewrite reads them, so that a word costs one entry of a map and
 * the words of a group share one array until one of them is met again.
 */
export function synonymTable(files: readonly WordFile[]): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  let group = 0;
  for (const { name, text } of files) {
    let headed = false;
    let line = 0;
    for (const raw of text.toLowerCase().split("\n")) {
      line += 1;
      const row = raw.trim();
      if (row === "" || row.startsWith("# ")) continue;
      if (!headed) {
        if (row !== "words") throw wordFault(name, line, "should name the column words");
        headed = true;
        continue;
      }
      if (row.includes("\t")) throw wordFault(name, line, "has more than 1 column");
      const alone = [group];
      for (const word of row.split("|")) {
        const known = table.get(word);
        table.set(word, known === undefined ? alone : [...known, group]);
      }
      group += 1;
    }
  }
  return table;
}

/** British spellings, whole or by their ending, with the American ones. */
export function spellingTable(rows: readonly WordRow[]): VerifyWords["spelling"] {
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

/** Number words by language and word. */
export function numberTable(rows: readonly WordRow[]): Map<string, NumberWord> {
  const kinds = ["value", "scale", "multiple", "fraction", "ordinal", "vague", "dozen"] as const;
  return new Map(
    rows.map((row) => [
      `${row.cells[3]}:${row.cells[0]}`,
      { kind: choiceCell(row, 1, kinds), value: numberCell(row, 2), language: row.cells[3] ?? "*" },
    ]),
  );
}

/** Units by spelling. */
export function unitTable(rows: readonly WordRow[]): Map<string, Unit> {
  const kinds = ["percent", "points", "multiple", "money", "magnitude", "time", "frequency", "measure"] as const;
  return new Map(
    rows.map((row) => [
      row.cells[0] ?? "",
      { kind: choiceCell(row, 1, kinds), unit: row.cells[2] ?? "", factor: numberCell(row, 3) },
    ]),
  );
}

/** Outcome words with their group and direction. */
export function outcomeTable(rows: readonly WordRow[]): VerifyWords["outcomes"] {
  const table: VerifyWords["outcomes"] = new Map();
  for (const row of rows) {
    const direction = choiceCell(row, 1, ["up", "down", "none"]);
    for (const word of listCell(row, 2)) table.set(word, { group: row.cells[0] ?? "", direction });
  }
  return table;
}

/** Roles and ranks with the roles that mean the same. */
export function roleTable(rows: readonly WordRow[]): VerifyWords["roles"] {
  return new Map(
    rows.map((row) => [row.cells[0] ?? "", { kind: choiceCell(row, 1, ["role", "rank"]), same: listCell(row, 2) }]),
  );
}
