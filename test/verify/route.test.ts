import { ruleTable } from "./rule-table.js";

ruleTable("route", [
  ["hold", "Moved data from Oracle to Snowflake", "Moved data from Snowflake to Oracle"],
  ["pass", "Moved data from Oracle to Snowflake", "Transferred data from Oracle to Snowflake"],
]);
