import { describe, expect, it } from "vitest";
import { atsFindings, atsReport } from "../../src/match/ats.js";
import type { Resume } from "../../src/schema/resume.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { loadMatchWords } from "../../src/understand/match-words.js";
import { data } from "../doubles.js";
import { printedFrom } from "../fixtures/parsed-resume.js";

const words = await loadMatchWords(data);

const whole: Resume = {
  basics: { name: "Ann Example", email: "ann@example.com", phone: "555 0100" },
  work: [{ name: "Acme", position: "Clerk", startDate: "2020-01", endDate: "2021-02", highlights: ["Filed"] }],
  education: [{ institution: "Elm University" }],
  skills: [{ name: "", keywords: ["Filing"] }],
};
const filler = Array.from({ length: 160 }, (_, index) => `word${index}`).join(" ");

function codes(resume: Resume, lines: string[] = [], more: Partial<SourceDocument> = {}): string[] {
  const { parsed, source } = printedFrom(resume, [...lines, filler]);
  return atsFindings({ ...source, ...more }, parsed, words).map(({ code }) => code);
}

describe("findings about a resume", () => {
  it("are none for a plain one", () => expect(codes(whole, ["Acme, Clerk, Jan 2020 – Feb 2021"])).toEqual([]));

  it.each([
    [{ ...whole, basics: { name: "Ann", phone: "555 0100" } }, "no-email"],
    [{ ...whole, basics: { name: "Ann", email: "a@example.com" } }, "no-phone"],
    [{ ...whole, work: [] }, "no-work"],
    [{ ...whole, skills: [] }, "no-skills"],
    [{ ...whole, work: [{ name: "Acme" }] }, "missing-dates"],
    [{ ...whole, sections: [{ name: "Potpourri", items: ["x"] }] }, "unknown-section"],
    [{ ...whole, work: [{ ...whole.work?.[0], highlights: [filler] }] }, "long-highlights"],
  ])("%# name what is wrong: %s", (resume, code) => expect(codes(resume)).toContain(code));

  it.each([
    ["tables", "tables"],
    ["textboxes", "text-boxes"],
    ["header-contact", "contact-in-header"],
    ["columns", "columns"],
    ["hidden-text", "hidden-text"],
  ] as const)("name the layout trait %s", (trait, code) =>
    expect(codes(whole, [], { traits: [trait] })).toContain(code),
  );

  it("name a long and a short document", () => {
    expect(codes(whole, [], { pages: 5 })).toContain("long");
    const { parsed, source } = printedFrom(whole, ["Ann Example"]);
    expect(atsFindings(source, parsed, words).map(({ code }) => code)).toContain("short");
  });

  it("come worst first and cost points in a report without a posting", () => {
    const { parsed, source } = printedFrom({ ...whole, basics: { name: "Ann" } }, [filler]);
    const report = atsReport({ ...source, traits: ["tables"] }, parsed, words);
    expect(report.ats.map(({ severity }) => severity)).toEqual(["error", "warning", "warning"]);
    expect(report).toMatchObject({ score: 100 - 20 - 8 - 8, requirements: [], keywords: [] });
  });
});
