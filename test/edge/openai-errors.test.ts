import { expect, it } from "vitest";
import { redactor } from "../../src/edge/openai-errors.js";

it.each([
  ["the key k-very-secret was refused", "the key [key] was refused"],
  ["Incorrect API key provided: sk-proj-ab****************yz.", "Incorrect API key provided: [key]"],
  ["Authorization: Bearer abc.def is wrong", "Authorization: Bearer [key] is wrong"],
  ["red \u001b[31mtext\u0007 on\ntwo lines", "red [31mtext on two lines"],
])("no key and no control character is printed: %j", (text, safe) => {
  expect(redactor("k-very-secret")(text)).toBe(safe);
});

it("a long page of a server is cut", () => {
  expect(redactor(null)("x".repeat(5000))).toHaveLength(300);
});
