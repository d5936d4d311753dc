import { ruleTable } from "./rule-table.js";

ruleTable("invisible", [
  ["hold", "Filed reports", "Filed\u200b reports"],
  ["hold", "Filed reports", "Filed rep\u043erts"],
  ["pass", "Filed reports", "Filed the reports"],
]);
