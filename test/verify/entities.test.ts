import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Posted bills in Sage", "Posted bills in SAP"],
  ["hold", "Wrote queries in SQL", "Wrote queries in PostgreSQL"],
  ["hold", "Sent letters to clients", "Sent letters to Contoso"],
  ["pass", "Ran services on Kubernetes", "Ran services on K8s"],
  ["pass", "Wrote queries in PostgreSQL", "Wrote SQL queries"],
  ["pass", "Helped doctoral students", "Helped PhD students"],
];

it.each(rows)("entities: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("entities") : rules.length === 0, rules.join(" ")).toBe(true);
});
