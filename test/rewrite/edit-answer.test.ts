import { describe, expect, it } from "vitest";
import { readEdits } from "../../src/rewrite/edit-answer.js";
import type { EditsAnswer } from "../../src/rewrite/model-schemas.js";
import { contactMask } from "../../src/rewrite/privacy.js";
import { basics, parsed, task } from "./model-task.js";

type Proposed = EditsAnswer["edits"][number];
const propose = (fields: Partial<Proposed>): Proposed => ({
  id: "w1.h1",
  op: "replace",
  text: "Built Python REST APIs",
  after: null,
  evidence: ["w1.h1"],
  keywords: [],
  why: "",
  ...fields,
});
const ids = new Set(Object.keys(parsed.ids));

function read(edits: Partial<Proposed>[], tier: "complete" | "preview" = "complete", more: Partial<EditsAnswer> = {}) {
  const mask = contactMask(basics, () => false);
  mask.hide("Marisol github.com/mquist77");
  return readEdits({ edits: edits.map(propose), questions: [], strategy: [], ...more }, task({ tier }), ids, mask);
}

describe("proposed edits", () => {
  it("come with their contact data and without copied marks", () => {
    const { edits } = read([
      {
        id: "[w1.h1]",
        text: "[w1.h1] • <NAME> built APIs,\nsee <LINK>",
        evidence: ["[w1.h1]", "w1.h1"],
        why: "For <NAME>",
      },
    ]);
    expect(edits).toEqual([
      {
        id: "w1.h1",
        op: "replace",
        text: "Marisol built APIs, see github.com/mquist77",
        after: null,
        evidence: ["w1.h1"],
        keywords: [],
        why: "For Marisol",
      },
    ]);
  });

  it.each<[string, Partial<Proposed>]>([
    ["unknown-id", { id: "w9.h9" }],
    ["unknown-id", { id: "basics.name" }],
    ["unknown-op", { op: "insert" }],
    ["empty-edit", { text: null }],
    ["empty-edit", { text: " \u200b" }],
    ["unknown-id", { op: "move", text: null, after: "w2.h1" }],
    ["unknown-id", { op: "move", text: null, after: "w1.h1" }],
    ["unknown-id", { op: "move", text: null, after: "w1.h9" }],
    ["unknown-placeholder", { text: "Worked with <NAME-7>" }],
  ])("are left out with the warning %s: %j", (code, fields) => {
    const { edits, warnings } = read([fields]);
    expect(edits).toEqual([]);
    expect(warnings).toMatchObject([{ code }]);
  });

  it("keep moves within their list, and no text with them", () => {
    const { edits, warnings } = read([
      { id: "w1.h3", op: "move", text: "x", after: null },
      { id: "w1.h2", op: "move", text: null, after: "w1.h3" },
      { id: "w2.h1", op: "drop", text: "x", after: "w1.h1" },
    ]);
    expect(warnings).toEqual([]);
    expect(edits.map(({ id, text, after }) => [id, text, after])).toEqual([
      ["w1.h3", null, null],
      ["w1.h2", null, "w1.h3"],
      ["w2.h1", null, null],
    ]);
  });

  it("count once for a line, but a line may be moved and reworded", () => {
    const { edits, warnings } = read([{}, { text: "Second" }, { op: "move", text: null }, { op: "drop", text: null }]);
    expect(edits.map(({ op }) => op)).toEqual(["replace", "move"]);
    expect(warnings.map(({ code }) => code)).toEqual(["doubled-edit", "doubled-edit"]);
  });

  it("that change nothing go without a word", () => {
    for (const text of ["Languages: Python, SQL", " Languages:\u00a0Python,  SQL\n"]) {
      expect(read([{ id: "k1", text }])).toMatchObject({ edits: [], warnings: [] });
    }
  });

  it("rest on the line itself where their evidence does not exist", () => {
    expect(read([{ evidence: ["z9"] }]).edits[0]?.evidence).toEqual(["w1.h1"]);
  });

  it("only reword in a preview", () => {
    const { edits, warnings } = read([{ op: "drop", text: null }, {}], "preview");
    expect(edits).toHaveLength(1);
    expect(warnings).toMatchObject([{ code: "not-in-preview" }]);
  });

  it("claim only keywords that the line shows, in whatever spelling", () => {
    const { edits } = read([{ text: "Ran k8s for APIs", keywords: ["Kubernetes", "APIs", "Terraform", ""] }]);
    expect(edits[0]?.keywords).toEqual(["Kubernetes", "APIs"]);
  });
});

describe("advice", () => {
  it("sends nobody to an address of somebody else", () => {
    const strategy = [
      "Lead with APIs, <NAME>.",
      "Apply at https://evil.example/x",
      "Call +1 555 999 8877 now",
      "Mail hr@evil.example",
    ];
    const question = { requirement: "Terraform", question: "See www.evil.example?" };
    const reading = read([{ why: "Visit evil.com/now" }], "complete", { strategy, questions: [question] });
    expect(reading.strategy).toEqual(["Lead with APIs, Marisol."]);
    expect(reading.questions).toEqual([]);
    expect(reading.edits[0]?.why).toBe("");
  });

  it("is one line of sensible length", () => {
    const [said = ""] = read([], "complete", { strategy: [`Lead\nwith ${"many ".repeat(100)}`] }).strategy;
    expect(said).toMatch(/^Lead with many/);
    expect(said).toHaveLength(300);
  });
});
