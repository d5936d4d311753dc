import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadDocument } from "../../src/read/lines.js";
import { keepLost, lossOf } from "../../src/read/loss.js";
import type { SourceRef } from "../../src/schema/source.js";
import { line } from "../doubles.js";

const lines = (...texts: string[]) => texts.map((text) => ({ text }));

describe("lossOf", () => {
  it.each<[string, string[], string[], string[], string[]]>([
    ["nothing where all words are there", ["Clerk at Acme"], ["Acme", "Clerk at"], [], []],
    ["a lost word", ["Clerk at Acme", "2019"], ["Clerk at Acme"], ["2019"], []],
    ["a lost run of neighbours as one", ["a b c d e f"], ["a b", "f"], ["c d e"], []],
    ["a doubled word", ["Clerk at Acme"], ["Clerk at Acme", "Acme"], [], ["acme"]],
    ["no loss where the file splits a word into pieces", ["Soft", "ware en", "gineer"], ["Software engineer"], [], []],
    ["no loss where lines split what the file glues", ["JavaScriptReact"], ["JavaScript", "React"], [], []],
    ["no loss for bullets, dashes, case and ligatures", ["• eﬃcient — Team"], ["- Efficient team"], [], []],
    ["Chinese character by character", ["工作经历"], ["工作", "经"], ["历"], []],
    [
      "the copy of a common word that is near other lost words",
      ["to be", "go to sea", "to do"],
      ["to be", "to do"],
      ["go to sea"],
      [],
    ],
  ])("reports %s", (_, raw, found, lost, doubled) => {
    expect(lossOf(raw, lines(...found))).toEqual({ lost, doubled });
  });

  it("finds exactly the line that was taken away", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 30 }), fc.nat(), (words, at) => {
        const gone = words[at % words.length] ?? "";
        const kept = words.filter((other) => other !== gone);
        const { lost, doubled } = lossOf([words.join(" ")], lines(...kept));
        const letters = (texts: string[]) => [...texts.join("")].sort().join("");
        expect(letters(lost)).toBe(letters([gone]));
        expect(doubled).toEqual([]);
      }),
    );
  });
});

describe("lossOf on text without other scripts", () => {
  const signs = [..." aZ09_-'.,\u00a0\u00b7\u2010\u2011\u2013\u2016\u2018\u201d\u2022\u2024\u2025\u2026\u2027"];

  it("counts the same words as where a letter of another script stands beside it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs)), (characters) => {
        const text = characters.join("");
        expect(lossOf([text], lines(`${text} ж`))).toEqual({ lost: [], doubled: ["ж"] });
      }),
    );
  });
});

describe("keepLost", () => {
  const ref: SourceRef = { in: "text", from: 1, to: 3 };
  const document: ReadDocument = {
    kind: "text",
    pages: null,
    lines: [line(1, "Clerk at Acme")],
    meta: {},
    traits: [],
    warnings: [],
  };

  it("returns the document itself where nothing is lost", () => {
    expect(keepLost(document, ["Clerk at Acme"], ref, "cv.txt")).toBe(document);
  });

  it("appends lost text as a line of its own with a warning that points at it", () => {
    const kept = keepLost(document, ["Clerk at Acme", "since 2019"], ref, "cv.txt");
    expect(kept.lines[1]).toMatchObject({ n: 2, text: "since 2019", ref });
    expect(kept.warnings).toEqual([expect.objectContaining({ code: "unplaced", line: 2 })]);
  });

  it("does not miss what was set aside on purpose", () => {
    expect(keepLost(document, ["Clerk at Acme", "page 2"], ref, "cv.txt", ["page 2"])).toBe(document);
  });

  it("warns of text that was read twice", () => {
    const twice = { ...document, lines: [line(1, "Clerk at Acme"), line(2, "Acme")] };
    expect(keepLost(twice, ["Clerk at Acme"], ref, "cv.txt").warnings).toEqual([
      expect.objectContaining({ code: "doubled", message: expect.stringContaining("acme") }),
    ]);
  });
});
