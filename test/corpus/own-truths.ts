import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { ParsedResume } from "../../src/schema/resume.js";
import { root } from "../doubles.js";
import { type Measure, measureResume, metrics, type ResumeTruth } from "./resume-truth.js";

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

/** A measure of the truth beside a resume, or how many of the counted sections are right. */
export type OwnMeasure = Omit<Measure, "metric"> & { metric: Measure["metric"] | "counts" };

/** All that is measured against our own expectations. */
export const ownMetrics: readonly OwnMeasure["metric"][] = [...metrics, "counts"];

const folder = join(root, "test", "corpus", "expectations");

/** The resumes with an expectation of our own, each as kind/name. */
export const expectedFiles: readonly string[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replace(/\.json$/, ""))
  .sort();

/** All measures of a resume against our own expectation of it. */
export function measureOwn(file: string, parsed: ParsedResume): OwnMeasure[] {
  const expected = JSON.parse(readFileSync(join(folder, `${file}.json`), "utf8")) as Expectation;
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
function countsOf({ resume }: ParsedResume, { counts }: Expectation): OwnMeasure {
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
