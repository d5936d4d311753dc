import { expect, it } from "vitest";
import type { CheckResult } from "../../src/schema/check.js";
import { checkLines } from "../../src/write/summary-check.js";

const layout = { width: 60, color: (_style: string, text: string) => text };
const clean: CheckResult = {
  schema: "resumelaw/verify@1",
  ok: true,
  changes: [],
  findings: [],
  dropped: [],
  warnings: [],
};
const finding = (rule: string, explanation: string, severity: "block" | "flag" = "block") => ({
  rule,
  token: "40",
  explanation,
  severity,
  id: "w1.h1",
  line: 12,
  text: "Moved 40 services to Kubernetes with two colleagues from another team",
});

it("says in one line that all is proven, and how many lines are gone", () => {
  expect(checkLines(clean, layout)).toEqual([
    "Every line is proven by the original. 0 lines changed, 0 of them proven.",
  ]);
  const dropped = [{ id: "w1.h2", text: "Wrote tests" }];
  expect(checkLines({ ...clean, dropped }, layout)[0]).toContain("1 line of the original is gone.");
});

it("shows each line once with all that was found in it, within the width", () => {
  const findings = [
    finding("quantities", "Your resume does not say “40” in the lines this rests on."),
    finding("stock-phrases", "A stock phrase.", "flag"),
  ];
  const lines = checkLines({ ...clean, ok: false, findings }, layout);
  const text = lines.join("\n").replace(/\s+/g, " ");
  expect(text.match(/line 12:/g)).toHaveLength(1);
  for (const { explanation } of findings) expect(text).toContain(explanation);
  expect(text).toContain("1 finding.");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});
