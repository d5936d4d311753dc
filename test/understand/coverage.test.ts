import { expect, it } from "vitest";
import { unplacedLines } from "../../src/understand/coverage.js";
import { line } from "../doubles.js";

it("names the lines behind no value and no heading", () => {
  const lines = [line(1, "Skills"), line(2, "Go"), line(3, "lost")];
  expect(unplacedLines(lines, { "skills[0].keywords[0]": [2] }, [{ line: 1 }]).map(({ n }) => n)).toEqual([3]);
});
