import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineLimit, numberLines, textLimit } from "../../src/read/lines.js";
import type { SourceRef } from "../../src/schema/source.js";

const ref: SourceRef = { in: "text", from: 1, to: 1 };
const drafts = (...texts: string[]) => texts.map((text) => ({ text, ref }));

describe("numberLines", () => {
  it("numbers from 1 and turns blank drafts into the gap above the next line", () => {
    const { lines } = numberLines(drafts("One", "", " \t", "Two", "Three"), "cv.txt");
    expect(lines.map(({ n, text, gap }) => [n, text, gap])).toEqual([
      [1, "One", 0],
      [2, "Two", 2],
      [3, "Three", 0],
    ]);
  });

  it("adds a draft's own gap to the blank ones above it", () => {
    const { lines } = numberLines([...drafts("One", ""), { text: "Two", ref, gap: 0.5 }], "cv.txt");
    expect(lines[1]?.gap).toBe(1.5);
  });

  it("keeps one space between words and one tab for a wide gap", () => {
    const { lines } = numberLines(drafts("  Clerk   at  Acme \t \t 2019 "), "cv.txt");
    expect(lines[0]?.text).toBe("Clerk at Acme\t2019");
  });

  it("makes a line of each row of a draft, with the gap above the first only", () => {
    const { lines } = numberLines([{ text: "a\n\nb", ref, gap: 1, bold: true }], "cv.txt");
    expect(lines.map(({ text, gap, bold }) => [text, gap, bold])).toEqual([
      ["a", 1, true],
      ["b", 0, true],
    ]);
  });

  it("says once how many characters nobody can see were taken out, and where the first was", () => {
    const { warnings } = numberLines(drafts("plain", "Ja\u200bva", "\u202eGo"), "cv.txt");
    expect(warnings).toEqual([expect.objectContaining({ code: "invisible-characters", line: 2 })]);
    expect(warnings[0]?.message).toContain("2 characters");
  });

  it("cuts an endless line at spaces, loses nothing and says so", () => {
    const text = "word ".repeat(10_000).trim();
    const { lines, warnings } = numberLines(drafts(text), "cv.txt");
    expect(lines.length).toBe(3);
    expect(lines.every((line) => line.text.length <= lineLimit)).toBe(true);
    expect(lines.map((line) => line.text).join(" ")).toBe(text);
    expect(warnings[0]).toMatchObject({ code: "long-line", line: 1 });
  });

  it("refuses more text than any resume has, naming the file", () => {
    const many = drafts(...Array<string>(30).fill("x".repeat(textLimit / 20)));
    expect(() => numberLines(many, "novel.txt")).toThrow(/novel\.txt holds more than 400 KB of text/);
  });

  it("never loses or adds a letter, whatever the drafts", () => {
    const letters = (texts: string[]) => texts.join("").replace(/\s/g, "");
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé \t\n•-]*$/)), (texts) => {
        const { lines } = numberLines(drafts(...texts), "cv.txt");
        expect(letters(lines.map(({ text }) => text))).toBe(letters(texts));
        expect(lines.map(({ n }) => n)).toEqual(lines.map((_, i) => i + 1));
      }),
    );
  });
});
