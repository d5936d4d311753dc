import { expect, it } from "vitest";
import { dateFindings } from "../../src/match/ats-dates.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { loadMatchWords } from "../../src/understand/match-words.js";
import { data, line } from "../doubles.js";

const words = await loadMatchWords(data);

const resumeOf = (texts: string[]) => {
  const source: SourceDocument = {
    kind: "text",
    sha256: "",
    pages: null,
    lines: texts.map((text, at) => line(at + 1, text)),
    meta: {},
    traits: [],
    warnings: [],
  };
  const parsed: ParsedResume = {
    resume: { work: texts.map(() => ({ name: "Acme", startDate: "2021" })) },
    ids: {},
    provenance: Object.fromEntries(texts.map((_, at) => [`work[${at}].startDate`, [at + 1]])),
    sections: [],
    language: "en",
    warnings: [],
  };
  return dateFindings(source, parsed, words);
};

it.each([
  ["2019-05 – 2020-06", "2021-03"],
  ["05/2019 – 06/2020", "03/2021"],
  ["Sep 2019 – Oct 2020", "Mar 2021"],
  ["Sept. 2019", "Mar 2021"],
  ["Août, 2019", "Mar 2021"],
  ["January 2019", "March 2021"],
  ["September, 2019", "March 2021"],
  ["Dezember 2019", "March 2021"],
  ["2019 – 2020", "2021"],
])("%s is a date as in %s", (text, notation) => {
  const other = notation === "2021-03" ? "12/2020" : "2020-12";
  const [finding] = resumeOf([text, other]);
  expect(finding?.code).toBe("mixed-dates");
  expect(finding?.message).toContain(`${notation}`);
});

it.each([
  ["Mar 2019 – Present", "Sept 2020"],
  ["March 2019", "October 2020 – December 2021"],
  ["May 2019", "Mar 2020"],
  ["September 2021 – Present", "June 2019 – August 2021"],
  ["June 2016 – July 2018", "October 2020"],
  ["Internationalisation 2019", "no date at all"],
])("finds one notation in %j and %j", (...texts) => {
  expect(resumeOf(texts)).toEqual([]);
});

it("names the heads of jobs without dates", () => {
  const [finding] = dateFindings(
    { kind: "text", sha256: "", pages: null, lines: [], meta: {}, traits: [], warnings: [] },
    {
      resume: { work: [{ name: "Acme" }] },
      ids: {},
      provenance: { "work[0].name": [4] },
      sections: [],
      language: "en",
      warnings: [],
    },
    words,
  );
  expect(finding).toMatchObject({ code: "missing-dates", lines: [4] });
});
