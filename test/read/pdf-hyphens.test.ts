import { expect, it } from "vitest";
import { joinHyphen, wordSet } from "../../src/read/pdf-hyphens.js";

it.each([
  ["infor-", "mation systems", "information systems"],
  ["cross-", "functional teams", "cross-functional teams"],
  ["data-", "driven", "data-driven"],
  ["state-of-", "the-art", "state-of-the-art"],
  ["inter\u00ad", "national", "international"],
  ["Müller-", "Lüdenscheidt", "Müller-Lüdenscheidt"],
  ["2019-", "2021", "2019-2021"],
  ["develop-", "ment of", "development of"],
])("%s + %s is %s", (before, after, whole) => {
  expect(joinHyphen(before, after, () => false)).toBe(whole);
});

it("follows the document's own spelling", () => {
  const known = wordSet(["an on-site visit, and the cooperation of cus-"]);
  expect(joinHyphen("co-", "operation", (word) => known.has(word))).toBe("cooperation");
  expect(joinHyphen("on-", "site", (word) => known.has(word))).toBe("on-site");
  expect(known.has("cus")).toBe(false);
});
