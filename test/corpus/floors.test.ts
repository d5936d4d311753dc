import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../doubles.js";
import { boundOf, floors } from "./floors.js";
import { breachOf } from "./scorecard.js";

it("has the measures that the README publishes, in their order", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const table = /<!-- scorecard -->\n([\s\S]*?)<!-- \/scorecard -->/.exec(readme)?.[1] ?? "";
  const names = table.split("\n").flatMap((line) => /^\| ([^|]+) \|/.exec(line)?.[1] ?? []);
  expect(names.slice(1)).toEqual(Object.values(floors).map(({ name }) => name));
});

describe("a floor", () => {
  const keys = Object.keys(floors);
  const row = (key: string, away: number) => {
    const step = floors[key]?.better === "less" ? away : -away;
    return { key, value: boundOf(key, "floor") + step, worst: "a.pdf" };
  };

  it.each(keys)("%s holds at its value and breaks below it", (key) => {
    expect(breachOf(row(key, 0))).toBeNull();
    expect(breachOf(row(key, 0.002))).toContain(floors[key]?.name);
  });

  it.each(keys.filter((key) => floors[key]?.own !== undefined))(
    "%s of our own truths breaks below its value",
    (key) => {
      const beside = { what: "own truths", value: boundOf(key, "own") - 0.002, bound: boundOf(key, "own") };
      expect(breachOf({ ...row(key, 0), beside })).toContain("own truths");
    },
  );
});
