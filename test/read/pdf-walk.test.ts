import { describe, expect, it } from "vitest";
import type { PageInk } from "../../src/read/pdf-ink.js";
import { walkPage } from "../../src/read/pdf-walk.js";
import { font } from "./pdf-glyphs.js";

const codes = {
  save: 10,
  restore: 11,
  transform: 12,
  setGState: 9,
  fill: 22,
  beginText: 31,
  setFont: 37,
  setTextRenderingMode: 38,
  moveText: 40,
  setTextMatrix: 42,
  showText: 44,
  setFillRGBColor: 59,
  beginMarkedContentProps: 70,
  endMarkedContent: 71,
  constructPath: 91,
};
type Step = [keyof typeof codes, ...unknown[]];

const show = (text: string): Step => [
  "showText",
  [...text].map((unicode) => ({ unicode, width: 500, isSpace: unicode === " ", originalCharCode: 1 })),
];
const rectangle = (x0: number, y0: number, x1: number, y1: number): Step => [
  "constructPath",
  22,
  [null],
  [x0, y0, x1, y1],
];

function walk(...steps: Step[]): PageInk {
  const all: Step[] = [["beginText"], ["setFont", "f", 10], ...steps];
  const list = { fnArray: all.map(([name]) => codes[name]), argsArray: all.map(([, ...args]) => args) };
  return walkPage(list, codes, {
    page: 1,
    width: 600,
    height: 800,
    base: [1, 0, 0, -1, 0, 800],
    font: () => font(),
    layerShown: (properties) => properties !== "off",
  });
}

describe("a page's characters", () => {
  it("stand where the text matrix puts them, one after the other", () => {
    const { glyphs } = walk(["setTextMatrix", [1, 0, 0, 1, 100, 700]], show("ab"));
    expect(glyphs.map(({ text, x0, x1, y, size }) => [text, x0, x1, y, size])).toEqual([
      ["a", 100, 105, 100, 10],
      ["b", 105, 110, 100, 10],
    ]);
  });

  it("have their size in points whatever the scale", () => {
    const { glyphs } = walk(["transform", 0.5, 0, 0, 0.5, 0, 0], ["moveText", 20, 20], show("a"));
    expect(glyphs[0]).toMatchObject({ size: 5, x0: 10, y: 790 });
  });

  it("know their direction", () => {
    expect(walk(["setTextMatrix", [0, 1, -1, 0, 100, 700]], show("a")).glyphs[0]?.angle).toBe(90);
  });
});

const at: Step = ["moveText", 100, 700];

describe("shapes", () => {
  it("drawn as a line only are frames, with paint are fills", () => {
    const circle: Step = ["constructPath", 20, [null], [100, 700, 104, 704]];
    const { frames, fills } = walk(circle, rectangle(100, 600, 150, 612));
    expect(frames).toEqual([{ x0: 100, y0: 96, x1: 104, y1: 100 }]);
    expect(fills).toEqual([{ x0: 100, y0: 188, x1: 150, y1: 200 }]);
  });
});

describe("hidden characters", () => {
  it.each<[string, string, Step[]]>([
    ["ordinary text", "", [at, show("a")]],
    ["text without ink", "invisible", [at, ["setTextRenderingMode", 3], show("a")]],
    ["transparent text", "invisible", [at, ["setGState", [["ca", 0]]], show("a")]],
    ["white text on the page", "colour", [at, ["setFillRGBColor", "#ffffff"], show("a")]],
    ["nearly white text", "colour", [at, ["setFillRGBColor", "#fbfbfb"], show("a")]],
    ["light grey text", "", [at, ["setFillRGBColor", "#c0c0c0"], show("a")]],
    [
      "white text on blue",
      "",
      [["setFillRGBColor", "#000080"], rectangle(0, 600, 600, 800), at, ["setFillRGBColor", "#ffffff"], show("a")],
    ],
    ["blue text on blue", "colour", [["setFillRGBColor", "#000080"], rectangle(0, 600, 600, 800), at, show("a")]],
    ["tiny text", "tiny", [at, ["setFont", "f", 1], show("a")]],
    ["text off the page", "outside", [["moveText", 700, 700], show("a")]],
    ["text of a hidden layer", "layer", [at, ["beginMarkedContentProps", "OC", "off"], show("a")]],
    ["text behind a hidden layer", "", [at, ["beginMarkedContentProps", "OC", "off"], ["endMarkedContent"], show("a")]],
    ["text over its own outlines", "", [rectangle(100, 698, 106, 708), at, ["setGState", [["ca", 0]]], show("a")]],
  ])("%s is %j", (_, hidden, steps) => {
    expect(walk(...steps).glyphs[0]?.hidden).toBe(hidden);
  });
});

it("states are restored", () => {
  const { glyphs } = walk(at, ["save"], ["setTextRenderingMode", 3], show("a"), ["restore"], show("b"));
  expect(glyphs.map(({ hidden }) => hidden)).toEqual(["invisible", ""]);
});

it("long thin fills are rules", () => {
  expect(walk(rectangle(50, 500, 400, 501)).rules).toEqual([{ x0: 50, y0: 299, x1: 400, y1: 300 }]);
});
