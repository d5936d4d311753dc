import { expect, it } from "vitest";
import { readBody } from "../../src/understand/bodies.js";
import { rowsOf } from "../../src/understand/rows.js";
import { linesOf, words } from "./resume-words.js";

const bodyOf = (text: string, alike = false) => {
  const { summary, highlights } = readBody(rowsOf(linesOf(text), words, false), alike);
  return [summary?.text, highlights.map((highlight) => highlight.text)];
};

it.each([
  [
    "list items under a paragraph",
    "A bakery with nine shops.\n- Made bread\n- Made cake",
    false,
    ["A bakery with nine shops.", ["Made bread", "Made cake"]],
  ],
  ["one paragraph", "Made bread for nine shops.", false, ["Made bread for nine shops.", []]],
  [
    "one unmarked line where other jobs list theirs so",
    "Made bread for nine shops",
    true,
    [undefined, ["Made bread for nine shops"]],
  ],
  [
    "one unmarked line under a label",
    "Achievements\nMade bread for nine shops",
    false,
    ["Achievements", ["Made bread for nine shops"]],
  ],
])("reads %s", (_, text, alike, wanted) => {
  expect(bodyOf(text, alike)).toEqual(wanted);
});
