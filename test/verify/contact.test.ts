import { ruleTable } from "./rule-table.js";

ruleTable("contact", [
  ["hold", "Answered mail", "Answered mail at jane@example.com"],
  ["hold", "Answered mail", "Answered mail, see www.example.org"],
  ["hold", "Answered mail", "Answered mail on 555 010 0199"],
  ["pass", "Answered mail at jane@example.com", "Replied to mail at jane@example.com"],
]);
