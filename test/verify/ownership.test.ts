import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Contributed to the redesign of the form", "Led the redesign of the form"],
  ["hold", "Helped prepare the budget", "Prepared the budget"],
  ["hold", "Was part of a team of 5", "Led a team of 5"],
  ["hold", "Typed letters under supervision of a notary", "Supervised a notary"],
  ["hold", "Was trained by a senior clerk", "Trained a senior clerk"],
  ["hold", "Attended weekly budget meetings", "Led weekly budget meetings"],
  ["hold", "Helped run the safety workshop", "Led the safety workshop"],
  ["pass", "Held weekly budget meetings", "Led weekly budget meetings"],
  ["pass", "Led the redesign of the form", "Helped redesign the form"],
  ["pass", "Responsible for managing five people", "Managed five people"],
  ["pass", "Attended meetings and took minutes", "Took minutes in meetings"],
  ["hold", "Helped customers choose paint", "Chose paint for customers"],
  ["hold", "Sat on the panel that hired two cooks", "Hired two cooks"],
  ["hold", "Took minutes at board meetings", "Led board meetings"],
  ["hold", "Gave tours to school classes", "Led school classes"],
  ["hold", "Assistant team leader for 9 packers", "Led nine packers"],
  ["hold", "Used the booking system", "Managed the booking system"],
  ["hold", "Tracked a budget of $30,000", "Managed a budget of $30,000"],
  ["hold", "Coordinated deliveries for six interns", "Supervised six interns"],
  ["hold", "Weekly payroll, 200 staff", "Managed 200 staff"],
  ["hold", "Planned the summer camp", "Ran the summer camp"],
  ["pass", "Looked after the company car fleet", "Managed the company car fleet"],
  ["pass", "Did the weekly rota", "Managed the weekly rota"],
  ["pass", "Team leader for 9 packers", "Led a team of 9 packers"],
  ["pass", "Organized the volunteers of the food bank", "Led the volunteers of the food bank"],
  ["pass", "Helped pupils with homework", "Supported pupils with their homework"],
  ["pass", "Trained three apprentices in welding", "Taught three apprentices how to weld"],
  ["pass", "Took photos for the catalog", "Made photos for the catalog"],
  ["pass", "Gave tours to school classes", "Led tours for school classes"],
  ["pass", "Weekly payroll, 200 staff", "Managed weekly payroll for 200 staff"],
  ["hold", "Kept the stock within a budget of $4,000", "Managed a budget of $4,000"],
  ["pass", "Assisted with about 30 files a month", "Provided assistance with about 30 files a month"],
  ["pass", "Rented out the hall", "Managed rentals of the hall"],
  ["pass", "Fixed bugs reported by customers", "Resolved bugs reported by customers"],
  ["pass", "Worked on a project that lowered costs by 12%", "Took part in a project that reduced costs by 12%"],
];

it.each(rows)("ownership: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("ownership") : rules.length === 0, rules.join(" ")).toBe(true);
});
