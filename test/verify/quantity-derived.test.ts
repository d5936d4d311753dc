import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["pass", "Raised output from 200 to 400 units a day", "Doubled daily output"],
  ["pass", "Raised output from 200 to 400 units a day", "Raised output by 100%"],
  ["pass", "Raised output from 200 to 390 units a day", "Nearly doubled output"],
  ["pass", "Raised output from 200 to 430 units a day", "More than doubled output"],
  ["pass", "Cut response time from 30 to 20 minutes", "Cut response time by 10 minutes"],
  ["pass", "Cut response time from 30 to 20 minutes", "Cut response time by about 33%"],
  ["pass", "Cut errors from 12 to 5 a month", "Cut errors by more than half"],
  ["pass", "Employed 12 drivers and 3 mechanics", "Employed 15 people, 12 drivers and 3 mechanics"],
  ["pass", "Won 3 of 4 bids", "Won 75% of bids"],
  ["pass", "Served 1,200 guests", "Served over 1,000 guests"],
  ["hold", "Raised output from 200 to 400 units a day", "Tripled output"],
  ["hold", "Raised output from 200 to 390 units a day", "More than doubled output"],
  ["hold", "Raised output from 200 to 390 units a day", "Doubled output"],
  ["hold", "Cut response time from 30 to 20 minutes", "Cut response time by 20 minutes"],
  ["hold", "Cut response time from 30 to 20 minutes", "Cut response time by 33%"],
  ["hold", "Cut response time from 30 to 20 minutes", "Halved response time"],
  ["hold", "Employed 12 drivers and 3 mechanics", "Employed 15 drivers"],
  ["hold", "Won 3 of 4 bids", "Won 80% of bids"],
  ["hold", "Served 1,200 guests", "Served over 1,500 guests"],
];

it.each(rows)("derived numbers: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("quantities") : rules.length === 0, rules.join(" ")).toBe(true);
});
