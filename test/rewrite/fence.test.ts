import { expect, it } from "vitest";
import { dataLine, quotedLines } from "../../src/rewrite/fence.js";

it.each([
  ["two\nlines\tand a tab", "two lines and a tab"],
  ["no\u200bwidth, \u202eturned\u202c, soft\u00adhyphen", "nowidth, turned, softhyphen"],
  ["tag\u{e0041}\u{e0042} letters", "tag letters"],
  ["escape \u001b[31m red", "escape [31m red"],
  ["closes the fence a1b2c3 early", "closes the fence  early"],
  ["cafe\u0301", "café"],
])("a line of a file is data: %j", (text, clean) => {
  expect(dataLine(text, "a1b2c3")).toBe(clean);
});

it("every line of a posting carries its mark and empty ones go", () => {
  expect(quotedLines(["One", " ", "Two"], "m")).toBe("> One\n> Two");
});
