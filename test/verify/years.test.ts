import { expect, it } from "vitest";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, shippedLexicon, taskOf } from "./task.js";

const words = await loadVerifyWords(data);
const task = taskOf(
  [
    ["summary", "Payroll clerk."],
    ["w1", "Payroll Clerk", "Fernbrook Ltd", "Leeds", "2017-01", "2020-12"],
    ["w1.h1", "Ran weekly payroll for 200 staff"],
    ["w2", "Cashier", "Marlow Market", "Leeds", "2014-01", "2016-12"],
    ["w2.h1", "Served customers at the till"],
  ],
  await shippedLexicon(),
);

it.each([
  ["applied", "Payroll clerk with 4 years of payroll experience."],
  ["applied", "Payroll clerk with nearly five years of experience."],
  ["applied", "Payroll clerk with more than six years of experience."],
  ["held-back", "Payroll clerk with over 4 years of payroll experience."],
  ["held-back", "Payroll clerk with 7 years of payroll experience."],
  ["held-back", "Payroll clerk with 8 years of experience."],
  ["held-back", "Payroll clerk with nearly a decade of experience."],
])("years: %s “%s”", (expected, text) => {
  const [verdict] = verifyEdits(task, [replaced("summary", text, ["w1.h1"])], words);
  expect([verdict?.status, verdict?.findings.map((one) => one.rule)]).toEqual([
    expected,
    expected === "applied" ? [] : expect.arrayContaining(["years"]),
  ]);
});
