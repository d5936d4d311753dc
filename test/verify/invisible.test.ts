import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Filed reports", "Filed\u200b reports"],
  ["hold", "Filed reports", "Filed rep\u043erts"],
  ["pass", "Filed reports", "Filed the reports"],
];

it.each(rows)("invisible: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("invisible") : rules.length === 0, rules.join(" ")).toBe(true);
});
