import { describe, expect, it } from "vitest";
import { articled, listed, type PostingNames, postingNames } from "../../src/rewrite/offline-names.js";
import { shippedLexicon, taskOf } from "../verify/task.js";

const lexicon = await shippedLexicon();
const namesIn = (...lines: string[]): PostingNames =>
  postingNames(
    taskOf(
      lines.map((text) => ["posting", text]),
      lexicon,
    ),
  );

describe("names of the posting", () => {
  it.each([
    ["You know Kubernetes.", "Moved 14 services to K8s", "Moved 14 services to Kubernetes"],
    [
      "Strong PostgreSQL skills.",
      "Cut a query in Postgres from 900 ms to 120 ms",
      "Cut a query in PostgreSQL from 900 ms to 120 ms",
    ],
    ["You know Kubernetes (K8s).", "Moved 14 services to K8s", "Moved 14 services to K8s"],
    ["You know Postgres.", "Tuned PostgreSQL", "Tuned PostgreSQL"],
    ["Strong SQL skills.", "Tuned PostgreSQL", "Tuned PostgreSQL"],
    ["You know HTML5.", "Wrote HTML pages", "Wrote HTML pages"],
    ["You know React.js.", "Built pages in React", "Built pages in React"],
    ["You know Amazon Web Services.", "Ran servers on AWS", "Ran servers on AWS"],
  ])("with “%s”, “%s” reads “%s”", (posting, line, expected) => {
    expect(namesIn(posting).respelled(line)).toBe(expected);
  });

  it("are used in sentences, plain skills in lower case", () => {
    const names = namesIn("You know Kubernetes and code review.");
    expect(names.nameFor("Kubernetes", "K8s")).toBe("Kubernetes");
    expect(names.nameFor("Code review", "Code Review")).toBe("code review");
    expect(names.term("Code review")).toBe("code review");
    expect(names.term("Docker")).toBe("Docker");
  });
});

it.each([
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("lists %j as “%s”", (items, expected) => {
  expect(listed(items)).toBe(expected);
});

it.each([
  ["Master's degree", "a Master's degree"],
  ["MBA", "an MBA"],
  ["AWS certificate", "an AWS certificate"],
])("gives “%s” its article", (name, expected) => {
  expect(articled(name)).toBe(expected);
});
