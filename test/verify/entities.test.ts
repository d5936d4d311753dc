import { ruleTable } from "./rule-table.js";

ruleTable("entities", [
  ["hold", "Posted bills in Sage", "Posted bills in SAP"],
  ["hold", "Wrote queries in SQL", "Wrote queries in PostgreSQL"],
  ["hold", "Sent letters to clients", "Sent letters to Contoso"],
  ["pass", "Ran services on Kubernetes", "Ran services on K8s"],
  ["pass", "Wrote queries in PostgreSQL", "Wrote SQL queries"],
  ["pass", "Helped doctoral students", "Helped PhD students"],
]);
