import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchResume } from "../../src/match/match.js";
import { workYears } from "../../src/match/work-years.js";
import { MatchReport } from "../../src/schema/match.js";
import type { Posting } from "../../src/schema/posting.js";
import type { Resume } from "../../src/schema/resume.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { data } from "../doubles.js";
import { printedFrom } from "../fixtures/parsed-resume.js";

const { lexicon, match: words } = await loadKnowledge(data);
const asOf = "2026-11";

const resume: Resume = {
  basics: {
    name: "Ann Example",
    label: "Backend Engineer",
    email: "ann@example.com",
    phone: "555 0100",
    summary: "Engineer.",
  },
  work: [
    {
      name: "Acme",
      position: "Senior Backend Engineer",
      startDate: "2020-01",
      highlights: [
        "Ran services on K8s",
        "Moved reports to PostgreSQL",
        "Wrote tools in Go, Python",
        "Planned a party with Kafka fans",
      ],
    },
    { name: "Bolt", position: "Bookkeeper", startDate: "2016-01", endDate: "2019-12", highlights: ["Kept the books"] },
  ],
  education: [{ institution: "Elm University", studyType: "Bachelor of Science", area: "Physics", endDate: "2015" }],
  skills: [{ name: "Tools", keywords: ["Docker", "Go"] }],
};
const { parsed, source } = printedFrom(resume, [
  "Ann Example",
  "Backend Engineer",
  "ann@example.com 555 0100",
  "Engineer.",
  "Acme, Senior Backend Engineer, 2020-01 – now",
  "Ran services on K8s",
  "Moved reports to PostgreSQL",
  "Wrote tools in Go, Python",
  "Planned a party with Kafka fans",
  "Bolt, Bookkeeper, 2016-01 – 2019-12",
  "Kept the books",
  "Bachelor of Science, Physics, Elm University 2015",
  "Tools: Docker, Go",
]);

const empty: Posting = {
  title: null,
  company: null,
  location: null,
  seniority: null,
  yearsExperience: null,
  education: null,
  requirements: [],
  responsibilities: [],
  keywords: [],
  language: "en",
  warnings: [],
};

type Demand = Partial<Posting["requirements"][number]> & { text: string };
const asking = (...demands: Demand[]): Posting => ({
  ...empty,
  requirements: demands.map((demand, index) => ({
    id: `r${index + 1}`,
    kind: "must",
    terms: lexicon.find(demand.text).map(({ canonical }) => canonical),
    alternatives: [],
    quote: demand.text,
    line: index + 1,
    ...demand,
  })),
});
const match = (posting: Posting) => matchResume(source, parsed, posting, lexicon, { asOf, words });
const first = (...demands: Demand[]) => match(asking(...demands)).requirements[0];

describe("a demand", () => {
  it.each([
    ["Kubernetes in production", "met", [6]],
    ["Go", "met", [8, 13]],
    ["SQL", "met", [7]],
    ["MySQL", "missing", []],
    ["Terraform", "missing", []],
    ["4 years of Go", "met", [8, 13]],
  ])("%s is %s by lines %j", (text, status, lines) => {
    const found = first({ text });
    expect(found?.status).toBe(status);
    expect(found?.evidence.map(({ line }) => line)).toEqual(lines);
  });

  it("cites the line as it stands", () => {
    expect(first({ text: "Kubernetes" })?.evidence).toEqual([{ line: 6, text: "Ran services on K8s" }]);
  });

  it("is met by one of its alternatives", () => {
    expect(first({ text: "Java or Go", terms: ["Java", "Go"], alternatives: [["Java", "Go"]] })?.status).toBe("met");
  });

  it("names the terms that are missing", () => {
    expect(first({ text: "Go and Terraform" })).toMatchObject({ status: "partly", missingTerms: ["Terraform"] });
  });

  it("joined to the next by '; or' is met where that one is", () => {
    expect(first({ text: "Terraform; or" }, { text: "Go" })?.status).toBe("met");
    expect(first({ text: "Terraform; and" }, { text: "Go" })?.status).toBe("missing");
  });

  it.each([
    ["High school diploma", "met"],
    ["Bachelor's degree", "met"],
    ["Master's degree", "partly"],
    ["PhD", "missing"],
  ])("of %s is %s by a bachelor", (text, status) => expect(first({ text })?.status).toBe(status));
});

describe("the score", () => {
  it("is the weighted mean of the parts that the posting asks for", () => {
    const report = match({
      ...asking({ text: "Go" }, { text: "Terraform", kind: "nice" }),
      title: "Backend Engineer",
      yearsExperience: 5,
    });
    expect(report.parts).toEqual([
      { name: "requirements", weight: 67, score: 75 },
      { name: "title", weight: 18, score: 100 },
      { name: "years", weight: 15, score: 100 },
    ]);
    expect(report.score).toBe(Math.round((45 * 75 + 12 * 100 + 10 * 100) / 67));
  });

  it("counts years of another profession a quarter", () => {
    const years = (title: string) =>
      match({ ...empty, title, yearsExperience: 20 }).parts.find(({ name }) => name === "years")?.score;
    expect(years("Backend Engineer")).toBe(40);
    expect(years("Bookkeeper")).toBe(29);
  });

  it("values a keyword by where it stands, and could reach more by placing it", () => {
    const keyword = (canonical: string) => match({ ...empty, keywords: [{ term: canonical, canonical, weight: 1 }] });
    expect(
      [keyword("Docker"), keyword("Apache Kafka"), keyword("SQL"), keyword("Java")].map(({ score, ceiling }) => [
        score,
        ceiling,
      ]),
    ).toEqual([
      [100, 100],
      [70, 100],
      [50, 100],
      [0, 0],
    ]);
  });

  it("does not raise the ceiling for what is missing", () => {
    expect(match(asking({ text: "Go" }, { text: "Terraform" }))).toMatchObject({ score: 50, ceiling: 50 });
  });

  it("is 0 for a posting that asks for nothing", () => expect(match(empty).score).toBe(0));

  it("is the same, byte for byte, for the same input, valid, and never above its ceiling", () => {
    const names = [...lexicon.entries.keys()];
    const demand = fc.record({
      text: fc.constantFrom(...names),
      kind: fc.constantFrom("must" as const, "nice" as const),
    });
    fc.assert(
      fc.property(fc.array(demand, { maxLength: 8 }), fc.option(fc.integer({ min: 1, max: 12 })), (demands, years) => {
        const posting = { ...asking(...demands), yearsExperience: years };
        const report = match(posting);
        expect(JSON.stringify(match(structuredClone(posting)))).toBe(JSON.stringify(report));
        expect(report.ceiling).toBeGreaterThanOrEqual(report.score);
        MatchReport.parse(report);
      }),
      { numRuns: 100 },
    );
  });
});

describe("years of work", () => {
  it.each([
    [[{ startDate: "2020-01", endDate: "2020-12" }], 1],
    [[{ startDate: "2020-01" }], 6.9],
    [[{ startDate: "2015", endDate: "2018" }], 3],
    [
      [
        { startDate: "2020-01", endDate: "2021-12" },
        { startDate: "2021-01", endDate: "2022-12" },
      ],
      3,
    ],
    [[{ startDate: "2021-06", endDate: "2020-01" }], 0],
    [[{}], 0],
  ])("of %j", (work, expected) => expect(workYears({ work }, asOf)).toBe(expected));
});
