import type { AdviceDocument } from "../schema/advice.js";
import type { MatchReport } from "../schema/match.js";
import type { Posting } from "../schema/posting.js";

/** The document `analyze --json` prints; without a posting it holds only what concerns the resume itself, with `--advice` the advice too. */
export function analysisDocument(
  report: MatchReport,
  posting: Posting | null,
  advice: AdviceDocument | null = null,
): object {
  const schema = "resumelaw/match@1";
  if (posting === null) return { schema, ats: report.ats, warnings: report.warnings };
  return { schema, ...report, ...(advice === null ? {} : { advice }) };
}
