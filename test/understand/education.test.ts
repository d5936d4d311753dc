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
    "a field behind a comma and a dash before the institution",
    "Master, Finance – Eastmark Business School (2016-2017)",
    "Master / Finance @ Eastmark Business School [2016..2017] -",
  ],
  [
    "a field before the institution, a gap behind the degree",
    "Licenciatura\tBusiness Administration, Universitat de València.\t2008 – 2013",
    "Licenciatura / Business Administration @ Universitat de València [2008..2013] -",
  ],
  [
    "an institution that wraps before the dates",
    "Licenciatura, Business Administration, Universitat de\t2008 – 2013\nValència.",
    "Licenciatura / Business Administration @ Universitat de València [2008..2013] -",
  ],
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
  [
    "field behind the degree",
    "Riverside University\nBachelor of Science\nComputer Science\n2010 - 2014",
    "Bachelor of Science / Computer Science @ Riverside University [2010..2014] -",
  ],
  [
    "field before the degree, on one line",
    "Riverside University\nBusiness Administration, Licenciatura\n2010 - 2014",
    "Licenciatura / Business Administration @ Riverside University [2010..2014] -",
  ],
  [
    "honours in the degree's name",
    "University of Leeds\nBSc (Hons) Nursing\n2012",
    "BSc (Hons) / Nursing @ University of Leeds [..2012] -",
  ],
  [
    "a colon between degree and field",
    "2008 to 2013\nRiverside University\nLicence: Droit public",
    "Licence / Droit public @ Riverside University [2008..2013] -",
  ],
  [
    "the grade behind the field",
    "Riverside University\t2010 - 2014\nBachelor of Science Biology GPA: 3.7",
    "Bachelor of Science / Biology @ Riverside University [2010..2014] 3.7",
  ],
  [
    "how long it took",
    "2010 – 2014\nBiology, Bachelor of Science\nRiverside University\t4 years",
    "Bachelor of Science / Biology @ Riverside University [2010..2014] -",
  ],
  [
    "the degree as a heading below the institution's",
    "### Riverside University\nNursing\n#### BSc\n2009 - 2012",
    "BSc / Nursing @ Riverside University [2009..2012] -",
  ],
  [
    "dates as two years above the institution's heading",
    "2009\n2012\n### Riverside University\nMaster\nFinance",
    "Master / Finance @ Riverside University [2009..2012] -",
  ],
  [
    "dates below the courses",
    "### Biology, Master\nRiverside University\n- Optics\n- Heat\n\n2010 — 2014",
    "Master / Biology @ Riverside University [2010..2014] -",
  ],
  [
    "dates that look like a heading of a higher level",
    "### Bachelor of Arts\n#### Drama\nRiverside University\n# 2014",
    "Bachelor of Arts / Drama @ Riverside University [..2014] -",
  ],
  [
    "dates that are printed twice",
    "Drama, Bachelor of Arts\n2010 — 2014\nRiverside University\n2010 — 2014",
    "Bachelor of Arts / Drama @ Riverside University [2010..2014] -",
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

it("takes the list under a line that only says so for courses", () => {
  const text =
    "# Mia Example\n\n## Education\n### Purdue University\nB.S. Physics, 2014\n**Courses**\n- Optics\n- Heat";
  const { resume } = understandResume(documentOf(linesOf(text)), words);
  expect(resume.education?.[0]?.courses).toEqual(["Optics", "Heat"]);
});

it("keeps a labelled line under a degree out of the degree", () => {
  expect(studies("Riverside University\nBSc Biology, 2014\nMajor: Genetics")).toEqual([
    "BSc / Biology @ Riverside University [..2014] -",
  ]);
});

it("warns where no word tells the institution, with how sure that is", () => {
  const warned = (text: string) =>
    understandResume(documentOf(linesOf(`# Mia Example\nmia@example.com\n\n## Education\n${text}`)), words).warnings;
  expect(warned("Quill Hall\nBSc Biology\n2014")).toMatchObject([{ code: "doubtful-degree", confidence: 0.5 }]);
  expect(warned("Riverside University\nBSc Biology\n2014")).toEqual([]);
});
