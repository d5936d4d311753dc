import { describe, expect, it } from "vitest";
import { loadMatchWords, parseMatchWords } from "../../src/understand/match-words.js";
import { data } from "../doubles.js";

const words = await loadMatchWords(data);

describe("the level of", () => {
  it.each([
    ["Senior Engineer", "senior"],
    ["Sr. Engineer", "senior"],
    ["Junior Cook", "junior"],
    ["Lead Nurse", "lead"],
    ["VP of Sales", "executive"],
    ["Senior Director", "executive"],
    ["Software Engineering Intern", "intern"],
    ["Internal Auditor", null],
    ["Leader of songs", null],
  ])("%s is %j", (title, level) => expect(words.level(title)).toBe(level));
});

it("findings are filled in, for one and for many", () => {
  expect(words.finding("missing-dates", { count: 1 }).message).toBe("One job has no dates.");
  expect(words.finding("missing-dates", { count: 3 })).toEqual({
    code: "missing-dates",
    severity: "warning",
    message: "3 jobs have no dates.",
  });
  expect(words.finding("many-pages", { count: 5 }).code).toBe("long");
});

it.each([
  ["finding\tx\tbad\tm", /m\.tsv, line 1 gives no severity/],
  ["# c\nlevel\tking\tx", /line 2 has the unknown level "king"/],
  ["degree\tten\tPhD", /line 1 has "ten" where a rank/],
  ["language-level\t7\tc3", /line 1 has "7" where a level/],
  ["nonsense\tx", /line 1 has the unknown role "nonsense"/],
])("a damaged file is refused by its line: %j", (text, message) =>
  expect(() => parseMatchWords({ name: "m.tsv", text })).toThrowError(message),
);

it("a finding that the file lacks is a fault of the file", () => {
  expect(() => parseMatchWords({ name: "m.tsv", text: "" }).finding("short")).toThrowError(/lacks the finding "short"/);
});
