import type { Warning } from "../schema/source.js";

/** The warnings of a run, each once, with the line it is about. */
export function warningLines(warnings: readonly Warning[]): string[] {
  return [...new Set(warnings.map(({ message, line }) => (line === null ? message : `${message} (line ${line})`)))];
}
