import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Served guests", "Served guests as top performer"],
  ["hold", "Wrote letters", "Single-handedly wrote letters"],
  ["hold", "Sold tickets", "Sold a record number of tickets"],
  ["hold", "Ran the desk", "Won an award for running the desk"],
  ["pass", "Record payments", "Record the payments"],
  ["pass", "Named clerk of the month", "Recognised as clerk of the month"],
];

it.each(rows)("superlatives: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("superlatives") : rules.length === 0, rules.join(" ")).toBe(true);
});
