import { ruleTable } from "./rule-table.js";

ruleTable("proficiency", [
  ["hold", "Familiar with Excel", "Proficient in Excel"],
  ["hold", "Spoke conversational Spanish", "Spoke fluent Spanish"],
  ["hold", "Used Excel", "Expert in Excel"],
  ["pass", "Proficient in Excel", "Skilled in Excel"],
  ["pass", "Familiar with Excel and Word", "Familiar with Word and Excel"],
]);
