import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactMask } from "../../src/rewrite/privacy.js";
import { basics } from "./model-task.js";

const isTerm = (word: string) => ["RN", "CPA", "MBA"].includes(word);
const mask = () => contactMask(basics, isTerm);

describe("contact data", () => {
  it.each([
    ["the full name", "Marisol Quist-Tanaka led it", "<NAME> led it"],
    ["the name in capitals", "MARISOL QUIST-TANAKA", "<NAME>"],
    ["the name over two spaces", "Marisol  Quist-Tanaka", "<NAME>"],
    ["a part of the name", "Marisol's team", "<NAME>'s team"],
    ["half of a double name", "Ms Tanaka wrote", "Ms <NAME> wrote"],
    ["the e-mail", "marisol.quist@example.com.", "<EMAIL>."],
    ["somebody else's e-mail", "ref: bo@corp.example", "ref: <EMAIL>"],
    ["the e-mail's user part", "as marisol.quist on Slack", "as <HANDLE> on Slack"],
    ["a profile's handle", "npm: @mquist77, docs", "npm: <HANDLE>, docs"],
    ["a user name made of the name", "chat marisol.quist-tanaka or mquist-tanaka7", "chat <HANDLE> or <HANDLE-2>"],
    ["the phone", "(555) 014-2277", "<PHONE>"],
    ["the phone with dots", "t 555.014.2277!", "t <PHONE>!"],
    ["the phone with a country", "+1-555-014-2277", "<PHONE>"],
    ["the phone in one piece", "15550142277", "<PHONE>"],
    ["somebody else's phone", "call (555) 321-7788 now", "call <PHONE> now"],
    ["a link", "https://github.com/mquist77", "<LINK>"],
    ["a link without scheme", "see github.com/mquist77.", "see <LINK>."],
    ["a link with www", "www.quist-tanaka.example.org/cv", "<LINK>"],
    ["another link", "demo at http://demo.example.net/a?b=1, live", "demo at <LINK>, live"],
    ["the address", "12 Harbour Lane, Portland", "<PLACE>, <PLACE-2>"],
    ["the post code", "ME 04101", "ME <PLACE>"],
  ])("is hidden and comes back: %s", (_, text, hidden) => {
    const one = mask();
    expect(one.hide(text)).toBe(hidden);
    expect(one.show(one.hide(text))).toBe(text);
  });

  it.each([
    "Cut 3,500 tickets from 2016-09 to 2019-10 by 40% for $1,200,000",
    "Used Node.js, ASP.NET and CI/CD; moved 50K rows in 10-12 hours",
    "Took care of 555 patients, 014 wards",
  ])("is not seen where there is none: %s", (text) => {
    expect(mask().hide(text)).toBe(text);
  });

  it("leaves common words, months and certificates that look like a name alone", () => {
    const one = contactMask({ name: "May Mark RN" }, isTerm);
    expect(one.hide("Mark will mark tests from May 2019 as RN; may May pass")).toBe(
      "<NAME> will mark tests from May 2019 as RN; may <NAME-2> pass",
    );
    expect(contactMask({ name: "Ada Byron, CPA" }, () => false).hide("CPA Ada")).toBe("CPA <NAME>");
  });

  it("knows names of other scripts and names without their accents", () => {
    expect(contactMask({ name: "王小明" }, isTerm).hide("我是王小明。")).toBe("我是<NAME>。");
    expect(contactMask({ name: "José Ångström" }, isTerm).hide("Jose and ANGSTROM")).toBe("<NAME> and <NAME-2>");
  });

  it("does not take a placeholder of the file for its own", () => {
    const one = mask();
    const text = "Template <NAME> of Marisol";
    expect(one.show(one.hide(text))).toBe(text);
    expect(one.strange(one.hide(text))).toEqual([]);
    expect(one.strange("Ask <NAME-9>")).toEqual(["<NAME-9>"]);
  });

  it("comes back letter by letter from any text", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom(
          ...Object.values(basics).filter((one) => typeof one === "string"),
          " ",
          "<LINK>",
          "Quist",
          "mquist77",
        ),
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const one = mask();
        const text = parts.join("");
        expect(one.show(one.hide(text))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
