import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Contributed to the redesign of the form", "Led the redesign of the form"],
  ["hold", "Helped prepare the budget", "Prepared the budget"],
  ["hold", "Was part of a team of 5", "Led a team of 5"],
  ["hold", "Typed letters under supervision of a notary", "Supervised a notary"],
  ["hold", "Was trained by a senior clerk", "Trained a senior clerk"],
  ["hold", "Attended weekly budget meetings", "Led weekly budget meetings"],
  ["hold", "Helped run the safety workshop", "Led the safety workshop"],
  ["pass", "Held weekly budget meetings", "Led weekly budget meetings"],
  ["pass", "Led the redesign of the form", "Helped redesign the form"],
  ["pass", "Responsible for managing five people", "Managed five people"],
  ["pass", "Attended meetings and took minutes", "Took minutes in meetings"],
];

it.each(rows)("ownership: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("ownership") : rules.length === 0, rules.join(" ")).toBe(true);
});
