import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Answered calls from customers", "Answered calls from wealthy customers"],
  ["hold", "Prepared tax returns", "Prepared and filed tax returns"],
  ["hold", "Scheduled interviews", "Interviewed applicants"],
  ["hold", "Handled payroll questions", "Handled payroll"],
  ["hold", "Taught students", "Taught students and staff"],
  ["hold", "Completed a course in welding", "Taught a course in welding"],
  ["pass", "Answered calls from customers", "Took customer phone calls"],
  ["pass", "Cared for residents", "Looked after residents"],
  ["pass", "Filed the letters", "Filed correspondence"],
  ["pass", "Filled in for the cashier", "Covered for the cashier"],
];

it.each(rows)("invented: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("invented") : rules.length === 0, rules.join(" ")).toBe(true);
});
