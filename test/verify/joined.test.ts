import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Wrote weekly posts", "Wrote and filmed weekly posts"],
  ["hold", "Prepared minutes", "Prepared agendas and minutes"],
  ["hold", "Sorted letters of 40 tenants", "Sorted letters and files of 40 tenants"],
  ["hold", "Repaired bicycles", "Inspected and repaired bicycles"],
  ["hold", "Looked after guests after dinner", "Looked after guests before and after dinner"],
  ["hold", "Talked to residents about meals", "Talked to residents and their families about meals"],
  ["hold", "Gave vaccines to patients", "Worked as nurse and vaccinator of patients"],
  ["hold", "Scheduled interviews", "Conducted and scheduled interviews"],
  ["pass", "Cleaned and joined lists", "Cleaned and merged lists"],
  ["pass", "Issued tickets and replacements for lost goods", "Issued tickets and product replacements for lost goods"],
  ["pass", "Washed dishes in the evening", "Performed dishwashing in the evening"],
];

it.each(rows)("joined: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(rules.length > 0, rules.join(" ")).toBe(expected === "hold");
});
