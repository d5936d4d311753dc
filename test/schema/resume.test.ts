import { expect, it } from "vitest";
import { Resume } from "../../src/schema/resume.js";

it.each(["2016", "2016-09", "2016-09-30"])("accepts the date %s", (startDate) => {
  expect(Resume.safeParse({ work: [{ startDate }] }).success).toBe(true);
});

it.each(["Sep 2016", "2016-9", "Present", ""])("refuses the date %j", (startDate) => {
  expect(Resume.safeParse({ work: [{ startDate }] }).success).toBe(false);
});

it("keeps fields that JSON Resume does not know", () => {
  expect(Resume.parse({ basics: { pronouns: "she" }, extra: 1 })).toEqual({ basics: { pronouns: "she" }, extra: 1 });
});
