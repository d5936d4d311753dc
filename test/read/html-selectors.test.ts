import { describe, expect, it } from "vitest";
import { isMeant, type PageElement, parseSelector } from "../../src/read/html-selectors.js";

const page: PageElement = { tag: "html", attributes: {}, previous: null, around: null };
const list: PageElement = {
  tag: "ul",
  attributes: { id: "jobs", class: "plain md:flex" },
  previous: null,
  around: page,
};
const first: PageElement = { tag: "li", attributes: { class: "head" }, previous: null, around: list };
const second: PageElement = { tag: "li", attributes: {}, previous: first, around: list };
const item: PageElement = { tag: "li", attributes: { class: "job", lang: "de-AT" }, previous: second, around: list };

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
    ["li + li", true],
    [".head + li", false],
    [".head ~ li", true],
    ["li:hover", null],
    ["li:nth-child(2)", null],
  ])("tells whether %s means an item", (selector, expected) => {
    expect(means(selector)).toBe(expected);
  });

  it("knows the box in front of an element from the element", () => {
    expect(parseSelector("li::before")).toMatchObject({ box: "before", specificity: 1 });
    expect(parseSelector("#a li.b")).toMatchObject({ box: null, specificity: 10_101 });
  });
});
