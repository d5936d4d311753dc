import { expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { documentOf, linesOf, words } from "./resume-words.js";

function doubtsOf(text: string): string[] {
  const { warnings } = understandResume(
    documentOf(linesOf(`# Mia Example\nmia@example.com\n\n## Experience\n${text}`)),
    words,
  );
  return warnings.map(({ code }) => code);
}

it.each([
  ["title and employer that no word tells apart", "Zephyr, Quillon\t2016 - 2018\n- One", ["doubtful-title"]],
  ["one name that no word tells", "Quillon\t2016 - 2018\n- One", ["doubtful-title"]],
  ["a job without dates", "### Engineer | Acme Inc.\n- One", ["no-dates"]],
  [
    "a second role under one employer",
    "### Acme Inc.\nLead Engineer\t2018 - 2020\n- One\nEngineer\t2016 - 2018\n- Two",
    ["doubtful-grouping"],
  ],
  ["days and months that could be either", "Engineer | Acme Inc. | 03/04/2016 - 05/06/2018\n- One", ["unclear-date"]],
  ["nothing where all is clear", "Engineer | Acme Inc. | 25/04/2016 - 30/06/2018\n- One", []],
])("warns of %s", (_, text, codes) => {
  expect(doubtsOf(text)).toEqual(codes);
});

it("says how sure each of its guesses is", () => {
  const { warnings } = understandResume(
    documentOf(linesOf("# Mia Example\n\n## Experience\nQuillon\t2016\n- One")),
    words,
  );
  expect(warnings.map(({ confidence }) => confidence)).toEqual([expect.closeTo(0.86, 2)]);
});
