import { ruleTable } from "./rule-table.js";

ruleTable("causal", [
  ["hold", "Rewrote the form", "Rewrote the form, reducing errors"],
  ["hold", "Rewrote the form to reduce errors", "Rewrote the form, reducing errors"],
  ["hold", "Reduced errors", "Increased errors"],
  ["hold", "Rewrote the form", "Rewrote the form, resulting in better data"],
  ["pass", "Rewrote the form, which cut errors", "Reduced errors by rewriting the form"],
  ["pass", "Reached the goal", "Achieved the goal"],
]);
