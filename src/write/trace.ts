import { RewriteResult } from "../schema/result.js";

/** The text of NAME.trace.json: the whole result, checked against its schema so that a trace can always be read again. */
export function traceOf(result: RewriteResult): string {
  return `${JSON.stringify(RewriteResult.parse(result), null, 2)}\n`;
}
