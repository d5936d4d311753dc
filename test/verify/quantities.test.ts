import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Cut costs by 40%", "Cut costs 40x"],
  ["hold", "Answered 50 calls a day", "Answered 500 calls a day"],
  ["hold", "Answered 50 calls a day", "Answered 50 calls an hour"],
  ["hold", "Paid invoices of up to £500", "Paid invoices of over £500"],
  ["hold", "Saved $5,000", "Saved €5,000"],
  ["hold", "Cut waiting time by a quarter", "Cut waiting time to a quarter"],
  ["hold", "Collected $2M from 2020 to 2022", "Collected $2M in 2022"],
  ["hold", "Made 60 calls a day and booked 5 visits a week", "Made 60 calls a day and booked 5 visits a day"],
  ["pass", "Cut costs by 40%", "Cut costs by forty percent"],
  ["pass", "Handled a fund of $1.2M", "Handled a fund of $1,200,000"],
  ["pass", "Cut waiting time by a quarter", "Cut waiting time by 25%"],
  ["pass", "Shortened the close from 12 to 9 days", "Shortened the close from 12 days to 9"],
  ["pass", "Was part of a team of 5 clerks", "Was part of a five-person team"],
  ["pass", "Stood in twice", "Stood in on two occasions"],
  ["pass", "Sold cut flowers, £300 in an average week", "Sold cut flowers averaging £300 per week"],
  ["hold", "Sold cut flowers, £300 in an average week", "Sold cut flowers averaging £300 per month"],
  ["pass", "Sold 12 boats, most between $35k and $60k", "Sold 12 boats, the majority in the $35K–$60K range"],
  ["hold", "Sold 12 boats, most between $35k and $60k", "Sold 12 boats, mostly priced between $35,000 and $80,000"],
  ["pass", "Frame rate of 30 fps", "Frame rate of 30 frames per second"],
  ["pass", "Reached the target in 6 of 8 quarters", "Reached the target in six of eight quarters"],
  ["pass", "Lowered the error rate within two years", "Lowered the error rate over two years"],
  ["pass", "Usually 10–15 callers a day", "Roughly 10–15 callers a day"],
  ["pass", "Passed alarms on within 15 minutes", "Passed alarms on within a quarter of an hour"],
  ["hold", "Passed alarms on within 15 minutes", "Passed alarms on within half an hour"],
  ["pass", "Made up a hunt for children aged 6 to 10", "Made up a hunt for children between 6 and 10 years old"],
  ["hold", "Made up a hunt for children aged 6 to 10", "Made up a hunt for children between 6 and 12 years old"],
];

it.each(rows)("quantities: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("quantities") : rules.length === 0, rules.join(" ")).toBe(true);
});
