import { describe, expect, it } from "vitest";
import { highestDegree } from "../../src/match/degrees.js";
import { scoreRequirements } from "../../src/match/requirements.js";
import { resumeTerms } from "../../src/match/resume-terms.js";
import type { Posting } from "../../src/schema/posting.js";
import type { Resume } from "../../src/schema/resume.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { data, line } from "../doubles.js";
import { printedFrom } from "../fixtures/parsed-resume.js";

const { lexicon, posting: postingWords, match: words } = await loadKnowledge(data);

const resume: Resume = {
  basics: { name: "Ann Example", summary: "Engineer who likes ferries." },
  work: [
    {
      name: "Acme",
      position: "Engineer",
      startDate: "2016-01",
      highlights: [
        "Ran services on AWS with Flask",
        "Tuned SQL reports in Postgres and shipped with GitHub Actions",
        "Wrote integration tests with pytest",
        "Thesis work on integer programming",
        "Dressed wounds in the first-aid tent",
      ],
    },
  ],
  education: [{ institution: "Elm University", studyType: "Bachelor of Science", area: "Computer Science" }],
  certificates: [{ name: "AWS Certified Developer – Associate" }],
  skills: [{ name: "Tools", keywords: ["Flask", "AWS", "Programming"] }],
};
const { parsed, source } = printedFrom(resume, [
  "Ann Example",
  "Engineer who likes ferries.",
  "Acme, Engineer, 2016-01 – now",
  ...(resume.work?.[0]?.highlights ?? []),
  "Bachelor of Science, Computer Science, Elm University",
  "AWS Certified Developer – Associate",
  "Tools: Flask, AWS, Programming",
]);
const candidate = {
  terms: resumeTerms(source, parsed, lexicon),
  years: 6,
  degree: highestDegree(resume, lexicon, words),
  degreeLines: new Map([[3, [9]]]),
  language: "en",
  languageLevels: new Map<string, number>(),
  studyLines: new Set([9]),
  words,
};

function postingOf(...demands: string[]): Posting {
  const lines = [line(1, "Requirements", { style: "heading", level: 2 })];
  for (const text of demands) lines.push(line(lines.length + 1, text, { style: "list", level: 1 }));
  const document = { kind: "text", sha256: "", pages: null, lines, meta: {}, traits: [], warnings: [] } as const;
  return understandPosting({ ...document, lines, traits: [], warnings: [] }, lexicon, postingWords);
}
const scored = (...demands: string[]) =>
  scoreRequirements(postingOf(...demands), candidate, lexicon, (text) => (/(\d+) years/.test(text) ? 12 : null));

describe("a demand as printed", () => {
  it.each([
    ["Experience with FastAPI, Django or a similar web framework", "met", [4, 11], []],
    ["Cloud platforms such as Azure or Google Cloud", "met", [4, 11], []],
    ["Strong SQL, including query tuning", "met", [5], []],
    ["CI/CD pipelines, for example Jenkins", "met", [5], []],
    ["Automated testing as a habit", "met", [6], []],
    ["AWS certification", "met", [10], []],
    ["A degree in computer science or a related field", "met", [9], []],
    ["Bachelor's degree", "met", [9], []],
    ["Fluent English", "met", [], []],
    ["Working knowledge of Go", "missing", [], ["Go"]],
    ["Event streaming with Apache Kafka", "missing", [], ["Event streaming", "Apache Kafka"]],
    ["Google Cloud certification", "missing", [], ["Google Cloud certification"]],
    ["12 years of experience with Terraform", "missing", [], ["Terraform"]],
    ["Flask and Terraform", "partly", [4, 11], ["Terraform"]],
    ["Master's degree", "partly", [9], ["Master's degree"]],
  ])("%j is %s by lines %j, without %j", (text, status, lines, missing) => {
    const [one] = scored(text);
    expect(one?.match.status).toBe(status);
    expect(one?.match.evidence.map(({ line: n }) => n)).toEqual(lines);
    expect(one?.match.missingTerms).toEqual(missing);
  });

  it("is worth 1 named, 0.9 by a product of it, 0.7 by another kind, 0.2 by what it is a kind of, 0 else", () => {
    const score = (text: string) => scored(text)[0]?.score;
    expect(
      [
        "Knowledge of Flask",
        "Knowledge of web frameworks",
        "Knowledge of automated testing",
        "Knowledge of Go",
        "Knowledge of COBOL and Perl",
        "Knowledge of nursing",
      ].map(score),
    ).toEqual([1, 0.9, 0.9, 0.2, 0.2, 0]);
  });

  it("in words that no list has is shown by a line with half of them, never by one with fewer", () => {
    const [held, not] = scored("Likes ferries", "Likes bridges, tunnels, harbours");
    expect(held?.match).toMatchObject({ status: "met", evidence: [{ line: 2 }] });
    expect(not?.match).toMatchObject({ status: "missing", evidence: [] });
  });

  it("counts years half beside what they are asked for in", () => {
    expect(scored("12 years of Flask")[0]?.score).toBeCloseTo((1 + 0.5 * 0.5) / 1.5);
  });
});

describe("a demand that no resume shows", () => {
  it("is to be confirmed, names no missing skill and has no proof", () => {
    const [one] = scored("Ability to lift 50 lbs and to work night shifts");
    expect(one?.match).toMatchObject({ toConfirm: true, evidence: [], missingTerms: [] });
    expect(scored("Knowledge of Go")[0]?.match.toConfirm).toBeUndefined();
  });
});

describe("a field of study", () => {
  it.each([
    ["Bachelor's degree in computer science", 1],
    ["Bachelor's degree in nursing", 0.5],
    ["Bachelor's degree in nursing or a related field", 0.8],
  ])("in %j counts %d with the degree", (text, score) => expect(scored(text)[0]?.score).toBeCloseTo(score));
});

describe("every proof", () => {
  const all = scored(
    "Flask, AWS, SQL, pytest and GitHub Actions",
    "Experience with Postgres; or",
    "A degree in computer science",
  );
  it("is a line of the resume that names the term or a kind of it, at most three of them", () => {
    for (const { match, requirement } of all) {
      expect(match.evidence.length).toBeLessThanOrEqual(3);
      for (const { line: n, text } of match.evidence) {
        expect(source.lines.find((own) => own.n === n)?.text).toBe(text);
        const shown = lexicon.find(text).map(({ canonical }) => canonical);
        const kinds = shown.flatMap((term) => [term, ...(lexicon.entries.get(term)?.parents ?? [])]);
        expect(kinds.some((term) => requirement.terms.includes(term))).toBe(true);
      }
    }
  });

  it("covers what is asked before it repeats: three lines show all five terms", () => {
    expect(all[0]?.match.evidence.map(({ line: n }) => n)).toEqual([4, 5, 6]);
  });
});
