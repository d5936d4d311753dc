import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/rewrite/apply.js";
import type { ParsedResume, Resume } from "../../src/schema/resume.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { outlineOf, outlineText } from "../../src/write/outline.js";
import { leavesOf, printOf, stringAt } from "../../src/write/printed.js";
import { parsedFrom, printedFrom, words } from "../fixtures/parsed-resume.js";
import { printed } from "../fixtures/printed-resume.js";
import { expectGolden } from "./golden.js";

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of values and editable texts that the outline does not print; links count where they lead. */
function lostWords(parsed: ParsedResume, source: SourceDocument | null): string[] {
  const outline = outlineOf(parsed, source, words);
  const runs = [
    outline.contacts,
    ...outline.sections.flatMap(({ blocks }) =>
      blocks.map((block) =>
        block.block === "line"
          ? block.runs
          : [...block.title, ...block.subtitle, ...block.body.flatMap(({ runs }) => runs)],
      ),
    ),
  ].flat();
  const printedText = [outlineText(outline), ...runs.map(({ url }) => url ?? "")].join("\n");
  const has = new Set(wordsOf(printedText));
  const print = printOf(parsed, null, words);
  const paths = leavesOf(print, "").filter((path) => !/^(\$schema|meta|basics\.image)/.test(path));
  const values = paths.map((path) => (/date$/i.test(path) ? stringAt(print, path).slice(2, 4) : stringAt(print, path)));
  const texts = [...values, ...Object.values(parsed.ids).map(({ text }) => text)];
  return texts
    .flatMap(wordsOf)
    .filter((word) => !has.has(word) && ![...has].some((there) => there.endsWith(word) && /^\d+$/.test(word)));
}

describe("outlineOf", () => {
  it("prints the resume in its own order and notation", async () => {
    await expectGolden("nurse.txt", `${outlineText(outlineOf(printed.parsed, printed.source, words))}\n`);
  });

  it("prints it from the data alone where there is no source", async () => {
    await expectGolden("nurse-from-data.txt", `${outlineText(outlineOf(printed.parsed, null, words))}\n`);
  });

  it.each([
    ["with", printed.source],
    ["without", null],
  ])("loses no word of a value %s its source", (_, source) => {
    expect(lostWords(printed.parsed, source)).toEqual([]);
  });

  it("loses no word of any resume, whatever is filled in and whatever no section names", () => {
    const text = fc.option(fc.stringMatching(/^[a-z]{1,8}( [a-z0-9]{1,8}){0,3}$/), { nil: undefined });
    const list = fc.option(
      fc.array(
        text.map((text) => text ?? "x"),
        { maxLength: 3 },
      ),
      { nil: undefined },
    );
    const date = fc.option(fc.constantFrom("2016", "2016-09", "2016-09-30"), { nil: undefined });
    const dates = { startDate: date, endDate: date };
    const resumes = fc.record({
      basics: fc.record({
        name: text,
        label: text,
        summary: text,
        nickname: text,
        location: fc.record({ city: text, region: text, address: text, planet: text }),
        profiles: fc.array(
          fc.record({
            network: text,
            username: text,
            url: fc.constantFrom("https://a.example/b", undefined, "not a url"),
          }),
          { maxLength: 2 },
        ),
      }),
      work: fc.array(
        fc.record({
          name: text,
          position: text,
          location: text,
          summary: text,
          description: text,
          url: text,
          highlights: list,
          team: text,
          ...dates,
        }),
        { maxLength: 2 },
      ),
      volunteer: fc.array(
        fc.record({ organization: text, position: text, summary: text, highlights: list, ...dates }),
        { maxLength: 2 },
      ),
      education: fc.array(
        fc.record({
          institution: text,
          area: text,
          studyType: text,
          score: text,
          courses: list,
          highlights: list,
          ...dates,
        }),
        { maxLength: 2 },
      ),
      projects: fc.array(
        fc.record({
          name: text,
          description: text,
          keywords: list,
          roles: list,
          entity: text,
          type: text,
          highlights: list,
          ...dates,
        }),
        { maxLength: 2 },
      ),
      skills: fc.array(fc.record({ name: text, level: text, keywords: list }), { maxLength: 2 }),
      awards: fc.array(fc.record({ title: text, date, awarder: text, summary: text }), { maxLength: 2 }),
      certificates: fc.array(fc.record({ name: text, date, issuer: text, url: text }), { maxLength: 2 }),
      publications: fc.array(fc.record({ name: text, publisher: text, releaseDate: date, summary: text }), {
        maxLength: 2,
      }),
      languages: fc.array(fc.record({ language: text, fluency: text }), { maxLength: 2 }),
      interests: fc.array(fc.record({ name: text, keywords: list }), { maxLength: 2 }),
      references: fc.array(fc.record({ name: text, reference: text }), { maxLength: 2 }),
      sections: fc.array(
        fc.record({ name: text.map((text) => text ?? "more"), items: list.map((list) => list ?? []) }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(resumes, fc.boolean(), (resume, isForgotten) => {
        const parsed = parsedFrom(resume as Resume);
        expect(lostWords(isForgotten ? { ...parsed, sections: [] } : parsed, null)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("prints the new text of an edited line and no longer the old one, even where the source line was printed whole", () => {
    const edits = ["w1.h1", "p1.h1", "x1.h1", "k1", "summary"].map((id) => ({
      id,
      op: "replace" as const,
      text: id === "k1" ? "Clinical: Zeal" : `Zeal ${id}`,
      after: null,
      evidence: [],
      keywords: [],
      why: "",
    }));
    const after = applyEdits(printed.parsed, edits);
    const text = outlineText(outlineOf(after, printed.source, words));
    expect(lostWords(after, printed.source)).toEqual([]);
    for (const old of ["Lead a ward", "Adopted by", "Combat medic", "Wound care", "12 years"])
      expect(text).not.toContain(old);
  });

  it.each([
    ["EDUCATION", "SUMMARY"],
    ["Education", "Summary"],
  ])("heads an added summary as the other headings are written: %s", (education, summary) => {
    const parsed = parsedFrom({ basics: { name: "A" }, education: [{ institution: "B" }] }, { education });
    const after = applyEdits(parsed, [
      { id: "summary", op: "replace", text: "Baker.", after: null, evidence: [], keywords: [], why: "" },
    ]);
    expect(outlineOf(after, null, words).sections.map(({ heading }) => heading)).toEqual([summary, education]);
  });

  it("keeps a summary without heading as it is", () => {
    const { parsed, source } = printed;
    const bare = {
      ...parsed,
      sections: parsed.sections.map((section) => (section.kind === "summary" ? { ...section, heading: "" } : section)),
    };
    expect(outlineOf(bare, source, words).sections[0]?.heading).toBe("");
  });

  it.each([
    ["header", "Ines Calloway-Ruiz – page 2", false],
    ["header", "Licensed in Arizona since 2014", true],
    ["body", "Ines Calloway-Ruiz – page 2", true],
  ] as const)("knows a running head from text: %s, %s", (region, text, isPrinted) => {
    const resume = { basics: { name: "Ines Calloway-Ruiz" }, sections: [{ name: "", items: [text] }] };
    const { parsed, source } = printedFrom(resume, ["Ines Calloway-Ruiz", { text, region }]);
    const [, ...lines] = outlineText(
      outlineOf({ ...parsed, provenance: { "sections[0].items[0]": [2] } }, source, words),
    ).split("\n");
    expect(lines).toEqual(isPrinted ? [text] : []);
  });

  it("prints a language line that holds several entries once", () => {
    const languages = outlineOf(printed.parsed, printed.source, words).sections.find(
      ({ kind }) => kind === "languages",
    );
    expect(languages?.blocks).toHaveLength(1);
  });

  it.each([
    [{ phone: "(555) 010-4477" }, "letter"],
    [{ phone: "+44 20 7946 0958" }, "a4"],
    [{ location: { countryCode: "CA" } }, "letter"],
    [{ location: { countryCode: "DE" }, phone: "555-010-4477" }, "a4"],
    [{ location: { city: "Boston", region: "MA 02115" } }, "letter"],
    [{ location: { city: "Berlin", region: "DE" } }, "a4"],
    [{}, "a4"],
  ])("chooses the paper of %j", (basics, paper) => {
    expect(outlineOf(parsedFrom({ basics }), null, words).paper).toBe(paper);
  });
});
