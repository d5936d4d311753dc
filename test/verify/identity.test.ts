import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Filed reports", "Filed reports as a manager"],
  ["hold", "Filed reports", "Certified in filing reports"],
  ["hold", "Helped the auditor", "Helped as senior auditor"],
  ["pass", "Filed reports with the auditor", "Filed reports alongside the auditor"],
  ["pass", "Was one of three officers who checked bids", "Checked bids as one of three officers"],
  ["hold", "Nurse on a surgical ward", "Registered nurse on a surgical ward"],
  ["hold", "Worked with two vets", "Worked as a veterinarian"],
  ["hold", "Shadowed senior auditors", "Worked as a senior auditor"],
  ["pass", "RN on a surgical ward", "Registered nurse on a surgical ward"],
  ["pass", "Worked with two vets", "Worked with two veterinarians"],
  ["pass", "Shift supervisor at the weekend", "As shift supervisor, worked weekends"],
  ["pass", "Analyst, Security+ certified", "Security+ certified analyst"],
  ["hold", "Analyst of Security+ alerts", "Security+ certified analyst"],
  ["pass", "Listings written and put on Zillow", "Listings written and published on Zillow"],
  ["hold", "Put up shelves on Mondays", "Published shelves on Mondays"],
  ["hold", "Listings written", "Listings written and published"],
  ["pass", "PA1 and PA2 tickets", "PA1 and PA2 certificates"],
];

it.each(rows)("identity: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("identity") : rules.length === 0, rules.join(" ")).toBe(true);
});
