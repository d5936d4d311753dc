import { beforeAll, describe, expect, it } from "vitest";
import { matchWithFacts } from "../../src/match/fact-evidence.js";
import { matchResume } from "../../src/match/match.js";
import type { Fact } from "../../src/schema/edit.js";
import type { MatchReport } from "../../src/schema/match.js";
import { type Knowledge, loadKnowledge } from "../../src/understand/knowledge.js";
import { understandResume } from "../../src/understand/resume.js";
import { data } from "../doubles.js";
import { documentOf, posting, requirement } from "../rewrite/model-task.js";

const resume = [
  "Ivo Sandvik",
  "ivo@example.com",
  "Experience",
  "Platform Engineer, Northlight Stores, Bergen",
  "Jan 2020 – Present",
  "• Built REST APIs in Python for 40 shops.",
  "• Kept the servers of the test environment running.",
];
const wanted = {
  ...posting,
  requirements: [
    requirement("r1", "APIs in Python", { terms: ["Python"] }),
    requirement("r2", "Infrastructure as code with Terraform", { terms: ["Terraform"] }),
  ],
  keywords: ["Python", "Terraform"].map((term) => ({ term, canonical: term, weight: 1 })),
};
const fact = (text: string, id = "f3"): Fact => ({ id, text, entry: "w1", at: "2026-11-23T10:00:00Z", origin: "test" });

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge(data);
});

function reports(facts: Fact[]): { own: MatchReport; told: MatchReport } {
  const source = documentOf(resume);
  const parsed = understandResume(source, knowledge.resume);
  const options = { asOf: "2026-11", words: knowledge.match };
  return {
    own: matchResume(source, parsed, wanted, knowledge.lexicon, options),
    told: matchWithFacts(source, parsed, wanted, knowledge.lexicon, { ...options, facts }),
  };
}
const demand = (report: MatchReport): MatchReport["requirements"][number] | undefined =>
  report.requirements.find(({ text }) => text.includes("Terraform"));

describe("a match with confirmed facts", () => {
  it("is the plain match where there are none", () => {
    const { own, told } = reports([]);
    expect(told).toEqual(own);
  });

  it("shows a demand that a fact alone proves as partly met, by the fact's id, and cites no line for it", () => {
    const { own, told } = reports([fact("Set up infrastructure as code with Terraform")]);
    expect(demand(own)).toMatchObject({ status: "missing", missingTerms: expect.arrayContaining(["Terraform"]) });
    expect(demand(told)).toMatchObject({ status: "partly", facts: ["f3"] });
    expect(demand(told)?.missingTerms).not.toContain("Terraform");
    expect(demand(told)?.evidence).toEqual(demand(own)?.evidence);
    expect(told.keywords.find(({ term }) => term === "Terraform")).toMatchObject({
      inResume: 0,
      lines: [],
      facts: ["f3"],
    });
  });

  it("leaves the score at what the resume says, and raises what it can reach", () => {
    const { own, told } = reports([fact("Set up infrastructure as code with Terraform")]);
    expect(told.score).toBe(own.score);
    expect(told.ceiling).toBeGreaterThan(own.ceiling);
  });

  it("changes nothing by a fact that the posting does not ask for, or that the resume says itself", () => {
    for (const text of ["Holds a driving licence", "Built REST APIs in Python"]) {
      const { own, told } = reports([fact(text)]);
      expect(told).toEqual(own);
    }
  });
});
