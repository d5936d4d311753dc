import { describe, expect, it } from "vitest";
import { Resume } from "../../src/schema/resume.js";
import { hasCorpus } from "../doubles.js";
import { resumeFiles, understood } from "./resumes.js";

describe.skipIf(!hasCorpus)("the order of the fields", () => {
  it("is tried on many resumes", () => {
    expect(resumeFiles.length).toBeGreaterThan(60);
  });

  it.each(resumeFiles)("%s is understood as its schema would write it", async (file) => {
    const { resume } = (await understood(file)).parsed;
    expect(JSON.stringify(resume)).toBe(JSON.stringify(Resume.parse(resume)));
  });
});
