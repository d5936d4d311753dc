import { expect, it } from "vitest";
import { analysisLines } from "../../src/write/summary-analysis.js";
import type { Layout } from "../../src/write/terminal.js";
import { report } from "../fixtures/match-report.js";
import { rewriteResult } from "../fixtures/rewrite-result.js";

const plain: Layout = { width: 80, color: (_, text) => text };

it("asks to confirm what no resume shows, and says what shows a keyword that is not named", () => {
  const [first, ...others] = report.requirements;
  if (first === undefined) throw new Error("the report has no demand");
  const asked = { ...first, kind: "must" as const, status: "missing" as const, missingTerms: [], toConfirm: true };
  const shown = {
    term: "SQL",
    canonical: "SQL",
    weight: 1,
    inResume: 0,
    inPosting: 1,
    lines: [],
    shownBy: ["Postgres"],
  };
  const text = analysisLines(
    { ...report, requirements: [asked, ...others], keywords: [shown] },
    rewriteResult().posting,
    plain,
  ).join("\n");
  expect(text).toMatch(/\? .*\n(?:.*\n)*? +a resume does not show this/);
  expect(text).toMatch(/Must have: \d+ of \d+ met, 1 to confirm/);
  expect(text).toContain("by kind  SQL (Postgres)");
});
