import { describe, expect, it } from "vitest";
import { isMeant, type PageElement, parseSelector } from "../../src/read/html-selectors.js";

const page: PageElement = { tag: "html", attributes: {}, first: true, around: null };
const list: PageElement = { tag: "ul", attributes: { id: "jobs", class: "plain md:flex" }, first: true, around: page };
const item: PageElement = { tag: "li", attributes: { class: "job", lang: "de-AT" }, first: false, around: list };

const means = (selector: string) => {
  const parsed = parseSelector(selector);
  return parsed === null ? null : isMeant(parsed, item);
};

describe("parseSelector", () => {
  it.each<[string, boolean | null]>([
    ["li", true],
    ["*", true],
    ["li.job", true],
    ["ul.plain>li", true],
    ["html > li", false],
    ["html li", true],
    ["#jobs .job", true],
    ["#other .job", false],
    [".md\\:flex li", true],
    ["li:first-child", false],
    ["ul:first-child li", true],
    ["li:not(.job)", false],
    ["li:not(:first-child)", true],
    ['[lang|="de"]', true],
    ["[class*=jo]", true],
    ["li + li", null],
    ["li:hover", null],
    ["li:nth-child(2)", null],
  ])("tells whether %s means an item", (selector, expected) => {
    expect(means(selector)).toBe(expected);
  });

  it("knows the box in front of an element from the element", () => {
    expect(parseSelector("li::before")).toMatchObject({ before: true, specificity: 1 });
    expect(parseSelector("#a li.b")).toMatchObject({ before: false, specificity: 10_101 });
  });
});
