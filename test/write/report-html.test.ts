import { describe, expect, it } from "vitest";
import type { Change } from "../../src/schema/result.js";
import { reportAssetPaths, writeReportHtml } from "../../src/write/report-html.js";
import { data } from "../doubles.js";
import { rewriteResult } from "../fixtures/rewrite-result.js";

const css = (await Promise.all(reportAssetPaths.css.map((path) => data.text(path)))).join("\n");
const assets = { page: await data.text(reportAssetPaths.page), css };
const page = (changes?: Change[]): string =>
  writeReportHtml({ resume: "ines.docx", result: rewriteResult(changes === undefined ? {} : { changes }) }, assets);
const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
const change = (fields: Partial<Change>): Change => ({
  id: "w1.h1",
  op: "replace",
  before: "Helped move the store",
  after: "Moved the store",
  evidence: [{ id: "w1.h1", line: 9, text: "Helped move the store" }],
  keywords: [],
  why: "Starts with the work",
  status: "applied",
  findings: [],
  ...fields,
});
const finding = { rule: "ownership", token: "Moved", explanation: "There you helped.", severity: "block" as const };

describe("the report of a rewrite", () => {
  it("shows of each change its wording before and after, its lines, its reason and its verdict", () => {
    const result = rewriteResult();
    const shown = textOf(page());
    for (const { before, after, why, findings, op } of result.changes) {
      if (op === "replace")
        for (const text of [before, after ?? ""]) expect(shown.replace(/ /g, "")).toContain(text.replace(/\s/g, ""));
      for (const text of [why, ...findings.map(({ explanation }) => explanation)]) expect(shown).toContain(text);
    }
    for (const { question } of result.questions) expect(shown).toContain(question);
    expect(shown).toContain(`${result.match.before} → ${result.match.after} of 100`);
  });

  it("marks the words that only one of both texts has", () => {
    const html = page([change({})]);
    expect(html).toContain("<del>Helped move</del> the store");
    expect(html).toContain("<ins>Moved</ins> the store");
    expect(textOf(html)).toContain("Helped move the store line 9");
  });

  it("sorts what was held back and what was not taken apart, with the first proposal of a second try", () => {
    const html = page([
      change({ id: "w1.h2", status: "held-back", findings: [finding] }),
      change({ id: "w1.h3", status: "rejected", decision: { by: "policy", action: "reject" } }),
      change({ id: "w1.h4", earlier: { text: "Led the store", findings: [finding] } }),
    ]);
    const shown = textOf(html);
    expect(shown).toMatch(/Changed: 1 .*Held back: 1; the original text stays .*There you helped\..*Not taken: 1/);
    expect(shown).toContain("First proposal, held back Led the store There you helped.");
    expect(shown).toContain("reject by policy");
  });

  it("keeps markup of data as text and asks for nothing outside", () => {
    const evil = `<img src=x onerror=alert(1)> & "quotes"`;
    const html = page([
      change({ before: evil, after: `${evil}!`, why: evil, findings: [{ ...finding, explanation: evil }] }),
    ]);
    expect(html).not.toMatch(/<img|<script|src=x onerror=alert\(1\)>/);
    expect(html).toContain("&lt;img");
    expect(html).toContain("default-src 'none'");
    expect(html.replace(/<style>[\s\S]*?<\/style>/, "")).not.toMatch(/https?:\/\//);
  });
});
