import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import type { ParsedResume } from "../../src/schema/resume.js";
import { hasCorpus } from "../doubles.js";
import { boundOf } from "./floors.js";
import { measureResume, metrics, type ResumeTruth, score } from "./resume-truth.js";
import { resumeFiles, truthBeside, type Understood, understood } from "./resumes.js";

const { validate } = createRequire(import.meta.url)("@jsonresume/schema") as {
  validate: (resume: unknown, done: (errors: unknown, valid: boolean) => void) => void;
};
const all: (Understood & { truth: ResumeTruth | null })[] = [];

beforeAll(async () => {
  for (const file of resumeFiles) all.push({ ...(await understood(file)), truth: truthBeside(file) });
});

describe.skipIf(!hasCorpus)("against the truth read by eye", () => {
  it.each(metrics)("%s reaches its floor", (metric) => {
    const measures = all.flatMap(({ file, parsed, truth }) =>
      truth === null ? [] : measureResume(parsed, truth).map((measure) => ({ ...measure, file })),
    );
    const own = measures.filter((measure) => measure.metric === metric);
    const misses = own.flatMap(({ file, misses: list }) => list.map((miss) => `${file}: ${miss}`));
    expect(own.length).toBeGreaterThan(10);
    expect(score(own), misses.join("\n")).toBeGreaterThanOrEqual(boundOf(metric, "floor"));
  });
});

describe.skipIf(!hasCorpus)("every resume of the corpus", () => {
  it("is many", () => {
    expect(all.length).toBeGreaterThan(60);
  });

  it("is valid against the schema of JSON Resume", () => {
    for (const { file, parsed } of all)
      validate(parsed.resume, (errors, valid) => {
        expect(valid, `${file}: ${JSON.stringify(errors)}`).not.toBe(false);
      });
  });

  it("has each of its lines in a value or as a heading", () => {
    for (const { file, document, parsed } of all) {
      const placed = new Set(Object.values(parsed.provenance).flat());
      for (const { line } of parsed.sections) if (line !== null) placed.add(line);
      expect({ file, left: document.lines.filter(({ n }) => !placed.has(n)).map(({ text }) => text) }).toEqual({
        file,
        left: [],
      });
    }
  });

  it("has lines behind each of its texts", () => {
    for (const { file, parsed } of all) expect({ file, without: textsWithout(parsed) }).toEqual({ file, without: [] });
  });

  it("has a name", () => {
    const nameless = all.filter(({ parsed }) => (parsed.resume.basics?.name ?? "") === "");
    expect(nameless.map(({ file }) => file)).toEqual([]);
  });
});

/** The paths of the texts that no line is named for. */
function textsWithout({ resume, provenance }: ParsedResume): string[] {
  const found: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "string") {
      if ((provenance[path] ?? []).length === 0) found.push(path);
    } else if (Array.isArray(value)) for (const [at, item] of value.entries()) walk(item, `${path}[${at}]`);
    else if (value !== null && typeof value === "object")
      for (const [field, item] of Object.entries(value)) walk(item, path === "" ? field : `${path}.${field}`);
  };
  walk(resume, "");
  return found;
}
