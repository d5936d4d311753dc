import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readResume } from "../../src/read/document.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import { understandResume } from "../../src/understand/resume.js";
import { corpus, root } from "../doubles.js";
import { words } from "../understand/resume-words.js";
import { type Measure, measureResume, type ResumeTruth, score } from "./resume-truth.js";

/**
 * What a person sees in a resume of the corpus that has no truth beside it, one file of the resume's name each.
 * work: employer, title, start, end, number of highlights, number of nested ones. education: institution, degree, end;
 * null where the page does not let a person tell. counts: entries of further sections.
 */
interface Expectation {
  name: string | null;
  email: string | null;
  phone: string | null;
  links: string[];
  sections: string[];
  work: [string | null, string | null, string | null, string | null, number, number?][];
  education: [string | null, string | null, string | null][] | null;
  skills: string[] | null;
  counts: Partial<Record<Counted, number>>;
}
type Counted =
  | "awards"
  | "certificates"
  | "interests"
  | "languages"
  | "projects"
  | "publications"
  | "references"
  | "volunteer";
type Metric = Measure["metric"] | "counts";

/** The least each measure may be; raise it when understanding gets better, never lower it. */
const floors: Record<Metric, number> = {
  name: 0.97,
  email: 1,
  phone: 1,
  links: 1,
  sections: 0.98,
  jobs: 0.84,
  highlights: 0.93,
  education: 0.87,
  skills: 0.95,
  counts: 0.83,
};

const folder = join(root, "test", "corpus", "expectations");
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replace(/\.json$/, ""))
  .sort();
const all: { file: string; parsed: ParsedResume; expected: Expectation }[] = [];

describe.skipIf(!existsSync(corpus))("resumes without a truth beside them", () => {
  beforeAll(async () => {
    for (const file of files) {
      const document = await readResume(readFileSync(join(corpus, "resumes", file)), file);
      const expected = JSON.parse(readFileSync(join(folder, `${file}.json`), "utf8")) as Expectation;
      all.push({ file, parsed: understandResume({ ...document, sha256: "" }, words), expected });
    }
  });

  it("are many", () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
  });

  it.each(Object.entries(floors))("%s reaches %d", (metric, floor) => {
    const own = all.flatMap(({ file, parsed, expected }) =>
      measuresOf(parsed, expected).flatMap((measure) =>
        measure.metric === metric ? [{ ...measure, misses: measure.misses.map((miss) => `${file}: ${miss}`) }] : [],
      ),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(score(own as Measure[]), own.flatMap(({ misses }) => misses).join("\n")).toBeGreaterThanOrEqual(floor);
  });
});

describe.skipIf(!existsSync(corpus))("the JSON Resumes of the corpus", () => {
  const kept = ["daniel-reyes-career-changer", "jane-developer", "richard-hendriks"];
  it.each(kept)("%s comes back with the same values", async (name) => {
    const bytes = readFileSync(join(corpus, "resumes", "json", `${name}.json`));
    const parsed = understandResume({ ...(await readResume(bytes, name)), sha256: "" }, words);
    expect(parsed.resume).toEqual(JSON.parse(bytes.toString(), printedOnly));
    expect(parsed.warnings).toEqual([]);
  });
});

/** A file's value without blank texts, pictures and notes to programs, which no printed resume shows. */
function printedOnly(key: string, value: unknown): unknown {
  return value === "" || ["image", "meta", "$schema"].includes(key) ? undefined : value;
}

function measuresOf(parsed: ParsedResume, expected: Expectation): (Omit<Measure, "metric"> & { metric: Metric })[] {
  const truth: ResumeTruth = {
    ...expected,
    work: expected.work.map(([employer, title, startDate, endDate, highlightsCount, nestedHighlights = 0]) => ({
      employer,
      title,
      startDate,
      endDate,
      highlightsCount,
      nestedHighlights,
    })),
    education: (expected.education ?? []).map(([institution, degree, endDate]) => ({ institution, degree, endDate })),
  };
  const measures = measureResume(parsed, truth).filter(
    ({ metric }) => metric !== "education" || expected.education !== null,
  );
  return [...measures, countsOf(parsed, expected)];
}

/** How many of the counted sections have the number of entries a person counts. */
function countsOf({ resume }: ParsedResume, { counts }: Expectation): Omit<Measure, "metric"> & { metric: Metric } {
  const asked = Object.entries(counts) as [Counted, number][];
  const misses = asked.flatMap(([collection, count]) => {
    const found = resume[collection]?.length ?? 0;
    return found === count ? [] : [`${collection}: expected ${count}, got ${found}`];
  });
  return {
    metric: "counts",
    right: asked.length - misses.length,
    found: asked.length,
    expected: asked.length,
    misses,
  };
}
