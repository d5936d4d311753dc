import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Wrote a guide for the team", "Wrote a guide for the department"],
  ["hold", "Wrote a guide", "Wrote a company-wide guide"],
  ["hold", "Wrote a guide", "Wrote several guides"],
  ["hold", "Was on call every third weekend", "Was on call every weekend"],
  ["hold", "Covered shifts", "Regularly covered shifts"],
  ["pass", "Wrote guides for the department", "Wrote guides for the team"],
  ["pass", "Wrote 3 guides", "Wrote several guides"],
];

it.each(rows)("scope: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("scope") : rules.length === 0, rules.join(" ")).toBe(true);
});
