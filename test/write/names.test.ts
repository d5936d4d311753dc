import fc from "fast-check";
import { expect, it } from "vitest";
import { outputName, outputStem } from "../../src/write/names.js";

it.each([
  [
    "resume.docx",
    "Senior Backend Engineer",
    "Marlowick Shopworks",
    "resume-marlowick-shopworks-senior-backend-engineer.docx",
  ],
  ["/tmp-cv/My CV (2026).pdf", "Nurse", null, "my-cv-2026-nurse.docx"],
  ["-", "Nurse", "St. Mary's", "resume-st-marys-nurse.docx"],
  ["resume.docx", null, null, "resume-tailored.docx"],
  ["../../etc/passwd", "..", "../x", "passwd-x.docx"],
  ["C:\\cv\\Lebenslauf.docx", "Köchin", "Zürcher Hof", "lebenslauf-zürcher-hof-köchin.docx"],
  ["履歴書.pdf", "エンジニア", "株式会社例", "履歴書-株式会社例-エンジニア.docx"],
  [".hidden", "!!!", "", "resume-tailored.docx"],
])("names the output of %s for %s at %s", (resume, title, company, expected) => {
  expect(outputName(resume, { title, company }, "docx")).toBe(expected);
});

it("is a safe file name whatever the resume and the posting are called", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.constantFrom("CON", "aux.docx", "lpt1", "e\u0301".repeat(60)),
  );
  fc.assert(
    fc.property(text, text, text, (resume, title, company) => {
      const name = outputName(resume, { title, company }, "html");
      expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*\.html$/u);
      expect(
        new TextEncoder().encode(`${outputStem(resume, { title, company })}.report.html`).length,
      ).toBeLessThanOrEqual(80);
      expect(name).toBe(name.normalize("NFC"));
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
    }),
  );
});
