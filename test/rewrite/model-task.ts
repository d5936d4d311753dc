import type { RewriteTask } from "../../src/rewrite/engine.js";
import type { Lexicon } from "../../src/schema/lexicon.js";
import type { MatchReport } from "../../src/schema/match.js";
import type { Posting, Requirement } from "../../src/schema/posting.js";
import type { ParsedResume } from "../../src/schema/resume.js";
import type { SourceDocument } from "../../src/schema/source.js";
import { lexiconFolder, parseLexicon } from "../../src/understand/lexicon.js";
import { data, line } from "../doubles.js";

/** The shipped lexicon. */
export const lexicon: Lexicon = parseLexicon(
  await Promise.all((await data.list(lexiconFolder)).map(async (name) => ({ name, text: await data.text(name) }))),
);

/** A document of these lines. */
export function documentOf(lines: readonly string[], meta: Record<string, string> = {}): SourceDocument {
  return {
    kind: "text",
    sha256: "ab".repeat(32),
    pages: null,
    lines: lines.map((text, index) => line(index + 1, text)),
    meta,
    traits: [],
    warnings: [],
  };
}

/** A fictional person whose contact data stands in every spelling inside the text. */
export const basics = {
  name: "Marisol Quist-Tanaka",
  email: "marisol.quist@example.com",
  phone: "(555) 014-2277",
  url: "https://quist-tanaka.example.org",
  location: { address: "12 Harbour Lane", postalCode: "04101", city: "Portland" },
  profiles: [{ network: "GitHub", username: "mquist77", url: "https://github.com/mquist77" }],
};

const lines: [string, string, string][] = [
  ["summary", "basics.summary", "Marisol is a Portland engineer; write to marisol.quist@example.com or 555.014.2277."],
  ["w1.h1", "work[0].highlights[0]", "Built REST APIs in Python for 40 partner banks, see github.com/mquist77."],
  ["w1.h2", "work[0].highlights[1]", "Responsible for K8s clusters across 3 regions (call +1 555 014 2277)."],
  [
    "w1.h3",
    "work[0].highlights[2]",
    "Helped the QUIST-TANAKA fund site at http://www.quist-tanaka.example.org/ go live.",
  ],
  ["w2.h1", "work[1].highlights[0]", "Wrote SQL reports as mquist77 and @marisol.quist at 12 Harbour Lane, 04101."],
  ["k1", "skills[0]", "Languages: Python, SQL"],
];

/** Her resume, already understood. */
export const parsed: ParsedResume = {
  resume: {
    basics,
    work: [
      {
        name: "Acme Pay",
        position: "Engineer",
        startDate: "2019-03",
        highlights: lines.slice(1, 4).map(([, , text]) => text),
      },
      {
        name: "Tanaka & Sons",
        position: "Analyst",
        startDate: "2016",
        endDate: "2019",
        highlights: [lines[4]?.[2] ?? ""],
      },
    ],
    education: [{ institution: "Harbour College", studyType: "BSc", area: "Mathematics", endDate: "2016" }],
    skills: [{ name: "Languages", keywords: ["Python", "SQL"] }],
  },
  ids: Object.fromEntries(lines.map(([id, path, text], index) => [id, { lines: [index + 1], text, path }])),
  provenance: {},
  sections: [],
  language: "en",
  warnings: [],
};

/** The posting's lines. */
export const postingLines = [
  "Senior Backend Engineer",
  "Globex Corporation, Boston",
  "What you bring:",
  "• 5+ years building APIs in Python",
  "• Kubernetes at scale",
  "• Terraform is a plus",
];

/** A requirement with its other fields empty. */
export function requirement(id: string, quote: string, fields: Partial<Requirement> = {}): Requirement {
  return { id, text: quote, kind: "must", terms: [], alternatives: [], quote, line: null, ...fields };
}

/** The posting as code understood it. */
export const posting: Posting = {
  title: "Senior Backend Engineer",
  company: null,
  location: null,
  seniority: "senior",
  yearsExperience: 5,
  education: null,
  requirements: [requirement("r1", "5+ years building APIs in Python", { line: 4, terms: ["Python"] })],
  responsibilities: [],
  keywords: [{ term: "Python", canonical: "Python", weight: 2 }],
  language: "en",
  warnings: [],
};

const match: MatchReport = {
  score: 60,
  ceiling: 70,
  parts: [],
  requirements: [
    {
      id: "r1",
      text: "5+ years building APIs in Python",
      kind: "must",
      status: "met",
      postingLine: 4,
      evidence: [{ line: 2, text: "" }],
      missingTerms: [],
    },
    {
      id: "r2",
      text: "Terraform",
      kind: "nice",
      status: "missing",
      postingLine: 6,
      evidence: [],
      missingTerms: ["Terraform"],
    },
  ],
  keywords: [{ term: "Python", canonical: "Python", weight: 2, inResume: 2, inPosting: 1, lines: [2, 6] }],
  ats: [],
  warnings: [],
};

/** The whole task; fields can be overridden. */
export function task(fields: Partial<RewriteTask> = {}): RewriteTask {
  return {
    tier: "complete",
    source: documentOf(lines.map(([, , text]) => text)),
    parsed,
    postingSource: documentOf(postingLines),
    posting,
    match,
    lexicon,
    facts: [],
    ...fields,
  };
}
