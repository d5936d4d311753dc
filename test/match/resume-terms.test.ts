import { describe, expect, it } from "vitest";
import { ancestorsOf, parentsOf, resumeTerms } from "../../src/match/resume-terms.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { data } from "../doubles.js";
import { printedFrom } from "../fixtures/parsed-resume.js";

const { lexicon } = await loadKnowledge(data);
const { parsed, source } = printedFrom(
  {
    basics: { name: "Ann", summary: "Ran K8s." },
    work: ["A", "B", "C"].map((name) => ({
      name,
      highlights: [1, 2, 3, 4].map((at) => `${name} did Postgres task ${at}`),
    })),
    projects: [{ name: "P", highlights: ["Made a toy"] }],
    skills: [{ name: "Tools", keywords: ["Go, Rust"] }],
  },
  [
    "Ann",
    "Ran K8s.",
    ...["A", "B", "C"].flatMap((name) => [1, 2, 3, 4].map((at) => `${name} did Postgres task ${at}`)),
    "Made a toy",
    "Tools: Go, Rust",
    "A stray line",
  ],
);
const terms = resumeTerms(source, parsed, lexicon);

describe("the terms of a resume", () => {
  it("stand under their canonical name with every line", () => {
    expect(terms.named.get("Kubernetes")).toEqual([2]);
    expect(terms.named.get("PostgreSQL")).toHaveLength(12);
  });

  it("imply what they are kinds of, and say by which", () => {
    expect(terms.implied.get("Containers")).toEqual([{ line: 2, by: "Kubernetes" }]);
    expect(terms.implied.get("SQL")?.[0]).toEqual({ line: 3, by: "PostgreSQL" });
    expect(terms.named.has("SQL")).toBe(false);
  });

  it("stand by word in the singular", () => expect(terms.words.get("tool")).toEqual([16]));

  it("are prominent in the summary, the skills and the first three highlights of the two latest jobs", () => {
    expect([...terms.prominent].sort((one, other) => one - other)).toEqual([2, 3, 4, 5, 7, 8, 9, 16]);
  });

  it("are worth most in a highlight, then in the summary and projects, nothing in a line that is not understood", () => {
    expect([3, 14, 2, 15, 16, 17].map(terms.worth)).toEqual([3, 3, 2, 2, 1, 0]);
  });

  it("give a line's text, and none for a line that is not there", () =>
    expect([terms.text(2), terms.text(99)]).toEqual(["Ran K8s.", ""]));
});

describe("kinds", () => {
  it("go up from the nearest", () => {
    expect(ancestorsOf("FastAPI", lexicon).slice(0, 2)).toEqual(["Python", "Web frameworks"]);
    expect(ancestorsOf("FastAPI", lexicon)).toContain("Back-end development");
    expect(parentsOf("nonesuch", lexicon)).toEqual([]);
  });
});
