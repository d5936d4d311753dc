import { describe, expect, it } from "vitest";
import type { Change } from "../../src/schema/result.js";
import { reviewHelp, reviewLines, type ShownChange } from "../../src/write/review.js";
import { columnsOf, type Layout } from "../../src/write/terminal.js";
import { rewriteResult } from "../fixtures/rewrite-result.js";

const plain = (width: number): Layout => ({ width, color: (_, text) => text });
const coloured: Layout = { width: 80, color: (style, text) => `<${style}>${text}</>` };
const [first, , third, held] = rewriteResult().changes;
const shown = (change: Change | undefined, fields: Partial<ShownChange> = {}): ShownChange => ({
  change: change ?? rewriteResult().changes[0] ?? ({} as Change),
  place: "Senior Nurse at Ridge Hospital, highlight 1 of 5",
  behind: null,
  number: 2,
  of: 7,
  edited: false,
  ...fields,
});

describe("a change put before the person", () => {
  it("has its place, the words that differ, the reason, the lines it rests on and the facts with their date", () => {
    const evidence = [
      { id: "w1.h1", line: 9, text: first?.before ?? "" },
      { id: "f1", line: null, text: "Led nights", fact: { at: "2026-11-20T08:00:00Z", origin: "answer about nights" } },
    ];
    expect(reviewLines(shown({ ...first, evidence } as Change), plain(110))).toEqual([
      "",
      "─".repeat(60),
      "2 of 7  Senior Nurse at Ridge Hospital, highlight 1 of 5",
      "  − [-Responsible for leading-] a ward of 28 beds & 14 nurses in three shifts, every day of the week.",
      "  + {+Led+} a {+surgical+} ward of 28 beds & 14 nurses in three shifts, every day of the week.",
      "  why   Says directly what was done.",
      "  from  line 9",
      "  from  f1, confirmed 2026-11-20 (answer about nights): Led nights",
    ]);
  });

  it("shows colours in place of the marks where there are any", () => {
    const text = reviewLines(shown(first), coloured).join("\n");
    expect(text).toContain("<red><strikethrough>Responsible</></>");
    expect(text).toContain("<green>Led</>");
    expect(text).not.toMatch(/\[-|\{\+/);
  });

  it.each([
    [held, {}, /Held back[\s\S]*× “60” stands nowhere/],
    [held, { edited: true }, /Your text, held back/],
    [first, { edited: true }, /Your text\n/],
    [third, {}, /moves to the front/],
    [third, { behind: "Senior Nurse, highlight 4 of 5" }, /moves behind Senior Nurse, highlight 4/],
    [{ ...third, op: "drop" } as Change, {}, /− Cut falls by 30 %\.\n +is left out/],
  ])("says what is done and what was found (%#)", (change, fields, expected) => {
    expect(reviewLines(shown(change, fields), plain(80)).join("\n")).toMatch(expected);
  });

  it.each([60, 80, 120])("fits into %i columns", (width) => {
    const lines = rewriteResult().changes.flatMap((change) => reviewLines(shown(change), plain(width)));
    const help = [...reviewHelp(true, plain(width)), ...reviewHelp(false, plain(width))];
    expect([...lines, ...help].filter((line) => columnsOf(line) > width)).toEqual([]);
  });
});
