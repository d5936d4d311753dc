import { describe, expect, it } from "vitest";
import type { SourceLine } from "../../src/schema/source.js";
import { understandResume } from "../../src/understand/resume.js";
import { line } from "../doubles.js";
import { documentOf, words } from "./resume-words.js";

const item = (n: number, text: string, level: number): SourceLine => line(n, text, { style: "list", level });
const top = [
  line(1, "Mia Example", { style: "heading", level: 1 }),
  line(2, "Experience", { style: "heading", level: 2 }),
];
const jobsOf = (lines: SourceLine[]) =>
  understandResume(documentOf([...top, ...lines]), words).resume.work?.map(
    ({ position, name, startDate, highlights }) => [position, name, startDate, highlights],
  );

describe("jobs printed as a list of lists", () => {
  it("are named by the items with dates under them", () => {
    expect(
      jobsOf([
        item(3, "Warehouse Supervisor, Frostline Logistics", 1),
        line(4, "Apr 2018 - Present"),
        item(5, "Runs the night shift", 2),
        item(6, "Plans the dock appointments of the week", 2),
        item(7, "Forklift Operator, Buckeye Parcel", 1),
        line(8, "Feb 2015 - Mar 2018"),
        item(9, "Trained new operators", 2),
      ]),
    ).toEqual([
      [
        "Warehouse Supervisor",
        "Frostline Logistics",
        "2018-04",
        ["Runs the night shift", "Plans the dock appointments of the week"],
      ],
      ["Forklift Operator", "Buckeye Parcel", "2015-02", ["Trained new operators"]],
    ]);
  });

  it("are not where the items of one level follow each other", () => {
    const [job] =
      jobsOf([
        line(3, "Warehouse Supervisor, Frostline Logistics"),
        line(4, "Apr 2018 - Present"),
        item(5, "Runs the night shift", 1),
        item(6, "Plans the dock appointments of the week", 1),
      ]) ?? [];
    expect(job?.[3]).toEqual(["Runs the night shift", "Plans the dock appointments of the week"]);
  });
});
