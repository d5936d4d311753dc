import type { Advice } from "../rewrite/engine.js";
import type { AdviceDocument } from "../schema/advice.js";
import type { Fact } from "../schema/edit.js";
import type { MatchReport } from "../schema/match.js";
import type { ParsedResume } from "../schema/resume.js";
import { headerText } from "../verify/entry-header.js";

/** Advice with the lines and missing terms it is about, as it is printed. */
export function adviceDocument(
  { strategy, strengths, questions, engine, usage, warnings }: Advice,
  report: MatchReport,
  parsed: ParsedResume,
  facts: readonly Fact[],
): AdviceDocument {
  const cited = (id: string): AdviceDocument["strengths"][number]["evidence"][number] => {
    const line = Object.hasOwn(parsed.ids, id) ? parsed.ids[id] : undefined;
    const text = line?.text ?? facts.find((fact) => fact.id === id)?.text ?? headerText(parsed, id) ?? "";
    return { id, line: (line?.lines ?? entryLines(parsed, id))[0] ?? null, text };
  };
  const missing = (id: string): string[] => report.requirements.find((one) => one.id === id)?.missingTerms ?? [];
  return {
    strategy,
    strengths: strengths.map((one) => ({ ...one, evidence: one.evidence.map(cited) })),
    gaps: questions.map(({ requirement, question }) => ({ requirement, missing: missing(requirement), question })),
    engine,
    usage,
    warnings,
  };
}

const lists: Readonly<Record<string, string>> = { w: "work", v: "volunteer", e: "education", p: "projects" };

/** The source lines of an entry such as e1, in order. */
function entryLines({ provenance }: ParsedResume, id: string): number[] {
  const [, letter = "", number = ""] = /^([wvep])(\d+)$/.exec(id) ?? [];
  const start = `${lists[letter]}[${Number(number) - 1}]`;
  const lines = Object.entries(provenance).flatMap(([path, at]) => (path.startsWith(start) ? at : []));
  return lines.sort((a, b) => a - b);
}
