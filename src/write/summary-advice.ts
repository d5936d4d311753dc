import type { AdviceDocument } from "../schema/advice.js";
import type { MatchReport } from "../schema/match.js";
import { costLines } from "./summary-cost.js";
import { clipped, hanging, headed, type Layout } from "./terminal.js";

/** What to do about a match: what the resume can show, what only the person can answer, the steps, and what the advice cost. */
export function adviceLines(advice: AdviceDocument, report: MatchReport, layout: Layout): string[] {
  const demand = (id: string): string => report.requirements.find((one) => one.id === id)?.text ?? id;
  return [
    ...strengthLines(advice, demand, layout),
    ...gapLines(advice, demand, layout),
    ...stepLines(advice, layout),
    "",
    ...costLines({ ...advice, credits: { charged: 0, balance: null } }, layout),
  ];
}

type Demand = (id: string) => string;

function strengthLines({ strengths }: AdviceDocument, demand: Demand, layout: Layout): string[] {
  if (strengths.length === 0) return [];
  const { color } = layout;
  return [
    ...headed("What you can show", layout),
    ...strengths.flatMap(({ requirement, text, evidence }) => [
      demandLine("✓", "green", demand(requirement), layout),
      ...hanging("    ", `${text}${linesOf(evidence)}`, layout, (line) => color("dim", line)),
    ]),
  ];
}

function linesOf(evidence: AdviceDocument["strengths"][number]["evidence"]): string {
  const lines = [...new Set(evidence.flatMap(({ line }) => line ?? []))].slice(0, 4);
  return lines.length === 0 ? "" : ` (${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")})`;
}

function gapLines({ gaps }: AdviceDocument, demand: Demand, layout: Layout): string[] {
  if (gaps.length === 0) return [];
  return [
    ...headed("What only you can answer", layout),
    ...gaps.flatMap(({ requirement, question }) => [
      demandLine("✗", "yellow", demand(requirement), layout),
      ...hanging("    ? ", question, layout),
    ]),
  ];
}

/** A demand on one line; the report above it has the whole. */
function demandLine(mark: string, style: "green" | "yellow", text: string, { width, color }: Layout): string {
  return `  ${color(style, mark)} ${clipped(text.replace(/\s+/g, " "), width - 4)}`;
}

function stepLines({ strategy }: AdviceDocument, layout: Layout): string[] {
  if (strategy.length === 0) return [];
  return [...headed("What to do", layout), ...strategy.flatMap((text, i) => hanging(`  ${i + 1}. `, text, layout))];
}
