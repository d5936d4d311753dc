import { describe, expect, it } from "vitest";
import { chunksOf, cutAtEdges, withoutDoubles, wordsOf } from "../../src/read/pdf-words.js";
import { chunk, font, glyphs, word } from "./pdf-glyphs.js";

const textsOf = (list: { words: { text: string }[] }[]) =>
  list.map(({ words }) => words.map(({ text }) => text).join(" "));

describe("words", () => {
  it.each([
    ["split at blanks", glyphs("two words", 10, 20), ["two", "words"]],
    ["split at gaps without a blank", [...glyphs("two", 10, 20), ...glyphs("words", 28, 20)], ["two", "words"]],
    ["are whole where strings touch", [...glyphs("wo", 10, 20), ...glyphs("rds", 20, 20, { run: 2 })], ["words"]],
    ["put spaced capitals together", glyphs("EDUCATION", 10, 20, { tracking: 3 }), ["EDUCATION"]],
    ["put capitals with blanks between them together", glyphs("E D U C A T I O N", 10, 20), ["EDUCATION"]],
    ["go on over a change of size", [...glyphs("L", 10, 20), ...glyphs("AW", 15, 20, { size: 8 })], ["LAW"]],
    ["begin anew on another baseline", [...glyphs("up", 10, 20), ...glyphs("down", 20, 32)], ["up", "down"]],
    ["take ligatures apart", glyphs("ofﬁce", 10, 20), ["office"]],
  ])("%s", (_, given, expected) => {
    expect(wordsOf(given).words.map(({ text }) => text)).toEqual(expected);
  });

  it("tell pictographs from text", () => {
    const given = [...glyphs("\uf095", 10, 20, { font: font("FontAwesome5Free-Solid") }), ...glyphs("phone", 20, 20)];
    expect(wordsOf(given).words.map(({ text, icon }) => [text, icon])).toEqual([
      ["\uf095", true],
      ["phone", false],
    ]);
  });

  it("count characters nobody can name, and guess a ligature by its width", () => {
    const given = glyphs("pro?le", 10, 20).map((glyph) =>
      glyph.text === "?"
        ? { ...glyph, text: "\0", x1: glyph.x0 + 5.8 }
        : { ...glyph, x0: glyph.x0 + (glyph.x0 > 26 ? 0.8 : 0), x1: glyph.x1 + (glyph.x0 > 26 ? 0.8 : 0) },
    );
    expect(wordsOf(given)).toMatchObject({ words: [{ text: "profile" }], unknown: 1 });
  });
});

it("prints drawn twice at one place count once, as bold", () => {
  const twice = [...glyphs("Bold", 10, 20), ...glyphs("Bold", 10.4, 20, { run: 2 })];
  const kept = withoutDoubles(twice);
  expect(kept.map(({ text, thick }) => [text, thick])).toEqual([..."Bold"].map((letter) => [letter, true]));
});

it("a letter that stands twice in a word is no double", () => {
  expect(withoutDoubles(glyphs("llll", 10, 20))).toHaveLength(4);
});

describe("chunks", () => {
  it.each([
    ["end at a gap of more than an em", [word("left", 10, 20), word("right", 60, 20)], ["left", "right"]],
    ["hold words with spaces between them", [word("left", 10, 20), word("right", 33, 20)], ["left right"]],
    ["keep a list mark with its item", [word("•", 10, 20), word("item", 40, 20)], ["• item"]],
    ["take raised text to its line", [word("19", 10, 20), word("th", 20, 17, { size: 6 })], ["19 th"]],
    ["keep lines apart", [word("one", 10, 20), word("two", 10, 32)], ["one", "two"]],
    ["keep apart columns whose baselines differ", [word("one", 10, 20), word("two", 200, 23)], ["one", "two"]],
  ])("%s", (_, words, expected) => {
    expect(textsOf(chunksOf(words))).toEqual(expected);
  });

  it("are cut where their text stands at an edge of other lines", () => {
    const lines = [chunk("plain", 80, 20), chunk("plain", 80, 32), chunk("plain", 80, 44)];
    const label = chunksOf([word("2019", 50, 56), word("Engineer", 80, 56, {})]);
    expect(textsOf(cutAtEdges([...lines, ...label]).slice(3))).toEqual(["2019", "Engineer"]);
  });
});

describe("names and marks of odd fonts", () => {
  it("parts a name whose narrow blank is only a step between two strings", () => {
    const first = glyphs("Anna", 40, 100, { run: 1 });
    const last = glyphs("Baker", 40 + 4 * 5 + 0.9, 100, { run: 2 });
    expect(wordsOf([...first, ...last]).words.map(({ text }) => text)).toEqual(["Anna", "Baker"]);
  });

  it("takes a character without a meaning that stands alone for a pictograph, not for a ligature", () => {
    const mark = glyphs("\u0000", 40, 100);
    const { words, unknown } = wordsOf([...mark, ...glyphs("Bakes", 52, 100, { run: 2 })]);
    expect(words.map(({ icon }) => icon)).toEqual([true, false]);
    expect(unknown).toBe(0);
  });

  it("parts a phone number and a web address written right behind an address", () => {
    const parts = ["ann@example.com", "+1 555", "https://ann.example.com"];
    let x = 40;
    const drawn = parts.flatMap((part, run) => {
      const made = glyphs(part, x, 100, { run });
      x += part.length * 5;
      return made;
    });
    expect(wordsOf(drawn).words.map(({ text }) => text)).toEqual([
      "ann@example.com",
      "+1",
      "555",
      "https://ann.example.com",
    ]);
  });
});
