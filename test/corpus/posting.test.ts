import { describe, expect, it } from "vitest";
import { understandPosting } from "../../src/understand/posting.js";
import { knowledgeOf } from "../../src/understand/posting-terms.js";
import { hasCorpus } from "../doubles.js";
import { plainWordList, ratesOf, scoreSpans, sumCounts } from "./posting-truth.js";
import {
  judgedPairs,
  knowledge,
  labelledAdvertisements,
  postingFiles,
  postingOf,
  postingScores,
  postingSource,
} from "./postings.js";

describe.skipIf(!hasCorpus)("postings with a truth", async () => {
  const scores = await postingScores();

  it("are there", () => expect(scores.length).toBeGreaterThanOrEqual(7));
  it.each(scores)("$file: title, company and years are exact", ({ title, company, years }) =>
    expect({ title, company, years }).toEqual({ title: true, company: true, years: true }),
  );
  it("reach an F1 of 0.95 over their requirements", () => {
    expect(ratesOf(sumCounts(scores.map(({ requirements }) => requirements))).f1).toBeGreaterThanOrEqual(0.95);
  });
});

/** What a person reads in postings without a truth file: musts, wishes, years, and a word of the first must. */
const readings: [string, { musts: number; wishes: number; years: number | null; company: string | null }][] = [
  ["txt/meta-frontend-engineer.txt", { musts: 5, wishes: 7, years: 4, company: "META" }],
  ["txt/google-swe3-cloud.txt", { musts: 3, wishes: 4, years: 2, company: "Google" }],
  ["html/indeed-senior-devops.html", { musts: 4, wishes: 0, years: null, company: "PaperCut Software" }],
  ["html/linkedin-senior-software-engineer.html", { musts: 6, wishes: 4, years: 3, company: "Heidi" }],
  ["txt/la-city-electrician.txt", { musts: 2, wishes: 0, years: 7, company: "City of Los Angeles" }],
  ["txt/la-city-librarian.txt", { musts: 1, wishes: 0, years: null, company: "City of Los Angeles" }],
  ["txt/la-city-secretary-legal.txt", { musts: 1, wishes: 1, years: 2, company: "City of Los Angeles" }],
  ["txt/la-city-social-worker.txt", { musts: 1, wishes: 0, years: null, company: "City of Los Angeles" }],
  ["txt/la-city-delivery-driver.txt", { musts: 4, wishes: 0, years: 1, company: "City of Los Angeles" }],
  ["txt/la-city-public-relations-specialist.txt", { musts: 1, wishes: 0, years: null, company: "City of Los Angeles" }],
  ["markdown/18f-visual-designer.md", { musts: 0, wishes: 0, years: null, company: "18F" }],
];

describe.skipIf(!hasCorpus)("postings read by eye", () => {
  it.each(readings)("%s", async (path, expected) => {
    const { requirements, yearsExperience, company } = await postingOf(path);
    const count = (kind: string) => requirements.filter((one) => one.kind === kind).length;
    expect({ musts: count("must"), wishes: count("nice"), years: yearsExperience, company }).toEqual(expected);
  });
});

describe.skipIf(!hasCorpus)("every posting", () => {
  it("is many", () => expect(postingFiles().length).toBeGreaterThan(20));
  it.each(postingFiles())("%s: quotes stand in their lines and something is understood", async (path) => {
    const source = await postingSource(path);
    const posting = understandPosting(source, knowledge.lexicon, knowledge.posting);
    for (const { quote, line } of posting.requirements) {
      expect(source.lines.find(({ n }) => n === line)?.text).toContain(quote);
    }
    expect(posting.title).not.toBeNull();
    expect(posting.keywords.length).toBeGreaterThanOrEqual(5);
  });
});

describe.skipIf(!hasCorpus)("knowledge in labelled advertisements (SkillSpan)", () => {
  it("is found with a recall of 0.6 at a precision of 0.55, a plain list of words far less precisely", () => {
    const labelled = labelledAdvertisements();
    const ours = scoreSpans(labelled, (text) => knowledgeOf(text, knowledge.lexicon, knowledge.posting));
    const list = scoreSpans(labelled, plainWordList(knowledge.lexicon));
    expect(ours.overlap.recall).toBeGreaterThanOrEqual(0.6);
    expect(ours.overlap.precision).toBeGreaterThanOrEqual(0.55);
    expect(ours.overlap.precision).toBeGreaterThan(list.overlap.precision + 0.1);
    expect(ratesOf(ours.exact).f1).toBeGreaterThan(ratesOf(list.exact).f1);
  });
});

describe.skipIf(!hasCorpus)("pairs of job and resume", async () => {
  const scores = hasCorpus ? await judgedPairs() : [];

  it("are there", () => expect(scores.length).toBeGreaterThan(2));
  it.each(scores.filter(({ label }) => label === "match"))(
    "$job: $resume comes before every other",
    ({ job, report }) => {
      const others = scores.filter((one) => one.job === job && one.label === "no");
      expect(others.length).toBeGreaterThan(0);
      for (const other of others) expect(report.score).toBeGreaterThan(other.report.score);
    },
  );
  it.each(scores)("$job, $resume: the ceiling is no lower than the score", ({ report }) =>
    expect(report.ceiling).toBeGreaterThanOrEqual(report.score),
  );
});
