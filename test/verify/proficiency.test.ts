import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Familiar with Excel", "Proficient in Excel"],
  ["hold", "Spoke conversational Spanish", "Spoke fluent Spanish"],
  ["hold", "Used Excel", "Expert in Excel"],
  ["pass", "Proficient in Excel", "Skilled in Excel"],
  ["pass", "Familiar with Excel and Word", "Familiar with Word and Excel"],
];

it.each(rows)("proficiency: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("proficiency") : rules.length === 0, rules.join(" ")).toBe(true);
});
