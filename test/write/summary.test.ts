import { describe, expect, it } from "vitest";
import type { Change } from "../../src/schema/result.js";
import { adviceLines, analysisLines, jobLines, parseLines, summaryLines } from "../../src/write/summary.js";
import { columnsOf, type Layout } from "../../src/write/terminal.js";
import { advice, report } from "../fixtures/match-report.js";
import { printed } from "../fixtures/printed-resume.js";
import { rewriteResult } from "../fixtures/rewrite-result.js";
import { expectGolden } from "./golden.js";

const plain = (width: number): Layout => ({ width, color: (_, text) => text });
const coloured = (width: number): Layout => ({
  width,
  color: (style, text) => `\u001b[${style.length}m${text}\u001b[0m`,
});
const uncoloured = (text: string): string => text.replace(/\u001b\[\d+m/g, "");

const views: [string, (layout: Layout) => string[]][] = [
  ["rewrite", (layout) => summaryLines(rewriteResult(), layout)],
  ["preview", (layout) => summaryLines(rewriteResult({ tier: "preview", outputs: [] }), layout)],
  ["analyze", (layout) => analysisLines(report, rewriteResult().posting, layout)],
  ["analyze-alone", (layout) => analysisLines(report, null, layout)],
  ["advice", (layout) => adviceLines(advice, report, layout)],
  ["parse", (layout) => parseLines(printed.parsed, printed.source, layout)],
  ["job", (layout) => jobLines(rewriteResult().posting, layout)],
];

describe.each(views)("the view of %s", (name, view) => {
  it("reads as the golden file at 80 columns", async () => {
    await expectGolden(`terminal-${name}.txt`, `${view(plain(80)).join("\n")}\n`);
  });

  it.each([40, 60, 80, 120])("fits into %i columns, colours not counted", (width) => {
    const lines = view(coloured(width)).map(uncoloured);
    expect(
      lines.filter((line) => columnsOf(line) > width && !line.includes(".docx") && !line.includes(".trace.json")),
    ).toEqual([]);
    expect(lines).toEqual(view(plain(width)));
  });

  it("holds each text on one line of its own", () => {
    expect(view(plain(80)).filter((line) => /[\n\r\t]/.test(line))).toEqual([]);
  });
});

describe("summaryLines", () => {
  const last = (fields: Parameters<typeof rewriteResult>[0]) => summaryLines(rewriteResult(fields), plain(100)).at(-1);
  const usage = { requests: 2, inputTokens: 5120, cachedTokens: 2048, outputTokens: 900, reasoningTokens: 0 };
  const openai = { name: "openai", model: "gpt-6-luna", promptVersion: "1" } as const;

  it.each([
    [{}, "Offline engine: nothing was sent, 0 tokens"],
    [
      { engine: { name: "offline", model: null, promptVersion: null, fallbackFrom: "openai" } as const },
      "Offline engine instead of OpenAI, which failed: nothing was sent, 0 tokens",
    ],
    [
      { engine: openai, usage: { ...usage, costUsd: 0.0009 } },
      "OpenAI engine, gpt-6-luna: 2 requests, 5,120 tokens in (2,048 cached), 900 out, $0.0009",
    ],
    [
      { engine: openai, usage: { ...usage, costUsd: null } },
      "OpenAI engine, gpt-6-luna: 2 requests, 5,120 tokens in (2,048 cached), 900 out, price of this model unknown",
    ],
    [
      { engine: openai, usage: { ...usage, costUsd: 1.5 }, credits: { charged: 3, balance: 7 } },
      "OpenAI engine, gpt-6-luna: 2 requests, 5,120 tokens in (2,048 cached), 900 out, $1.50 · 3 credits, 7 left",
    ],
  ])("says what it cost: %#", (fields, expected) => {
    expect(summaryLines(rewriteResult(fields), plain(200)).at(-1)).toBe(expected);
  });

  it("says so where nothing was changed", () => {
    expect(summaryLines(rewriteResult({ changes: [] }), plain(80))).toContain("No line was changed");
    expect(last({ changes: [] })).toContain("Offline engine");
  });

  it("shows at most three lines in a preview and names no file", () => {
    const changes = Array.from({ length: 9 }, () => rewriteResult().changes[0]).filter(
      (change) => change !== undefined,
    );
    const preview = summaryLines(rewriteResult({ tier: "preview", outputs: [], changes }), plain(80));
    const complete = summaryLines(rewriteResult({ changes }), plain(80));
    expect(preview.filter((line) => line.startsWith("  + "))).toHaveLength(3);
    expect(complete.filter((line) => line.startsWith("  + "))).toHaveLength(8);
    expect(complete.join(" ")).toContain("… and 1 more changed line");
    expect(preview.join(" ")).toContain("A preview writes no file");
  });
});

it("tells of a held-back change the first reason of two rules, not all of them", () => {
  const finding = (rule: string, explanation: string) => ({ rule, token: "", explanation, severity: "block" as const });
  const findings = [
    finding("quantities", "Forty."),
    finding("ownership", "Led."),
    finding("ownership", "Owned."),
    finding("recall", "Nothing."),
  ];
  const [change] = rewriteResult().changes;
  if (change === undefined) throw new Error("the fixture has no change");
  const held = rewriteResult({ changes: [{ ...change, status: "held-back", findings }] });
  const text = summaryLines(held, { width: 80, color: (_style, text) => text }).join("\n");
  expect(text).toMatch(/Forty\.\n {4}Led\./);
  expect(text).not.toMatch(/Owned|Nothing/);
});

it("parseLines prints each doubtful decision with its line and how sure it is", () => {
  const warnings = [
    { code: "doubtful-heading", message: '"Puppetry" was taken for a heading.', line: 7, confidence: 0.75 },
    { code: "lost-words", message: "One word is missing.", line: null },
  ];
  const view = parseLines({ ...printed.parsed, warnings }, { ...printed.source, warnings: [] }, plain(80));
  expect(view.slice(-3)).toEqual([
    "Doubtful",
    '  ! "Puppetry" was taken for a heading. (line 7, 75% sure)',
    "  ! One word is missing.",
  ]);
});

describe("what was decided about the changes", () => {
  const [first, second, third, held] = rewriteResult().changes;
  const text = (changes: Change[]): string => summaryLines(rewriteResult({ changes }), plain(100)).join("\n");

  it("tells the rejected ones in one line and not among the changed", () => {
    const rejected = (change: Change | undefined, decision?: Change["decision"]): Change[] =>
      change === undefined ? [] : [{ ...change, status: "rejected", ...(decision ? { decision } : {}) }];
    const shown = text([
      ...rejected(first, { by: "person", action: "reject" }),
      ...rejected(second, { by: "policy", action: "reject", rule: "rule 1" }),
      ...rejected(third),
    ]);
    expect(shown).toContain("Rejected: 3 changes (1 by you, 1 by the policy, 1 not decided); the original text stays");
    expect(shown).toContain("No line was changed");
    expect(shown).not.toContain("Led a surgical ward");
  });

  it("marks what is used although it was held back, with its findings", () => {
    if (held === undefined) throw new Error("the fixture has no held-back change");
    const shown = text([{ ...held, status: "flagged", decision: { by: "person", action: "override" } }]);
    expect(shown).toMatch(/! You use it although it was held back:\n +! “60” stands nowhere/);
    expect(shown).not.toContain("Held back:");
  });

  it("names the fact a change rests on and when it was confirmed", () => {
    const evidence = [{ id: "f1", line: null, text: "x", fact: { at: "2026-11-20T08:00:00Z", origin: "facts add" } }];
    expect(text(first === undefined ? [] : [{ ...first, evidence }])).toContain(
      "(from f1 you confirmed on 2026-11-20)",
    );
  });
});

describe("a match with confirmed facts", () => {
  it("tells them apart from what the resume shows", () => {
    const [one] = report.requirements;
    const requirements = one === undefined ? [] : [{ ...one, status: "partly" as const, facts: ["f1"] }];
    const [word] = report.keywords;
    const keywords = word === undefined ? [] : [{ ...word, inResume: 0, lines: [], facts: ["f1"] }];
    const shown = analysisLines({ ...report, requirements, keywords }, rewriteResult().posting, plain(100)).join("\n");
    expect(shown).toContain("confirmed by you, not in the resume: f1");
    expect(shown).toMatch(/by fact {2}\S.*\(f1\)/);
    expect(shown).not.toMatch(/missing {2}/);
  });
});
