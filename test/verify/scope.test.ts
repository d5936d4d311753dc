import { ruleTable } from "./rule-table.js";

ruleTable("scope", [
  ["hold", "Wrote a guide for the team", "Wrote a guide for the department"],
  ["hold", "Wrote a guide", "Wrote a company-wide guide"],
  ["hold", "Wrote a guide", "Wrote several guides"],
  ["hold", "Was on call every third weekend", "Was on call every weekend"],
  ["hold", "Covered shifts", "Regularly covered shifts"],
  ["pass", "Wrote guides for the department", "Wrote guides for the team"],
  ["pass", "Wrote 3 guides", "Wrote several guides"],
]);
