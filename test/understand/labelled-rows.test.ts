import { describe, expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { jobsOf } from "./job-lines.js";
import { documentOf, linesOf, words } from "./resume-words.js";

const form = (dates: string, title: string, employer: string) =>
  [
    `Dates\t${dates}`,
    `Occupation or position held\t${title}`,
    "Main activities and responsibilities\tKept the ovens warm all night",
    "Trained two apprentices in the bakery",
    `Name and address of employer\t${employer}`,
  ].join("\n");

describe("jobs as a form prints them", () => {
  it("begins a job where the first label comes again, and takes the employer from below the duties", () => {
    const jobs = `${form("2015 – 2019", "Baker", "Golden Crust")}\n${form("2012 – 2014", "Kitchen Porter", "Hotel Lindow")}`;
    expect(jobsOf(jobs)).toEqual([
      "Baker @ Golden Crust [2015..2019] - 2",
      "Kitchen Porter @ Hotel Lindow [2012..2014] - 2",
    ]);
  });

  it("keeps the duties without their label", () => {
    const lines = linesOf(
      `# Mia Example\nmia@example.com\n\n## Work Experience\n${form("2015 – 2019", "Baker", "Golden Crust")}`,
    );
    expect(understandResume(documentOf(lines), words).resume.work?.[0]?.highlights).toEqual([
      "Kept the ovens warm all night",
      "Trained two apprentices in the bakery",
    ]);
  });

  it("keeps the label of a list of keywords", () => {
    const lines = linesOf(
      "# Mia Example\nmia@example.com\n\n## Work Experience\nBaker, Golden Crust\t2015 – 2019\nTools\tOven, Mixer, Scale",
    );
    expect(JSON.stringify(understandResume(documentOf(lines), words).resume.work)).toContain(
      "Tools Oven, Mixer, Scale",
    );
  });
});
