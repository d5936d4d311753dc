import { describe, expect, it } from "vitest";
import { jobsOf } from "./job-lines.js";

describe("where the rows of a job begin and end", () => {
  it.each([
    [
      "dates under the text, their ends on lines of their own",
      "### Baker, Example Mills\n- One\n\nMay 2019\n- Present\n\n8 years\n### Clerk, Sample Ltd\n- Two\n\nOctober 2015\n—\nApril 2019\n\n4 years",
      ["Baker @ Example Mills [2019-05..] - 1", "Clerk @ Sample Ltd [2015-10..2019-04] - 1"],
    ],
    [
      "larger gaps inside the heading lines than between the jobs",
      "Example Mills\n\nBaker\n\n2019 - 2021\n- One\n- Two\nSample Ltd\n\nClerk\n\n2015 - 2018\n- Three\n- Four",
      ["Baker @ Example Mills [2019..2021] - 2", "Clerk @ Sample Ltd [2015..2018] - 2"],
    ],
    [
      "dates first and a gap in the middle of the text",
      "2019 to Present\nBaker at Example Mills\nMakes bread for nine shops\n\nPlans the night shift\nTrains two apprentices\n2015 to 2018\nClerk at Sample Ltd\nKept the books of two branches\nAnswered letters from customers\nOrdered paper and ink",
      ["Baker @ Example Mills [2019..] - 3", "Clerk @ Sample Ltd [2015..2018] - 3"],
    ],
    [
      "a gap between the dates and the title in every job",
      "Example Mills\n2019 - 2021\n\nBaker\n- One\n- Two\n\nSample Ltd\n2015 - 2018\n\nClerk\n- Three\n- Four",
      ["Baker @ Example Mills [2019..2021] - 2", "Clerk @ Sample Ltd [2015..2018] - 2"],
    ],
    [
      "a web address between employer and dates",
      "Example Mills\nhttps://mills.example.com\n2019 - 2021\nBaker\n- One\n\nSample Ltd\n2015 - 2018\nClerk\n- Two",
      ["Baker @ Example Mills [2019..2021] - 1", "Clerk @ Sample Ltd [2015..2018] - 1"],
    ],
    [
      "an employer that ends in a legal form with full stops",
      "Baker 2019 - 2021\nMolinos S.L.\n- One\n\nClerk 2015 - 2018\nSample Ltd\n- Two",
      ["Baker @ Molinos S.L. [2019..2021] - 1", "Clerk @ Sample Ltd [2015..2018] - 1"],
    ],
  ])("%s", (_, text, wanted) => {
    expect(jobsOf(text)).toEqual(wanted);
  });

  it("takes bold list items under an employer for its dates and title", () => {
    const text =
      "### Example Mills\n- **2019 - 2021**\n- **Baker**\n- One\n- Two\n### Sample Ltd\n- **2015 - 2018**\n- **Clerk**\n- Three";
    expect(jobsOf(text)).toEqual(["Baker @ Example Mills [2019..2021] - 2", "Clerk @ Sample Ltd [2015..2018] - 1"]);
  });

  it("sees the dates under an employer though they are smaller than those of the other jobs", () => {
    const text =
      "### Example Mills\nBaker 2019 - 2021\n- One\n### Sample Ltd\n**Clerk 2015 - 2018**\n- Two\n### Third Ltd\n**Driver 2012 - 2014**\n- Three";
    expect(jobsOf(text)).toEqual([
      "Baker @ Example Mills [2019..2021] - 1",
      "Clerk @ Sample Ltd [2015..2018] - 1",
      "Driver @ Third Ltd [2012..2014] - 1",
    ]);
  });
});
