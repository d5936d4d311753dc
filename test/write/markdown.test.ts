import fc from "fast-check";
import { parseHTML } from "linkedom";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { writeMarkdown } from "../../src/write/markdown.js";
import { type Line, type Outline, outlineOf } from "../../src/write/outline.js";
import { plain, type Run, textOf } from "../../src/write/runs.js";
import { words } from "../fixtures/parsed-resume.js";
import { printed } from "../fixtures/printed-resume.js";
import { expectGolden } from "./golden.js";

const empty: Outline = { language: "en", paper: "a4", name: "", label: "", contacts: [], sections: [] };
const item = (runs: Run[], style: Line["style"] = "item"): Line => ({ block: "line", style, runs, right: "" });

/** What a Markdown reader shows for a document: the text of its blocks, in order. */
function shown(markdown: string): { tag: string; text: string }[] {
  const { document } = parseHTML(`<body>${marked.parse(markdown, { async: false })}</body>`);
  return [...document.querySelectorAll("h1,h2,h3,h4,h5,h6,p,li,blockquote,pre,hr,table")].map((node) => ({
    tag: node.tagName.toLowerCase(),
    text: node.textContent?.trim() ?? "",
  }));
}

const odd = [
  ..."\\`*_{}[]<>()#+-.!|~&=:;'\"$%^@/ \t1aé文",
  "&amp;",
  "&#35;",
  "**",
  "__",
  "~~",
  "- ",
  "1. ",
  "http://x.example/a_b_",
  "<b>",
  "![x](y)",
  "[a]: b",
  "---",
  "```",
  "a@b.example",
  "www.x.example",
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...odd), fc.string({ unit: "grapheme", maxLength: 3 })), {
    minLength: 1,
    maxLength: 10,
  })
  .map((parts) =>
    parts
      .join("")
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|\p{Zs}+/gu, " ")
      .replace(/ +/g, " ")
      .trim(),
  )
  .filter((text) => text !== "");

describe("writeMarkdown", () => {
  it("writes the whole resume as the golden file has it", async () => {
    await expectGolden("nurse.md", writeMarkdown(outlineOf(printed.parsed, printed.source, words)));
  });

  it.each(["item", "paragraph"] as const)("writes any text of a %s so that it reads back the same", (style) => {
    fc.assert(
      fc.property(nasty, nasty, (one, two) => {
        const lines = [item(plain(one), style), item(plain(two), style)];
        const read = shown(writeMarkdown({ ...empty, sections: [{ heading: "", kind: "work", blocks: lines }] }));
        const tag = style === "item" ? "li" : "p";
        expect(read).toEqual([one, two].map((text) => ({ tag, text })));
      }),
      { numRuns: 1500 },
    );
  });

  it("writes any heading, name, title and link so that it reads back the same", () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (name, heading, link) => {
        const title = [{ text: link, url: "https://x.example/a_(b)?c=*d*&e", bold: true }];
        const entry = { block: "entry", title, dates: "", subtitle: [], place: "", body: [] } as const;
        const read = shown(
          writeMarkdown({
            ...empty,
            name,
            sections: [{ heading, kind: "work", blocks: [{ ...entry, subtitle: [], body: [] }] }],
          }),
        );
        expect(read).toEqual([
          { tag: "h1", text: name },
          { tag: "h2", text: heading },
          { tag: "h3", text: textOf(title) },
        ]);
      }),
      { numRuns: 1500 },
    );
  });

  it("keeps where a link leads", () => {
    const runs = [{ text: "x", url: "https://x.example/a_(b)?c=*d*&e", bold: false }];
    const html = marked.parse(writeMarkdown({ ...empty, contacts: runs }), { async: false });
    expect(html).toContain('href="https://x.example/a_(b)?c=*d*&amp;e"');
  });
});
