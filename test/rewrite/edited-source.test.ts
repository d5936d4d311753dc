import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/rewrite/apply.js";
import { editedSource } from "../../src/rewrite/edited-source.js";
import type { Edit } from "../../src/schema/edit.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { line } from "../doubles.js";

const source: SourceDocument = {
  kind: "text",
  sha256: "",
  pages: null,
  lines: [
    line(1, "Ada Example"),
    line(2, "Responsible for a team"),
    line(3, "of five"),
    line(4, "Wrote tests"),
    line(5, "Tools: Git, SQL | Spoken: Basque"),
  ],
  meta: {},
  traits: [],
  warnings: [],
};

const parsed: ParsedResume = {
  resume: {
    basics: { name: "Ada Example" },
    work: [{ highlights: ["Responsible for a team of five", "Wrote tests"] }],
    skills: [
      { name: "Tools", keywords: ["Git", "SQL"] },
      { name: "Spoken", keywords: ["Basque"] },
    ],
  },
  ids: {
    summary: { lines: [], text: "", path: "basics.summary" },
    "w1.h1": { lines: [2, 3], text: "Responsible for a team of five", path: "work[0].highlights[0]" },
    "w1.h2": { lines: [4], text: "Wrote tests", path: "work[0].highlights[1]" },
    k1: { lines: [5], text: "Tools: Git, SQL", path: "skills[0]" },
    k2: { lines: [5], text: "Spoken: Basque", path: "skills[1]" },
  },
  provenance: {},
  sections: [],
  language: "en",
  warnings: [],
};

const edit = (id: string, op: Edit["op"], text: string | null = null): Edit => ({
  id,
  op,
  text,
  after: null,
  evidence: [],
  keywords: [],
  why: "",
});

function after(...edits: Edit[]) {
  const edited = editedSource(source, parsed, applyEdits(parsed, edits), edits);
  return { ...edited, texts: edited.source.lines.map(({ text }) => text) };
}

describe("the document as it reads after the edits", () => {
  it("has the new text on the first of the old lines", () => {
    expect(after(edit("w1.h1", "replace", "Led a team of five")).texts).toEqual([
      "Ada Example",
      "Led a team of five",
      "Wrote tests",
      "Tools: Git, SQL | Spoken: Basque",
    ]);
  });

  it("has no line of a dropped text", () => {
    expect(after(edit("w1.h2", "drop")).texts).not.toContain("Wrote tests");
  });

  it("leaves what else stands on a shared line", () => {
    expect(after(edit("k1", "replace", "Tools: SQL, Git")).texts.at(-1)).toBe("Tools: SQL, Git | Spoken: Basque");
  });

  it("gives an added summary a line of its own, which the summary's id cites", () => {
    const { texts, parsed: edited } = after(edit("summary", "replace", "Engineer."));
    expect(texts.at(-1)).toBe("Engineer.");
    expect(edited.ids.summary?.lines).toEqual([6]);
  });

  it("is the same document after a move, and the input is never touched", () => {
    const before = structuredClone({ source, parsed });
    expect(after(edit("w1.h2", "move")).texts).toEqual(source.lines.map(({ text }) => text));
    expect({ source, parsed }).toEqual(before);
  });
});
