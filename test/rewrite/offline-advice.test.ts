import { describe, expect, it } from "vitest";
import type { RewriteTask } from "../../src/rewrite/engine.js";
import { questionOn, questionsFor, strategyFor } from "../../src/rewrite/offline-advice.js";
import { relevanceOf } from "../../src/rewrite/offline-relevance.js";
import type { RequirementMatch } from "../../src/schema/match.js";
import { shippedLexicon, taskOf } from "../verify/task.js";

const lexicon = await shippedLexicon();
const base = taskOf(
  [
    ["w1", "Engineer", "Fernbrook Ltd", "Leeds", "2018-01", "2024-01"],
    ["w1.h1", "Built a REST API in FastAPI for 40 partners"],
    ["w1.h2", "Cut the build from 18 minutes to 7 and costs by 30%"],
    ["w1.h3", "Raised coverage from 41% to 78%"],
    ["posting", "Infrastructure as code with Terraform; FastAPI or a similar web framework"],
  ],
  lexicon,
);
const demand = (text: string, missingTerms: string[], fields: Partial<RequirementMatch> = {}): RequirementMatch => ({
  id: "r1",
  text,
  kind: "must",
  status: "missing",
  postingLine: 1,
  evidence: [],
  missingTerms,
  ...fields,
});
const withDemands = (...requirements: RequirementMatch[]): RewriteTask => ({
  ...base,
  match: { ...base.match, requirements },
  posting: {
    ...base.posting,
    requirements: requirements.map((one) => ({
      id: one.id,
      text: one.text,
      kind: one.kind,
      terms: one.id === "r9" ? ["FastAPI", "web framework"] : one.missingTerms,
      alternatives: [],
      quote: one.text,
      line: 1,
    })),
  },
});

describe("a question", () => {
  it.each([
    [
      "Infrastructure as code with Terraform",
      ["Infrastructure as code", "Terraform"],
      "Have you used Terraform? In which job, and what did you do with it?",
    ],
    [
      "Observability with Prometheus and Grafana",
      ["Prometheus", "Grafana"],
      "Have you used Prometheus or Grafana? In which job, and what did you do with them?",
    ],
    ["A Master's degree", ["Master's degree"], "Do you have a Master's degree? In what, and since when?"],
    ["A valid driver's license;", ["valid licence"], "Do you have it? Since when?"],
    ["Fluent English", ["English"], "Do you speak English? How well?"],
    ["Quillproof certification", ["Quillproof certification"], "Do you have it? Since when?"],
    ["High school diploma or GED", ["High school diploma"], "Do you have a high school diploma? Since when?"],
    ["Able to work Saturdays in the season", [], "Can you work Saturdays in the season?"],
    ["Completion of an apprenticeship as a plumber", ["plumbing"], "Have you completed it? When, and where?"],
    [
      "Two years as a stage carpenter with paperwork",
      ["paperwork", "stage carpenter"],
      "Have you worked as a stage carpenter? Where, and for how long?",
    ],
    ["Inglés B2", ["Inglés"], "Do you speak English? How well?"],
    ["A way with people", [], "What have you done that shows it, and in which job?"],
  ])("about “%s” without %j", (text, terms, expected) => {
    const one = demand(text, terms);
    expect(questionOn(withDemands(one), one)).toBe(`The posting asks for “${text.replace(/;$/, "")}”. ${expected}`);
  });

  it.each([
    ["Must be able to lift 50 lbs", "Can you lift 50 lbs?"],
    ["Willingness to travel up to 20%.", "Are you willing to travel up to 20%?"],
    ["Available to start immediately", "Are you available to start immediately?"],
    ["Rotating shifts; some weekends", "Can you meet this?"],
  ])("asks for “%s”, which no resume shows, as what it is, behind the musts", (text, expected) => {
    const one = demand(text, [], { toConfirm: true });
    const other = demand("You know Kafka", ["Kafka"], { id: "r2", status: "partly" });
    const task = withDemands(one, other);
    expect(questionOn(task, one)).toMatch(new RegExp(`. ${expected.replace(/[?.]/g, "\\$&")}$`));
    expect(questionsFor(task).map(({ requirement }) => requirement)).toEqual([other.text, text]);
    expect(strategyFor(task, relevanceOf(task)).join(" ")).toMatch(
      /one thing the posting demands.* Be ready to confirm: “/,
    );
  });

  it("does not ask for the kind of a thing that the resume shows", () => {
    const one = demand("FastAPI or a similar web framework", ["web framework"], { id: "r9", status: "partly" });
    expect(questionOn(withDemands(one), one)).not.toMatch(/used web framework|with web framework/);
  });

  it("is asked five times at most, once for the same thing, musts first", () => {
    const nice = demand("Docker is a plus", ["Docker"], { id: "r0", kind: "nice" });
    const same = demand("Docker in production", ["Docker"], { id: "r2" });
    const others = ["Kafka", "Redis", "Rust", "Scala", "Perl", "Ruby"].map((term, at) =>
      demand(`You know ${term}`, [term], { id: `r${at + 3}` }),
    );
    const questions = questionsFor(withDemands(nice, same, ...others));
    expect(questions).toHaveLength(5);
    expect(questions[0]?.requirement).toBe("Docker in production");
    expect(questions.filter(({ question }) => question.includes("Docker"))).toHaveLength(1);
  });
});

it("the strategy says how far the resume goes, what to lead with, what proves it, what is missing and what to leave", () => {
  const met = demand("FastAPI", ["FastAPI"], { id: "r1", status: "met" });
  const open = demand("Infrastructure as code with Terraform", ["Terraform"], { id: "r2" });
  const task = withDemands(met, open);
  expect(strategyFor(task, relevanceOf(task))).toEqual([
    "Your resume shows 1 of the 2 things the posting demands.",
    "Lead with FastAPI, which the posting demands and your resume shows.",
    "Your strongest line for this posting: “Built a REST API in FastAPI for 40 partners” (Fernbrook Ltd).",
    "Not shown anywhere: “Infrastructure as code with Terraform”. If you have done it, answer the questions; if not, leave it out.",
    "Leave the figures of your 2 lines with results as they are: they say what came of your work.",
  ]);
});

describe("a demand that a confirmed fact answers", () => {
  it.each([
    [[], 0],
    [["Infrastructure as code"], 1],
  ])("is asked about only for what the fact leaves open: %j", (missing, count) => {
    const one = demand("Infrastructure as code with Terraform", missing, { status: "partly", facts: ["f1"] });
    expect(questionsFor(withDemands(one))).toHaveLength(count);
  });
});
