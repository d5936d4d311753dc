import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { corpus, hasCorpus } from "../doubles.js";
import { boundOf } from "./floors.js";
import { expectedFiles, measureOwn, type OwnMeasure, ownMetrics } from "./own-truths.js";
import { score } from "./resume-truth.js";
import { understood } from "./resumes.js";

const all: { file: string; measures: OwnMeasure[] }[] = [];

describe.skipIf(!hasCorpus)("resumes without a truth beside them", () => {
  beforeAll(async () => {
    for (const file of expectedFiles) {
      const { parsed } = await understood(file);
      all.push({ file, measures: measureOwn(file, parsed) });
    }
  });

  it("are many", () => {
    expect(expectedFiles.length).toBeGreaterThanOrEqual(30);
  });

  it.each(ownMetrics)("%s reaches its floor", (metric) => {
    const own = all.flatMap(({ file, measures }) =>
      measures.flatMap((measure) =>
        measure.metric === metric ? [{ ...measure, misses: measure.misses.map((miss) => `${file}: ${miss}`) }] : [],
      ),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(score(own), own.flatMap(({ misses }) => misses).join("\n")).toBeGreaterThanOrEqual(boundOf(metric, "own"));
  });
});

describe.skipIf(!hasCorpus)("the JSON Resumes of the corpus", () => {
  const kept = ["daniel-reyes-career-changer", "jane-developer", "richard-hendriks"];
  it.each(kept)("%s comes back with the same values", async (name) => {
    const { parsed } = await understood(`json/${name}.json`);
    const text = readFileSync(join(corpus, "resumes", "json", `${name}.json`), "utf8");
    expect(parsed.resume).toEqual(JSON.parse(text, printedOnly));
    expect(parsed.warnings).toEqual([]);
  });
});

/** A file's value without blank texts, pictures and notes to programs, which no printed resume shows. */
function printedOnly(key: string, value: unknown): unknown {
  return value === "" || ["image", "meta", "$schema"].includes(key) ? undefined : value;
}
