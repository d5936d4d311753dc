import { expect, it } from "vitest";
import { warningLines } from "../../src/write/warnings.js";

it("says each warning once, with the line it is about", () => {
  const hidden = { code: "hidden-text", message: "Hidden text was left out.", line: null };
  const date = { code: "unread-date", message: '"soon" is no date.', line: 4 };
  expect(warningLines([hidden, date, { ...hidden }])).toEqual([
    "Hidden text was left out.",
    '"soon" is no date. (line 4)',
  ]);
});
