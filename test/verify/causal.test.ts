import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Rewrote the form", "Rewrote the form, reducing errors"],
  ["hold", "Rewrote the form to reduce errors", "Rewrote the form, reducing errors"],
  ["hold", "Reduced errors", "Increased errors"],
  ["hold", "Rewrote the form", "Rewrote the form, resulting in better data"],
  ["pass", "Rewrote the form, which cut errors", "Reduced errors by rewriting the form"],
  ["pass", "Reached the goal", "Achieved the goal"],
];

it.each(rows)("causal: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("causal") : rules.length === 0, rules.join(" ")).toBe(true);
});
