import type { Change, RewriteResult, Timing } from "../schema/result.js";
import { costLines, counted } from "./summary-cost.js";
import { hanging, headed, type Layout, scoreBar } from "./terminal.js";

export { adviceLines } from "./summary-advice.js";
export { analysisLines } from "./summary-analysis.js";
export { jobLines, parseLines } from "./summary-reading.js";

/** Changed lines shown in full; the trace file has them all. */
const SHOWN = 8;
const SHOWN_IN_PREVIEW = 3;
/** Reasons told for a change that was held back. */
const TOLD = 2;

/** What the person reads on the terminal after a rewrite: the match, each change, what was held back and why, what it cost. */
export function summaryLines(result: RewriteResult, layout: Layout): string[] {
  return [
    ...matchLines(result, layout),
    ...(result.tier === "preview" ? strategyLines(result, layout) : []),
    ...changedLines(result, layout),
    ...heldBackLines(result, layout),
    ...rejectedLines(result, layout),
    ...questionLines(result, layout),
    ...fileLines(result, layout),
    "",
    ...costLines(result, layout),
  ];
}

function matchLines({ match, posting }: RewriteResult, layout: Layout): string[] {
  const { color, width } = layout;
  const aim = [posting.title, posting.company].filter(Boolean).join(" at ");
  const figures = `Match ${match.before} → ${match.after} of 100`;
  const ceiling = `(ceiling ${match.ceiling}: the most these facts can reach)`;
  const bar = scoreBar(match, Math.min(40, width - 4), layout);
  return [
    ...(aim === "" ? [] : hanging("", aim, layout, (text) => color("bold", text))),
    ...hanging("", `${figures} ${ceiling}`, layout, (text) => text.replace(figures, color("bold", figures))),
    bar,
  ];
}

function strategyLines({ strategy }: RewriteResult, layout: Layout): string[] {
  if (strategy.length === 0) return [];
  return [...headed("Strategy", layout), ...strategy.flatMap((text, i) => hanging(`  ${i + 1}. `, text, layout))];
}

function changedLines({ changes, tier, outputs }: RewriteResult, layout: Layout): string[] {
  const done = changes.filter(({ status }) => status === "applied" || status === "flagged");
  const replaced = done.filter(({ op }) => op === "replace");
  const shown = replaced.slice(0, tier === "preview" ? SHOWN_IN_PREVIEW : SHOWN);
  const rest = replaced.length - shown.length;
  const trace = outputs.find((path) => path.endsWith(".trace.json"));
  const more = `… and ${counted(rest, "more changed line")}${trace ? `, all in ${trace}` : ""}`;
  const title = tier === "preview" ? "For example" : `Changed: ${changeCounts(done)}`;
  return [
    ...headed(done.length === 0 ? "No line was changed" : title, layout),
    ...shown.flatMap((change, i) => [...(i === 0 ? [] : [""]), ...changeLines(change, layout)]),
    ...(rest > 0 && tier === "complete" ? hanging("  ", more, layout, (text) => layout.color("dim", text)) : []),
  ];
}

function changeCounts(done: readonly Change[]): string {
  const of = (op: Change["op"]): number => done.filter((change) => change.op === op).length;
  const parts = [
    [of("replace"), "line reworded", "lines reworded"],
    [of("move"), "moved", "moved"],
    [of("drop"), "dropped", "dropped"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(", ");
}

function changeLines(change: Change, layout: Layout): string[] {
  const { color } = layout;
  const lines = [...new Set(change.evidence.flatMap(({ line }) => line ?? []))];
  const facts = change.evidence
    .filter(({ line }) => line === null)
    .map(({ id, fact }) => (fact === undefined ? id : `${id} you confirmed on ${fact.at.slice(0, 10)}`));
  const proof = [
    lines.length > 0 ? `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}` : "",
    ...facts,
  ].filter(Boolean);
  const why = [change.why, proof.length > 0 ? `(from ${proof.join(", ")})` : ""].filter(Boolean).join(" ");
  const before = change.before === "" ? [] : hanging("  − ", change.before, layout, (text) => color("dim", text));
  return [
    ...before,
    ...hanging("  + ", change.after ?? "", layout, (text) => color("green", text)),
    ...(why === "" ? [] : hanging("    ", why, layout, (text) => color("dim", text))),
    ...(change.decision?.action === "override"
      ? hanging("  ! ", "You use it although it was held back:", layout, (text) => color("yellow", text))
      : []),
    ...change.findings.flatMap(({ explanation }) =>
      hanging("  ! ", explanation, layout, (text) => color("yellow", text)),
    ),
  ];
}

function heldBackLines({ changes }: RewriteResult, layout: Layout): string[] {
  const held = changes.filter(({ status }) => status === "held-back");
  if (held.length === 0) return [];
  const { color } = layout;
  return [
    ...headed(`Held back: ${counted(held.length, "change")}; the original text stays`, layout),
    ...held.flatMap((change) => [
      ...hanging("  × ", change.after ?? `${change.op} “${change.before}”`, layout, (text) => color("yellow", text)),
      ...told(change.findings).flatMap(({ explanation }) => hanging("    ", explanation, layout)),
    ]),
  ];
}

/** What a person or a policy turned down, in one line: the trace has each of them. */
function rejectedLines({ changes }: RewriteResult, layout: Layout): string[] {
  const rejected = changes.filter(({ status }) => status === "rejected");
  if (rejected.length === 0) return [];
  const by = (who: "person" | "policy" | undefined): number =>
    rejected.filter(({ decision }) => decision?.by === who).length;
  const parts = [
    [by("person"), "by you"],
    [by("policy"), "by the policy"],
    [by(undefined), "not decided"],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, who]) => `${count} ${who}`);
  return headed(
    `Rejected: ${counted(rejected.length, "change")} (${told.join(", ")}); the original text stays`,
    layout,
  );
}

/** The findings worth a person's time: one of each rule, the first few; the trace has them all. */
function told(findings: Change["findings"]): Change["findings"] {
  return findings.filter(({ rule }, at) => findings.findIndex((one) => one.rule === rule) === at).slice(0, TOLD);
}

function questionLines({ questions }: RewriteResult, layout: Layout): string[] {
  if (questions.length === 0) return [];
  return [
    ...headed("Questions: what only you can confirm", layout),
    ...questions.flatMap(({ question }) => hanging("  ? ", question, layout)),
  ];
}

function fileLines({ outputs, tier }: RewriteResult, layout: Layout): string[] {
  if (outputs.length === 0)
    return tier === "preview"
      ? ["", ...hanging("", "A preview writes no file; leave --preview out for the document.", layout)]
      : [];
  return [...headed("Files written", layout), ...outputs.map((path) => `  ${path}`)];
}

/** The time of each stage in one line, for --verbose. */
export function timingLine({ total, ...stages }: Timing): string {
  const parts = Object.entries(stages).map(([stage, ms]) => `${stage} ${Math.round(ms)} ms`);
  return `Time: ${parts.join(", ")}; ${Math.round(total)} ms in all`;
}
