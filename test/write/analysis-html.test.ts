import { describe, expect, it } from "vitest";
import { type AnalysisPage, analysisAssetPaths, writeAnalysisHtml } from "../../src/write/analysis-html.js";
import { data } from "../doubles.js";
import { advice, report } from "../fixtures/match-report.js";
import { rewriteResult } from "../fixtures/rewrite-result.js";

const assets = { page: await data.text(analysisAssetPaths.page), css: await data.text(analysisAssetPaths.css) };
const { posting } = rewriteResult();
const full: AnalysisPage = { resume: "ines.docx", report, posting, advice };
const page = (fields: Partial<AnalysisPage> = {}): string => writeAnalysisHtml({ ...full, ...fields }, assets);
const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");

describe("the page of an analysis", () => {
  it("says what the report says", () => {
    const shown = textOf(page());
    for (const { text, evidence, missingTerms, status } of report.requirements) {
      for (const said of [text, status, ...evidence.map((one) => one.text)]) expect(shown).toContain(said);
      if (status !== "met") for (const term of missingTerms) expect(shown).toContain(term);
    }
    for (const said of [...report.ats.map(({ message }) => message), ...report.keywords.map(({ term }) => term)])
      expect(shown).toContain(said);
    for (const { name, weight, score } of report.parts) expect(shown).toContain(`${name} ${score} weight ${weight}`);
    for (const said of [...advice.strategy, ...advice.gaps.map(({ question }) => question)])
      expect(shown).toContain(said);
    expect(shown).toMatch(/48 of 100 1 of 2 must-haves are met, 1 partly\. .* from 48 to 71/);
  });

  it("draws the score and behind it the ceiling as parts of a ring", () => {
    const around = 2 * Math.PI * 52;
    const drawn = [...page().matchAll(/class="(now|reach)" .*stroke-dasharray="([\d.]+) /g)];
    const shares = drawn.map(([, kind, length]) => [kind, Math.round((100 * Number(length)) / around)]);
    expect(shares).toEqual([
      ["reach", 71],
      ["now", 48],
    ]);
    expect(page({ report: { ...report, score: 0, ceiling: 0 } })).not.toContain("stroke-dasharray");
  });

  it("says that wording cannot raise a score at its ceiling", () => {
    expect(textOf(page({ report: { ...report, ceiling: 48 } }))).toContain("Wording alone cannot raise the score");
  });

  it("holds only what concerns the resume where no posting was given", () => {
    const html = page({ posting: null, advice: null });
    const headings = [...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(headings).toEqual(["What applicant tracking systems may stumble over"]);
    expect(html).not.toContain("<svg");
    expect(textOf(page({ report: { ...report, ats: [] }, posting: null }))).toContain("Nothing to stumble over");
  });

  it("shows each warning once, whoever gave it", () => {
    const warning = { code: "no-work-dates", message: "No job has dates.", line: 3 };
    const html = page({ report: { ...report, warnings: [warning] }, posting: { ...posting, warnings: [warning] } });
    expect(textOf(html).split("No job has dates. line 3")).toHaveLength(2);
  });

  it("escapes every text, has no script and names no other place", () => {
    const payload = `<script>alert(1)</script>"onload='x' {{css}} $& https://x.example/a.png`;
    const [first] = report.requirements;
    if (first === undefined) throw new Error("the fixture has no requirement");
    const html = page({
      resume: payload,
      posting: { ...posting, title: payload, company: payload },
      report: {
        ...report,
        parts: [{ name: payload, weight: 1, score: 1 }],
        requirements: [
          {
            ...first,
            status: "partly",
            text: payload,
            missingTerms: [payload],
            evidence: [{ line: 1, text: payload }],
          },
        ],
        keywords: [{ term: payload, canonical: payload, weight: 1, inResume: 0, inPosting: 1, lines: [] }],
        ats: [{ code: "x", severity: "info", message: payload, lines: [] }],
        warnings: [{ code: "x", message: payload, line: null }],
      },
      advice: { ...advice, strategy: [payload], strengths: [], gaps: [] },
    });
    expect(html.match(/&lt;script&gt;alert\(1\)/g)).toHaveLength(14);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import/);
    expect(html).toContain("default-src 'none'");
  });

  it("is the same page for the same report", () => {
    expect(page()).toBe(page());
  });

  it("fails where the frame names a value that is not there", () => {
    expect(() => writeAnalysisHtml(full, { ...assets, page: "{{name}}" })).toThrow("{{name}}");
  });
});

describe("a match with confirmed facts", () => {
  it("tells them apart from what the resume shows", () => {
    const requirements = report.requirements.slice(0, 1).map((one) => ({ ...one, evidence: [], facts: ["f1"] }));
    const keywords = report.keywords.slice(0, 1).map((one) => ({ ...one, inResume: 0, lines: [], facts: ["f1"] }));
    const shown = textOf(page({ report: { ...report, requirements, keywords } }));
    expect(shown).toContain("Confirmed by you, not in the resume f1");
    expect(shown).not.toContain("No line shows it.");
    expect(shown).not.toMatch(/Missing/);
  });
});
