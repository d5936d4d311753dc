import { choiceCell, listCell, type WordRow } from "./word-file.js";

/** Where a word may stand for another: a thing, a deed, a deed that a line without any verb leaves open, or a word of the same root. */
export type Stead = "thing" | "deed" | "open" | "root";

/** Which words of the source a word of the new text may stand for: the general for the special, never the other way round. */
export interface OneWay {
  /** The words and phrases of the source that a word in its base form may stand for. */
  of(base: string, stead: Stead): readonly string[];
}

/** A one-way table; its rows are read when it is first asked, as most runs meet few unknown words. */
export function oneWayTable(rows: () => readonly WordRow[]): OneWay {
  let table: Map<string, string[]> | null = null;
  return {
    of(base, stead) {
      table ??= read(rows());
      return table.get(`${stead} ${base}`) ?? [];
    },
  };
}

function read(rows: readonly WordRow[]): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const row of rows) {
    const stead = choiceCell(row, 2, ["thing", "deed", "open", "root"]);
    for (const word of listCell(row, 0)) {
      const name = `${stead} ${word}`;
      table.set(name, [...(table.get(name) ?? []), ...listCell(row, 1)]);
    }
  }
  return table;
}

/** What an unknown word may be for in a fair text; see the head of additions.tsv. */
export type Use = "frame" | "party" | "making" | "plain" | "taking" | "away" | "weighty";

/** The words of each use. */
export function useTable(rows: readonly WordRow[], choice: (row: WordRow) => Use): Record<Use, Set<string>> {
  const table: Record<Use, Set<string>> = {
    frame: new Set(),
    party: new Set(),
    making: new Set(),
    plain: new Set(),
    taking: new Set(),
    away: new Set(),
    weighty: new Set(),
  };
  for (const row of rows) for (const word of listCell(row, 1)) table[choice(row)].add(word);
  return table;
}
