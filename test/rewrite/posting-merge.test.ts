import { describe, expect, it } from "vitest";
import type { PostingAnswer } from "../../src/rewrite/model-schemas.js";
import { mergePosting } from "../../src/rewrite/posting-merge.js";
import { documentOf, lexicon, posting, postingLines, requirement } from "./model-task.js";

const source = documentOf(postingLines);
const answer = (fields: Partial<PostingAnswer> = {}): PostingAnswer => ({
  title: null,
  company: null,
  location: null,
  seniority: null,
  yearsExperience: null,
  language: "en",
  requirements: [],
  responsibilities: [],
  ...fields,
});
const demand = (quote: string, fields: object = {}) => ({ quote, text: null, kind: "must", terms: [], ...fields });
const merge = (fields: Partial<PostingAnswer>, understood = posting) =>
  mergePosting(source, understood, answer(fields), lexicon);

describe("what a model reads in a posting", () => {
  it("adds requirements whose quotes stand there, numbered in the posting's order", () => {
    const merged = merge({
      requirements: [demand("Terraform is a plus", { kind: "nice" }), demand("Kubernetes at scale")],
    });
    expect(merged.requirements).toMatchObject([
      { id: "r1", quote: "5+ years building APIs in Python", line: 4 },
      { id: "r2", quote: "Kubernetes at scale", kind: "must", terms: ["Kubernetes"], line: 5 },
      { id: "r3", quote: "Terraform is a plus", kind: "nice", terms: ["Terraform"], line: 6 },
    ]);
    expect(merged.keywords.map(({ canonical }) => canonical)).toEqual(["Python", "Kubernetes", "Terraform"]);
    expect(merged.warnings).toEqual([]);
  });

  it("counts a quote with other blanks, dashes and case, and keeps the posting's own letters", () => {
    const merged = merge({ requirements: [demand("• KUBERNETES  at Scale")] });
    expect(merged.requirements[1]?.quote).toBe("Kubernetes at scale");
  });

  it("does not count an invented quote, and says how many there were", () => {
    const merged = merge({ requirements: [demand("10 years of COBOL"), demand("")] });
    expect(merged.requirements).toEqual(posting.requirements);
    expect(merged.warnings).toMatchObject([
      { code: "quote-not-found", message: expect.stringMatching(/^2 requirements/) },
    ]);
  });

  it("takes no term that the quote does not name", () => {
    const merged = merge({
      requirements: [demand("Kubernetes at scale", { terms: ["k8s ops", "COBOL", "scale"] })],
    });
    expect(merged.requirements[1]?.terms).toContain("Kubernetes");
    expect(merged.requirements[1]?.terms).not.toContain("COBOL");
  });

  it("replaces the code's reading of the same line, whose alternatives stay", () => {
    const understood = {
      ...posting,
      requirements: [
        requirement("r1", "Kubernetes at scale", {
          line: 5,
          alternatives: [["Kubernetes"]],
          kind: "nice" as const,
        }),
      ],
    };
    expect(merge({ requirements: [demand("Kubernetes", { kind: "must" })] }, understood).requirements).toMatchObject([
      { id: "r1", kind: "must", alternatives: [["Kubernetes"]] },
    ]);
  });

  it("fills title, company and place only where they are printed, and where the code found none", () => {
    expect(merge({ title: "CEO", company: "Globex Corporation", location: "Paris" })).toMatchObject({
      title: "Senior Backend Engineer",
      company: "Globex Corporation",
      location: null,
    });
  });

  it.each<[number | null, number | null]>([
    [5, 5],
    [7, null],
    [50, null],
    [null, null],
  ])("takes %s years for %s", (years, expected) => {
    expect(merge({ yearsExperience: years }, { ...posting, yearsExperience: null }).yearsExperience).toBe(expected);
  });

  it("knows no seniority but its own words", () => {
    const open = { ...posting, seniority: null };
    expect(merge({ seniority: "lead" }, open).seniority).toBe("lead");
    expect(merge({ seniority: "wizard" }, open).seniority).toBeNull();
  });
});
