import { expect, it } from "vitest";
import { plainYears } from "../../src/match/years-asked.js";

it.each([
  ["5+ years of Go", 5],
  ["3–5 years", 3],
  ["two (2) years", null],
  ["3 (3) years of sales", 3],
  ["mindestens 4 Jahre", 4],
  ["2 ans d'expérience", 2],
  ["1 yr", 1],
  ["$50 years", null],
  ["99 years", null],
  ["0 years", null],
  ["a year", null],
])("%j asks for %j", (text, years) => expect(plainYears(text)).toBe(years));
