import { describe, expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { jobsOf } from "./job-lines.js";
import { documentOf, linesOf, words } from "./resume-words.js";

const expected = [
  "Senior Engineer @ Acme Inc. [2020-01..] Austin, TX 2",
  "Engineer @ Initech [2016..2019] Boston, MA 1",
];

describe("the usual orders of a job's heading lines", () => {
  it.each([
    [
      "title | employer | place, date on the right",
      "Senior Engineer | Acme Inc. | Austin, TX\tJan 2020 - Present\n- One\n- Two\n\nEngineer | Initech | Boston, MA\t2016 - 2019\n- Three",
    ],
    [
      "employer and place over title and date",
      "Acme Inc.\tAustin, TX\nSenior Engineer\tJan 2020 - Present\n- One\n- Two\nInitech\tBoston, MA\nEngineer\t2016 - 2019\n- Three",
    ],
    [
      "title, employer and place, date on three lines",
      "Senior Engineer\nAcme Inc. | Austin, TX\nJan 2020 - Present\n\n- One\n- Two\n\nEngineer\nInitech | Boston, MA\n2016 - 2019\n\n- Three",
    ],
    [
      "date on the left",
      "Jan 2020 - Present\tSenior Engineer, Acme Inc., Austin, TX\n- One\n- Two\n2016 - 2019\tEngineer, Initech, Boston, MA\n- Three",
    ],
    [
      "date above",
      "Jan 2020 - Present\nSenior Engineer\nAcme Inc., Austin, TX\n- One\n- Two\n\n2016 - 2019\nEngineer\nInitech, Boston, MA\n- Three",
    ],
    [
      "headings below the section's level",
      "### Acme Inc. -- Austin, TX\nSenior Engineer\nJan 2020 - Present\n- One\n- Two\n### Initech -- Boston, MA\nEngineer\n2016 - 2019\n- Three",
    ],
    [
      "title at employer",
      "Senior Engineer at Acme Inc., Austin, TX (Jan 2020 - Present)\n- One\n- Two\n\nEngineer at Initech, Boston, MA (2016 - 2019)\n- Three",
    ],
    [
      "employer - title",
      "Acme Inc. – Senior Engineer\nAustin, TX\tJan 2020 - Present\n- One\n- Two\n\nInitech – Engineer\nBoston, MA\t2016 - 2019\n- Three",
    ],
  ])("%s", (_, text) => {
    expect(jobsOf(text)).toEqual(expected);
  });
});

it("gives several roles under one employer its name", () => {
  const text =
    "### Acme Inc.\nLead Engineer\t2020 - Present\n- One\nEngineer\t2016 - 2020\n- Two\n### Initech\nIntern\t2015\n- Three";
  expect(jobsOf(text)).toEqual([
    "Lead Engineer @ Acme Inc. [2020..] - 1",
    "Engineer @ Acme Inc. [2016..2020] - 1",
    "Intern @ Initech [2015..] - 1",
  ]);
});

it("keeps a job without dates and warns of it", () => {
  const text = "### Engineer | Acme Inc.\n- One\n### Intern | Initech\n- Two";
  expect(jobsOf(text)).toEqual(["Engineer @ Acme Inc. [..] - 1", "Intern @ Initech [..] - 1"]);
});

it("offers the paragraph of a job without highlights as its summary", () => {
  const lines = linesOf(
    "# Mia Example\n\n## Experience\nEngineer | Acme Inc. | 2019 - 2020\nBuilt the billing system of a bank with two others and ran it for a year.",
  );
  const { ids } = understandResume(documentOf(lines), words);
  expect(ids["w1.summary"]).toEqual({
    lines: [4],
    text: "Built the billing system of a bank with two others and ran it for a year.",
    path: "work[0].summary",
  });
});

it("joins a range that wraps in the date column", () => {
  const text =
    "June 2020 – Senior Engineer, Acme Inc., Austin, TX\nPresent\tBuilt the billing system of a bank with two others and ran it for a year.";
  expect(jobsOf(text)).toEqual(["Senior Engineer @ Acme Inc. [2020-06..] Austin, TX 0"]);
});

it("takes a label inside a job for a part of it, not for the next job", () => {
  const text =
    "Engineer\nAcme Inc.\n2016 - 2019\nKey Responsibilities\n- One\n- Two\nAchievements\n- Three\n\nClerk\nInitech\n2014 - 2016\n- Four";
  expect(jobsOf(text)).toEqual(["Engineer @ Acme Inc. [2016..2019] - 3", "Clerk @ Initech [2014..2016] - 1"]);
});

it("gives dates that stand alone under a job to the job", () => {
  const text =
    "### Clerk, Sample Ltd\t2019 - 2021\n- One\n### Baker, Example Mills\n- Two\n\n2015 - 2018\n### Driver, Third Ltd\t2010 - 2014\n- Three";
  expect(jobsOf(text)).toEqual([
    "Clerk @ Sample Ltd [2019..2021] - 1",
    "Baker @ Example Mills [2015..2018] - 1",
    "Driver @ Third Ltd [2010..2014] - 1",
  ]);
});

it("reads dates and title from a list of their own under the employer", () => {
  const text =
    "### Kestrel Mills\n- 2016 - 2019\n- Loom Fitter\n\n- Kept forty looms running\n- Trained two apprentices";
  expect(jobsOf(text)).toEqual(["Loom Fitter @ Kestrel Mills [2016..2019] - 2"]);
});

it("follows the words of a head against the order of the other heads", () => {
  const text =
    "Financial Controller\nNaranja Foods\n2019 - 2021\n- One\nDeloria Audit\nSenior Auditor\n2015 - 2019\n- Two\nIntern\nTuria Bank\n2012 - 2013\n- Three";
  expect(jobsOf(text)[1]).toBe("Senior Auditor @ Deloria Audit [2015..2019] - 1");
});
