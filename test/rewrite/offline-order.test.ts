import { expect, it } from "vitest";
import type { RewriteTask } from "../../src/rewrite/engine.js";
import { orderGroups, orderHighlights, orderSkills } from "../../src/rewrite/offline-order.js";
import { relevanceOf } from "../../src/rewrite/offline-relevance.js";
import { shippedLexicon, taskOf } from "../verify/task.js";

const lexicon = await shippedLexicon();
const job = ["w1", "Engineer", "Fernbrook Ltd", "Leeds", "2018-01", "2024-01"];

function asking(terms: string[], rows: string[][]): RewriteTask {
  const task = taskOf([job, ...rows], lexicon);
  const demand = { id: "r1", text: "", kind: "must" as const, terms, alternatives: [], quote: "", line: 1 };
  return { ...task, posting: { ...task.posting, requirements: [demand] } };
}

it("moves the skill group that says most for the posting to the top", () => {
  const task = asking(
    ["Docker", "Kubernetes"],
    [
      ["k1", "Office: Word, Outlook"],
      ["k2", "Cloud: Docker, Kubernetes"],
    ],
  );
  expect(orderGroups(task, relevanceOf(task))).toEqual([
    expect.objectContaining({ id: "k2", op: "move", after: null }),
  ]);
});

it("puts asked skills in front and keeps the order of the others", () => {
  const task = asking(["Docker"], [["k1", "Tools: Word, Outlook, Docker"]]);
  expect(orderSkills(task, relevanceOf(task), null).map(({ text }) => text)).toEqual(["Tools: Docker, Word, Outlook"]);
});

it("moves a line up only where the first three lines name no fewer terms for it", () => {
  const lines = [
    ["w1.h1", "Ran the shop on Redis"],
    ["w1.h2", "Looked after the Kafka cluster"],
    ["w1.h3", "Wrote the tests of the shop in Ruby"],
    ["w1.h4", "Moved the shop to Docker and Kubernetes"],
  ];
  const gains = asking(["Docker", "Kubernetes", "Redis"], lines);
  expect(orderHighlights(gains, relevanceOf(gains)).map(({ id }) => id)).toContain("w1.h4");
  const swap = lines.with(3, ["w1.h4", "Kept Docker, and Docker again"]);
  const base = asking(["Docker", "Redis", "Ruby"], swap);
  const loses = {
    ...base,
    posting: { ...base.posting, keywords: [{ term: "Kafka", canonical: "Apache Kafka", weight: 1 }] },
  };
  const weights = { ...relevanceOf(loses), of: (text: string) => (text.includes("Docker") ? 9 : 0) };
  expect(orderHighlights(loses, { ...weights, terms: (text) => (text.includes("Docker") ? [] : ["x", text]) })).toEqual(
    [],
  );
});

it("keeps asked skills in their printed order, and knows them by the posting's own words", () => {
  const tools = asking(["Docker", "Redis"], [["k1", "Tools: Word, Redis, Outlook, Docker"]]);
  expect(orderSkills(tools, relevanceOf(tools), null)[0]?.text).toBe("Tools: Redis, Docker, Word, Outlook");
  const shown = asking(["Docker", "Redis"], [["k1", "Tools: Redis, Docker, Word"]]);
  expect(orderSkills(shown, relevanceOf(shown), null)).toEqual([]);
  const made = asking([], [["k1", "Kitchen: Rota, Quillproof"]]);
  const [demand] = made.posting.requirements;
  const posting = {
    ...made.posting,
    requirements: demand === undefined ? [] : [{ ...demand, text: "Quillproof certificate" }],
  };
  expect(orderSkills({ ...made, posting }, relevanceOf({ ...made, posting }), null)[0]?.text).toBe(
    "Kitchen: Quillproof, Rota",
  );
});

it("leaves a line that lists tools behind a label where it stands", () => {
  const lines = [
    ["w1.h1", "Looked after the cluster of the shop"],
    ["w1.h2", "Wrote the tests of the shop"],
    ["w1.h3", "Tech stack: Docker, Kubernetes"],
  ];
  const task = asking(["Docker", "Kubernetes"], lines);
  expect(orderHighlights(task, relevanceOf(task))).toEqual([]);
});

it("moves no line above one that alone shows a term, unless summary or skills show it too", () => {
  const lines = [
    ["w1.h1", "Looked after the cluster of the shop"],
    ["w1.h2", "Wrote the tests of the shop by hand"],
    ["w1.h3", "Kept the orders of the shop in Redis"],
    ["w1.h4", "Moved all of the shop to Docker and Kubernetes"],
  ];
  const asked = ["Docker", "Kubernetes", "Redis"];
  const ids = (rows: string[][]): string[] => {
    const task = asking(asked, rows);
    return orderHighlights(task, relevanceOf(task)).map(({ id }) => id);
  };
  expect(ids(lines)).not.toContain("w1.h4");
  expect(ids([...lines, ["k1", "Tools: Redis"]])).toContain("w1.h4");
});
