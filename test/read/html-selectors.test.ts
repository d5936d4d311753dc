import { describe, expect, it } from "vitest";
import { classesOf, isMeant, type PageElement, parseSelector } from "../../src/read/html-selectors.js";

const element = (
  tag: string,
  attributes: Record<string, string>,
  around: PageElement | null,
  previous: PageElement | null = null,
): PageElement => ({ tag, attributes, classes: classesOf(attributes), previous, around });

const page = element("html", {}, null);
const list = element("ul", { id: "jobs", class: "plain md:flex" }, page);
const first = element("li", { class: "head" }, list);
const second = element("li", {}, list, first);
const item = element("li", { class: "job", lang: "de-AT" }, list, second);

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
