import { ruleTable } from "./rule-table.js";

ruleTable("superlatives", [
  ["hold", "Served guests", "Served guests as top performer"],
  ["hold", "Wrote letters", "Single-handedly wrote letters"],
  ["hold", "Sold tickets", "Sold a record number of tickets"],
  ["hold", "Ran the desk", "Won an award for running the desk"],
  ["pass", "Record payments", "Record the payments"],
  ["pass", "Named clerk of the month", "Recognised as clerk of the month"],
]);
