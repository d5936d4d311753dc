import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  ["hold", "Moved data from Oracle to Snowflake", "Moved data from Snowflake to Oracle"],
  ["pass", "Moved data from Oracle to Snowflake", "Transferred data from Oracle to Snowflake"],
  ["hold", "Moved the files from Dropbox to SharePoint", "Migrated the files from SharePoint to Dropbox"],
  ["pass", "Moved the files from paper to SharePoint", "Migrated the files from paper to SharePoint"],
];

it.each(rows)("route: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("route") : rules.length === 0, rules.join(" ")).toBe(true);
});
