import { knowledgeOf } from "../../src/understand/posting-terms.js";
import { boundOf } from "./floors.js";
import { expectedFiles, measureOwn, type OwnMeasure, ownMetrics } from "./own-truths.js";
import { type Counts, plainWordList, scoreSpans } from "./posting-truth.js";
import { judgedPairs, knowledge, labelledAdvertisements, postingScores } from "./postings.js";
import { measureResume, score } from "./resume-truth.js";
import { resumeFiles, truthBeside, understood } from "./resumes.js";
import { type Row, rightRow, shareRow } from "./scorecard.js";

type FileMeasure = OwnMeasure & { file: string };

/** Rows about resumes: against the truths beside them, and against our own. */
export async function resumeRows(): Promise<Row[]> {
  const [given, own]: [FileMeasure[], FileMeasure[]] = [[], []];
  for (const file of resumeFiles) {
    const truth = truthBeside(file);
    const isExpected = expectedFiles.includes(file);
    if (truth === null && !isExpected) continue;
    const { parsed } = await understood(file);
    if (truth !== null) given.push(...measureResume(parsed, truth).map((measure) => ({ ...measure, file })));
    if (isExpected) own.push(...measureOwn(file, parsed).map((measure) => ({ ...measure, file })));
  }
  return ownMetrics.map((key) => {
    const of = (all: FileMeasure[]): FileMeasure[] => all.filter(({ metric }) => metric === key);
    const ours = of(own);
    if (key === "counts") return shareRow(key, ours);
    const beside = { what: "own truths", value: score(ours), bound: boundOf(key, "own") };
    const row = shareRow(key, of(given));
    return { ...row, worst: row.worst || shareRow(key, ours).worst, beside };
  });
}

const asShare = ({ right, found, wanted }: Counts) => ({ right, found, expected: wanted });

/** Rows about postings, the knowledge found in advertisements, and pairs of job and resume. */
export async function postingRows(): Promise<Row[]> {
  const scores = await postingScores();
  const right = (key: string, of: "title" | "company" | "years"): Row =>
    rightRow(
      key,
      scores.map((one) => ({ file: one.file, right: one[of] })),
    );
  return [
    right("postingTitle", "title"),
    right("postingCompany", "company"),
    right("postingYears", "years"),
    shareRow(
      "requirements",
      scores.map(({ file, requirements }) => ({ file, ...asShare(requirements) })),
    ),
    ...knowledgeRows(),
    await pairRow(),
  ];
}

function knowledgeRows(): Row[] {
  const labelled = labelledAdvertisements();
  const ours = scoreSpans(labelled, (text) => knowledgeOf(text, knowledge.lexicon, knowledge.posting)).overlap;
  const list = scoreSpans(labelled, plainWordList(knowledge.lexicon)).overlap;
  return (["recall", "precision"] as const).map((rate) => ({
    key: rate === "recall" ? "knowledgeRecall" : "knowledgePrecision",
    value: ours[rate],
    worst: "",
    beside: { what: "plain word list", value: list[rate] },
  }));
}

/** A match is in order where it stands above every resume that is none for the same job. */
async function pairRow(): Promise<Row> {
  const pairs = await judgedPairs();
  const matches = pairs.filter(({ label }) => label === "match");
  return rightRow(
    "pairs",
    matches.map(({ job, resume, report }) => ({
      file: resume,
      right: pairs.every((other) => other.job !== job || other.label === "match" || other.report.score < report.score),
    })),
  );
}
