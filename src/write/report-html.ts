import type { Change, RewriteResult, Usage } from "../schema/result.js";
import { escapeHtml } from "./html.js";
import { filledPage, lineMark, list, mark, type PageAssets, section } from "./page-parts.js";
import { type DiffWord, wordDiff } from "./review-diff.js";

/** Where the frame and the styles of a report are, from the package's root; both styles go into one. */
export const reportAssetPaths = {
  page: "templates/html/analysis.html",
  css: ["templates/html/analysis.css", "templates/html/report.css"],
} as const;

/** What a report of a rewrite is made from. */
export interface ReportPage {
  /** How the resume is called: its file's name. */
  resume: string;
  result: RewriteResult;
}

/**
 * The trace of a rewrite as one page without scripts or outside requests: each change with the words that differ, the lines it
 * rests on, why it was made, its verdict and what was found; then what stays open. All data is escaped.
 */
export function writeReportHtml({ resume, result }: ReportPage, assets: PageAssets): string {
  const aim = [result.posting.title, result.posting.company].filter(Boolean).join(" at ") || "Rewrite";
  const { changes } = result;
  const done = changes.filter(({ status }) => status === "applied" || status === "flagged");
  const held = changes.filter(({ status }) => status === "held-back");
  const rejected = changes.filter(({ status }) => status === "rejected");
  const content = [
    `<header>\n<h1>${escapeHtml(aim)}</h1>\n<p class="soft">${escapeHtml(resume)} · ${escapeHtml(engineOf(result))}</p>\n</header>`,
    matchOf(result),
    section(
      "strategy",
      "What to lead with",
      list(
        "steps",
        result.strategy.map((one) => `<li>${escapeHtml(one)}</li>`),
        "ol",
      ),
    ),
    section(
      "changed",
      `Changed: ${done.length}`,
      list("changes", done.map(changeItem)) || "<p>No line was changed.</p>",
    ),
    section("held", `Held back: ${held.length}; the original text stays`, list("changes", held.map(changeItem))),
    section("rejected", `Not taken: ${rejected.length}`, list("changes", rejected.map(changeItem))),
    section(
      "questions",
      "What only you can confirm",
      list(
        "gaps",
        result.questions.map(
          ({ requirement, question }) =>
            `<li><strong>${escapeHtml(requirement)}</strong><span>${escapeHtml(question)}</span></li>`,
        ),
      ),
    ),
    section(
      "warnings",
      "Read with care",
      list("findings", [
        ...new Set(
          result.warnings.map(
            ({ message, line }) => `<li>${mark("warning")}<p>${escapeHtml(message)}${lineMark(line)}</p></li>`,
          ),
        ),
      ]),
    ),
    section("cost", "What it took", `<p>${escapeHtml(usageOf(result.usage))}</p>`),
  ];
  return filledPage(assets, `${aim} – ${resume}`, content.filter((part) => part !== "").join("\n"));
}

function engineOf({ engine }: RewriteResult): string {
  const model = engine.model === null ? "" : `, ${engine.model}`;
  const instead = engine.fallbackFrom === undefined ? "" : ` (in the place of ${engine.fallbackFrom})`;
  return `${engine.name} engine${model}${instead}`;
}

function matchOf({ match }: RewriteResult): string {
  const scores = `Match <strong>${match.before}</strong> → <strong>${match.after}</strong> of 100`;
  const ceiling = `<span class="soft">${match.ceiling} is the most these facts can reach</span>`;
  const bar = `<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="From ${match.before} to ${match.after} of 100"><rect class="track" width="100" height="4"/><rect class="reach" width="${match.after}" height="4"/><rect class="now" width="${Math.min(match.before, match.after)}" height="4"/></svg>`;
  return `<section aria-labelledby="match">\n<h2 id="match">${scores}</h2>\n<p>${ceiling}</p>\n${bar}\n</section>`;
}

const verdicts: Record<Change["status"], [kind: string, text: string]> = {
  applied: ["met", "proven"],
  flagged: ["partly", "proven, with a remark"],
  "held-back": ["missing", "held back"],
  rejected: ["info", "not taken"],
};

function changeItem(change: Change): string {
  const isOverride = change.decision?.action === "override";
  const [kind, verdict] = isOverride
    ? (["missing", "not proven, used all the same"] as const)
    : verdicts[change.status];
  const decided =
    change.decision === undefined ? "" : mark("info", `${change.decision.action} by ${change.decision.by}`);
  const evidence = change.evidence.map(
    ({ id, line, text }) =>
      `<li>${escapeHtml(text)}${line === null ? ` <span class="line">${escapeHtml(id)}</span>` : lineMark(line)}</li>`,
  );
  const findings = change.findings.map(({ explanation }) => `<li>${escapeHtml(explanation)}</li>`);
  const earlier =
    change.earlier === undefined
      ? ""
      : `<details><summary>First proposal, held back</summary><p>${escapeHtml(change.earlier.text ?? "")}</p>${list(
          "lacks",
          change.earlier.findings.map(({ explanation }) => `<li>${escapeHtml(explanation)}</li>`),
        )}</details>`;
  return [
    `<li id="${escapeHtml(change.id)}">`,
    `<p class="verdict">${mark(kind, verdict)}${decided} <span class="line">${escapeHtml(change.id)}</span></p>`,
    wording(change),
    change.why === "" ? "" : `<p class="why">${escapeHtml(change.why)}</p>`,
    findings.length === 0 ? "" : list("lacks", findings),
    evidence.length === 0 ? "" : `<p class="rests">Rests on</p>\n${list("shown", evidence)}`,
    earlier,
    `</li>`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Before and after with the words that differ; for a move or drop what was done with the line. */
function wording({ op, before, after }: Change): string {
  if (op === "drop") return `<p class="before"><del>${escapeHtml(before)}</del></p>`;
  if (op === "move")
    return `<p class="after">${escapeHtml(before)}</p>\n<p class="soft">${after === null ? "now stands first" : `now follows ${escapeHtml(after)}`}</p>`;
  const diff = wordDiff(before, after ?? "");
  const old = before === "" ? "" : `<p class="before">${marked(diff.before, "del")}</p>\n`;
  return `${old}<p class="after">${marked(diff.after, "ins")}</p>`;
}

/** Runs of words that only one text has stand in one element each. */
function marked(words: readonly DiffWord[], tag: "del" | "ins"): string {
  return words
    .map(({ text, changed }, at) => {
      const opens = changed && words[at - 1]?.changed !== true ? `<${tag}>` : "";
      const closes = changed && words[at + 1]?.changed !== true ? `</${tag}>` : "";
      return `${opens}${escapeHtml(text)}${closes}`;
    })
    .join(" ");
}

function usageOf({ requests, inputTokens, outputTokens, cachedTokens, costUsd }: Usage): string {
  if (requests === 0) return "Nothing was sent: no request, no token.";
  const price = costUsd === null ? "price of this model unknown" : `$${costUsd.toFixed(4)}`;
  return `${requests} requests, ${inputTokens} tokens in (${cachedTokens} of them cached), ${outputTokens} out: ${price}.`;
}
