import { describe, expect, it } from "vitest";
import { outputPlan, parseFormats } from "../../src/write/outputs.js";

describe("formats", () => {
  it.each([
    ["docx", ["docx"]],
    ["docx, MD,html", ["docx", "md", "html"]],
    ["markdown,md", ["md"]],
  ])("of %s are %j", (list, expected) => expect(parseFormats(list)).toEqual(expected));

  it.each(["", "doc", "docx,xls", ","])("refuses %j", (list) =>
    expect(() => parseFormats(list)).toThrow(/is not a format/),
  );
});

describe("the paths of a run", () => {
  it.each([
    [{}, { files: [{ format: "docx", path: "cv-acme.docx" }], trace: "cv-acme.trace.json" }],
    [{ out: "out/" }, { files: [{ format: "docx", path: "out/cv-acme.docx" }], trace: "out/cv-acme.trace.json" }],
    [{ out: "/" }, { files: [{ format: "docx", path: "/cv-acme.docx" }], trace: "/cv-acme.trace.json" }],
    [{ out: "v1.2" }, { files: [{ format: "docx", path: "v1.2/cv-acme.docx" }], trace: "v1.2/cv-acme.trace.json" }],
    [
      { out: "to/send.md", report: true },
      {
        files: [{ format: "md", path: "to/send.md" }],
        trace: "to/send.trace.json",
        report: "to/send.report.html",
      },
    ],
    [{ out: "to/send.md" }, { files: [{ format: "md", path: "to/send.md" }], trace: "to/send.trace.json" }],
    [
      { out: "send.html", formats: ["html" as const] },
      { files: [{ format: "html", path: "send.html" }], trace: "send.trace.json" },
    ],
    [
      { formats: ["docx" as const, "json" as const] },
      {
        files: [
          { format: "docx", path: "cv-acme.docx" },
          { format: "json", path: "cv-acme.json" },
        ],
        trace: "cv-acme.trace.json",
      },
    ],
  ])("for %j", (wish, expected) => expect(outputPlan(wish, "cv-acme", ["docx"])).toEqual(expected));

  it("refuses one file name for several formats", () => {
    expect(() => outputPlan({ out: "send.docx", formats: ["docx", "md"] }, "cv", ["docx"])).toThrow(
      /names one .docx file/,
    );
  });
});
