import { expect, it } from "vitest";
import type { Sourced } from "../../src/understand/draft.js";
import { readSkills } from "../../src/understand/skills.js";
import { linesOf, words } from "./resume-words.js";

function groups(text: string): string[] {
  return readSkills(linesOf(text), null, words).map(({ value }) => {
    const name = (value.name as Sourced | undefined)?.text ?? "";
    const items = ((value.keywords ?? []) as Sourced[]).map((item) => item.text);
    return `${name}: ${items.join(" + ")}`;
  });
}

it.each([
  [
    "named lines",
    "Languages: Go, SQL (Postgres, MySQL)\nTools: Git",
    ["Languages: Go + SQL (Postgres, MySQL)", "Tools: Git"],
  ],
  ["dots", "Python • Go • SQL", [": Python + Go + SQL"]],
  ["one a line", "- Patience\n- Customer service", [": Patience + Customer service"]],
  [
    "headings with lists under them",
    "### Databases\nMySQL, Redis\n### Cloud\nAWS",
    ["Databases: MySQL + Redis", "Cloud: AWS"],
  ],
  ["a table", "Cloud\tAWS, Azure", ["Cloud: AWS + Azure"]],
  ["a closing and", "Go, Rust, and SQL.", [": Go + Rust + SQL"]],
  ["figures with commas", "Typing 10,000 keystrokes, filing", [": Typing 10,000 keystrokes + filing"]],
])("reads %s", (_, text, expected) => {
  expect(groups(text)).toEqual(expected);
});

it("keeps sentences whole, each a group of its own", () => {
  const text =
    "- Proficient in animation software, such as Maya, Blender, and Flash\n- Team player, with excellent communication skills";
  expect(groups(text)).toEqual([
    ": Proficient in animation software, such as Maya, Blender, and Flash",
    ": Team player, with excellent communication skills",
  ]);
});

it("keeps a list item that is a sentence as printed", () => {
  const text = "- Proficient in Excel, Word, and AutoCAD 3D.\n- Able to plan the work of five people.\n- SQL, Go";
  expect(groups(text).join("\n")).toContain("Proficient in Excel, Word, and AutoCAD 3D.");
  expect(groups(text).join("\n")).toContain("Able to plan the work of five people.");
  expect(readSkills(linesOf(text), null, words).at(-1)?.value.keywords).toEqual([
    { text: "SQL", lines: [3] },
    { text: "Go", lines: [3] },
  ]);
});

it.each([
  ["brackets", "Languages (Expert): Go, Java"],
  ["a dash", "### Languages — Expert\n- Go\n- Java"],
  ["the last word", "### Languages Expert\n- Go\n- Java"],
])("reads a group's level in %s", (_, text) => {
  const [group] = readSkills(linesOf(text), null, words);
  expect(group?.value).toMatchObject({ name: { text: "Languages" }, level: { text: "Expert" } });
  expect(groups(text)).toEqual(["Languages: Go + Java"]);
});

it("reads lines that all end in a colon as skills, not as groups", () => {
  expect(groups("Driving (day, night):\nStock control:\nPacking:")).toEqual([
    ": Driving (day, night) + Stock control + Packing",
  ]);
});
