import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readResume } from "../../src/read/document.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import type { SourceLine } from "../../src/schema/source.js";
import { understandResume } from "../../src/understand/resume.js";
import { corpus } from "../doubles.js";
import { words } from "../understand/resume-words.js";
import { type Measure, measureResume, type ResumeTruth, score } from "./resume-truth.js";

interface Understood {
  file: string;
  lines: SourceLine[];
  parsed: ParsedResume;
  truth: ResumeTruth | null;
}

/** The least each measure may be; raise it when understanding gets better, never lower it. */
const floors: Record<Measure["metric"], number> = {
  name: 1,
  email: 1,
  phone: 1,
  links: 1,
  sections: 1,
  jobs: 1,
  highlights: 1,
  education: 0.93,
  skills: 0.91,
};

const { validate } = createRequire(import.meta.url)("@jsonresume/schema") as {
  validate: (resume: unknown, done: (errors: unknown, valid: boolean) => void) => void;
};
const all: Understood[] = [];

beforeAll(async () => {
  for (const kind of ["docx", "json", "markdown", "pdf", "txt"]) {
    const folder = join(corpus, "resumes", kind);
    const names = readdirSync(folder);
    for (const name of names.filter((one) => !one.endsWith(".expected.json"))) {
      const document = await readResume(readFileSync(join(folder, name)), name);
      const beside = `${name.replace(/\.[^.]+$/, "")}.expected.json`;
      const truth = names.includes(beside)
        ? (JSON.parse(readFileSync(join(folder, beside), "utf8")) as ResumeTruth)
        : null;
      all.push({
        file: `${kind}/${name}`,
        lines: document.lines,
        parsed: understandResume({ ...document, sha256: "" }, words),
        truth,
      });
    }
  }
});

describe("against the truth read by eye", () => {
  it.each(Object.entries(floors))("%s reaches %d", (metric, floor) => {
    const measures = all.flatMap(({ file, parsed, truth }) =>
      truth === null ? [] : measureResume(parsed, truth).map((measure) => ({ ...measure, file })),
    );
    const own = measures.filter((measure) => measure.metric === metric);
    const misses = own.flatMap(({ file, misses: list }) => list.map((miss) => `${file}: ${miss}`));
    expect(own.length).toBeGreaterThan(10);
    expect(score(own), misses.join("\n")).toBeGreaterThanOrEqual(floor);
  });
});

describe("every resume of the corpus", () => {
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
    for (const { file, lines, parsed } of all) {
      const placed = new Set(Object.values(parsed.provenance).flat());
      for (const { line } of parsed.sections) if (line !== null) placed.add(line);
      expect({ file, left: lines.filter(({ n }) => !placed.has(n)).map(({ text }) => text) }).toEqual({
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
