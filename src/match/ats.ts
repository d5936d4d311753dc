import type { AtsFinding, MatchReport } from "../schema/match.js";
import type { ParsedResume } from "../schema/resume.js";
import type { SourceDocument } from "../schema/source.js";
import { dateFindings } from "./ats-dates.js";

type Finding = Omit<AtsFinding, "lines"> & { lines?: number[] };
type Trait = SourceDocument["traits"][number];

const mostPages = 3;
const fewestWords = 150;
const mostWords = 1500;
const longestHighlight = 45;
/** What a finding takes from the hundred of a report without a posting. */
const penalties = { error: 20, warning: 8, info: 2 } as const;

/** What each layout trait does to an applicant tracking system. */
const traitFindings: Record<Trait, Finding> = {
  tables: {
    code: "tables",
    severity: "warning",
    message: "Text stands in tables; some systems read their cells in the wrong order.",
  },
  textboxes: { code: "text-boxes", severity: "error", message: "Text stands in text boxes, which many systems skip." },
  images: { code: "images", severity: "warning", message: "There are pictures; text in them is not read." },
  columns: { code: "columns", severity: "warning", message: "The page has columns; some systems read across them." },
  "header-contact": {
    code: "contact-in-header",
    severity: "warning",
    message: "Contact data stands in the page header, which some systems skip.",
  },
  "tracked-changes": {
    code: "tracked-changes",
    severity: "warning",
    message: "The file holds tracked changes; accept or reject them before sending.",
  },
  comments: { code: "comments", severity: "info", message: "The file holds comments; remove them before sending." },
  "odd-fonts": {
    code: "odd-fonts",
    severity: "warning",
    message: "A font stores letters in a way that copies as other letters or none.",
  },
  "hidden-text": {
    code: "hidden-text",
    severity: "error",
    message: "The file holds hidden text; systems that find it reject the resume.",
  },
};

/** What applicant tracking systems may stumble over, worst first; no posting is needed. */
export function atsFindings(source: SourceDocument, parsed: ParsedResume): AtsFinding[] {
  const found: Finding[] = [
    ...source.traits.map((trait) => traitFindings[trait]),
    ...contactFindings(parsed),
    ...sectionFindings(parsed),
    ...dateFindings(source, parsed),
    ...lengthFindings(source, parsed),
  ];
  const rank = { error: 0, warning: 1, info: 2 };
  return found
    .map((finding) => ({ ...finding, lines: finding.lines ?? [] }))
    .sort((one, other) => rank[one.severity] - rank[other.severity]);
}

/** The findings alone as a report: the score is a hundred less what each costs (error 20, warning 8, info 2). */
export function atsReport(source: SourceDocument, parsed: ParsedResume): MatchReport {
  const ats = atsFindings(source, parsed);
  const score = Math.max(0, 100 - ats.reduce((sum, { severity }) => sum + penalties[severity], 0));
  return {
    score,
    ceiling: 100,
    parts: [{ name: "ats", weight: 100, score }],
    requirements: [],
    keywords: [],
    ats,
    warnings: [],
  };
}

function contactFindings({ resume: { basics } }: ParsedResume): Finding[] {
  const found: Finding[] = [];
  if (!basics?.name) found.push({ code: "no-name", severity: "error", message: "No name was found at the top." });
  if (!basics?.email) found.push({ code: "no-email", severity: "error", message: "No e-mail address was found." });
  if (!basics?.phone) found.push({ code: "no-phone", severity: "warning", message: "No phone number was found." });
  return found;
}

function sectionFindings({ resume, sections }: ParsedResume): Finding[] {
  const found: Finding[] = [];
  if ((resume.work ?? []).length === 0)
    found.push({ code: "no-work", severity: "warning", message: "No work section was recognised." });
  if ((resume.education ?? []).length === 0)
    found.push({ code: "no-education", severity: "info", message: "No education section was recognised." });
  if ((resume.skills ?? []).length === 0)
    found.push({ code: "no-skills", severity: "info", message: "No skills section was recognised." });
  for (const { kind, heading, line } of sections) {
    if (kind !== "other" || heading === "") continue;
    const message = `The heading "${heading}" is not one that systems know.`;
    found.push({ code: "unknown-section", severity: "info", message, lines: line === null ? [] : [line] });
  }
  return found;
}

function lengthFindings(source: SourceDocument, parsed: ParsedResume): Finding[] {
  const found: Finding[] = [];
  const words = source.lines.reduce((sum, { text }) => sum + text.split(/\s+/).filter((word) => word !== "").length, 0);
  if (source.pages !== null && source.pages > mostPages) {
    found.push({
      code: "long",
      severity: "warning",
      message: `The resume has ${source.pages} pages; two are usual, three for long careers.`,
    });
  } else if (words > mostWords) {
    found.push({ code: "long", severity: "info", message: `The resume has ${words} words; 500 to 1,000 are usual.` });
  }
  if (words < fewestWords)
    found.push({ code: "short", severity: "warning", message: `The resume has only ${words} words.` });
  const long = Object.values(parsed.ids).filter(
    ({ path, text }) => path.includes(".highlights[") && text.split(/\s+/).length > longestHighlight,
  );
  if (long.length > 0) {
    const message = `${long.length} highlight${long.length === 1 ? " has" : "s have"} more than ${longestHighlight} words.`;
    found.push({ code: "long-highlights", severity: "info", message, lines: long.flatMap(({ lines }) => lines) });
  }
  return found;
}
