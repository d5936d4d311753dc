import { expect, it } from "vitest";
import type { ParsedResume } from "../../src/schema/resume.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { parseDocument } from "../../src/write/parse.js";
import { line } from "../doubles.js";

const warning = { code: "x", message: "m", line: 1 };
const source: SourceDocument = {
  kind: "text",
  sha256: "ab",
  pages: null,
  meta: {},
  traits: [],
  warnings: [warning],
  lines: [line(1, "Ada"), line(2, "WORK", { style: "heading" }), line(3, "Built it", { style: "list" })],
};
const parsed: ParsedResume = {
  resume: { basics: { name: "Ada" } },
  ids: { "w1.h1": { lines: [3], text: "Built it", path: "work[0].highlights[0]" } },
  provenance: { "basics.name": [1] },
  sections: [
    { line: null, heading: "", kind: "basics", entries: ["basics"] },
    { line: 2, heading: "WORK", kind: "work", entries: ["work[0]"] },
  ],
  language: "en",
  warnings: [{ ...warning, code: "y" }],
};

it("gives each line the heading it stands under, ids without paths, and the warnings of both stages", () => {
  expect(parseDocument(source, parsed, "cv.txt")).toMatchObject({
    schema: "resumelaw/resume@1",
    source: { file: "cv.txt", kind: "text", sha256: "ab", pages: null },
    lines: [
      { n: 1, section: null },
      { n: 2, section: 2 },
      { n: 3, section: 2, style: "list" },
    ],
    ids: { "w1.h1": { lines: [3], text: "Built it" } },
    warnings: [{ code: "x" }, { code: "y" }],
  });
});
