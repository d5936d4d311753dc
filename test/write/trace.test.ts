import { expect, it } from "vitest";
import { traceOf } from "../../src/write/trace.js";
import { rewriteResult } from "../fixtures/rewrite-result.js";

it("writes the whole result, readable again", () => {
  const result = rewriteResult();
  expect(JSON.parse(traceOf(result))).toEqual(JSON.parse(JSON.stringify(result)));
  expect(traceOf(result).endsWith("}\n")).toBe(true);
});

it("refuses a result that is not one", () => {
  expect(() => traceOf(rewriteResult({ match: { before: Number.NaN, after: 1, ceiling: 1 } }))).toThrow();
});
