import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Wrote posts for the company blog", "Wrote posts for the company blog across the whole company"],
  [
    "hold",
    "Launched sign-on for enterprise customers",
    "Launched sign-on for enterprise customers across the whole company",
  ],
  ["pass", "Rolled out sign-on across the company", "Rolled out sign-on across the whole company"],
  ["hold", "Wrote a guide for the team", "Wrote a guide for the department"],
  ["hold", "Wrote a guide", "Wrote a company-wide guide"],
  ["hold", "Wrote a guide", "Wrote several guides"],
  ["hold", "Was on call every third weekend", "Was on call every weekend"],
  ["hold", "Covered shifts", "Regularly covered shifts"],
  ["pass", "Wrote guides for the department", "Wrote guides for the team"],
  ["pass", "Wrote 3 guides", "Wrote several guides"],
  ["hold", "Drew up a $4M school extension", "Drew up $4M school extensions"],
  ["hold", "Trained 4 new agents on returns", "Trained the team on returns"],
  ["pass", "Took over when a customer asked for it", "Took over when customers asked for it"],
  ["pass", "Wrote manuals for a pump maker", "Wrote manuals for a maker of pumps"],
  ["hold", "Open house nearly every Sunday", "Open house every Sunday"],
  ["hold", "Open house on most Sundays", "Open house every Sunday"],
  ["pass", "Open house nearly every Sunday", "Open house almost every Sunday"],
];

it.each(rows)("scope: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("scope") : rules.length === 0, rules.join(" ")).toBe(true);
});
