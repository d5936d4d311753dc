/** Characters that show nothing or turn text around: no reader sees what they hide, so no model shall. */
const invisible = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** A line of a file as data for a prompt: one line, nothing invisible, and without the mark that fences data. */
export function dataLine(text: string, mark: string): string {
  const seen = text.normalize("NFC").replace(/\s+/g, " ").replace(invisible, "");
  return (mark === "" ? seen : seen.split(mark).join("")).trim();
}

/**
 * Lines of a posting as data, each marked with "> ".
 *
 * Why: a mark on every line keeps a model from taking a line for an order of the user, better than a fence around all.
 */
export function quotedLines(lines: readonly string[], mark: string): string {
  return lines
    .map((line) => dataLine(line, mark))
    .filter((line) => line !== "")
    .map((line) => `> ${line}`)
    .join("\n");
}
