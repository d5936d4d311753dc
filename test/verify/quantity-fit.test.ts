import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["pass", "Saved Rs. 1,50,000 a year", "Saved Rs 150,000 annually"],
  ["pass", "Saved Rs. 1,50,000 a year", "Saved ₹1.5 lakh a year"],
  ["pass", "Kept freezers at -20 °C", "Maintained freezers at -20°C"],
  ["pass", "Kept a rating of 4.8 out of 5", "Maintained a 4.8/5 rating"],
  ["pass", "Cleaned up to 14 rooms per shift", "Cleaned as many as 14 rooms each shift"],
  ["pass", "Finished the move in two years", "Finished the move over two years"],
  ["pass", "Paid between $500 and $900 per claim", "Paid claims of up to $900"],
  ["pass", "Lifted loads of up to 400 lbs", "Lifted loads of up to 400 pounds"],
  ["pass", "Led a team of 6", "Led a six-person team"],
  ["pass", "Tested 60 milk and cheese samples a day", "Tested sixty samples of milk and cheese a day"],
  ["pass", "Cut energy costs by 12%", "Cut 12% of energy costs"],
  ["pass", "Supervised 8 volunteers who mend books", "Supervised eight volunteers responsible for mending books"],
  ["pass", "Worked every weekend", "Worked weekends"],
  ["hold", "Saved Rs. 1,50,000 a year", "Saved ₹15 lakh a year"],
  ["hold", "Saved Rs. 1,50,000 a year", "Saved $150,000 a year"],
  ["hold", "Kept freezers at -20 °C", "Kept freezers at 20 °C"],
  ["hold", "Kept a rating of 4.8 out of 5", "Maintained a 4.9/5 rating"],
  ["hold", "Cut 10x12 ft panels", "Cut 10x15 ft panels"],
  ["hold", "Cut the queue from 7:40 to 6:10 minutes", "Cut the queue from 7:40 to 6:10 hours and 5:10 minutes"],
  ["hold", "Cut the wait from five days to three", "Cut the wait from five days to one"],
  ["hold", "Led 14 people", "Led 14 team leaders"],
  ["hold", "Cleaned up to 14 rooms per shift", "Cleaned at least 14 rooms per shift"],
  ["hold", "Saw 8 patients per day", "Saw 8 patients per half-day"],
  ["hold", "Cut errors by 30% by checking forms", "Checked 30% of forms, cutting errors"],
  ["hold", "Wrote one of 5 chapters", "Wrote 5 chapters"],
  ["hold", "Finished the move in two years", "Finished the move in under two years"],
  ["hold", "Sold 120 phones in the third quarter of 2021", "Sold 120 phones in the fourth quarter of 2021"],
  ["hold", "Paid between $500 and $900 per claim", "Paid claims of over $900"],
  ["hold", "Fewer repeat visits: 12% down to 7%", "Fewer repeat visits: 7% down to 12%"],
  ["hold", "Raised attendance by roughly a third", "Raised attendance by more than a third"],
  ["hold", "Coached new staff in their first week", "Coached new staff in their first month"],
  ["pass", "Raised attendance by roughly a third", "Raised attendance by about one third"],
  ["pass", "One of three clerks who sorted the archive", "Sorted the archive with two other clerks"],
  ["pass", "Answered messages within four hours", "Answered messages in four hours or less"],
  ["pass", "Tested the software for two months", "Tested the software over two months"],
  ["pass", "First contact for families", "First point of contact for families"],
];

it.each(rows)("numbers said otherwise: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("quantities") : rules.length === 0, rules.join(" ")).toBe(true);
});
