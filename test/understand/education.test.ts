import { expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { documentOf, linesOf, words } from "./resume-words.js";

function studies(text: string): string[] {
  const { resume } = understandResume(
    documentOf(linesOf(`# Mia Example\nmia@example.com\n\n## Education\n${text}`)),
    words,
  );
  return (resume.education ?? []).map(
    ({ institution, studyType, area, startDate, endDate, score }) =>
      `${studyType ?? "-"} / ${area ?? "-"} @ ${institution ?? "-"} [${startDate ?? ""}..${endDate ?? ""}] ${score ?? "-"}`,
  );
}

it.each([
  [
    "one line",
    "B.S. in Computer Science, State University (2016)",
    "B.S. / Computer Science @ State University [..2016] -",
  ],
  ["pipes", "MBA in Marketing | Columbia University | 2016", "MBA / Marketing @ Columbia University [..2016] -"],
  [
    "institution over degree",
    "Purdue University\tWest Lafayette, IN\nBachelor of Science in Physics\t2010 - 2014\n- GPA: 3.8/4.0",
    "Bachelor of Science / Physics @ Purdue University [2010..2014] 3.8/4.0",
  ],
  [
    "three lines",
    "Master Informatique\nUniversité de Lyon\n2020",
    "Master / Informatique @ Université de Lyon [..2020] -",
  ],
  ["no dates", "Big Sky University\nB.S. in Computer Science", "B.S. / Computer Science @ Big Sky University [..] -"],
  ["date left", "2009 – 2012\tPhD in Biology, CalTech, Pasadena, USA", "PhD / Biology @ CalTech [2009..2012] -"],
  [
    "a town in the name",
    "University of California, Berkeley\nBachelor of Arts in History\t2012",
    "Bachelor of Arts / History @ University of California, Berkeley [..2012] -",
  ],
])("reads a degree: %s", (_, text, expected) => {
  expect(studies(text)).toEqual([expected]);
});

it("parts two degrees, with and without a blank line", () => {
  const expected = ["MS / Statistics @ UT Austin [..2018] -", "BS / Mathematics @ UC Berkeley [..2016] -"];
  expect(studies("- MS Statistics, UT Austin (2018)\n- BS Mathematics, UC Berkeley (2016)")).toEqual(expected);
  expect(studies("UT Austin\nMS Statistics\n2018\n\nUC Berkeley\nBS Mathematics\n2016")).toEqual(expected);
});

it("keeps the lines under a degree as highlights and its courses as courses", () => {
  const text =
    "# Mia Example\n\n## Education\nPurdue University\nB.S. Physics, 2014\n- Courses: Optics, Heat\n- Thesis on light";
  const { resume, ids } = understandResume(documentOf(linesOf(text)), words);
  expect(resume.education?.[0]?.courses).toEqual(["Optics", "Heat"]);
  expect(ids["e1.h1"]?.text).toBe("Thesis on light");
});
