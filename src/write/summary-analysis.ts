import type { AtsFinding, MatchReport, RequirementMatch } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import { clipped, columnsOf, hanging, headed, type Layout, padded, scoreBar } from "./terminal.js";

/** The match report as a table: score and parts, each requirement with its evidence, missing keywords, ATS findings. */
export function analysisLines(report: MatchReport, posting: Posting | null, layout: Layout): string[] {
  const match =
    posting === null
      ? []
      : [...scoreLines(report, posting, layout), ...requirementLines(report, layout), ...keywordLines(report, layout)];
  return [...match, ...atsLines(report, layout)];
}

function scoreLines(report: MatchReport, posting: Posting, layout: Layout): string[] {
  const { color, width } = layout;
  const aim = [posting.title, posting.company].filter(Boolean).join(" at ");
  const score = { before: report.score, after: report.score, ceiling: report.ceiling };
  const names = Math.max(0, ...report.parts.map(({ name }) => columnsOf(name)));
  const bar = Math.max(8, Math.min(24, width - names - 22));
  return [
    ...(aim === "" ? [] : hanging("", aim, layout, (text) => color("bold", text))),
    `${color("bold", `Match ${report.score} of 100`)} ${color("dim", `(ceiling ${report.ceiling})`)}`,
    scoreBar(score, Math.min(40, width - 4), layout),
    "",
    ...report.parts.map(({ name, weight, score }) => {
      const shown = score <= 1 && !Number.isInteger(score) ? Math.round(score * 100) : Math.round(score);
      const filled = scoreBar({ before: shown, after: shown, ceiling: shown }, bar, layout);
      return `  ${padded(name, names)}  ${filled} ${String(shown).padStart(3)}  ${color("dim", `weight ${weight}`)}`;
    }),
  ];
}

const MARKS = { met: "✓", partly: "~", missing: "✗", ask: "?" } as const;
const COLORS = { met: "green", partly: "yellow", missing: "red", ask: "cyan" } as const;

function requirementLines({ requirements }: MatchReport, layout: Layout): string[] {
  const groups = [
    ["must", "Must have"],
    ["nice", "Nice to have"],
  ] as const;
  return groups.flatMap(([kind, title]) => {
    const those = requirements.filter((requirement) => requirement.kind === kind);
    if (those.length === 0) return [];
    return [...headed(`${title}: ${countMet(those)}`, layout), ...those.flatMap((one) => requirementRow(one, layout))];
  });
}

/** "3 of 5 met, 1 to confirm": what no resume shows counts among neither. */
export function countMet(those: readonly RequirementMatch[]): string {
  const told = those.filter(({ toConfirm }) => !toConfirm);
  const met = told.filter(({ status }) => status === "met").length;
  const open = those.length - told.length;
  return `${met} of ${told.length} met${open === 0 ? "" : `, ${open} to confirm`}`;
}

function requirementRow(requirement: RequirementMatch, layout: Layout): string[] {
  const { color, width } = layout;
  const kind = requirement.toConfirm ? "ask" : requirement.status;
  const mark = MARKS[kind];
  const [first = "", ...more] = hanging(`  ${mark} `, requirement.text, layout);
  const evidence = requirement.evidence.slice(0, 2).map(({ line, text }) => {
    const lead = `    line ${String(line).padStart(3)}  `;
    return color("dim", `${lead}${clipped(text.replace(/\s+/g, " "), width - columnsOf(lead))}`);
  });
  const missing = requirement.status === "met" ? [] : requirement.missingTerms;
  const lacks =
    missing.length === 0
      ? []
      : hanging("    ", `not found: ${missing.join(", ")}`, layout, (text) => color(COLORS[requirement.status], text));
  const facts = requirement.facts?.length
    ? hanging("    ", `confirmed by you, not in the resume: ${requirement.facts.join(", ")}`, layout, (text) =>
        color("cyan", text),
      )
    : [];
  const ask = requirement.toConfirm
    ? hanging("    ", "a resume does not show this; be ready to confirm it", layout, (text) => color("dim", text))
    : [];
  return [first.replace(mark, color(COLORS[kind], mark)), ...more, ...evidence, ...facts, ...lacks, ...ask];
}

function keywordLines({ keywords }: MatchReport, layout: Layout): string[] {
  const absent = keywords.filter(({ inResume }) => inResume === 0).sort((a, b) => b.weight - a.weight);
  const shown = absent.filter(({ shownBy }) => shownBy !== undefined);
  const missing = absent.filter(({ shownBy, facts }) => shownBy === undefined && facts === undefined);
  const confirmed = absent.filter(({ shownBy, facts }) => shownBy === undefined && facts !== undefined);
  const there = keywords.filter(({ inResume }) => inResume > 0);
  if (keywords.length === 0) return [];
  const list = (those: typeof keywords): string => those.map(({ term }) => term).join(", ");
  return [
    ...headed(`Keywords: ${there.length} of ${keywords.length} in the resume`, layout),
    ...(there.length === 0 ? [] : hanging("  there    ", list(there), layout)),
    ...(shown.length === 0
      ? []
      : hanging(
          "  by kind  ",
          shown.map(({ term, shownBy }) => `${term} (${shownBy?.join(", ")})`).join(", "),
          layout,
        )),
    ...(confirmed.length === 0
      ? []
      : hanging(
          "  by fact  ",
          confirmed.map(({ term, facts = [] }) => `${term} (${facts.join(", ")})`).join(", "),
          layout,
        )),
    ...(missing.length === 0 ? [] : hanging("  missing  ", list(missing), layout)),
  ];
}

const ATS_MARKS = { error: ["✗", "red"], warning: ["!", "yellow"], info: ["·", "dim"] } as const;

function atsLines({ ats }: MatchReport, layout: Layout): string[] {
  if (ats.length === 0) return [...headed("Applicant tracking systems: nothing to stumble over was found", layout)];
  const rank = { error: 0, warning: 1, info: 2 } as const;
  const sorted = [...ats].sort((a, b) => rank[a.severity] - rank[b.severity]);
  return [
    ...headed("What applicant tracking systems may stumble over", layout),
    ...sorted.flatMap((finding) => atsRow(finding, layout)),
  ];
}

function atsRow({ severity, message, lines }: AtsFinding, layout: Layout): string[] {
  const [mark, style] = ATS_MARKS[severity];
  const where =
    lines.length === 0
      ? ""
      : ` (${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, 6).join(", ")}${lines.length > 6 ? ", …" : ""})`;
  const [first = "", ...more] = hanging(`  ${mark} `, `${message}${where}`, layout);
  return [first.replace(mark, layout.color(style, mark)), ...more];
}
