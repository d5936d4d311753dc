import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { escapeHtml, htmlAssetPaths, writeHtml } from "../../src/write/html.js";
import { type Outline, outlineOf } from "../../src/write/outline.js";
import { plain, safeUrl, shownUrl } from "../../src/write/runs.js";
import { data } from "../doubles.js";
import { words } from "../fixtures/parsed-resume.js";
import { printed } from "../fixtures/printed-resume.js";
import { expectGolden } from "./golden.js";

const assets = {
  page: await data.text(htmlAssetPaths.page),
  css: await data.text(htmlAssetPaths.css),
  script: await data.text(htmlAssetPaths.script),
};
const outline = outlineOf(printed.parsed, printed.source, words);

describe("writeHtml", () => {
  it("writes the whole resume as the golden file has it", async () => {
    await expectGolden("nurse.html", await writeHtml(outline, { ...assets, css: "/* css */", script: "/* script */" }));
  });

  it("lets only its own script run and asks nothing of any host", async () => {
    const page = await writeHtml(outline, assets);
    const { document } = parseHTML(page);
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    const script = document.querySelector("script")?.textContent ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
    expect(policy).toMatch(/^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+'; /);
    expect(policy).toContain(`'sha256-${Buffer.from(digest).toString("base64")}'`);
    expect(document.querySelectorAll("script")).toHaveLength(1);
    expect(document.querySelectorAll("[src],link,iframe,img,object,base,form")).toHaveLength(0);
    expect(page).not.toMatch(/@import|url\(|\son\w+=/i);
  });

  it("has one main heading, a heading for each section and list items for highlights", async () => {
    const { document } = parseHTML(await writeHtml(outline, assets));
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    expect([...document.querySelectorAll("h1")].map(({ textContent }) => textContent)).toEqual(["Ines Calloway-Ruiz"]);
    expect([...document.querySelectorAll("h2")].map(({ textContent }) => textContent)).toEqual(
      outline.sections.map(({ heading }) => heading),
    );
    for (const section of document.querySelectorAll("section")) {
      const label = section.getAttribute("aria-labelledby");
      expect(document.getElementById(label ?? "")?.textContent).toBe(section.querySelector("h2")?.textContent);
    }
    expect(document.querySelector(".work li")?.textContent).toBe("Lead a ward of 28 beds & 14 nurses.");
  });

  it("shows any markup in the data as text", async () => {
    const payloads = [
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      '"><svg/onload=alert(1)>',
      "{{script}}",
      "$&",
      "</style>",
      "<!--",
      "&lt;b&gt;",
      "'onmouseover='x",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...payloads), fc.string({ unit: "grapheme", minLength: 1 })),
        async (text) => {
          const urls = [text, 'https://x.example/"onmouseover="x'];
          const runs = urls.map((url) => ({ text, url, bold: true }));
          const hostile: Outline = {
            language: "en",
            paper: "a4",
            name: text,
            label: text,
            contacts: plain(text),
            sections: [{ heading: text, kind: "other", blocks: [{ block: "line", style: "item", runs, right: text }] }],
          };
          const { document } = parseHTML(await writeHtml(hostile, { ...assets, css: "", script: "" }));
          expect(document.querySelectorAll("main *").length).toBe(13);
          expect(document.querySelector("a")?.getAttribute("href")).toBe(urls[1]);
          expect(document.querySelector("a")?.attributes.length).toBe(2);
          expect(document.querySelectorAll("script,style").length).toBe(2);
        },
      ),
    );
  });

  it("replaces characters that HTML cannot hold", () => {
    expect(escapeHtml("a\u0000b\u001b[31m\u0085\uffff <&>")).toBe("a\ufffdb\ufffd[31m\ufffd\ufffd &lt;&amp;&gt;");
  });
});

it.each([
  ["https://a.example/x", true],
  ["HTTP://a.example", true],
  ["mailto:a@b.example", true],
  ["tel:+15550104477", true],
  ["javascript:alert(1)", false],
  [" java\nscript:alert(1)", false],
  ["data:text/html,x", false],
  ["file:///etc/passwd", false],
  ["https://", false],
  ["//a.example", false],
  ["https://a example", false],
])("takes %j for a link a document may carry: %s", (url, isSafe) => {
  expect(safeUrl(url) !== null).toBe(isSafe);
});

it.each([
  ["https://www.a.example/", "a.example"],
  ["mailto:a@b.example", "a@b.example"],
  ["http://a.example/b/", "a.example/b"],
])("shows %s as %s", (url, text) => {
  expect(shownUrl(url)).toBe(text);
});
