import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Answered mail", "Answered mail at jane@example.com"],
  ["hold", "Answered mail", "Answered mail, see www.example.org"],
  ["hold", "Answered mail", "Answered mail on 555 010 0199"],
  ["pass", "Answered mail at jane@example.com", "Replied to mail at jane@example.com"],
];

it.each(rows)("contact: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("contact") : rules.length === 0, rules.join(" ")).toBe(true);
});
