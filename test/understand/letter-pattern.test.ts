import fc from "fast-check";
import { expect, it } from "vitest";
import { asciiSource, hasOtherLetters, letterPattern } from "../../src/understand/letter-pattern.js";

it("takes no letter, mark or digit beyond ASCII for a sign of typography", () => {
  const missed: string[] = [];
  for (let code = 0x80; code <= 0x10ffff; code += 1) {
    const sign = String.fromCodePoint(code);
    if (/[\p{L}\p{M}\p{N}\p{sc=Han}]/u.test(sign) && !hasOtherLetters(sign)) missed.push(code.toString(16));
  }
  expect(missed).toEqual([]);
});

it.each(["plain text", "2019 – 2021", "“a” • b · c | d…", "price: 5 €", "a\u00a0b"])(
  "%j has no other letters",
  (text) => {
    expect(hasOtherLetters(text)).toBe(false);
  },
);

it.each(["Zoë", "Ελλάδα", "张三", "½", "①", "📞 555", "ﬁne", "ſ", "e\u0301"])("%j has others", (text) => {
  expect(hasOtherLetters(text)).toBe(true);
});

const patterns = [
  /[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}]+)*\.?/gu,
  /(?<![\p{L}\p{N}.,/-])\p{Lu}\p{Ll}+[^\p{L}]/gu,
  /(?<!\p{L})(?:street|rue|straße)(?![\p{L}\p{N}%+])/giu,
  /\p{L}{2,}\s?[:：]\s*(\S.*)$/gu,
  /[\][\p{N}]+\\/gu,
];

it.each(patterns)("%s finds the same in its cheap form", (pattern) => {
  const cheap = letterPattern(pattern);
  const sign = fc.constantFrom(..."aZ09 .,:'’–•|/[]\\%+-@", "Rue ", "street", "5 ", "\u00a0", "é", "λ");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const text = signs.join("");
      const found = (one: RegExp) => [...text.matchAll(one)].map((match) => [match.index, ...match]);
      expect(found(cheap(text))).toEqual(found(pattern));
    }),
    { numRuns: 500 },
  );
});

it("refuses a property whose ASCII members it does not know", () => {
  expect(() => asciiSource("\\p{Sc}")).toThrow("Sc");
});
