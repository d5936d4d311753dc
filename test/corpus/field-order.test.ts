import { expect, it } from "vitest";
import { Resume } from "../../src/schema/resume.js";
import { resumeFiles, understood } from "./resumes.js";

it.each(resumeFiles)("%s is understood as its schema would write it", async (file) => {
  const { resume } = (await understood(file)).parsed;
  expect(JSON.stringify(resume)).toBe(JSON.stringify(Resume.parse(resume)));
});
