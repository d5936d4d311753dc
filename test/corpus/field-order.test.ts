import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readResume } from "../../src/read/document.js";
import { Resume } from "../../src/schema/resume.js";
import { understandResume } from "../../src/understand/resume.js";
import { corpus } from "../doubles.js";
import { words } from "../understand/resume-words.js";

const files = ["docx", "json", "markdown", "pdf", "txt"].flatMap((kind) =>
  readdirSync(join(corpus, "resumes", kind))
    .filter((name) => !name.endsWith(".expected.json"))
    .map((name) => join(kind, name)),
);

it.each(files)("%s is understood as its schema would write it", async (file) => {
  const document = await readResume(readFileSync(join(corpus, "resumes", file)), file);
  const { resume } = understandResume({ ...document, sha256: "" }, words);
  expect(JSON.stringify(resume)).toBe(JSON.stringify(Resume.parse(resume)));
});
