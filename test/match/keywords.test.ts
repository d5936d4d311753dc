import { describe, expect, it } from "vitest";
import { matchKeywords } from "../../src/match/keywords.js";
import { resumeTerms } from "../../src/match/resume-terms.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { data, line } from "../doubles.js";
import { printedFrom } from "../fixtures/parsed-resume.js";

const { lexicon, posting: postingWords, match: words } = await loadKnowledge(data);
const { parsed, source } = printedFrom({ basics: { name: "Ann", summary: "Ran K8s and Quux base." } }, [
  "Ann",
  "Ran K8s and Quux base.",
  "Postgres since 2015",
]);
const lines = [
  line(1, "Requirements", { style: "heading", level: 2 }),
  ...["Kubernetes and Kubernetes", "PostgreSQL", "SQL", "Bachelor's degree", "Experience with Quux Base"].map(
    (text, at) => line(at + 2, text, { style: "list", level: 1 }),
  ),
];
const posting = understandPosting(
  { kind: "text", sha256: "", pages: null, lines, meta: {}, traits: [], warnings: [] },
  lexicon,
  postingWords,
);
const rows = matchKeywords(posting, resumeTerms(source, parsed, lexicon), lexicon, words);
const row = (term: string) => rows.find(({ row: { canonical } }) => canonical === term);

describe("keywords", () => {
  it.each([
    ["Kubernetes", 1, 1, 1, 2],
    ["PostgreSQL", 0.7, 1, 1, 1],
    ["SQL", 0.5, 1, 0, 1],
    ["Quux Base", 1, 1, 1, 1],
  ])("%s counts %d, at best %d, %i times in the resume and %i in the posting", (term, score, ceiling, there, asked) => {
    expect(row(term)).toMatchObject({ score, ceiling, row: { inResume: there, inPosting: asked } });
  });

  it("say by what they are shown where the resume names a kind of them", () => {
    expect(row("SQL")?.row.shownBy).toEqual(["PostgreSQL"]);
    expect(row("Kubernetes")?.row.shownBy).toBeUndefined();
  });

  it("leave degrees to education", () => expect(row("Bachelor's degree")).toBeUndefined());
});
