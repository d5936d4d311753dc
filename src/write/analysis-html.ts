import type { AdviceDocument } from "../schema/advice.js";
import type { AtsFinding, MatchReport, RequirementMatch } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";
import { scorePicture } from "./analysis-score.js";
import { escapeHtml } from "./html.js";
import { filledPage, lineMark, list, mark, type PageAssets, section } from "./page-parts.js";
import { countMet } from "./summary-analysis.js";

/** What a page about a match is made from; without a posting it holds what concerns the resume itself. */
export interface AnalysisPage {
  /** How the resume is called: its file's name. */
  resume: string;
  report: MatchReport;
  posting: Posting | null;
  advice: AdviceDocument | null;
}

/** Where the frame and the styles of the page are, from the package's root. */
export const analysisAssetPaths = { page: "templates/html/analysis.html", css: "templates/html/analysis.css" } as const;

/** The report as one page without scripts or outside requests; all data is escaped, and the same report gives the same page. */
export function writeAnalysisHtml(of: AnalysisPage, assets: PageAssets): string {
  return filledPage(assets, `${titleOf(of)} – ${of.resume}`, contentOf(of));
}

function titleOf({ posting }: AnalysisPage): string {
  if (posting === null) return "Resume check";
  return [posting.title, posting.company].filter(Boolean).join(" at ") || "Match with the posting";
}

function contentOf(of: AnalysisPage): string {
  const { report, posting, advice } = of;
  const head = `<header>\n<h1>${escapeHtml(titleOf(of))}</h1>\n<p class="soft">${escapeHtml(of.resume)}</p>\n</header>`;
  const match =
    posting === null
      ? []
      : [
          scorePicture(report),
          demands("Must have", "must", report.requirements),
          demands("Nice to have", "nice", report.requirements),
          keywords(report),
        ];
  return [head, ...match, ...(advice === null ? [] : advised(advice, report)), ats(report), warnings(of)]
    .filter((part) => part !== "")
    .join("\n");
}

function demands(heading: string, kind: RequirementMatch["kind"], all: readonly RequirementMatch[]): string {
  const own = all.filter((one) => one.kind === kind);
  if (own.length === 0) return "";
  const columns = `<p class="columns" aria-hidden="true"><span>The posting asks</span><span>Your resume shows</span></p>`;
  return section(kind, `${heading}: ${countMet(own)}`, `${columns}\n${list("demands", own.map(demand))}`);
}

/** A demand as the posting says it, and the lines of the resume that show it. */
function demand({ text, status, postingLine, evidence, missingTerms, toConfirm, facts }: RequirementMatch): string {
  const lines = evidence.map(({ line, text: said }) => `<li>${escapeHtml(said)}${lineMark(line)}</li>`);
  const confirmed = facts?.length
    ? [`<li>Confirmed by you, not in the resume <span class="line">${escapeHtml(facts.join(", "))}</span></li>`]
    : [];
  const shown = [...lines, ...confirmed];
  const lacks =
    status === "met" || missingTerms.length === 0
      ? ""
      : `<p class="lacks">Not found: <strong>${escapeHtml(missingTerms.join(", "))}</strong></p>`;
  const empty = toConfirm ? "A resume does not show this; be ready to confirm it." : "No line shows it.";
  const none = shown.length === 0 && lacks === "" ? `<p class="soft">${empty}</p>` : "";
  return `<li>${toConfirm ? `<span class="mark info">confirm</span>` : mark(status)}<p>${escapeHtml(text)}${lineMark(postingLine)}</p><div>${list("shown", shown)}${lacks}${none}</div></li>`;
}

function keywords({ keywords: all }: MatchReport): string {
  const sorted = [...all].sort((a, b) => b.weight - a.weight);
  const chips = (heading: string, kind: string, those: typeof all): string => {
    if (those.length === 0) return "";
    const items = those.map(({ term, inResume, shownBy }) => {
      const times =
        inResume > 1 ? ` × ${inResume}` : shownBy === undefined ? "" : ` (${escapeHtml(shownBy.join(", "))})`;
      return `<li class="${kind}">${escapeHtml(term)}${times}</li>`;
    });
    return `<h3>${heading}</h3>\n${list("words", items)}`;
  };
  const there = sorted.filter(({ inResume }) => inResume > 0);
  const shown = sorted.filter(({ inResume, shownBy }) => inResume === 0 && shownBy !== undefined);
  const others = sorted.filter(({ inResume, shownBy }) => inResume === 0 && shownBy === undefined);
  const confirmed = others.filter(({ facts }) => facts !== undefined);
  const absent = others.filter(({ facts }) => facts === undefined);
  const body = [
    chips("In the resume", "met", there),
    chips("Shown by a kind of it", "partly", shown),
    chips("Confirmed by you, not in the resume", "partly", confirmed),
    chips("Missing", "missing", absent),
  ]
    .filter(Boolean)
    .join("\n");
  return section("keywords", `Keywords: ${there.length} of ${all.length} in the resume`, body);
}

function advised({ strengths, gaps, strategy }: AdviceDocument, { requirements }: MatchReport): string[] {
  const text = (id: string): string => escapeHtml(requirements.find((one) => one.id === id)?.text ?? id);
  const strong = strengths.map(
    (one) => `<li><strong>${text(one.requirement)}</strong><span>${escapeHtml(one.text)}</span></li>`,
  );
  const open = gaps.map(
    (gap) => `<li><strong>${text(gap.requirement)}</strong><span>${escapeHtml(gap.question)}</span></li>`,
  );
  const steps = strategy.map((step) => `<li>${escapeHtml(step)}</li>`);
  return [
    section("strengths", "What you can show", list("gaps", strong)),
    section("gaps", "What only you can answer", list("gaps", open)),
    section("steps", "What to do", list("steps", steps, "ol")),
  ];
}

const ranks: Record<AtsFinding["severity"], number> = { error: 0, warning: 1, info: 2 };
const mostLines = 6;

function ats({ ats: all }: MatchReport): string {
  const sorted = [...all].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  const items = sorted.map(({ severity, message, lines }) => {
    const more = lines.length > mostLines ? ", …" : "";
    const where = `${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, mostLines).join(", ")}${more}`;
    const at = lines.length === 0 ? "" : ` <span class="line">${where}</span>`;
    return `<li>${mark(severity)}<p>${escapeHtml(message)}${at}</p></li>`;
  });
  const heading = "What applicant tracking systems may stumble over";
  return section("ats", heading, list("findings", items) || `<p>Nothing to stumble over was found.</p>`);
}

function warnings({ report, posting, advice }: AnalysisPage): string {
  const all = [...report.warnings, ...(posting?.warnings ?? []), ...(advice?.warnings ?? [])];
  const items = all.map(
    ({ message, line }) => `<li>${mark("warning")}<p>${escapeHtml(message)}${lineMark(line)}</p></li>`,
  );
  return section("warnings", "Read with care", list("findings", [...new Set(items)]));
}
