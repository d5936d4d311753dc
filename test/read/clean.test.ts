import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "../../src/read/clean.js";

describe("cleanText", () => {
  it.each([
    ["leaves plain text alone", "Jane Doe, B.Sc.\tParis\n", "Jane Doe, B.Sc.\tParis\n"],
    ["composes letters and their accents", "Rene\u0301", "Ren\u00e9"],
    ["makes every kind of line break a newline", "a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["turns control characters into a space", "a\x00b\x1b[31mc\x9b", "a b [31mc "],
    ["turns no-break and odd spaces into a space", "a\u00a0b\u2003c\u202fd\u3000e", "a b c d e"],
    ["drops zero-width characters", "Sen\u200bior\u2060\ufeff", "Senior"],
    ["drops bidi marks and overrides", "\u202egnp.exe\u202c \u2067x\u2069\u200e", "gnp.exe x"],
    ["drops tag characters that smuggle text", "hi\u{e0068}\u{e0069}", "hi"],
    ["drops soft hyphens", "micro\u00adservices", "microservices"],
    ["drops noncharacters and lone surrogates", "a\ufffe\uffff\ud800b\udc00\u{1ffff}", "ab"],
    ["drops joiners between Latin letters", "Ja\u200dva\u200c", "Java"],
    ["keeps joiners that belong to the spelling", "می\u200cخواهم क्\u200dष", "می\u200cخواهم क्\u200dष"],
    ["keeps emoji whole", "👩\u200d💻 ❤\ufe0f", "👩\u200d💻 ❤\ufe0f"],
    ["drops stray variation selectors", "a\ufe0fb\ufe01c\u{e0101}", "abc"],
  ])("%s", (_, from, to) => {
    expect(cleanText(from)).toBe(to);
  });

  it("counts what hides text and not what is ordinary", () => {
    expect(cleanLine("\ufeffa\u00adb\u00a0c").removed).toBe(0);
    expect(cleanLine("a\u200bb\u202ec\x00").removed).toBe(3);
  });

  it("is settled after one pass and holds no control character but newline and tab", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|\p{Cs}/u);
        expect(cleanText(clean)).toBe(clean);
      }),
      { examples: [["\u1100\u200b\u1161"], ["e\u034f\u0301"], ["\ud83d\ufe0f\udc00"]] },
    );
  });
});
