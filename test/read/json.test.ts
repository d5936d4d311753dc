import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readJson } from "../../src/read/json.js";
import { corpus, hasCorpus } from "../doubles.js";

const read = (value: unknown) =>
  readJson(Buffer.from(typeof value === "string" ? value : JSON.stringify(value)), "cv.json");

const resume = {
  basics: {
    name: "Rosa Blum",
    email: "rosa@example.com",
    profiles: [{ network: "GitHub", username: "rosa", url: "https://github.com/rosa" }],
    summary: "Cooks well.",
  },
  work: [{ name: "The Inn", position: "Cook", startDate: "2019-03", highlights: ["Fed 80 guests", "Cut waste"] }],
  education: [{ institution: "Vienna School", studyType: "Diploma", area: "Cooking", endDate: "2018" }],
  skills: [{ name: "Kitchen", keywords: ["Sauces", "Bread"] }],
};

describe("readJson", () => {
  it("prints a JSON Resume, each line citing its value", async () => {
    const { lines, warnings } = await read(resume);
    expect(warnings).toEqual([]);
    expect(lines.map(({ text, style, ref }) => [style, text, ref.in === "json" ? ref.pointer.slice(1) : ""])).toEqual([
      ["heading", "Rosa Blum", "basics/name"],
      ["body", "rosa@example.com", "basics/email"],
      ["body", "GitHub: https://github.com/rosa", "basics/profiles/0"],
      ["heading", "Summary", "basics/summary"],
      ["body", "Cooks well.", "basics/summary"],
      ["heading", "Work Experience", "work"],
      ["heading", "Cook | The Inn\t2019-03 – Present", "work/0"],
      ["list", "Fed 80 guests", "work/0/highlights/0"],
      ["list", "Cut waste", "work/0/highlights/1"],
      ["heading", "Education", "education"],
      ["heading", "Diploma in Cooking | Vienna School\t2018", "education/0"],
      ["heading", "Skills", "skills"],
      ["body", "Kitchen: Sauces, Bread", "skills/0"],
    ]);
  });

  it("keeps values under keys that the schema does not know", async () => {
    const { lines } = await read({
      ...resume,
      work: [{ name: "The Inn", position: "Cook", unit: "Pastry" }],
      hobbies: ["Chess"],
    });
    expect(lines.map((line) => line.text)).toEqual(expect.arrayContaining(["Hobbies", "Chess", "Pastry"]));
  });

  it("reads a resume of another schema with a warning", async () => {
    const { lines, warnings } = await read({
      personalInfo: { name: "Rosa Blum", email: "rosa@example.com" },
      workExperience: [
        { title: "Cook", company: "The Inn", years: "2019-2021", description: ["Fed 80 guests"], id: 4 },
      ],
      skills: ["Sauces"],
    });
    expect(warnings.map(({ code }) => code)).toEqual(["unknown-schema"]);
    expect(lines.map((line) => line.text)).toEqual([
      "Rosa Blum",
      "rosa@example.com",
      "Work Experience",
      "Cook | The Inn\t2019-2021",
      "Fed 80 guests",
      "Skills",
      "Sauces",
    ]);
  });

  it.each([
    ["broken JSON", '{"basics": {\n "name": "Rosa', "not valid JSON (line 2, column 15)"],
    ["JSON of something else", '{"orders": [1, 2]}', "not a resume"],
    ["a list", "[1, 2]", "not a resume"],
  ])("says what is wrong with %s", async (_name, text, message) => {
    await expect(read(text)).rejects.toMatchObject({ kind: "input", message: expect.stringContaining(message) });
  });
});

describe.skipIf(!hasCorpus)("the JSON resumes of the corpus", () => {
  const names = hasCorpus ? readdirSync(join(corpus, "resumes/json")) : [];
  const files = names.filter((name) => name.endsWith(".json") && !name.includes("expected"));

  it("are several", () => {
    expect(files.length).toBeGreaterThan(3);
  });

  it.each(files)("keep every text of %s in its place", async (file) => {
    const bytes = readFileSync(join(corpus, "resumes/json", file));
    const { lines, warnings } = await readJson(bytes, file);
    expect(warnings.filter(({ code }) => code !== "unknown-schema")).toEqual([]);
    const { work = [], workExperience = [] } = JSON.parse(bytes.toString());
    const highlights = [...work, ...workExperience].flatMap(
      (job: { highlights?: string[]; description?: string[] }) => job.highlights ?? job.description ?? [],
    );
    expect(highlights.length).toBeGreaterThan(0);
    expect(lines.filter(({ style }) => style === "list").map(({ text }) => text)).toEqual(
      expect.arrayContaining(highlights),
    );
  });
});
