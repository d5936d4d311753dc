import { expect, it } from "vitest";
import { headingMatch } from "../../src/understand/headings.js";
import { words } from "./resume-words.js";

it.each([
  ["WORK HISTORY", "work"],
  ["Relevant Experience:", "work"],
  ["Work Experience(3)", "work"],
  ["Where I’ve Been", "work"],
  ["3. Selected Projects", "projects"],
  ["E X P E R I E N C E", "work"],
  ["LICENSES & CERTIFICATIONS", "certificates"],
  ["PROFESSIONAL DEVELOPMENT", "certificates"],
  ["Beruflicher Werdegang", "work"],
  ["Expériencesprofessionnelles", "work"],
  ["FORMACION ACADEMICA", "education"],
  ["工作经历", "work"],
  ["Certi cations", "certificates"],
  ["Hotel Experience", "work"],
  ["Curriculum Vitae", "document"],
  ["Technical Skills", "skills"],
  ["Education & Training", "education"],
])("reads %s as %s", (text, kind) => {
  expect(headingMatch(text, words)?.kind).toBe(kind);
});

it.each(["Acme Inc.", "John Doe", "Built a pipeline for experience data", "Senior Software Engineer"])(
  "takes %s for no heading",
  (text) => {
    expect(headingMatch(text, words)?.strength ?? 0).toBeLessThan(2);
  },
);
