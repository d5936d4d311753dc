import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pasteFilter } from "../../src/edge/paste.js";

const paste = (text: string): string => `\u001b[200~${text}\u001b[201~`;

describe("what a prompt reads of a terminal", () => {
  it.each([
    ["typed keys", "y\r", "y\r"],
    ["an arrow key", "\u001b[A", "\u001b[A"],
    ["Ctrl-C", "\u0003", "\u0003"],
    ["Ctrl-D, which would close the prompt unanswered", "a\u0004b", "ab"],
    ["a pasted block", paste("one\r\ntwo\n\nthree"), "one two three"],
    ["a pasted block that ends in a line end: it does not answer", paste("y\n"), "y "],
    ["a pasted escape sequence", paste("a\u001b[2Jb"), "a[2Jb"],
    ["keys behind a paste", `${paste("a\nb")}\r`, "a b\r"],
    ["two pastes", `${paste("a\n")}${paste("b")}`, "a b"],
    ["a block from a terminal that brackets nothing", "one\rtwo\r", "one two\r"],
    ["Japanese", paste("看護\n師"), "看護 師"],
  ])("%s", (_what, sent, read) => {
    expect(pasteFilter()(sent)).toBe(read);
  });

  it("is the same however the bytes of a paste are cut", () => {
    const sent = `x${paste("one\ntwo")}y`;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: sent.length - 1 }), { maxLength: 5 }), (cuts) => {
        const filter = pasteFilter();
        const places = [0, ...[...new Set(cuts)].sort((a, b) => a - b), sent.length];
        const pieces = places.slice(1).map((end, at) => sent.slice(places[at], end));
        // A lone Escape is a key of its own, so a mark is not put together again from behind one.
        fc.pre(!pieces.some((piece) => piece.endsWith("\u001b")));
        expect(pieces.map(filter).join("")).toBe("xone twoy");
      }),
    );
  });
});
