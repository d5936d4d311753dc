import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/read/json.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import { understandResume } from "../../src/understand/resume.js";
import { writeJson } from "../../src/write/json.js";
import { words } from "./resume-words.js";

async function parse(value: unknown): Promise<ParsedResume> {
  const document = await readJson(Buffer.from(JSON.stringify(value)), "cv.json");
  return understandResume({ ...document, sha256: "" }, words);
}

const resume = {
  basics: {
    name: "Rosa Blum",
    label: "Cook / Baker",
    email: "rosa@example.com",
    location: { city: "Graz", region: "Texas", countryCode: "AT" },
    profiles: [{ network: "GitHub", username: "rosa-b", url: "https://github.com/rosa" }],
    summary: "Cooks well.\n\nBakes better.",
  },
  work: [
    {
      name: "Engineer Street, Inc. - Manager",
      position: "The Inn | University",
      location: "Graz",
      startDate: "2019-03",
      description: "2016 - 2018",
      summary: "Did things.",
      highlights: ["Fed 80 guests", "Cut waste: 2019 - 2020"],
    },
    { name: "Bar", position: "Cook", startDate: "2016", endDate: "2018-02-01" },
  ],
  education: [{ institution: "Cooking", studyType: "Vienna University", area: "Bread", endDate: "2018", score: "1.0" }],
  projects: [{ name: "A - B", description: "C", keywords: ["x", "y, z"], roles: ["Lead"], entity: "E", type: "app" }],
  skills: [{ name: "Kitchen", level: "Expert", keywords: ["Sauces, brown", "Bread"] }],
  languages: [{ language: "German", fluency: "native" }],
  certificates: [{ name: "Food - Safety", issuer: "City, Graz", date: "2020-01" }],
  references: [{ name: "Ann", reference: "Fine." }],
  sections: [{ name: "Hobbies at sea", items: ["Sailing", "Rowing"] }],
};

describe("a JSON Resume", () => {
  it("comes back with the same values, however they read in print", async () => {
    expect((await parse(resume)).resume).toEqual(resume);
  });

  it("comes back from our own JSON, too", async () => {
    const again = await parse(JSON.parse(writeJson(await parse(resume))));
    expect(again.resume).toEqual(resume);
  });

  it("has lines behind each text and no warning", async () => {
    const { provenance, warnings, ids } = await parse(resume);
    expect(warnings).toEqual([]);
    expect(Object.values(provenance).filter((lines) => lines.length === 0)).toEqual([]);
    expect(Object.keys(ids)).toEqual(expect.arrayContaining(["summary", "w1.h2", "p1.summary", "k1", "x1.h1"]));
  });

  it("names the values under each heading", async () => {
    const { sections } = await parse(resume);
    expect(sections.map(({ heading, kind, entries }) => [heading, kind, entries])).toEqual([
      ["", "basics", ["basics"]],
      ["Summary", "summary", ["basics.summary"]],
      ["Work Experience", "work", ["work[0]", "work[1]"]],
      ["Education", "education", ["education[0]"]],
      ["Projects", "projects", ["projects[0]"]],
      ["Skills", "skills", ["skills[0]"]],
      ["Languages", "languages", ["languages[0]"]],
      ["Certifications", "certificates", ["certificates[0]"]],
      ["References", "references", ["references[0]"]],
      ["Hobbies at sea", "other", ["sections[0]"]],
    ]);
  });
});

describe("a JSON Resume of an older version or another hand", () => {
  it.each([
    ["company", { work: [{ company: "Inn", position: "Cook" }] }, { work: [{ name: "Inn", position: "Cook" }] }],
    [
      "gpa as a number",
      { education: [{ institution: "X", gpa: 3.5 }] },
      { education: [{ institution: "X", score: "3.5" }] },
    ],
    ["skills as texts", { skills: ["Go", "SQL"] }, { skills: [{ name: "", keywords: ["Go", "SQL"] }] }],
    ["languages as texts", { languages: ["German"] }, { languages: [{ language: "German" }] }],
    [
      "one highlight as a text",
      { work: [{ name: "Inn", highlights: "Cooked" }] },
      { work: [{ name: "Inn", highlights: ["Cooked"] }] },
    ],
    [
      "a place as a text",
      { basics: { name: "Rosa", location: "Graz" } },
      { basics: { name: "Rosa", location: { address: "Graz" } } },
    ],
    ["blank and empty values", { work: [{ name: "Inn", position: "", endDate: null }] }, { work: [{ name: "Inn" }] }],
    [
      "dates of other notations",
      { work: [{ name: "Inn", startDate: "March 2019", endDate: "Present" }] },
      { work: [{ name: "Inn", startDate: "2019-03" }] },
    ],
    [
      "a date with its time",
      { work: [{ name: "Inn", startDate: "2019-03-01T00:00:00Z" }] },
      { work: [{ name: "Inn", startDate: "2019-03-01" }] },
    ],
  ])("is read with %s", async (_what, value, expected) => {
    const { resume: read } = await parse({ basics: { name: "Rosa" }, ...value });
    expect(read).toMatchObject(expected);
    expect(Object.keys(read).length).toBe(Object.keys({ basics: {}, ...expected }).length);
  });

  it("keeps lists under unknown keys as sections", async () => {
    const { resume: read } = await parse({ ...resume, hobbies: ["Chess", "Go"] });
    expect(read.sections).toContainEqual({ name: "Hobbies", items: ["Chess", "Go"] });
  });

  it("says which date it cannot read", async () => {
    const { warnings } = await parse({ ...resume, awards: [{ title: "Prize", date: "long ago" }] });
    expect(warnings.map(({ code }) => code)).toEqual(["unread-date"]);
  });
});

describe("a JSON file of any shape", () => {
  it.each([
    [{ sections: ["Profile", "Work"] }],
    [{ sections: { a: "one", b: ["two"] } }],
    [{ sections: [{ heading: "Sea", lines: ["Sailing"] }] }],
    [{ work: "a clerk", skills: { a: { b: "c" } }, education: [["x"]] }],
    [{ basics: { profiles: "none", location: ["Graz"], name: ["Rosa", "Blum"] } }],
  ])("%j is read without a fault, and keeps its texts", async (value) => {
    const name = "Rosa Blum from the harbour";
    const { resume: read } = await parse({ basics: { name }, work: [{ name: "Harbour Kitchen" }], ...value });
    expect(JSON.stringify(read)).toMatch(/Rosa|Harbour Kitchen/);
  });

  it("never breaks the reading, and changes no object of the program", async () => {
    const key = fc.constantFrom(
      "basics",
      "work",
      "skills",
      "sections",
      "name",
      "items",
      "constructor",
      "__proto__",
      "prototype",
      "highlights",
      "startDate",
      "profiles",
    );
    const value = fc.object({
      key,
      maxDepth: 5,
      values: [
        fc.string(),
        fc.constantFrom("2019-02", "Present", "Graz"),
        fc.boolean(),
        fc.integer(),
        fc.constant(null),
      ],
      withNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(value, async (any) => {
        const text = JSON.stringify({
          ...any,
          basics: { name: "Rosa Blum", summary: "Cooks for eighty guests a day." },
        });
        const document = await readJson(Buffer.from(text), "cv.json");
        const parsed = understandResume({ ...document, sha256: "" }, words);
        expect(parsed.resume.basics?.name).toBe("Rosa Blum");
        expect(Object.keys(Object.prototype).concat(Object.keys(Object))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
