import type { Warning } from "../schema/source.js";

/** The warning for texts that a reader does not see and that were left out, or none. */
export function hiddenTextWarnings(hidden: readonly string[]): Warning[] {
  const text = hidden.join(" ").replace(/\s+/g, " ").trim();
  if (text === "") return [];
  const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return [{ code: "hidden-text", message: `Text that a reader does not see was left out: "${shown}"`, line: null }];
}
