import { columnsOf, type Layout } from "./terminal.js";

/** A word of a text, and whether the other text lacks it. */
export interface DiffWord {
  text: string;
  changed: boolean;
}

/** The words of two texts; those of one that the other lacks in that order are marked (longest common subsequence). */
export function wordDiff(before: string, after: string): { before: DiffWord[]; after: DiffWord[] } {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  const lengths = commonLengths(old, young);
  const kept = { old: new Set<number>(), young: new Set<number>() };
  for (let i = 0, j = 0; i < old.length && j < young.length; ) {
    const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
    if (old[i] === young[j]) {
      kept.old.add(i++);
      kept.young.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return {
    before: old.map((text, at) => ({ text, changed: !kept.old.has(at) })),
    after: young.map((text, at) => ({ text, changed: !kept.young.has(at) })),
  };
}

/** How the words that only one text has are set off. */
export interface DiffMarks {
  open: string;
  close: string;
  paint: (text: string) => string;
}

/** Words behind a lead as lines of a terminal, runs of changed words in their marks; colours take no room. */
export function diffLines(lead: string, words: readonly DiffWord[], { width }: Layout, marks: DiffMarks): string[] {
  const indent = " ".repeat(columnsOf(lead));
  const room = Math.max(8, width - indent.length);
  const lines: string[] = [];
  let [line, columns] = ["", 0];
  for (const [at, word] of words.entries()) {
    const opens = word.changed && words[at - 1]?.changed !== true ? marks.open : "";
    const closes = word.changed && words[at + 1]?.changed !== true ? marks.close : "";
    for (const piece of piecesOf(`${opens}${word.text}${closes}`, room)) {
      const shown = word.changed ? marks.paint(piece) : piece;
      if (columns > 0 && columns + 1 + columnsOf(piece) > room) {
        lines.push(line);
        [line, columns] = ["", 0];
      }
      line += columns === 0 ? shown : ` ${shown}`;
      columns += columnsOf(piece) + (columns === 0 ? 0 : 1);
    }
  }
  return [...lines, line].map((text, at) => `${at === 0 ? lead : indent}${text}`);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** lengths[i][j]: of the longest common subsequence of the words from i and from j on. */
function commonLengths(old: readonly string[], young: readonly string[]): number[][] {
  const lengths: number[][] = [...old, ""].map(() => new Array<number>(young.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i] ?? [], lengths[i + 1] ?? []];
    for (let j = young.length - 1; j >= 0; j -= 1)
      row[j] = old[i] === young[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
}

/** A word that is longer than the line in pieces; text without spaces (Japanese) is one word. */
function piecesOf(word: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const char of word) {
    if (columnsOf(piece + char) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += char;
  }
  return [...pieces, piece];
}
