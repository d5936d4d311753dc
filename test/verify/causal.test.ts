import { expect, it } from "vitest";
import { blocking, type RuleRow } from "./rule-table.js";

const rows: RuleRow[] = [
  [
    "hold",
    "Logged meter readings in Excel; energy use fell by 8%",
    "Cut energy use by 8% by logging meter readings in Excel",
  ],
  ["pass", "Lowered energy use by 8% by logging meter readings", "Cut energy use by 8% by logging meter readings"],
  ["hold", "Rewrote the form", "Rewrote the form, reducing errors"],
  ["hold", "Rewrote the form to reduce errors", "Rewrote the form, reducing errors"],
  ["hold", "Reduced errors", "Increased errors"],
  ["hold", "Rewrote the form", "Rewrote the form, resulting in better data"],
  ["pass", "Rewrote the form, which cut errors", "Reduced errors by rewriting the form"],
  ["pass", "Reached the goal", "Achieved the goal"],
  ["hold", "Newsletter readers went from 900 to 2,400", "Reduced newsletter readers from 900 to 2,400"],
  ["hold", "Worked towards an on-time rate of 98%", "Achieved an on-time rate of 98%"],
  ["hold", "Target: on-time rate of 98%", "Achieved an on-time rate of 98%"],
  ["hold", "Wrote guides for new staff", "Wrote guides enabling new staff"],
  ["hold", "Installed a heat pump to cut gas use", "Installed a heat pump, cutting gas use"],
  ["pass", "Newsletter readers went from 900 to 2,400", "Grew newsletter readers from 900 to 2,400"],
  ["pass", "Sales went up 8% in my first year", "Increased sales by 8% in my first year"],
  ["pass", "Waiting list down from 40 to 15 names", "Cut the waiting list from 40 to 15 names"],
  ["pass", "Kept an on-time rate of 98%", "Achieved an on-time rate of 98%"],
  ["pass", "Wrote guides so that new staff could start", "Wrote guides enabling new staff to start"],
  [
    "pass",
    "Barley yield 5.2 t/ha to 6.1 t/ha in four years",
    "Increased barley yield from 5.2 t/ha to 6.1 t/ha over four years",
  ],
  [
    "hold",
    "Barley yield 5.2 t/ha to 6.1 t/ha in four years",
    "Cut barley yield from 5.2 t/ha to 6.1 t/ha over four years",
  ],
  ["pass", "Most new members came by word of mouth", "Gained most new members by word of mouth"],
  ["hold", "New members came for advice", "Gained new members with advice"],
  ["hold", "Looked after new members", "Gained new members"],
  ["pass", "Wrote filters that removed false alarms", "Wrote filters that eliminated false alarms"],
  ["hold", "Wrote filters for false alarms", "Wrote filters that eliminated false alarms"],
  ["pass", "Created weekly stock reports", "Generated weekly stock reports"],
  ["hold", "Created weekly stock reports", "Created weekly stock reports, generating £4,000"],
  ["pass", "Rewrote the form to reduce errors", "Rewrote the form with the goal of reducing errors"],
];

it.each(rows)("causal: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("causal") : rules.length === 0, rules.join(" ")).toBe(true);
});
