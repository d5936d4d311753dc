import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Served guests", "Served guests as top performer"],
  ["hold", "Wrote letters", "Single-handedly wrote letters"],
  ["hold", "Sold tickets", "Sold a record number of tickets"],
  ["hold", "Ran the desk", "Won an award for running the desk"],
  ["pass", "Record payments", "Record the payments"],
  ["pass", "Named clerk of the month", "Recognised as clerk of the month"],
  ["hold", "Clerk for parcels", "Clerk of the year for parcels"],
  ["pass", "Counted stock at the end of each year", "Counted stock at the end of the year"],
  ["pass", "Choir evening nearly every Sunday", "Held choir evenings on most Sundays"],
  ["hold", "Choir evening on some Sundays", "Held choir evenings on most Sundays"],
  ["pass", "Guest rating 4.6 of 5", "Earned a guest rating of 4.6 of 5"],
  ["hold", "Wrote letters", "Earned praise for letters"],
];

it.each(rows)("superlatives: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("superlatives") : rules.length === 0, rules.join(" ")).toBe(true);
});
