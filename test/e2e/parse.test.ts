import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder, run } from "./process.js";

const resume = `MIA EXAMPLE
mia@example.com

SUMMARY
Stage manager with ten years in small theatres.

PUPPETRY
Punch and Judy shows for schools in three counties.

EDUCATION
BA Drama, Riverside University, 2018
`;

it("parse prints what is doubtful with its line and how sure it is, and --json carries the same figure", async () => {
  const file = join(newFolder(), "mia.txt");
  writeFileSync(file, resume);
  const text = await run(["parse", file]);
  expect(text.code).toBe(0);
  const shown = text.stdout.replace(/\s+/g, " ");
  expect(shown).toMatch(
    /Doubtful ! "PUPPETRY" was taken for the heading of a section, by its look alone\. \(line 5, 75% sure\)/,
  );
  const { warnings } = JSON.parse((await run(["parse", file, "--json"])).stdout) as { warnings: object[] };
  expect(warnings).toMatchObject([{ code: "doubtful-heading", line: 5, confidence: 0.75 }]);
});
