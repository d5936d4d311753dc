import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Filed reports", "Filed reports as a manager"],
  ["hold", "Filed reports", "Certified in filing reports"],
  ["hold", "Helped the auditor", "Helped as senior auditor"],
  ["pass", "Filed reports with the auditor", "Filed reports alongside the auditor"],
  ["pass", "Was one of three officers who checked bids", "Checked bids as one of three officers"],
];

it.each(rows)("identity: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("identity") : rules.length === 0, rules.join(" ")).toBe(true);
});
