import { describe, expect, it } from "vitest";
import { citations } from "../../src/match/evidence.js";
import type { ResumeTerms } from "../../src/match/resume-terms.js";
import type { Unit } from "../../src/match/term-units.js";

const unit = (...lines: number[]): Unit => ({ terms: ["x"], weight: 1, score: 1, ceiling: 1, lines });
const terms = (worths: Record<number, number> = {}): ResumeTerms => ({
  named: new Map(),
  implied: new Map(),
  words: new Map(),
  prominent: new Set(),
  worth: (line) => worths[line] ?? 0,
  text: (line) => `line ${line}`,
});
const lines = (units: Unit[], worths?: Record<number, number>) =>
  citations(units, terms(worths)).map(({ line }) => line);

describe("the lines cited", () => {
  it.each([
    [[], {}, []],
    [[unit()], {}, []],
    [[unit(5, 2, 9, 7)], {}, [2, 5, 7]],
    [[unit(5, 2, 9, 7)], { 9: 3, 7: 1 }, [2, 7, 9]],
    [[unit(1), unit(2), unit(3), unit(4)], {}, [1, 2, 3]],
    [[unit(1, 2, 3, 9), unit(9), unit(8)], {}, [1, 8, 9]],
    [[unit(1, 2), unit(1, 2), unit(6)], { 2: 3 }, [1, 2, 6]],
  ])("%# are the fewest that show most, in the order of the resume", (units, worths, expected) =>
    expect(lines(units, worths)).toEqual(expected),
  );

  it("come with their text", () => expect(citations([unit(4)], terms())).toEqual([{ line: 4, text: "line 4" }]));
});
