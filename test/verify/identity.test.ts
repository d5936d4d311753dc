import { ruleTable } from "./rule-table.js";

ruleTable("identity", [
  ["hold", "Filed reports", "Filed reports as a manager"],
  ["hold", "Filed reports", "Certified in filing reports"],
  ["hold", "Helped the auditor", "Helped as senior auditor"],
  ["pass", "Filed reports with the auditor", "Filed reports alongside the auditor"],
  ["pass", "Was one of three officers who checked bids", "Checked bids as one of three officers"],
]);
