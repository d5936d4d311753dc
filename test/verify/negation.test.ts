import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Worked without a supervisor", "Worked with a supervisor"],
  ["hold", "Planned a move to Leeds", "Completed a move to Leeds"],
  ["hold", "Advised on tax", "Advised on tax, not on law"],
  ["pass", "Did not handle complaints but forwarded them", "Forwarded complaints"],
  ["pass", "Draft letters for clients", "Prepare letters for clients"],
  ["pass", "Paid sums of up to £50", "Paid sums of no more than £50"],
  ["hold", "No accidents and no delays", "Few accidents and no delays"],
  ["hold", "Planned to open a second shop", "Opened a second shop"],
  ["hold", "Never missed a shift", "Missed a shift"],
  ["pass", "No accidents and no delays", "No delays and no accidents"],
  ["pass", "Planned the summer camp", "Organized the summer camp"],
  ["pass", "Planned and ran the summer camp", "Organized and ran the summer camp"],
  ["pass", "Drove a van without accidents", "Drove a van accident-free"],
  ["pass", "Turned patients so they would not fall", "Turned patients to prevent falls"],
  ["pass", "Planned 30 routes a day", "Handled the planning of 30 routes a day"],
];

it.each(rows)("negation: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("negation") : rules.length === 0, rules.join(" ")).toBe(true);
});
